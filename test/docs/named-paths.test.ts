import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const root = join(__dirname, "../..");
/** Pages of AWS's documentation are named by their path there. */
const AWS_PAGE = /^[\w-]+\/latest(?:\/|$)/;
/** What is made, or got from elsewhere, and so is not in the repository. */
const MADE = /^(?:cdktf\.out|out|node_modules|coverage|terraform\.state)(?:\/|$)/;

const files = filesBelow(root);
const folders = new Set(files.flatMap((file) => ancestors(dirname(file))));
const names = new Set(files.map((file) => basename(file)));
const topFolders = [...folders].filter((folder) => !folder.includes("/"));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = relative(root, path).replaceAll("\\", "/");
    if (MADE.test(name) || name === ".git") return [];
    return entry.isDirectory() ? filesBelow(path) : [name];
  });
}

function ancestors(folder: string): readonly string[] {
  return folder === "." ? [] : [folder, ...ancestors(dirname(folder))];
}

/** What people read in a file: a page whole, of code the comments. */
function prose(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  if (file.endsWith(".md")) return text;
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$|^\s*#.*$/gm)].map(([comment]) => comment).join("\n");
}

const PATH = /(?<![\w./:@<>$*{-])((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:whole\.test|test)?\.?ts)(?![\w/<>*${])/g;

function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(PATH)].map(([, path = ""]) => path.replace(/\.$/, ""));
}

/** A path that begins with a folder of ours, or that looks like a source file, must lead somewhere. */
function isDead(path: string, from: string): boolean {
  const [first = ""] = path.split("/");
  if (!path.includes("/")) return !names.has(path);
  if (MADE.test(path) || AWS_PAGE.test(path) || !topFolders.includes(first)) return false;
  const bare = path.replace(/\/$/, "");
  return ![bare, join(dirname(from), bare)].some((place) => folders.has(place) || existsSync(join(root, place)));
}

const readable = files.filter((file) => /\.(?:md|ts|js|cjs|yaml)$|^\.ci\/run$/.test(file) && file !== "CHANGELOG.md");

test("every file and folder of the project that a page or a comment names is there", () => {
  const dead = readable.flatMap((file) => pathsIn(prose(file)).flatMap((path) => (isDead(path, file) ? [`${file}: ${path}`] : [])));
  expect(dead).toEqual([]);
});

test("a page that names a folder which is gone is found", () => {
  expect(pathsIn("see `analysis/nowhere/` and nowhere-at-all.ts").filter((path) => isDead(path, "README.md"))).toEqual([
    "analysis/nowhere/",
    "nowhere-at-all.ts",
  ]);
});

test("links between pages lead to a file", () => {
  const pages = files.filter((file) => file.endsWith(".md"));
  const dead = pages.flatMap((page) =>
    [...prose(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, link = ""]) => {
      const target = join(root, dirname(page), link);
      return existsSync(target) && statSync(target) !== undefined ? [] : [`${page}: ${link}`];
    }),
  );
  expect(dead).toEqual([]);
});

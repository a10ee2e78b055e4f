import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolders, writeFiles } from "../cli/temporary";
import { root } from "../cli/twinsite";

const newFolder = temporaryFolders();

/** A project of one small program, with the launcher and what it needs. */
function newProject(program: string): string {
  const project = newFolder();
  writeFiles(project, { "program.ts": program, "package.json": "{}" });
  mkdirSync(join(project, "bin"));
  mkdirSync(join(project, "node_modules/@esbuild"), { recursive: true });
  copyFileSync(join(root, "bin/run.js"), join(project, "bin/run.js"));
  for (const dependency of ["esbuild", ...readdirSync(join(root, "node_modules/@esbuild")).map((name) => `@esbuild/${name}`)]) {
    symlinkSync(join(root, "node_modules", dependency), join(project, "node_modules", dependency));
  }
  return project;
}

const says = (words: string): string => `export function main(argv: readonly string[]): void { console.log("${words}", ...argv); }`;

function runIn(project: string, ...argv: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(project, "bin/run.js"), "program.ts", ...argv], {
    encoding: "utf8",
    // Without the folders of this user, as the last place to keep anything in.
    env: { ...process.env, HOME: join(project, "home"), XDG_CACHE_HOME: "" },
  });
  return stdout + stderr;
}

function bundlesOf(project: string): readonly string[] {
  return readdirSync(join(project, "node_modules/.cache/twinsite")).filter((name) => name.endsWith(".js"));
}

test("a program is run with its arguments", () => {
  expect(runIn(newProject(says("hello")), "one", "--two")).toBe("hello one --two\n");
});

test("an unchanged program is bundled once", () => {
  const project = newProject(says("hello"));
  runIn(project);
  const bundles = bundlesOf(project);
  expect(runIn(project, "again")).toBe("hello again\n");
  expect(bundlesOf(project)).toEqual(bundles);
});

test("a change in any source file, of equal length too, is seen by the next run", () => {
  const project = newProject('import { word } from "./deep/word"; export const main = (): void => console.log(word);');
  writeFiles(project, { "deep/word.ts": 'export const word = "first";' });
  expect(runIn(project)).toBe("first\n");
  writeFiles(project, { "deep/word.ts": 'export const word = "other";' });
  expect(runIn(project)).toBe("other\n");
});

test("the app, however deep the file that asks for it, is a bundle of its own", () => {
  const project = newProject('export const main = async () => console.log(await (await import("./deep/deeper/synth")).word());');
  writeFiles(project, {
    "deep/deeper/synth.ts": 'export const word = async () => (await import("../../main")).word;',
    "main.ts": 'export const word = "drawn";',
  });
  expect(runIn(project)).toBe("drawn\n");
  expect(bundlesOf(project).toSorted()).toEqual([expect.stringMatching(/^main-ts\./), expect.stringMatching(/^program-ts\./)]);
});

test("several first runs at once all succeed", async () => {
  const project = newProject(says("hello"));
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, [join(project, "bin/run.js"), "program.ts"], { stdio: "ignore" }),
  );
  const ends = await Promise.all(children.map((child) => once(child, "exit")));
  expect(ends).toEqual([
    [0, null],
    [0, null],
    [0, null],
    [0, null],
  ]);
  expect(bundlesOf(project)).toHaveLength(1);
});

test("a kept compilation that V8 does not take is made anew", () => {
  const project = newProject(says("hello"));
  runIn(project);
  const [bundle = ""] = bundlesOf(project);
  writeFiles(project, { [`node_modules/.cache/twinsite/${bundle}.start.v8`]: "not V8's" });
  expect(runIn(project)).toBe("hello\n");
});

test("a source that is no TypeScript is named with its line", () => {
  expect(runIn(newProject("export function main( {"))).toContain("program.ts:1:23");
});

/** A bundle that someone else put where ours would be, for the run after this one. */
function plant(project: string): string {
  const folder = join(project, "node_modules/.cache/twinsite");
  for (const bundle of bundlesOf(project))
    writeFiles(folder, {
      [bundle]: says("planted")
        .replace(/: [^)]+/, "")
        .replace(/: void/, "")
        .replace("export ", "exports.main = main; "),
    });
  for (const name of readdirSync(folder).filter((path) => path.endsWith(".v8"))) rmSync(join(folder, name));
  return folder;
}

test("a bundle in a folder that others can write to is not run", () => {
  const project = newProject(says("hello"));
  runIn(project);
  const folder = plant(project);
  expect(runIn(project)).toBe("planted\n");
  chmodSync(folder, 0o777);
  expect(runIn(project)).toBe("hello\n");
});

test("a bundle in a folder that is a link is not run", () => {
  const project = newProject(says("hello"));
  runIn(project);
  const folder = plant(project);
  renameSync(folder, join(project, "elsewhere"));
  symlinkSync(join(project, "elsewhere"), folder);
  expect(runIn(project)).toBe("hello\n");
});

test("a bundle of another user is not run", () => {
  // Only root can give files away.
  if (process.getuid?.() !== 0) return;
  const project = newProject(says("hello"));
  runIn(project);
  const folder = plant(project);
  for (const bundle of bundlesOf(project)) chownSync(join(folder, bundle), 65_534, 65_534);
  expect(runIn(project)).toBe("hello\n");
  plant(project);
  chownSync(folder, 65_534, 65_534);
  expect(runIn(project)).toBe("hello\n");
});

test("where nothing can be kept beside the dependencies, the user's own folder keeps it for that user alone", () => {
  const project = newProject(says("hello"));
  writeFiles(project, { "node_modules/.cache": "a file" });
  expect(runIn(project)).toBe("hello\n");
  const [kept = ""] = readdirSync(join(project, "home/.cache"));
  expect(kept).toMatch(/^twinsite-/);
  expect(statSync(join(project, "home/.cache", kept)).mode & 0o777).toBe(0o700);
});

test("where nothing can be kept at all, the program is run all the same", () => {
  const project = newProject(says("hello"));
  writeFiles(project, { "node_modules/.cache": "a file", home: "a file" });
  expect(runIn(project, "one")).toBe("hello one\n");
});

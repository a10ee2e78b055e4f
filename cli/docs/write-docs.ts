import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../terminal/exit-codes";
import { generatedFiles, generatedParts, partNames } from "./generated-parts";

/**
 * Writes what is generated in the documentation, between `<!-- generated: NAME -->` and
 * `<!-- end -->`, and the files that are generated as a whole. With `--check` it writes nothing
 * and fails where something is stale.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const pages = pagesWithParts();
  const parts = await generatedParts(pages.flatMap(partsIn));
  const files = [...pages.map((path) => [path, withParts(path, parts)] as const), ...generatedFiles()];
  const stale = files.filter(([path, text]) => readOrNothing(path) !== text);
  if (argv.includes("--check")) return reportStale(stale.map(([path]) => path));
  for (const [path, text] of stale) {
    writeFileSync(path, text);
    console.error(`written: ${path}`);
  }
}

function reportStale(stale: readonly string[]): void {
  for (const path of stale) console.error(`${path} is not what the code generates; write it with \`npm run docs\``);
  if (stale.length > 0) process.exitCode = exitCodes.no;
}

function pagesWithParts(): readonly string[] {
  const docs = readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => join("docs", path));
  return ["README.md", ...docs.toSorted()].filter((path) => path.endsWith(".md") && readOrNothing(path)?.includes("<!-- generated:"));
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const PART = /<!-- generated: ([\w-]+) -->\n[\s\S]*?<!-- end -->/g;

/** The names of the parts that a page asks for; one that nobody generates is refused. */
function partsIn(path: string): readonly string[] {
  const names = [...readFileSync(path, "utf8").matchAll(PART)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !partNames.includes(name));
  if (unknown !== undefined) throw new Error(`${path} asks for the generated part "${unknown}"; there are: ${partNames.join(", ")}`);
  return names;
}

function withParts(path: string, parts: ReadonlyMap<string, string>): string {
  return readFileSync(path, "utf8").replaceAll(
    PART,
    (_, name: string) => `<!-- generated: ${name} -->\n\n${(parts.get(name) ?? "").trim()}\n\n<!-- end -->`,
  );
}

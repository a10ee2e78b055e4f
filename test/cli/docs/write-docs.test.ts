import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolders, writeFiles } from "../temporary";
import { root } from "../twinsite";

const newFolder = temporaryFolders();

/** A folder with what the documentation is generated from, and one page. */
function newProject(page: string): string {
  const project = newFolder();
  for (const path of ["config/deployments", ".dependency-cruiser.cjs", "package.json"])
    cpSync(join(root, path), join(project, path), { recursive: true });
  mkdirSync(join(project, "docs"));
  writeFiles(project, { "README.md": page });
  return project;
}

function writeDocs(project: string, ...argv: readonly string[]): { readonly exitCode: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "bin/run.js"), "cli/docs/write-docs.ts", ...argv], {
    cwd: project,
    encoding: "utf8",
  });
  return { exitCode: status, stderr };
}

test("a stale part is named by --check, written without it, and then no longer stale", () => {
  const project = newProject("# Layers\n\n<!-- generated: layers -->\nold\n<!-- end -->\n\nThe end.\n");
  const check = writeDocs(project, "--check");
  expect(check.exitCode).toBe(1);
  expect(check.stderr).toContain("README.md is not what the code generates");
  expect(readFileSync(join(project, "README.md"), "utf8")).toContain("old");

  expect(writeDocs(project).exitCode).toBe(0);
  const page = readFileSync(join(project, "README.md"), "utf8");
  expect(page).toContain("```mermaid\nflowchart LR\n");
  expect(page).toMatch(/^# Layers\n\n<!-- generated: layers -->\n\n[^]*\n\n<!-- end -->\n\nThe end\.\n$/);
  expect(writeDocs(project, "--check")).toEqual({ exitCode: 0, stderr: "" });
});

test("a part that nobody generates is named, with those that are there", () => {
  const { exitCode, stderr } = writeDocs(newProject("<!-- generated: laers -->\n<!-- end -->\n"));
  expect(exitCode).not.toBe(0);
  expect(stderr).toMatch(/README\.md asks for the generated part "laers"; there are: .*layers/);
});

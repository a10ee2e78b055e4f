import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** New folders that are gone after the tests of a file. */
export function temporaryFolders(): () => string {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), "twinsite-test-"));
    folders.push(folder);
    return folder;
  };
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export interface WrittenStack {
  readonly template: object;
  readonly dependencies?: readonly string[];
}

/** An output folder as cdktf writes it. */
export function writeOutput(folder: string, stacks: Readonly<Record<string, WrittenStack>>): void {
  const manifest = Object.entries(stacks).map(([name, { dependencies = [] }]): [string, object] => [
    name,
    {
      name,
      dependencies,
      annotations: [],
      constructPath: name,
      workingDirectory: `stacks/${name}`,
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
    },
  ]);
  writeFiles(folder, {
    "manifest.json": JSON.stringify({ version: "0.21.0", stacks: Object.fromEntries(manifest) }),
    ...Object.fromEntries(Object.entries(stacks).map(([name, { template }]) => [`stacks/${name}/cdk.tf.json`, JSON.stringify(template)])),
  });
}

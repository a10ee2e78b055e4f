import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sampleOutput } from "../../sample-output";
import { temporaryFolders, writeFiles } from "../temporary";
import { twinsite } from "../twinsite";

const newFolder = temporaryFolders();

const judgedSchema = z.object({
  verdict: z.string(),
  judgements: z.array(z.object({ name: z.string(), findings: z.array(z.looseObject({ id: z.string() })) })),
});

/** A copy of the sample's output that somebody may edit. */
function output(edit: (folder: string) => void = () => undefined): string {
  const folder = join(newFolder(), "edited");
  cpSync(sampleOutput(), folder, { recursive: true });
  edit(folder);
  return folder;
}

function replaced(folder: string, stack: string, change: (text: string) => string): void {
  const file = join(folder, "stacks", stack, "cdk.tf.json");
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

test("an output that is as it was made ends with 0 and says so", () => {
  const { exitCode, stdout, stderr } = twinsite(["judge", "--in", sampleOutput(), "--as-of", "2026-11-30"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^payments: 6 of 6 paths are complete/m);
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("verdict: met, with acknowledgements as of 2026-11-30");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("a change by hand ends with 1, and is told as text, JSON and a page under one id", () => {
  const folder = output((made) =>
    replaced(made, "site-b", (text) => text.replace('"enable_dns_support": true', '"enable_dns_support": false')),
  );
  const json = twinsite(["judge", "--in", folder, "--json"]);
  expect({ exitCode: json.exitCode, stderr: json.stderr }).toEqual({ exitCode: 1, stderr: "" });
  const { verdict, judgements } = judgedSchema.parse(JSON.parse(json.stdout));
  expect(verdict).toBe("notMet");
  const [finding] = judgements.find(({ name }) => name === "mirror")?.findings ?? [];
  expect(finding).toMatchObject({ judgement: "mirror", verdict: "notMet", attribute: "enable_dns_support" });
  expect(twinsite(["judge", "--in", folder]).stdout).toContain(`\n${finding?.id}\n`);
  expect(twinsite(["judge", "--in", folder, "--markdown"]).stdout).toContain(`| \`${finding?.id}\` | notMet |`);
});

test("an output without stacks is bad input", () => {
  const folder = newFolder();
  writeFiles(folder, { "manifest.json": JSON.stringify({ version: "0.21.0", stacks: {} }) });
  expect(twinsite(["judge", "--in", folder])).toMatchObject({ exitCode: 2, stdout: "" });
});

test("a folder in which nothing was made is bad input, as JSON too", () => {
  const folder = output((made) => rmSync(join(made, "manifest.json")));
  const { exitCode, stdout } = twinsite(["judge", "--in", folder, "--json"]);
  expect([exitCode, JSON.parse(stdout)]).toEqual([2, { error: expect.objectContaining({ exitCode: 2 }) }]);
});

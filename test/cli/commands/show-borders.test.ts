import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleOutput } from "../../sample-output";
import { temporaryFolders } from "../temporary";
import { twinsite } from "../twinsite";

const newFolder = temporaryFolders();

/** Sweden's output with a text of one stack's template replaced, as an editor would do it. */
function outputWith(stack: string, from: string, to: string): string {
  const folder = newFolder();
  cpSync(sampleOutput(), folder, { recursive: true });
  const file = join(folder, "stacks", stack, "cdk.tf.json");
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${stack} does not say ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
  return folder;
}

test("show borders ends with 0 where everything is as promised, within 100 columns but for words that are longer", () => {
  const { exitCode, stdout, stderr } = twinsite(["show", "borders", "--in", sampleOutput()]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout.split("\n").filter((line) => line.length > 100 && line.trim().includes(" "))).toEqual([]);
  expect(stdout).toContain("  copies of backups in shared: aws_backup_plan.backup-copies-a-to-b_plan");
});

test("a witness that somebody moved abroad by hand makes the answer no", () => {
  const folder = outputWith("ledger-01-a", '"witness_region": "eu-west-1"', '"witness_region": "us-east-1"');
  const { exitCode, stdout } = twinsite(["show", "borders", "--in", folder]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^NOT ALLOWED: ledger-01-a aws_dsql_cluster\.ledger_cluster_\w+\s+multi_region_properties\.witness_region/m);
});

test("a folder that holds no output is bad input", () => {
  expect(twinsite(["show", "borders", "--in", newFolder()]).exitCode).toBe(2);
});

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import picocolors from "picocolors";
import { endOf } from "../../cli/main";
import { shellWord } from "../../reports/text/shell-word";
import { temporaryFolders, writeFiles, writeOutput } from "./temporary";
import { type Run, root, twinsite } from "./twinsite";

const newFolder = temporaryFolders();
/** Messages are broken at 100 columns. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ");
const ESCAPE = String.fromCodePoint(27);

/** What the command line itself answers, before any command runs: asked in this process, which is sooner done. */
async function answered(args: readonly string[]): Promise<Run> {
  const [printed, noted]: [string[], string[]] = [[], []];
  const colors = picocolors.createColors(false);
  const exitCode = await endOf(args, {
    print: (text) => void printed.push(text),
    note: (text) => void noted.push(text),
    colors,
    noteColors: colors,
    watched: false,
  });
  return { exitCode: exitCode ?? null, stdout: printed.join("\n"), stderr: noted.join("\n") };
}

test.each([
  [["--help"]],
  [["synth", "--help"]],
  [["show", "stacks", "--help"]],
  [["show", "links", "--help"]],
  [["plan", "--help"]],
  [["deploy", "--help"]],
  [["check", "--help"]],
  [["solve", "--help"]],
])("%j prints help with examples on standard output and ends with 0", async (args) => {
  const { exitCode, stdout, stderr } = await answered(args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain("Examples:\n  npx twinsite ");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("the exit codes are in the help", () => {
  expect(twinsite(["--help"]).stdout).toMatch(/Exit codes:\n\s+0 .*\n\s+1 .*\n\s+2 .*\n\s+3 .*\n\s+70 /);
});

test.each([
  [["sinth"], "unknown command 'sinth'\n(Did you mean synth?)"],
  [["synth", "--deploymnt", "x"], "unknown option '--deploymnt'\n(Did you mean --deployment?)"],
  [["show", "stack"], "unknown command 'stack'\n(Did you mean stacks?)"],
  [["show", "stacks", "--jso"], "unknown option '--jso'\n(Did you mean --json?)"],
  [["check"], "missing required argument 'file'"],
])("%j is answered with what was meant, and ends with 2", async (args, words) => {
  const { exitCode, stdout, stderr } = await answered(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(words);
});

test("show stacks lists an output in an order in which it can be deployed", () => {
  const folder = newFolder();
  writeOutput(folder, {
    interconnect: { template: {}, dependencies: ["site-a", "site-b"] },
    "site-a": { template: { provider: { aws: [{ region: "eu-north-1" }] }, resource: { aws_vpc: { network: {} } } } },
    "site-b": { template: { provider: { aws: [{ region: "eu-central-1" }] } } },
  });
  const { exitCode, stdout } = twinsite(["show", "stacks", "--in", folder]);
  expect(exitCode).toBe(0);
  expect(stdout.split("\n").map((line) => line.split(/\s{2,}/))).toEqual([
    ["STACK", "REGION", "RESOURCES", "WAITS FOR"],
    ["site-a", "eu-north-1", "1"],
    ["site-b", "eu-central-1", "0"],
    ["interconnect", "", "0", "site-*"].filter((cell) => cell !== ""),
    [""],
  ]);
});

test("--json leaves nothing but JSON on standard output", () => {
  const folder = newFolder();
  writeOutput(folder, { "site-a": { template: { provider: { aws: [{ region: "eu-north-1" }] } } } });
  const { stdout, stderr } = twinsite(["show", "stacks", "--json", "--in", folder]);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({ stacks: [{ name: "site-a", regions: ["eu-north-1"], resources: 0, after: [] }] });
});

test("a folder without a synth is named, with the command that makes one", () => {
  const folder = newFolder();
  const { exitCode, stderr } = twinsite(["show", "stacks", "--in", folder]);
  expect(exitCode).toBe(2);
  expect(onOneLine(stderr)).toContain(`npx twinsite synth --deployment FILE --out ${shellWord(folder)}`);
});

test.each([
  ["no JSON\nat all", "cannot be read: Unexpected token"],
  ['{"stacks":{"a":{"name":"a"}}}', "cannot be read: stacks.a.synthesizedStackPath: "],
])("a manifest that says %j is named with its folder, in one sentence", async (manifest, words) => {
  const folder = newFolder();
  writeFiles(folder, { "manifest.json": manifest });
  const { exitCode, stderr } = await answered(["show", "stacks", "--in", folder]);
  expect(exitCode).toBe(2);
  expect(onOneLine(stderr)).toContain(`error: ${folder}/manifest.json ${words}`);
  expect(onOneLine(stderr)).toMatch(/Make it again: npx twinsite synth --deployment FILE --out /);
});

test("a file in the place of an output is called one", async () => {
  const { exitCode, stderr } = await answered(["show", "cost", "--in", "package.json"]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: "error: package.json is a file. Name the folder that a synth wrote into.",
  });
});

test("a template that the manifest names but nobody finds is named", () => {
  const folder = newFolder();
  writeFiles(folder, {
    "manifest.json": '{"version":"0","stacks":{"x":{"name":"x","synthesizedStackPath":"stacks/x/cdk.tf.json","dependencies":[]}}}',
  });
  const { exitCode, stderr } = twinsite(["show", "stacks", "--in", folder]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("stacks/x/cdk.tf.json is missing");
});

test("an unknown stack is answered with the one that was meant", () => {
  const folder = newFolder();
  writeOutput(folder, { "site-a": { template: {} } });
  const { exitCode, stderr } = twinsite(["plan", "--in", folder, "--stack", "sitea"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("there is no stack sitea. Did you mean site-a?");
});

test("without Terraform, plan ends with 3 and says how to get it", () => {
  const folder = newFolder();
  writeOutput(folder, { "site-a": { template: {} } });
  const { exitCode, stderr } = twinsite(["plan", "--in", folder, "--out", join(folder, "plans")], {
    environment: { TERRAFORM_BINARY_NAME: "no-such-terraform" },
  });
  expect(exitCode).toBe(3);
  expect(stderr).toContain("no-such-terraform cannot be run. Get Terraform");
});

test("a crash is called a bug and ends with 70", () => {
  const folder = newFolder();
  writeFiles(folder, { "break.cjs": 'Object.fromEntries = () => { throw new TypeError("broken on purpose"); };' });
  writeOutput(folder, { "site-a": { template: {} } });
  const { exitCode, stdout, stderr } = twinsite(["show", "stacks", "--in", folder], {
    environment: { NODE_OPTIONS: `--require ${JSON.stringify(join(folder, "break.cjs"))}` },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 70, stdout: "" });
  expect(stderr).toMatch(/this is a bug: .*broken on purpose/);
});

test("a reader that stops reading is no fault", () => {
  const { stderr, status } = spawnSync("bash", ["-c", 'set -o pipefail; node "$0" --help | head -n 1', join(root, "bin/twinsite.js")], {
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
});

test("nothing is coloured where nobody watches", () => {
  const { stderr } = twinsite(["show", "stacks", "--in", newFolder()], { environment: { CI: "1", TERM: "xterm-256color" } });
  expect(stderr).not.toContain(ESCAPE);
});

test("a manifest whose stacks wait for each other, or have names that are paths, is refused", () => {
  const folder = newFolder();
  writeOutput(folder, { "site-a": { template: {}, dependencies: ["site-b"] }, "site-b": { template: {}, dependencies: ["site-a"] } });
  const circle = twinsite(["show", "stacks", "--in", folder]);
  expect(circle.exitCode).toBe(2);
  expect(onOneLine(circle.stderr)).toContain("these stacks wait for each other: site-a, site-b");
  writeFiles(folder, { "manifest.json": '{"stacks":{"x":{"name":"../../x","synthesizedStackPath":"x","dependencies":[]}}}' });
  const path = twinsite(["show", "stacks", "--in", folder]);
  expect(path.exitCode).toBe(2);
  expect(onOneLine(path.stderr)).toContain('the name "../../x", which is no name of a stack');
});

test.each([
  [["synth", "--out", ""], "shell variable that is not set"],
  [["synth", "--deployment", " "], "shell variable that is not set"],
  [["show", "stacks", "--in", ""], "shell variable that is not set"],
  [["plan", "--in", ""], "shell variable that is not set"],
  [["plan", "--out="], "shell variable that is not set"],
  [["plan", "--stack", "site-a", ""], "shell variable that is not set"],
  [["synth", "--out", "--deployment"], "looks like the next option"],
])("%j lacks a value: refused with 2 and the likely cause, and nothing is written", (args, cause) => {
  const folder = newFolder();
  const { exitCode, stdout, stderr } = twinsite(args, { folder });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(onOneLine(stderr)).toContain(cause);
  expect(Math.max(...stderr.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [["synth", "--out", "--json"], "looks like the next option"],
  [["show", "stacks", "--in", "none", "--json"], "none holds no synthesized stacks"],
  [["plan", "--deploymnt", "--json"], "unknown option '--deploymnt'"],
])("%j is refused as JSON on standard output, with the exit code", (args, message) => {
  const { exitCode, stdout } = twinsite(args, { folder: newFolder() });
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toEqual({ error: { exitCode: 2, message: expect.stringContaining(message) } });
});

test("--help is no refusal, with --json either", () => {
  const { exitCode, stdout } = twinsite(["synth", "--json", "--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Usage:");
  expect(stdout).not.toContain('"error"');
});

test("what the system does not allow is told with what to do", () => {
  const folder = newFolder();
  writeFiles(folder, { file: "" });
  const { exitCode, stderr } = twinsite(["synth", "--deployment", join(root, "config/deployments/sweden.yaml"), "--out", "file/out"], {
    folder,
  });
  expect(exitCode).toBe(2);
  expect(onOneLine(stderr)).toContain("cannot be made");
  expect(onOneLine(stderr)).toContain("/file is there already, and is no folder; move it away, or name another place (EEXIST).");
});

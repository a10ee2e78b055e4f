import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import picocolors from "picocolors";
import { z } from "zod";
import { judge } from "../../../cli/commands/judge";
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
  expect(stdout).toMatch(/^payments: 8 of 8 paths are complete/m);
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

const TEMPLATE = "stacks/cell-01-a/cdk.tf.json";

function edited(file: string, change: (text: string) => string): (folder: string) => void {
  return (folder) => writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
}

function added(file: string, text: string): (folder: string) => void {
  return (folder) => writeFiles(folder, { [join("stacks", "cell-01-a", file)]: text });
}

const OVERRIDE = JSON.stringify({ resource: { aws_lb_listener: { x: { default_action: [{ type: "fixed-response" }] } } } });

/** What Terraform reads, and a reader of one file with JSON.parse does not. */
const unseen: readonly (readonly [title: string, edit: (folder: string) => void, finding: RegExp])[] = [
  [
    "a file that overrides the template",
    added("zz_override.tf.json", OVERRIDE),
    /^hygiene:cell-01-a:stacks\/cell-01-a\/zz_override\.tf\.json/,
  ],
  [
    "another file of Terraform's own language",
    added("more.tf", 'resource "aws_eip" "x" {}'),
    /^hygiene:cell-01-a:stacks\/cell-01-a\/more\.tf/,
  ],
  ["values for variables", added("terraform.tfvars", 'x = "1"'), /^hygiene:cell-01-a:stacks\/cell-01-a\/terraform\.tfvars/],
  [
    "a workspace that was selected",
    added(".terraform/environment", "other"),
    /^hygiene:cell-01-a:stacks\/cell-01-a\/\.terraform\/environment/,
  ],
  [
    "a provider from elsewhere",
    edited(TEMPLATE, (text) => text.replace('"source": "hashicorp/aws"', '"source": "stranger/aws"')),
    /^hygiene:cell-01-a:terraform:.*source/,
  ],
  [
    "a provider of any version",
    edited(TEMPLATE, (text) => text.replace('"version": "5.100.0"', '"version": ">= 5"')),
    /^hygiene:cell-01-a:terraform:.*version/,
  ],
  [
    "calls that go to other endpoints",
    edited(TEMPLATE, (text) =>
      text.replace('"allowed_account_ids": [', '"endpoints": [{ "kms": "http://localhost" }],\n"allowed_account_ids": ['),
    ),
    /^hygiene:cell-01-a:provider\.aws:endpoints/,
  ],
  [
    "services of which none is made",
    edited(TEMPLATE, (text) => text.replaceAll('"platform_version": "1.4.0"', '"count": 0,\n"platform_version": "1.4.0"')),
    /^(?:mirror:cell-01-a:aws_ecs_service|payments:)/,
  ],
  [
    "a text that a directive makes",
    edited(TEMPLATE, (text) => text.replace('"platform_version": "1.4.0"', '"platform_version": "%{ if true }1.4.0%{ endif }"')),
    /^hygiene:cell-01-a:aws_ecs_service\.[^:]*:platform_version/,
  ],
  [
    "a site whose evidence declares no flow, while cells are there,",
    edited("stacks/site-a/cdk.tf.json", (text) => text.replace('"permittedFlows": [', '"permittedFlows": [],\n"formerFlows": [')),
    /^payments:site-a:output\.twinsite_evidence/,
  ],
  ["a stack that the manifest does not name", edited("manifest.json", (text) => text.replaceAll("cell-01-b", "cell-99-b")), /cell-/],
];

/** The same answer as the program's, without starting one for every case. */
function judgedHere(folder: string): { readonly exitCode: number; readonly ids: readonly string[] } {
  const printed: string[] = [];
  const colors = picocolors.createColors(false);
  const print = (text: string): void => void printed.push(text);
  const exitCode = judge(
    { in: folder, asOf: "2026-11-30", form: "json" },
    { print, note: print, colors, noteColors: colors, watched: false },
  );
  const { judgements } = judgedSchema.parse(JSON.parse(printed.join("\n")));
  return { exitCode, ids: judgements.flatMap(({ findings }) => findings.map(({ id }) => id)) };
}

test.each(unseen)("%s does not pass unread", (_, edit, finding) => {
  const { exitCode, ids } = judgedHere(output(edit));
  expect([exitCode, ids.some((id) => finding.test(id)) || ids]).toEqual([1, true]);
});

test("a key that is there twice is refused: Terraform reads both", () => {
  const folder = output(
    edited(TEMPLATE, (text) => text.replace('"platform_version": "1.4.0"', '"platform_version": "1.3.0",\n"platform_version": "1.4.0"')),
  );
  const { exitCode, stderr } = twinsite(["judge", "--in", folder]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("platform_version");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { JsonObject } from "../../../synthesized/json";
import { writtenEvidence } from "../../synthesized/written-template";
import { fakeTerraform } from "../fake-terraform";
import { temporaryFolders, type WrittenStack, writeOutput } from "../temporary";
import { type Run, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
const regions = { "site-a": "eu-north-1", "site-b": "eu-central-1", both: "eu-west-1" } as const;
const place = (name: keyof typeof regions): JsonObject => ({ bucket: "b", key: name, region: regions[name] });

function stack(name: keyof typeof regions, reads: readonly (keyof typeof regions)[] = []): WrittenStack {
  const states = reads.map((read) => [`input-${read}`, { backend: "s3", config: place(read) }] as const);
  const template = {
    terraform: { backend: { s3: place(name) } },
    provider: { aws: [{ region: regions[name] }] },
    ...(states.length === 0 ? {} : { data: { terraform_remote_state: Object.fromEntries(states) } }),
    output: { twinsite_evidence: { value: writtenEvidence(name) } },
  };
  return { template, dependencies: reads };
}

const sound = { "site-a": stack("site-a"), "site-b": stack("site-b"), both: stack("both", ["site-a", "site-b"]) };

interface Rehearsed extends Run {
  /** What Terraform was asked, a word each. */
  readonly asked: readonly string[];
}

function rehearsed(
  stacks: Readonly<Record<string, WrittenStack>>,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Rehearsed {
  const folder = newFolder();
  writeOutput(join(folder, "cdktf.out"), stacks);
  const run = twinsite(["rehearse", ...args], { folder, environment: { ...fakeTerraform(join(folder, "fake")), ...environment } });
  return { ...run, asked: readFileSync(join(folder, "fake/asked.log"), "utf8").trim().split("\n") };
}

const row = z.looseObject({ stack: z.string(), problems: z.array(z.looseObject({ summary: z.string() })) });
const reportSchema = z.object({ stacks: z.array(row), without: z.array(z.object({ site: z.string(), stacks: z.array(row) })) });

function reported(stacks: Readonly<Record<string, WrittenStack>>, ...args: readonly string[]): z.infer<typeof reportSchema> {
  return reportSchema.parse(JSON.parse(rehearsed(stacks, ["--json", ...args]).stdout));
}

test("every stack is rolled out, those that read others after them, and the answer is yes", () => {
  const { exitCode, stdout, stderr } = rehearsed(sound, []);
  expect(stdout).toContain("Yes: Terraform v1.11.4 rolls out 3 stacks in order on its own mock of AWS, 6 resources applied.");
  expect(stdout).toContain("Not shown: anything of AWS.");
  expect(stderr.trim().split("\n").at(-1)).toMatch(/^both: 2 applied, \d+\.\d s$/);
  expect(exitCode).toBe(0);
});

test("without a site the other is rebuilt, what sees both is planned, and the site itself has its runbook", () => {
  expect(reported(sound, "--without", "a").without).toEqual([
    {
      site: "site-a",
      stacks: [
        expect.objectContaining({ stack: "site-a", fate: "cannot", runbook: "docs/runbooks/loss-of-a-region.md" }),
        expect.objectContaining({ stack: "site-b", fate: "rebuilt", what: "2 applied from nothing" }),
        expect.objectContaining({ stack: "both", fate: "planned", what: "makes and removes nothing, from recorded outputs of site-a" }),
      ],
    },
  ]);
});

test.each([
  ["in one option", ["--without", "a", "b"]],
  ["in two", ["--without", "a", "--without", "b"]],
])("both losses %s take one roll-out: what would be made of the same files is not made again", (_, args) => {
  const { asked, stdout, exitCode } = rehearsed(sound, args);
  expect(asked.filter((word) => word === "test")).toHaveLength(3);
  expect(stdout).toContain("Yes: without site-a, 1 stack rebuilt");
  expect(stdout).toContain("Yes: without site-b, 1 stack rebuilt");
  expect(exitCode).toBe(0);
});

test("a stack of one site that reads the other's state fails without it, and is told why", () => {
  const leaning = { ...sound, "site-b": stack("site-b", ["site-a"]) };
  const { stacks, without } = reported(leaning, "--without", "a");
  expect(stacks.flatMap(({ problems }) => problems)).toEqual([]);
  const siteB = without[0]?.stacks.find((one) => one.stack === "site-b");
  expect(siteB?.problems.map(({ summary }) => summary)).toEqual([
    "cannot live without the lost site: it reads the outputs of site-a",
    "cannot live without the lost site: it waits for site-a",
    "Unable to find remote state",
  ]);
  expect(rehearsed(leaning, ["--without", "a"]).exitCode).toBe(1);
});

test("a stack whose forerunner failed is not tried, and the answer is no", () => {
  const { exitCode, stdout } = rehearsed(sound, [], { FAKE_FAILS: "1" });
  expect(stdout).toContain("error both: not tried: it waits for site-a, which was not rolled out");
  expect(stdout).toContain("No: 3 stacks of 3 with problems");
  expect(exitCode).toBe(1);
});

test("a site that is not there is refused before anything is rehearsed", () => {
  const folder = newFolder();
  writeOutput(join(folder, "cdktf.out"), sound);
  const { exitCode, stderr } = twinsite(["rehearse", "--without", "c"], { folder, environment: fakeTerraform(join(folder, "fake")) });
  expect(stderr).toContain("--without c: no stack is of site-c. There are: a, b.");
  expect(exitCode).toBe(2);
});

import picocolors from "picocolors";
import { type RehearsalReport, rehearsalRenderers } from "../../reports/rehearsal";

const colors = picocolors.createColors(false);
const runbook = "docs/runbooks/loss-of-a-region.md";
const sound: RehearsalReport = {
  terraform: "Terraform v1.11.4",
  stacks: [
    { stack: "site-a", applied: 245, seconds: 7.91, problems: [] },
    { stack: "site-b", applied: 1, seconds: 12, problems: [] },
  ],
  without: [
    {
      site: "site-a",
      regions: ["eu-north-1"],
      stacks: [
        { stack: "site-a", fate: "cannot", what: "it is part of site-a", runbook, problems: [] },
        { stack: "ports", fate: "cannot", what: "all that it makes is in eu-north-1", runbook, problems: [] },
        { stack: "site-b", fate: "rebuilt", what: "1 applied from nothing", runbook: null, problems: [] },
        {
          stack: "interconnect",
          fate: "planned",
          what: "makes and removes nothing, from recorded outputs of site-a",
          runbook: null,
          problems: [],
        },
      ],
    },
  ],
};
const error = { severity: "error", address: "aws_vpc.x", summary: "invalid ARN", detail: "It is none." } as const;

test("a roll-out that passes is told stack by stack, then what is left without a site, then what was not shown", () => {
  expect(rehearsalRenderers.text(sound, colors).split("\n")).toEqual([
    "STACK   APPLIED  PROBLEMS  SECONDS",
    "site-a      245         0      7.9",
    "site-b        1         0     12.0",
    "",
    "Yes: Terraform v1.11.4 rolls out 2 stacks in order on its own mock of AWS, 246 resources applied.",
    "",
    "Without site-a: eu-north-1 gone, with the states and outputs in it",
    "",
    "STACK         IS       HOW",
    `site-a        cannot   it is part of site-a: ${runbook}`,
    `ports         cannot   all that it makes is in eu-north-1: ${runbook}`,
    "site-b        rebuilt  1 applied from nothing",
    "interconnect  planned  makes and removes nothing, from recorded outputs of site-a",
    "",
    "Yes: without site-a, 1 stack rebuilt from nothing and 1 planned from recorded outputs; 2 cannot, and",
    "a runbook says what to do.",
    "",
    "Shown: order, values from stack to stack, expressions, conditions, and what the provider checks of",
    "arguments. Not shown: anything of AWS. Its answers were made up in the forms that AWS gives;",
    "permissions, quotas and names taken by others show on AWS alone.",
  ]);
});

test("a stack that came to no end has no number, its problem is told, and the answer is no", () => {
  const failed = { stack: "site-b", applied: null, seconds: 1, problems: [error] };
  const lines = rehearsalRenderers.text({ ...sound, stacks: [...sound.stacks.slice(0, 1), failed], without: [] }, colors).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "site-b        -         1      1.0",
      "error site-b aws_vpc.x: invalid ARN",
      "    It is none.",
      "No: 1 stack of 2 with problems (Terraform v1.11.4).",
    ]),
  );
});

test("a stack that does not live without the site makes that answer a no", () => {
  const [without] = sound.without;
  const rows = without?.stacks.map((row) => (row.stack === "site-b" ? { ...row, problems: [{ ...error, address: null }] } : row)) ?? [];
  const text = rehearsalRenderers.text({ ...sound, without: [{ site: "site-a", regions: ["eu-north-1"], stacks: rows }] }, colors);
  expect(text).toContain("error site-b: invalid ARN");
  expect(text).toContain("No: without site-a, 1 stack with problems.");
});

test("nothing is wider than 100 columns", () => {
  const long = "from recorded outputs of ".concat("ledger-01-a, ".repeat(20)).trim();
  const rows = [{ stack: "interconnect", fate: "planned", what: long, runbook: null, problems: [error] }] as const;
  const text = rehearsalRenderers.text({ ...sound, without: [{ site: "site-a", regions: ["eu-north-1"], stacks: rows }] }, colors);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

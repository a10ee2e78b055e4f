import picocolors from "picocolors";
import type { DeployableStack } from "../../../analysis/rollout/deployment-steps";
import { type DeploymentOutcome, outcomeText } from "../../../reports/runbook/deployment-outcome";
import { type DeploymentRunbook, runbookText } from "../../../reports/runbook/deployment-runbook";

const traffic: DeployableStack = { name: "traffic", after: [], scope: "shared", gates: [] };
const links: DeployableStack = { name: "links", after: ["traffic"], scope: "shared", gates: [] };
const steps = [
  { scope: "shared" as const, gates: [], stacks: [traffic] },
  { scope: "shared" as const, gates: [], stacks: [links] },
];

const runbook: DeploymentRunbook = {
  deployment: "trial",
  account: "111122223333",
  output: "cdktf.out",
  steps,
  only: undefined,
  siteRegions: new Map(),
  switchStack: "traffic",
  localStates: undefined,
};
const outcome: DeploymentOutcome = {
  scope: "shared",
  output: "cdktf.out",
  outcomes: [{ stack: "traffic", kind: "deployed" }],
  done: [],
  stacks: [traffic, links],
  steps,
  switchStack: "traffic",
};
const plain = picocolors.createColors(false);

test("people are told to switch both sites on right after the step that makes the switches, and once", () => {
  const text = runbookText(runbook);
  expect(text.split("Switch both sites on")).toHaveLength(2);
  expect(text.indexOf("Switch both sites on")).toBeLessThan(text.indexOf("Step 2 of 2"));
  expect(runbookText({ ...runbook, switchStack: undefined })).not.toContain("Switch both sites on");
});

test("a command is not broken within a quoted folder, which would change the folder", () => {
  const folder = `${"wide ".repeat(15)}--folder`;
  const commands = runbookText({ ...runbook, output: folder }).replaceAll(/ \\\n +/g, " ");
  expect(commands).toContain(`npx twinsite deploy --shared --in '${folder}'`);
  expect(commands).toContain(`terraform -chdir='${folder}/stacks/traffic' output -json > switches.json`);
});

test("a run that made the switches says so, and one that did not does not", () => {
  expect(outcomeText(outcome, plain)).toContain("Switch both sites on");
  expect(outcomeText({ ...outcome, outcomes: [{ stack: "traffic", kind: "failed" }] }, plain)).not.toContain("Switch both sites on");
});

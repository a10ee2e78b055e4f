import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { deploymentSchema } from "../../config/deployment";
import { runbooks } from "../../design/foundation/runbooks";
import type { Json } from "../../synthesized/json";
import { resourcesOf, type Template } from "../../synthesized/template";
import { edited, setting } from "../analysis/edited-template";
import { synthesizedDeployment } from "../synthesized-deployment";

const root = join(__dirname, "../..");
const deployments = readdirSync(join(root, "config/deployments"));
const pages = readdirSync(join(root, "docs/runbooks")).filter((file) => file !== "README.md");
/** AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm and API_PutCompositeAlarm, read 2026-12-01. */
const LONGEST_DESCRIPTION = 1024;

const stacksOf = (file: string): readonly Template[] => [
  ...synthesizedDeployment(deploymentSchema.parse(parse(readFileSync(join(root, "config/deployments", file), "utf8")))).values(),
];

/** Whether a text ends with a runbook that is there. */
function namesRunbook(text: Json | undefined): boolean {
  const page = typeof text === "string" ? /Runbook: docs\/runbooks\/([\w-]+\.md)"?$/.exec(text)?.[1] : undefined;
  return page !== undefined && pages.includes(page);
}

function withoutRunbook(template: Template): readonly string[] {
  const alarms = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"].flatMap((type) => resourcesOf(template, type));
  const lost = alarms.filter(
    ({ attributes: { alarm_description: text } }) => !namesRunbook(text) || String(text).length > LONGEST_DESCRIPTION,
  );
  return lost.map(({ address }) => `${template.stack} ${address}`);
}

/** What events tell: in words of their own, or made of the event. */
function wordsToldByRules(template: Template): readonly string[] {
  return resourcesOf(template, "aws_cloudwatch_event_target").flatMap(({ attributes }) => {
    const shown = JSON.stringify(attributes["input_transformer"] ?? "");
    const words = /"input_template":("(?:[^"\\]|\\.)*")/.exec(shown)?.[1];
    return words === undefined ? [] : [String(JSON.parse(words))];
  });
}

test("the runbooks that an alarm may name are the pages in docs/runbooks", () => {
  expect(runbooks.map((name) => `${name}.md`)).toEqual(pages.toSorted());
});

test("the runbooks' page lists every one of them", () => {
  const list = readFileSync(join(root, "docs/runbooks/README.md"), "utf8");
  expect(pages.filter((page) => !list.includes(`](${page})`))).toEqual([]);
});

describe.each(deployments)("%s", (file) => {
  const stacks = stacksOf(file);

  test("every alarm names a runbook that exists, in no more characters than CloudWatch takes", () => {
    expect(stacks.flatMap(withoutRunbook)).toEqual([]);
  });

  test("every message of a rule, which tells of an event in words of its own, names one as well", () => {
    const told = stacks.flatMap(wordsToldByRules);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((words) => !namesRunbook(words))).toEqual([]);
  });
});

test("an alarm without a runbook, or with one that is not there, is found", () => {
  const stacks = synthesizedDeployment(deploymentSchema.parse(parse(readFileSync(join(root, "config/deployments/sweden.yaml"), "utf8"))));
  const site = stacks.get("site-a");
  if (site === undefined) throw new Error("sweden has no site-a");
  const [alarm] = resourcesOf(site, "aws_cloudwatch_metric_alarm");
  if (alarm === undefined) throw new Error("site-a has no alarm");
  for (const text of ["It is dark", "It is dark. Runbook: docs/runbooks/nowhere.md"]) {
    const mutant = edited(site, { [alarm.address]: setting({ alarm_description: text }) });
    expect(withoutRunbook(mutant)).toEqual([`site-a ${alarm.address}`]);
  }
});

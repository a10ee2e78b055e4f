import { deploySteps } from "../../reports/deploy-steps";

const stack = (name: string, regions: readonly string[], after: readonly string[] = []) => ({ name, regions, resources: 1, after });

test("what concerns no site comes first, then one site, then the other, then what concerns both", () => {
  const steps = deploySteps([
    stack("guardrails-eu-north-1", ["eu-north-1"]),
    stack("guardrails-eu-central-1", ["eu-central-1"]),
    stack("guardrails-eu-west-1", ["eu-west-1"]),
    stack("guardrails-us-east-1", ["us-east-1"]),
    stack("site-a", ["eu-north-1"], ["guardrails-eu-north-1"]),
    stack("site-b", ["eu-central-1"], ["guardrails-eu-central-1"]),
    stack("interconnect", ["eu-north-1", "eu-central-1"], ["site-a", "site-b"]),
    stack("shared", ["eu-north-1", "eu-central-1"], ["site-a", "site-b"]),
  ]);
  expect(steps.split("\n").map((step) => step.replace("npx cdktf deploy --ignore-missing-stack-dependencies ", ""))).toEqual([
    "guardrails-eu-west-1 guardrails-us-east-1",
    "guardrails-eu-north-1",
    "guardrails-eu-central-1",
    "site-a",
    "site-b",
    "interconnect",
    "shared",
  ]);
});

test("no step deploys both sites", () => {
  const steps = deploySteps([stack("site-a", ["eu-north-1"]), stack("site-b", ["eu-central-1"])]);
  expect(steps.split("\n")).toHaveLength(2);
});

test("a Direct Connect location is a step of its own, though it is in a site's Region", () => {
  const steps = deploySteps([
    stack("site-a", ["eu-north-1"]),
    stack("site-b", ["eu-central-1"]),
    stack("ports-eqsk1", ["eu-north-1"]),
    stack("ports-itxs1", ["eu-central-1"]),
  ]);
  expect(steps.split("\n").map((step) => step.split(" ").slice(4))).toEqual([["site-a"], ["site-b"], ["ports-eqsk1"], ["ports-itxs1"]]);
});

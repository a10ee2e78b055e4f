import { parseTerraformTest } from "../../synthesized/terraform-test";

const lines = (...messages: readonly object[]): string => messages.map((message) => JSON.stringify(message)).join("\n");
const state = {
  type: "test_state",
  test_state: {
    outputs: { id: { value: "vpc-1", type: "string", sensitive: true }, open: { value: [1], type: ["tuple", ["number"]] } },
    root_module: { resources: [{ mode: "managed" }, { mode: "data" }] },
    provider_schemas: { huge: {} },
  },
};
const plan = {
  type: "test_plan",
  test_plan: {
    resource_changes: [
      { address: "aws_vpc.same", change: { actions: ["no-op"] } },
      { address: "aws_vpc.other", change: { actions: ["delete", "create"] } },
      { address: "aws_vpc.new", change: { actions: ["create"] } },
      { address: "aws_backup_plan.nested", change: { actions: ["update"] } },
    ],
  },
};
const summary = (status: string): object => ({ type: "test_summary", test_summary: { status } });

test("the state tells resources without data sources, and outputs in plain text", () => {
  expect(parseTerraformTest(lines(state, summary("pass")), "site-a")).toEqual({
    outcome: "passed",
    diagnostics: [],
    moved: undefined,
    state: {
      resources: 1,
      outputs: {
        id: { value: "vpc-1", type: "string", sensitive: true },
        open: { value: [1], type: ["tuple", ["number"]], sensitive: false },
      },
    },
  });
});

test("a plan tells what it would make, replace or remove, not what a mock would update", () => {
  expect(parseTerraformTest(lines(state, plan, summary("pass")), "site-a").moved).toEqual(["aws_vpc.other", "aws_vpc.new"]);
});

test("a diagnostic is told with its address", () => {
  const diagnostic = { severity: "error", summary: "invalid ARN", detail: "", address: "aws_flow_log.x" };
  expect(parseTerraformTest(lines({ type: "diagnostic", diagnostic }, summary("error")), "site-a")).toMatchObject({
    outcome: "failed",
    state: undefined,
    diagnostics: [{ severity: "error", summary: "invalid ARN", address: "aws_flow_log.x" }],
  });
});

test("a run that was cut short has failed", () => {
  expect(parseTerraformTest(lines(state), "site-a").outcome).toBe("failed");
});

test("what is no message of a test is refused with the stack's name", () => {
  expect(() => parseTerraformTest('{"no":"type"}', "site-a")).toThrow("the test messages of stack site-a cannot be read");
});

import { z } from "zod";
import { type RollOutInputs, rollOutFiles } from "../../../cli/terraform/roll-out-files";
import type { Template } from "../../../synthesized/template";
import { writtenTemplate } from "../../synthesized/written-template";

const testFileSchema = z.object({
  mock_provider: z.object({ aws: z.array(z.unknown()) }),
  override_resource: z.array(z.object({ target: z.string() })),
  override_data: z.array(z.object({ target: z.string() })),
  run: z.record(z.string(), z.unknown()),
});
const overridesSchema = z.object({ terraform: z.unknown(), resource: z.unknown().optional(), data: z.unknown().optional() });

const nothing: RollOutInputs = { recorded: new Map(), secondPlan: "notAsked" };

function testFile(template: Template, inputs: RollOutInputs = nothing): z.infer<typeof testFileSchema> {
  return testFileSchema.parse(JSON.parse(rollOutFiles(template, inputs)["roll-out.tftest.json"] ?? ""));
}

function overrides(template: Template, inputs: RollOutInputs = nothing): z.infer<typeof overridesSchema> {
  return overridesSchema.parse(JSON.parse(rollOutFiles(template, inputs)["zz_override.tf.json"] ?? ""));
}

test("every configuration of the provider is mocked, under its own alias", () => {
  const template = writtenTemplate({ parts: { provider: { aws: [{ region: "eu-west-1" }, { region: "eu-north-1", alias: "a" }] } } });
  expect(testFile(template).mock_provider.aws).toEqual([{}, { alias: "a" }]);
});

test("protection is lifted where it is, and nowhere else", () => {
  const resource = {
    aws_kms_key: { guarded: { lifecycle: { prevent_destroy: true } }, free: {} },
    aws_sns_topic: { x: { lifecycle: { ignore_changes: ["tags"] } } },
  };
  expect(overrides(writtenTemplate({ resource })).resource).toEqual({
    aws_kms_key: { guarded: { lifecycle: { prevent_destroy: false } } },
  });
});

test("a stack without protection has no empty block of it, which Terraform would not take", () => {
  expect(Object.keys(overrides(writtenTemplate({ resource: { aws_vpc: { x: {} } } })))).toEqual(["terraform"]);
});

const readsA = writtenTemplate({ data: { terraform_remote_state: { "input-a": { backend: "s3", config: {} } } } });
const outputs = { id: { value: "vpc-1", type: "string", sensitive: true } };

test("a state that is read is one of the outputs that were recorded", () => {
  const inputs = { ...nothing, recorded: new Map([["input-a", outputs]]) };
  expect(overrides(readsA, inputs).data).toEqual({
    terraform_remote_state: { "input-a": { backend: "local", config: { path: "upstream/input-a.tfstate" } } },
  });
  expect(JSON.parse(rollOutFiles(readsA, inputs)["upstream/input-a.tfstate"] ?? "")).toMatchObject({ version: 4, outputs });
});

test("a state that is gone leads to a file that is not there, never to AWS", () => {
  const inputs = { ...nothing, recorded: new Map([["input-a", undefined]]) };
  expect(overrides(readsA, inputs).data).toMatchObject({ terraform_remote_state: { "input-a": { backend: "local" } } });
  expect(Object.keys(rollOutFiles(readsA, inputs))).toEqual(["zz_override.tf.json", "roll-out.tftest.json"]);
});

test("resources and data sources of AWS are answered, other states are not", () => {
  const template = writtenTemplate({
    resource: { aws_vpc: { x: {} } },
    data: { aws_vpc: { y: {} }, terraform_remote_state: { z: { backend: "s3" } } },
  });
  const file = testFile(template);
  expect([file.override_resource, file.override_data]).toEqual([
    [expect.objectContaining({ target: "aws_vpc.x" })],
    [expect.objectContaining({ target: "data.aws_vpc.y" })],
  ]);
});

test("a second plan asks nobody what is there", () => {
  expect(testFile(readsA).run).toEqual({ roll_out: { command: "apply" } });
  expect(testFile(readsA, { ...nothing, secondPlan: "asked" }).run).toEqual({
    roll_out: { command: "apply" },
    plan_again: { command: "plan", plan_options: { refresh: false } },
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOutput } from "../cli/temporary";
import { type PlannedStack, skipWithoutTerraform, type TerraformAnswer, terraformPlans } from "./terraform-plans";

const settings = {
  terraform: {
    backend: { s3: { bucket: "state", key: "k", region: "eu-north-1" } },
    required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
  },
  provider: { aws: [{ region: "eu-north-1", allowed_account_ids: ["111122223333"] }] },
};
const topic = { ...settings, resource: { aws_sns_topic: { on_call: { name: "on-call" } } } };
const reader = {
  data: { terraform_remote_state: { sound: { backend: "s3", config: { bucket: "state", key: "sound", region: "eu-north-1" } } } },
  resource: { aws_sns_topic: { on_call: { name: "${data.terraform_remote_state.sound.outputs.name}" } } },
};

// What needs no real Terraform is in test/cli/plan.test.ts: every stack here costs seconds.
const folder = mkdtempSync(join(tmpdir(), "twinsite-test-"));
const output = join(folder, "cdktf.out");
const plans = join(folder, "plans");
writeOutput(output, {
  sound: { template: { ...topic, output: { name: { value: "told-by-sound" } } } },
  reader: { template: { ...settings, ...reader }, dependencies: ["sound"] },
  deprecated: { template: { ...settings, resource: { aws_s3_bucket: { logs: { bucket: "logs", acl: "private" } } } } },
  wrong: { template: { ...settings, resource: { aws_sns_topic: { on_call: { nmae: "on-call" } } } } },
});
const answer = terraformPlans(output, plans);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function testAnswers({ stacks, exitCode }: Extract<TerraformAnswer, { kind: "planned" }>): void {
  const stackNamed = (name: string): PlannedStack | undefined => stacks.find(({ stack }) => stack === name);

  test("a problem in any stack makes the answer no", () => {
    expect(exitCode).toBe(1);
  });

  test("a stack without fault is planned, and its plan kept", () => {
    expect(stackNamed("sound")).toMatchObject({ add: 1, problems: [] });
    expect(readFileSync(join(plans, "sound.json"), "utf8")).toMatch(/^\{"format_version":"1\..*"aws_sns_topic\.on_call"/);
  });

  test("a deprecated argument is a warning with its address, told once", () => {
    const problems = [expect.objectContaining({ severity: "warning", address: "aws_s3_bucket.logs", summary: "Argument is deprecated" })];
    expect(stackNamed("deprecated")).toMatchObject({ add: 1, problems });
  });

  test("an unknown argument is an error, and there is no plan", () => {
    const problems = [
      expect.objectContaining({ severity: "error", address: "aws_sns_topic.on_call", detail: expect.stringContaining("nmae") }),
    ];
    expect(stackNamed("wrong")).toMatchObject({ add: null, file: null, problems });
    expect(existsSync(join(plans, "wrong.json"))).toBe(false);
  });

  test("a stack reads a stub of the state that it waits for", () => {
    expect(stackNamed("reader")).toMatchObject({ add: 1, problems: [] });
    expect(readFileSync(join(plans, "reader.json"), "utf8")).toContain('"name":"told-by-sound"');
  });

  test("nothing but the templates is in the output afterwards", () => {
    expect(readdirSync(join(output, "stacks/sound"))).toEqual(["cdk.tf.json"]);
  });
}

switch (answer.kind) {
  case "unavailable":
    skipWithoutTerraform(answer.why);
    break;
  case "planned":
    testAnswers(answer);
}

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
/** Terraform's own resource: only one of these stacks has to pay for the provider's schemas. */
const withoutProvider = { terraform: { backend: settings.terraform.backend } };
const sound = { ...withoutProvider, resource: { terraform_data: { on_call: { input: "on-call" } } } };
const reader = {
  ...withoutProvider,
  data: { terraform_remote_state: { sound: { backend: "s3", config: { bucket: "state", key: "sound", region: "eu-north-1" } } } },
  resource: { terraform_data: { on_call: { input: "${data.terraform_remote_state.sound.outputs.name}" } } },
};

// What needs no real Terraform is in test/cli/commands/plan.test.ts: every stack here costs seconds.
const folder = mkdtempSync(join(tmpdir(), "twinsite-test-"));
const output = join(folder, "cdktf.out");
const plans = join(folder, "plans");
writeOutput(output, {
  sound: { template: { ...sound, output: { name: { value: "told-by-sound" } } } },
  reader: { template: reader, dependencies: ["sound"] },
  deprecated: { template: { ...settings, resource: { aws_s3_bucket: { logs: { bucket: "logs", acl: "private" } } } } },
  wrong: { template: { ...withoutProvider, resource: { terraform_data: { on_call: { inptu: "on-call" } } } } },
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
    expect(readFileSync(join(plans, "sound.json"), "utf8")).toMatch(/^\{"format_version":"1\..*"terraform_data\.on_call"/);
  });

  test("a deprecated argument is a warning with its address, told once", () => {
    const problems = [expect.objectContaining({ severity: "warning", address: "aws_s3_bucket.logs", summary: "Argument is deprecated" })];
    expect(stackNamed("deprecated")).toMatchObject({ add: 1, problems });
  });

  test("an unknown argument is an error, and there is no plan", () => {
    const problems = [
      expect.objectContaining({ severity: "error", address: "terraform_data.on_call", detail: expect.stringContaining("inptu") }),
    ];
    expect(stackNamed("wrong")).toMatchObject({ add: null, file: null, problems });
    expect(existsSync(join(plans, "wrong.json"))).toBe(false);
  });

  test("a stack reads a stub of the state that it waits for", () => {
    expect(stackNamed("reader")).toMatchObject({ add: 1, problems: [] });
    expect(readFileSync(join(plans, "reader.json"), "utf8")).toContain('"input":"told-by-sound"');
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

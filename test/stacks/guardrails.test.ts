import type { Deployment } from "../../config/deployment";
import { bootstrapDesigns } from "../../design/guardrails/bootstrap";
import { guardrailsAccountDesign } from "../../design/guardrails/guardrails-account";
import { guardrailsRegionDesigns } from "../../design/guardrails/guardrails-region";
import { BootstrapStack } from "../../stacks/bootstrap";
import { GuardrailsAccountStack } from "../../stacks/guardrails-account";
import { GuardrailsRegionStack } from "../../stacks/guardrails-region";
import type { Block, Template } from "../../synthesized/template";
import { sweden } from "../sweden";
import { drawnStacks } from "./drawn-stacks";

/** The templates of these stacks as they are on disk after synthesis. */
function synthesized(deployment: Deployment): readonly Template[] {
  const drawn = drawnStacks((app) => {
    for (const design of bootstrapDesigns(deployment)) new BootstrapStack(app, design);
    new GuardrailsAccountStack(app, guardrailsAccountDesign(deployment));
    for (const design of guardrailsRegionDesigns(deployment)) new GuardrailsRegionStack(app, design);
  });
  return [...drawn.values()].toSorted((one, other) => (one.stack < other.stack ? -1 : 1));
}

const deployment = sweden();
const templates = synthesized(deployment);
const elsewhere = (guardrails: Partial<Deployment["guardrails"]>): readonly Template[] =>
  synthesized({ ...deployment, guardrails: { ...deployment.guardrails, ...guardrails } });

const ofType = (from: readonly Template[], type: string): readonly Block[] =>
  from.flatMap(({ resources }) => resources.filter((resource) => resource.type === type));
const inStack = (from: readonly Template[], stack: string): readonly Template[] => from.filter((template) => template.stack === stack);
const regionStacks = templates.filter(({ stack }) => /^guardrails-.+-\d$/.test(stack));
const only = (blocks: readonly Block[]): Block => {
  const [block] = blocks;
  if (block === undefined || blocks.length > 1)
    throw new Error(`expected one block, got ${blocks.map(({ address }) => address).join(", ") || "none"}`);
  return block;
};

test("nothing that holds evidence, state or keys can be destroyed by a plan", () => {
  const kept = [
    ...ofType(templates, "aws_s3_bucket"),
    ...ofType(templates, "aws_kms_key"),
    ...ofType(templates, "aws_cloudtrail"),
    ...ofType(templates, "aws_cloudwatch_log_group"),
  ];
  expect(kept.length).toBe(3 + 2 + 5 + (3 + 1 + 10) + 1 + 1);
  for (const { attributes } of kept) expect(attributes["lifecycle"]).toEqual({ prevent_destroy: true });
});

test("a log group outlives the block that declares it", () => {
  for (const { attributes } of ofType(templates, "aws_cloudwatch_log_group")) expect(attributes["skip_destroy"]).toBe(true);
});

test("what GuardDuty adds to a feature replaces nothing", () => {
  const features = ofType(templates, "aws_guardduty_detector_feature");
  expect(features.length).toBe(30);
  for (const { attributes } of features) expect(attributes["lifecycle"]).toEqual({ ignore_changes: ["additional_configuration"] });
});

test("Security Hub has a quarter of an hour to get its standard ready", () => {
  for (const { attributes } of ofType(templates, "aws_securityhub_standards_subscription"))
    expect(attributes["timeouts"]).toEqual({ create: "15m", delete: "15m" });
});

test("every bucket is private, versioned, encrypted and has a policy", () => {
  for (const type of ["public_access_block", "versioning", "server_side_encryption_configuration", "policy", "lifecycle_configuration"]) {
    expect(ofType(templates, `aws_s3_bucket_${type}`).length).toBe(ofType(templates, "aws_s3_bucket").length);
  }
});

test("policies are written out whole, but for the state buckets' that name their own key", () => {
  const withReferences = templates.flatMap(({ stack, resources }) =>
    resources.filter(({ attributes }) => JSON.stringify(attributes["policy"] ?? "").includes("${")).map(({ type }) => `${stack} ${type}`),
  );
  expect(withReferences).toEqual(["eu-central-1", "eu-north-1", "eu-west-1"].map((region) => `bootstrap-${region} aws_s3_bucket_policy`));
});

test("one trail writes down every Region, signed, encrypted and to a log group", () => {
  const { attributes } = only(ofType(templates, "aws_cloudtrail"));
  expect(attributes).toMatchObject({
    is_multi_region_trail: true,
    include_global_service_events: true,
    enable_log_file_validation: true,
  });
  expect(attributes["kms_key_id"]).toMatch(/^\$\{aws_kms_key\./);
  expect(attributes["cloud_watch_logs_group_arn"]).toMatch(/^\$\{aws_cloudwatch_log_group\..*\.arn\}:\*$/);
});

test("the trail starts only when its bucket and its role let it write", () => {
  const { attributes } = only(ofType(templates, "aws_cloudtrail"));
  const waits = JSON.stringify(attributes["depends_on"]);
  expect(waits).toContain("aws_s3_bucket_policy.audit_archive_trail_policy");
  expect(waits).toContain("aws_s3_bucket_object_lock_configuration.audit_archive_trail_retention");
  expect(waits).toContain("aws_iam_role_policy.audit_delivery-permissions");
});

test("a trail that falls silent wakes someone, since no data counts as an alarm", () => {
  const silence = ofType(templates, "aws_cloudwatch_metric_alarm").filter(
    ({ attributes }) => attributes["metric_name"] === "IncomingLogEvents",
  );
  expect(only(silence).attributes).toMatchObject({
    treat_missing_data: "breaching",
    namespace: "AWS/Logs",
    statistic: "Sum",
    threshold: 1,
  });
});

test("every alarm of the account rings in the home Region", () => {
  const alarms = ofType(inStack(templates, "guardrails-account"), "aws_cloudwatch_metric_alarm");
  expect(alarms.length).toBe(4);
  for (const { attributes } of alarms)
    expect(attributes["alarm_actions"]).toEqual(["arn:aws:sns:eu-west-1:111122223333:twinsite-sweden-on-call"]);
});

describe.each(regionStacks.map((template) => [template.stack, template] as const))("%s", (stack, template) => {
  const region = stack.replace("guardrails-", "");

  test("names no other Region than its own", () => {
    const text = JSON.stringify(template.resources);
    const others = ["eu-north-1", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"].filter((other) => other !== region);
    expect(others.filter((other) => text.includes(other))).toEqual([]);
  });

  test("has an encrypted topic with every subscription of the deployment", () => {
    expect(only(ofType([template], "aws_sns_topic")).attributes["kms_master_key_id"]).toMatch(/^\$\{aws_kms_key\.key_/);
    expect(ofType([template], "aws_sns_topic_subscription").map(({ attributes }) => attributes["endpoint"])).toEqual(
      deployment.onCall.map(({ endpoint }) => endpoint),
    );
  });

  test("sends every rule's events to the topic", () => {
    const rules = ofType([template], "aws_cloudwatch_event_rule");
    const targets = ofType([template], "aws_cloudwatch_event_target");
    expect(rules.length).toBeGreaterThan(15);
    expect(targets.map(({ attributes }) => attributes["rule"])).toEqual(rules.map(({ address }) => `\${${address}.name}`));
    for (const { attributes } of targets) expect(attributes["arn"]).toMatch(/^\$\{aws_sns_topic\./);
  });

  test("tells of messages to on-call that got lost", () => {
    const alarms = ofType([template], "aws_cloudwatch_metric_alarm").map(({ attributes }) => attributes);
    expect(alarms).toMatchObject([
      { metric_query: [{ expression: expect.stringContaining("FailedInvocations") }] },
      { namespace: "AWS/SNS", metric_name: "NumberOfNotificationsFailed", dimensions: { TopicName: "twinsite-sweden-on-call" } },
    ]);
    for (const { alarm_actions } of alarms) expect(alarm_actions).toEqual([expect.stringMatching(/^\$\{aws_sns_topic\./)]);
  });

  test("starts recording when the channel is there, and judges when recording has started", () => {
    const channel = only(ofType([template], "aws_config_delivery_channel"));
    const status = only(ofType([template], "aws_config_configuration_recorder_status"));
    expect(channel.attributes["depends_on"]).toContain(only(ofType([template], "aws_config_configuration_recorder")).address);
    expect(status.attributes["depends_on"]).toEqual([channel.address]);
    expect(only(ofType([template], "aws_config_conformance_pack")).attributes["depends_on"]).toEqual([status.address]);
    expect(only(ofType([template], "aws_securityhub_account")).attributes["depends_on"]).toEqual([status.address]);
  });

  test("records IAM in the home Region only", () => {
    const { attributes } = only(ofType([template], "aws_config_configuration_recorder"));
    expect(attributes["recording_group"]).toEqual({ all_supported: true, include_global_resource_types: region === "eu-west-1" });
  });

  test("follows PCI DSS 4.0.1 in Security Hub and no standard that AWS would add", () => {
    expect(only(ofType([template], "aws_securityhub_account")).attributes["enable_default_standards"]).toBe(false);
    expect(only(ofType([template], "aws_securityhub_standards_subscription")).attributes["standards_arn"]).toBe(
      `arn:aws:securityhub:${region}::standards/pci-dss/v/4.0.1`,
    );
  });
});

/** What each guardrail makes, and nothing else does. */
const own: Readonly<Record<keyof Deployment["guardrails"], readonly string[]>> = {
  trail: [
    "aws_cloudtrail",
    "aws_cloudwatch_log_group",
    "aws_cloudwatch_log_metric_filter",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_object_lock_configuration",
  ],
  config: [
    "aws_config_configuration_recorder",
    "aws_config_configuration_recorder_status",
    "aws_config_conformance_pack",
    "aws_config_delivery_channel",
    "aws_iam_service_linked_role",
  ],
  guardDuty: ["aws_guardduty_detector", "aws_guardduty_detector_feature"],
  securityHub: ["aws_securityhub_account", "aws_securityhub_standards_subscription"],
  inspector: ["aws_ecr_registry_scanning_configuration", "aws_inspector2_enabler"],
  ebsEncryption: ["aws_ebs_default_kms_key", "aws_ebs_encryption_by_default"],
};
const typesIn = (from: readonly Template[]): readonly string[] =>
  [...new Set(from.flatMap(({ resources }) => resources.map(({ type }) => type)))].toSorted();

test.each(["trail", "config", "guardDuty", "securityHub", "inspector", "ebsEncryption"] as const)(
  "a deployment whose %s is managed elsewhere has nothing of it, and all the rest",
  (guardrail) => {
    for (const type of own[guardrail]) expect(typesIn(templates)).toContain(type);
    const rest = elsewhere({ [guardrail]: "managedElsewhere" });
    expect(typesIn(rest)).toEqual(typesIn(templates).filter((type) => !own[guardrail].includes(type)));
  },
);

test("without a trail of its own it still keeps AWS Config's record in every Region", () => {
  const buckets = ofType(elsewhere({ trail: "managedElsewhere" }), "aws_s3_bucket").map(({ attributes }) =>
    JSON.stringify(attributes["bucket"]),
  );
  expect(buckets.filter((name) => name.includes("twinsite-sweden-config-")).length).toBe(5);
  expect(buckets.filter((name) => name.includes("twinsite-sweden-archive-"))).toEqual([]);
});

test("with AWS Config managed elsewhere no bucket and no key is meant for it, and it still sees of keys that they rotate", () => {
  const home = (from: readonly Template[]): string => JSON.stringify(inStack(from, "guardrails-eu-north-1")).replaceAll("\\", "");
  const rest = home(elsewhere({ config: "managedElsewhere" }));
  expect(home(templates)).toContain('"Service":"config.amazonaws.com"');
  expect(rest).not.toContain('"Service":"config.amazonaws.com"');
  expect(rest).toContain('"Sid":"RecordForAudit"');
});

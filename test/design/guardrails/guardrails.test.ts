import { z } from "zod";
import type { Deployment } from "../../../config/deployment";
import { onCallTopicArn } from "../../../design/foundation/naming";
import { messageTemplate } from "../../../design/guardrails/alert-rules";
import { bootstrapDesigns } from "../../../design/guardrails/bootstrap";
import { guardrailsAccountDesign } from "../../../design/guardrails/guardrails-account";
import { guardrailsRegionDesigns } from "../../../design/guardrails/guardrails-region";
import { decide, type PolicyRequest } from "../../policy-decision";
import { sweden } from "../../sweden";

const deployment = sweden();
const withGuardrails = (guardrails: Partial<Deployment["guardrails"]>): Deployment => ({
  ...deployment,
  guardrails: { ...deployment.guardrails, ...guardrails },
});
const stacksOf = (from: Deployment) => [...bootstrapDesigns(from), guardrailsAccountDesign(from), ...guardrailsRegionDesigns(from)];

test("every Region that a provider works in is guarded, those of AWS's global services included", () => {
  const regions = guardrailsRegionDesigns(deployment).map(({ providers }) => providers[0]?.region);
  expect(regions).toEqual(["eu-north-1", "eu-central-1", "eu-west-1", "us-east-1", "us-west-2"]);
});

test("a site's guardrails keep their state in its own Region, the others in the home Region", () => {
  const stateOf = Object.fromEntries(
    guardrailsRegionDesigns(deployment).map(({ name, backend }) => [name, backend.kind === "s3" ? backend.region : "file"]),
  );
  expect(stateOf).toEqual({
    "guardrails-eu-north-1": "eu-north-1",
    "guardrails-eu-central-1": "eu-central-1",
    "guardrails-eu-west-1": "eu-west-1",
    "guardrails-us-east-1": "eu-west-1",
    "guardrails-us-west-2": "eu-west-1",
  });
});

test("bootstrap keeps its state in files, since its bucket cannot hold what makes it", () => {
  expect(bootstrapDesigns(deployment).map(({ name, backend }) => [name, backend.kind])).toEqual([
    ["bootstrap-eu-north-1", "local"],
    ["bootstrap-eu-central-1", "local"],
    ["bootstrap-eu-west-1", "local"],
  ]);
});

test("a trial with its state in files has no bootstrap, and nothing waits for one", () => {
  const trial: Deployment = { ...deployment, state: { kind: "local" } };
  expect(bootstrapDesigns(trial)).toEqual([]);
  expect(
    stacksOf(trial)
      .flatMap(({ after }) => after)
      .filter((name) => name.startsWith("bootstrap")),
  ).toEqual([]);
});

test("what a stack waits for comes before it, so that no order is a circle", () => {
  const seen = new Set<string>();
  for (const { name, after } of stacksOf(deployment)) {
    for (const earlier of after) expect(seen).toContain(earlier);
    seen.add(name);
  }
});

test("the topic takes alarms of its own Region and account, and events", () => {
  for (const { onCall, providers } of guardrailsRegionDesigns(deployment)) {
    const region = providers[0]?.region ?? "";
    const publish = (by: string, context: PolicyRequest["context"] = {}) =>
      decide(onCall.policy, { action: "sns:Publish", resource: onCallTopicArn(deployment, region), by: { service: by }, context });
    const alarm = { "aws:SourceArn": `arn:aws:cloudwatch:${region}:111122223333:alarm:x`, "aws:SourceAccount": "111122223333" };
    expect(publish("cloudwatch.amazonaws.com", alarm)).toBe("allowed");
    expect(publish("cloudwatch.amazonaws.com", { ...alarm, "aws:SourceAccount": "999999999999" })).toBe("notMentioned");
    expect(publish("events.amazonaws.com")).toBe("allowed");
    expect(publish("s3.amazonaws.com")).toBe("notMentioned");
    expect(publish("events.amazonaws.com", { "aws:SecureTransport": "false" })).toBe("denied");
  }
});

const calls = z.looseObject({ detail: z.looseObject({ eventSource: z.array(z.string()), eventName: z.array(z.unknown()) }) });
const rulesFor = (from: Deployment, region: string, eventSource: string, eventName: string): readonly string[] => {
  const design = guardrailsRegionDesigns(from).find(({ name }) => name === `guardrails-${region}`);
  return (design?.alerts ?? [])
    .filter(({ pattern }) => {
      const parsed = calls.safeParse(JSON.parse(pattern));
      return parsed.success && parsed.data.detail.eventSource.includes(eventSource) && parsed.data.detail.eventName.includes(eventName);
    })
    .map(({ id }) => id);
};

const switchedOff = [
  ["the trail is stopped", "cloudtrail.amazonaws.com", "StopLogging", "trail"],
  ["a detector is deleted", "guardduty.amazonaws.com", "DeleteDetector", "threat-detector"],
  ["the recorder is stopped", "config.amazonaws.com", "StopConfigurationRecorder", "recorder"],
  ["a flow log is deleted", "ec2.amazonaws.com", "DeleteFlowLogs", "flow-logs"],
  ["Security Hub is disabled", "securityhub.amazonaws.com", "DisableSecurityHub", "findings"],
  ["Inspector is disabled", "inspector2.amazonaws.com", "Disable", "vulnerability-scanner"],
  ["new volumes are no longer encrypted", "ec2.amazonaws.com", "DisableEbsEncryptionByDefault", "volume-encryption"],
  ["a key is to be deleted", "kms.amazonaws.com", "ScheduleKeyDeletion", "keys"],
  ["the firewall is deleted", "network-firewall.amazonaws.com", "DeleteFirewall", "firewall"],
  ["a rule that tells of this is disabled", "events.amazonaws.com", "DisableRule", "event-rules"],
  ["the account's block on public buckets is lifted", "s3.amazonaws.com", "DeleteAccountPublicAccessBlock", "bucket-access"],
] as const;

test.each(switchedOff)("on-call is told in every Region when %s", (_, eventSource, eventName, rule) => {
  for (const { providers } of guardrailsRegionDesigns(deployment)) {
    expect(rulesFor(deployment, providers[0]?.region ?? "", eventSource, eventName)).toEqual([rule]);
  }
});

test("on-call is told of changes to IAM in the one Region where IAM tells of them", () => {
  const told = guardrailsRegionDesigns(deployment).filter(({ alerts }) => alerts.some(({ id }) => id === "identities"));
  expect(told.map(({ name }) => name)).toEqual(["guardrails-us-east-1"]);
});

test("on-call is told of every use of the break-glass role, which EventBridge counts as a read", () => {
  for (const { alerts } of guardrailsRegionDesigns(withGuardrails({ trail: "managedElsewhere" }))) {
    const rule = alerts.find(({ id }) => id === "break-glass-use");
    expect(rule?.state).toBe("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
    expect(rule?.pattern).toContain("arn:aws:iam::111122223333:role/twinsite-sweden-break-glass");
  }
});

test("a guardrail that is managed elsewhere is watched elsewhere", () => {
  const elsewhere = withGuardrails({ guardDuty: "managedElsewhere" });
  expect(rulesFor(elsewhere, "eu-north-1", "guardduty.amazonaws.com", "DeleteDetector")).toEqual([]);
  expect(rulesFor(elsewhere, "eu-north-1", "cloudtrail.amazonaws.com", "StopLogging")).toEqual(["trail"]);
});

test("patterns and names of rules fit what EventBridge allows", () => {
  for (const { alerts } of guardrailsRegionDesigns(deployment)) {
    for (const rule of alerts) {
      const { name, pattern } = rule;
      expect(pattern.length).toBeLessThanOrEqual(2048);
      expect(name.replace("sweden", "x".repeat(16)).length).toBeLessThanOrEqual(64);
      expect(() => z.string().parse(JSON.parse(messageTemplate(rule)))).not.toThrow();
    }
  }
});

import { sharedSettings } from "../../../analysis/hygiene/shared-settings";
import { singleSettings } from "../../../facts/single-settings";
import { estateOf } from "../../../synthesized/estate/estate";
import type { JsonObject } from "../../../synthesized/json";
import { parseTemplate, type Template } from "../../../synthesized/template";
import { everyDeployment } from "../../every-deployment";
import { sweden } from "../../sweden";
import { synthesizedDeployment } from "../../synthesized-deployment";

const inRegion = (name: string, region: string, resource: JsonObject): Template =>
  parseTemplate(JSON.stringify({ provider: { aws: [{ region, allowed_account_ids: ["111122223333"] }] }, resource }), name);

const scanning = { aws_ecr_registry_scanning_configuration: { images: { scan_type: "ENHANCED" } } };
const passwords = { aws_iam_account_password_policy: { people: { minimum_password_length: 14 } } };

test.each(everyDeployment)("in %s every setting that a Region or an account has once is in exactly one state", (_, deployment) => {
  expect(sharedSettings(estateOf([...synthesizedDeployment(deployment).values()]))).toEqual([]);
});

test("two sites in one Region that both write the registry's scanning are found, and in two Regions they are not", () => {
  const told = sharedSettings(estateOf([inRegion("site-a", "ap-northeast-2", scanning), inRegion("site-b", "ap-northeast-2", scanning)]));
  expect(told).toEqual([
    {
      verdict: "notMet",
      stack: "site-b",
      address: "aws_ecr_registry_scanning_configuration.images",
      attribute: "",
      expected: "one in ap-northeast-2 of 111122223333: site-a aws_ecr_registry_scanning_configuration.images writes it too",
      found: "a second one",
    },
  ]);
  expect(
    sharedSettings(estateOf([inRegion("site-a", "ap-northeast-2", scanning), inRegion("site-b", "ap-northeast-1", scanning)])),
  ).toEqual([]);
});

test("what an account has once is found in two Regions, and a service's role once for each service", () => {
  const role = (service: string): JsonObject => ({ aws_iam_service_linked_role: { role: { aws_service_name: service } } });
  const found = (one: JsonObject, other: JsonObject): number =>
    sharedSettings(estateOf([inRegion("one", "eu-west-1", one), inRegion("other", "eu-north-1", other)])).length;
  expect(found(passwords, passwords)).toBe(1);
  expect(found(role("config.amazonaws.com"), role("config.amazonaws.com"))).toBe(1);
  expect(found(role("config.amazonaws.com"), role("ecs.amazonaws.com"))).toBe(0);
});

/** Which word of the deployment file says that a landing zone has the setting. */
const words = {
  config: ["aws_config_configuration_recorder", "aws_config_configuration_recorder_status", "aws_config_delivery_channel"],
  guardDuty: ["aws_guardduty_detector"],
  securityHub: ["aws_securityhub_account", "aws_securityhub_standards_subscription"],
  inspector: ["aws_ecr_registry_scanning_configuration", "aws_inspector2_enabler"],
  ebsEncryption: ["aws_ebs_default_kms_key", "aws_ebs_encryption_by_default"],
} as const;
/** What no word of the file hands over: it is written in every deployment. */
const alwaysHere = [
  "aws_accessanalyzer_analyzer",
  "aws_iam_account_password_policy",
  "aws_iam_service_linked_role",
  "aws_s3_account_public_access_block",
];

const single = new Set(singleSettings.map(({ type }) => type));
const writtenBy = (templates: ReadonlyMap<string, Template>): readonly string[] => [
  ...new Set([...templates.values()].flatMap(({ resources }) => resources.map(({ type }) => type)).filter((type) => single.has(type))),
];

test("a landing zone that has every guardrail keeps every single setting of theirs: no state writes one", () => {
  const deployment = sweden();
  const elsewhere = Object.fromEntries(Object.keys(deployment.guardrails).map((word) => [word, "managedElsewhere" as const]));
  const handedOver = { ...deployment, guardrails: { ...deployment.guardrails, ...elsewhere } };
  expect(writtenBy(synthesizedDeployment(deployment)).toSorted((a, b) => a.localeCompare(b))).toEqual(
    [...Object.values(words).flat(), ...alwaysHere].toSorted((a, b) => a.localeCompare(b)),
  );
  const left = writtenBy(synthesizedDeployment(handedOver));
  // AWS Config's role is the only service's role here, and it goes with AWS Config.
  expect(left.toSorted((a, b) => a.localeCompare(b))).toEqual(alwaysHere.filter((type) => type !== "aws_iam_service_linked_role"));
});

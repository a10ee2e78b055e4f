import { referencesIn } from "../../synthesized/reference";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import { danglingReferences } from "../dangling-references";
import { synthesizedSweden } from "../sample-output";

const stacks = synthesizedSweden();
const named = (name: string): Template => {
  const template = stacks.get(name);
  if (template === undefined) throw new Error(`${name} was not synthesized`);
  return template;
};
const names = named("names");
const ofType = (type: string, template = names): readonly Block[] => resourcesOf(template, type);
const onlyOf = (type: string, template = names): Block => {
  const [block, ...others] = ofType(type, template);
  if (block === undefined || others.length > 0) throw new Error(`not one ${type}`);
  return block;
};
const providersOf = (type: string) => ofType(type).map(({ attributes }) => attributes["provider"] ?? "aws");
const kept = { prevent_destroy: true };

test("the public zone, its key and its signatures cannot be taken away by a plan", () => {
  for (const { address, attributes } of ofType("aws_route53_zone")) expect([address, attributes["lifecycle"]]).toEqual([address, kept]);
  for (const type of ["aws_route53_key_signing_key", "aws_route53_hosted_zone_dnssec", "aws_cloudwatch_log_group"])
    expect([type, onlyOf(type).attributes["lifecycle"]]).toEqual([type, kept]);
  for (const { address, attributes } of ofType("aws_kms_key")) expect([address, attributes["lifecycle"]]).toEqual([address, kept]);
  expect(ofType("aws_route53_zone").map(({ attributes }) => attributes["name"])).toEqual(["line.pay.bank.example", "pay.bank.example"]);
  expect(ofType("aws_route53_zone")[1]?.attributes).toMatchObject({ name: "pay.bank.example", force_destroy: false });
});

test("the zone is signed with a key that DNSSEC takes, in the Region where Route 53 looks for it", () => {
  const { address, attributes } = ofType("aws_kms_key").find(({ name }) => name.startsWith("signing")) ?? onlyOf("no signing key");
  expect(attributes).toMatchObject({ provider: "aws.us-east-1", customer_master_key_spec: "ECC_NIST_P256", key_usage: "SIGN_VERIFY" });
  expect(attributes).not.toHaveProperty("enable_key_rotation");
  const { attributes: signer } = onlyOf("aws_route53_key_signing_key");
  expect(signer).toMatchObject({ status: "ACTIVE", key_management_service_arn: `\${${address}.arn}` });
  expect(onlyOf("aws_route53_hosted_zone_dnssec").attributes["hosted_zone_id"]).toMatch(/^\$\{aws_route53_key_signing_key\./);
});

test("queries are logged where Route 53 can write them, once it may, encrypted and for the declared time", () => {
  expect(onlyOf("aws_cloudwatch_log_group").attributes).toMatchObject({
    provider: "aws.us-east-1",
    name: "/aws/route53/pay.bank.example",
    retention_in_days: 400,
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.query-log_key_/),
  });
  const writer = onlyOf("aws_cloudwatch_log_resource_policy");
  expect(writer.attributes["provider"]).toBe("aws.us-east-1");
  expect(onlyOf("aws_route53_query_log").attributes).toMatchObject({ depends_on: [writer.address] });
});

test("each site's Region has a certificate, whose successor comes before it goes and shows in public logs", () => {
  expect(providersOf("aws_acm_certificate")).toEqual(["aws.a", "aws.b"]);
  for (const { attributes } of ofType("aws_acm_certificate")) {
    expect(attributes).toMatchObject({
      domain_name: "*.pay.bank.example",
      subject_alternative_names: ["*.line.pay.bank.example"],
      validation_method: "DNS",
      key_algorithm: "RSA_2048",
      options: { certificate_transparency_logging_preference: "ENABLED" },
      lifecycle: { create_before_destroy: true },
    });
  }
});

test("a record that validates a name is made once for both Regions, and only if both ask for it", () => {
  const records = ofType("aws_route53_record").filter(({ name }) => name.includes("validation"));
  expect(records.map(({ name }) => /validation-(\w+)_/.exec(name)?.[1])).toEqual(["private", "public"]);
  const [a, b] = ofType("aws_acm_certificate").map(({ address }) => `${address}.domain_validation_options`);
  for (const [index, name] of ["*.line.pay.bank.example", "*.pay.bank.example"].entries()) {
    const asked = (options: string | undefined) =>
      `[for option in ${options} : option.resource_record_value if option.domain_name == "${name}"]`;
    expect(records[index]?.attributes).toMatchObject({
      records: [`\${one(${asked(a)})}`],
      lifecycle: { precondition: [{ condition: `\${${asked(a)} == ${asked(b)}}` }] },
    });
  }
});

test("no record asks for validation before the zone says that Amazon may issue", () => {
  const issuers = ofType("aws_route53_record").find(({ attributes }) => attributes["type"] === "CAA");
  expect(issuers?.attributes["records"]).toContain('0 issuewild "amazon.com"');
  const records = ofType("aws_route53_record").filter(({ name }) => name.includes("validation"));
  for (const { attributes } of records) expect(attributes["depends_on"]).toEqual([issuers?.address]);
});

test("a certificate counts as issued in its own Region, when both its names are validated", () => {
  const issued = ofType("aws_acm_certificate_validation");
  expect(issued.map(({ attributes: { provider, certificate_arn } }) => [provider, certificate_arn])).toEqual(
    ofType("aws_acm_certificate").map(({ address, attributes: { provider } }) => [provider, `\${${address}.arn}`]),
  );
  for (const { attributes } of issued) expect(attributes["validation_record_fqdns"]).toHaveLength(2);
});

test("someone is woken a month before a certificate expires, or when nothing is heard of it, in its Region", () => {
  const alarms = ofType("aws_cloudwatch_metric_alarm").filter(({ attributes }) => attributes["namespace"] === "AWS/CertificateManager");
  expect(alarms.map(({ attributes: { provider, alarm_actions } }) => [provider, alarm_actions])).toEqual([
    ["aws.a", ["arn:aws:sns:eu-north-1:111122223333:twinsite-sweden-on-call"]],
    ["aws.b", ["arn:aws:sns:eu-central-1:111122223333:twinsite-sweden-on-call"]],
  ]);
  for (const { attributes } of alarms) {
    expect(attributes).toMatchObject({
      metric_name: "DaysToExpiry",
      comparison_operator: "LessThanOrEqualToThreshold",
      threshold: 30,
      treat_missing_data: "breaching",
    });
  }
});

test("someone is woken when the zone cannot be signed, and until Route 53 says that it can", () => {
  const alarms = ofType("aws_cloudwatch_metric_alarm").filter(({ attributes }) => attributes["namespace"] === "AWS/Route53");
  expect(alarms.map(({ attributes }) => String(attributes["metric_name"])).toSorted()).toEqual([
    "DNSSECInternalFailure",
    "DNSSECKeySigningKeysNeedingAction",
  ]);
  for (const { attributes } of alarms) {
    expect(attributes).toMatchObject({
      provider: "aws.us-east-1",
      statistic: "Sum",
      threshold: 0,
      treat_missing_data: "ignore",
      alarm_actions: ["arn:aws:sns:us-east-1:111122223333:twinsite-sweden-on-call"],
    });
  }
});

test("whoever holds the zone above is told the name servers and the DS record", () => {
  const told = names.outputs;
  expect(told["name_servers"]).toMatch(/^\$\{aws_route53_zone\..+\.name_servers}$/);
  expect(told["delegation_signer"]).toMatch(/^\$\{aws_route53_key_signing_key\..+\.ds_record}$/);
});

test("each site answers private names from a zone of its own, to its own network", () => {
  for (const site of ["site-a", "site-b"]) {
    const template = named(site);
    const { attributes } = onlyOf("aws_route53_zone", template);
    expect(attributes).toMatchObject({ name: "line.pay.bank.example", force_destroy: false, lifecycle: kept });
    expect(referencesIn(attributes["vpc"] ?? null).map(({ address }) => address)).toEqual([onlyOf("aws_vpc", template).address]);
  }
});

test("no stack refers to what is not there", () => {
  expect(danglingReferences([...stacks.values()])).toEqual([]);
});

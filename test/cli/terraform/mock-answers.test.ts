import { mockAnswers } from "../../../cli/terraform/mock-answers";
import { type Blocks, type WrittenTemplate, writtenTemplate } from "../../synthesized/written-template";

function answer(address: string, resource: Blocks, more: WrittenTemplate = {}): unknown {
  return mockAnswers(writtenTemplate({ resource, ...more })).get(address);
}

const reader = (expression: string): Blocks => ({ aws_route: { reader: { gateway_id: `\${${expression}}` } } });

test("what is read and not set is answered in AWS's form, in the stack's own account and Region", () => {
  const read = { ...reader("aws_kms_key.ledger.arn"), aws_kms_key: { ledger: {} } };
  expect(answer("aws_kms_key.ledger", read)).toEqual({
    id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
    arn: expect.stringMatching(/^arn:aws:kms:eu-north-1:111122223333:key\/[\da-f-]{36}$/),
  });
});

test("what the template sets itself is not answered", () => {
  const set = { ...reader("aws_eip.x.public_ip"), aws_eip: { x: { public_ip: "198.51.100.1" } } };
  expect(answer("aws_eip.x", set)).toEqual({ id: expect.stringMatching(/^eipalloc-/) });
});

test("a name that the template sets is part of the ARN", () => {
  expect(answer("aws_sns_topic.x", { aws_sns_topic: { x: { name: "on-call" } } })).toEqual({
    id: "arn:aws:sns:eu-north-1:111122223333:on-call",
  });
});

test("two resources have two ids, and one has the same in every run", () => {
  const vpcs = { aws_vpc: { one: {}, two: {} } };
  expect(answer("aws_vpc.one", vpcs)).not.toEqual(answer("aws_vpc.two", vpcs));
  expect(answer("aws_vpc.one", vpcs)).toEqual(answer("aws_vpc.one", vpcs));
});

test("mirrored stacks do not get each other's ids", () => {
  const vpc = { aws_vpc: { network: {} } };
  expect(answer("aws_vpc.network", vpc, { stack: "site-a" })).not.toEqual(answer("aws_vpc.network", vpc, { stack: "site-b" }));
});

test("a resource of another provider is answered in that provider's Region", () => {
  const parts = { provider: { aws: [{ region: "eu-west-1" }, { region: "us-east-1", alias: "us-east-1", allowed_account_ids: ["1"] }] } };
  const topic = { aws_sns_topic: { x: { name: "n", provider: "aws.us-east-1" } } };
  expect(answer("aws_sns_topic.x", topic, { parts })).toEqual({ id: "arn:aws:sns:us-east-1:1:n" });
});

test("a part of a nested block that is read is answered in a list of one", () => {
  const read = { ...reader("aws_vpc_endpoint.x.dns_entry[0].dns_name"), aws_vpc_endpoint: { x: {} } };
  expect(answer("aws_vpc_endpoint.x", read)).toMatchObject({
    dns_entry: [{ dns_name: expect.stringMatching(/\.eu-north-1\.amazonaws\.com$/) }],
  });
});

test("a firewall has an endpoint in each subnet that it was given", () => {
  const resource = {
    aws_subnet: { one: { availability_zone: "eu-north-1a" }, two: {} },
    aws_networkfirewall_firewall: {
      x: { name: "f", subnet_mapping: [{ subnet_id: "${aws_subnet.one.id}" }, { subnet_id: "${aws_subnet.two.id}" }] },
    },
  };
  const answers = mockAnswers(writtenTemplate({ resource }));
  const attached = (subnet: string): object => ({
    attachment: [{ subnet_id: answers.get(subnet)?.["id"], endpoint_id: expect.stringMatching(/^vpce-/) }],
  });
  expect(answers.get("aws_networkfirewall_firewall.x")).toMatchObject({
    firewall_status: [{ sync_states: [attached("aws_subnet.one"), attached("aws_subnet.two")] }],
  });
});

test("a certificate asks for one record a name, the same in every Region", () => {
  const certificate = { domain_name: "pay.example", subject_alternative_names: ["*.pay.example", "pay.example"] };
  const answers = mockAnswers(writtenTemplate({ resource: { aws_acm_certificate: { a: certificate, b: certificate } } }));
  const options = answers.get("aws_acm_certificate.a")?.["domain_validation_options"];
  expect(options).toEqual([
    expect.objectContaining({ domain_name: "pay.example", resource_record_type: "CNAME" }),
    expect.objectContaining({
      domain_name: "*.pay.example",
      resource_record_name: expect.stringMatching(/^_[\da-f]{32}\.pay\.example\.$/),
    }),
  ]);
  expect(answers.get("aws_acm_certificate.b")?.["domain_validation_options"]).toEqual(options);
});

test("a data source is answered as a resource is", () => {
  const data = { aws_ec2_transit_gateway_dx_gateway_attachment: { x: {} } };
  expect(answer("data.aws_ec2_transit_gateway_dx_gateway_attachment.x", {}, { data })).toEqual({
    id: expect.stringMatching(/^tgw-attach-[\da-f]{17}$/),
  });
});

test("a type of which nothing is known gets an id, and an ARN where one is read", () => {
  expect(answer("aws_new_thing.x", { ...reader("aws_new_thing.x.arn"), aws_new_thing: { x: {} } })).toEqual({
    id: expect.stringMatching(/^[\da-f]{17}$/),
    arn: expect.stringMatching(/^arn:aws:service:eu-north-1:111122223333:resource\//),
  });
});

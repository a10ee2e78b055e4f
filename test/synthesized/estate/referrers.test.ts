import { estateOf } from "../../../synthesized/estate/estate";
import { arnMentionsOf, blocksCalled } from "../../../synthesized/estate/literal-names";
import { blocksNaming, referrersTo } from "../../../synthesized/estate/referrers";
import { type StackBlock, stackBlockAt } from "../../../synthesized/estate/stack-block";
import type { Template } from "../../../synthesized/template";
import { writtenTemplate } from "../written-template";

const site = writtenTemplate({
  stack: "site-a",
  resource: {
    aws_ec2_transit_gateway: { hub: {} },
    aws_iam_role: { task: { name: "task", path: "/service/" } },
    aws_s3_bucket: { logs: { bucket: "our-logs" } },
    aws_kms_key: {
      key: { policy: '{"Principal":{"AWS":"arn:aws:iam::111122223333:role/service/task"}}', depends_on: ["aws_s3_bucket.logs"] },
    },
    aws_route53_zone: { known: { id: "Z0123456789" } },
  },
  parts: { output: { hub: { value: "${aws_ec2_transit_gateway.hub.id}" } } },
});
const interconnect = writtenTemplate({
  stack: "interconnect",
  resource: {
    aws_ec2_transit_gateway_peering_attachment: { peering: { ends: [{ hub: "${data.terraform_remote_state.a.outputs.hub}" }] } },
    aws_ec2_transit_gateway_route: { to: { transit_gateway_id: "${data.terraform_remote_state.a.outputs.hub}" } },
    aws_s3_bucket_policy: { logs: { bucket: "our-logs" } },
    aws_route53_record: { one: { zone_id: "Z0123456789" } },
  },
  data: { terraform_remote_state: { a: { backend: "local", config: { path: "../site-a.tfstate" } } } },
});
const estate = estateOf([site, interconnect]);
const at = (template: Template, address: string): StackBlock => {
  const found = stackBlockAt(template, address);
  if (found === undefined) throw new Error(`no ${address}`);
  return found;
};

test("What refers to a block is told with the attribute that does and the one that it uses, across states, outputs too", () => {
  const found = referrersTo(estate, at(site, "aws_ec2_transit_gateway.hub"));
  expect(found.map(({ template, address, path, attribute }) => `${template.stack} ${address} ${path} ${attribute}`)).toEqual([
    "site-a output.hub  id",
    "interconnect aws_ec2_transit_gateway_peering_attachment.peering ends[0].hub id",
    "interconnect aws_ec2_transit_gateway_route.to transit_gateway_id id",
  ]);
});

test("What a block waits for is referred to by it", () => {
  expect(referrersTo(estate, at(site, "aws_s3_bucket.logs")).map(({ address, path }) => `${address} ${path}`)).toEqual([
    "aws_kms_key.key depends_on[0]",
  ]);
});

test("A block is named by a reference, by a name that is its own, or by the id that AWS gave it", () => {
  const namers = (address: string, type: string, key: string) =>
    blocksNaming(estate, at(site, address), { type, key }).map(({ block }) => block.address);
  expect(namers("aws_ec2_transit_gateway.hub", "aws_ec2_transit_gateway_route", "transit_gateway_id")).toEqual([
    "aws_ec2_transit_gateway_route.to",
  ]);
  expect(namers("aws_s3_bucket.logs", "aws_s3_bucket_policy", "bucket")).toEqual(["aws_s3_bucket_policy.logs"]);
  expect(namers("aws_route53_zone.known", "aws_route53_record", "zone_id")).toEqual(["aws_route53_record.one"]);
});

test("A name means what has it in the same Region, where others may have it elsewhere", () => {
  const alarm = (stack: string, region: string) =>
    writtenTemplate({
      stack,
      region,
      resource: { aws_cloudwatch_metric_alarm: { it: { alarm_name: "lag" } }, aws_route53_health_check: { it: { alarm: "lag" } } },
    });
  const [here, there] = [alarm("here", "eu-north-1"), alarm("there", "eu-west-1")];
  const both = estateOf([here, there]);
  const namers = blocksNaming(both, at(here, "aws_cloudwatch_metric_alarm.it"), { type: "aws_route53_health_check", key: "alarm" });
  expect(namers.map(({ template }) => template.stack)).toEqual(["here"]);
  expect(blocksCalled(both, "aws_cloudwatch_metric_alarm", "lag")).toHaveLength(2);
});

test("A policy that names a role by its ARN is found", () => {
  expect(arnMentionsOf(estate, at(site, "aws_iam_role.task")).map(({ block, path }) => `${block.address} ${path}`)).toEqual([
    "aws_kms_key.key policy",
  ]);
});

import { judgeMirror } from "../../analysis/mirror/mirror";
import type { Deployment } from "../../config/deployment";
import { estateOf } from "../../synthesized/estate/estate";
import { targetsIn } from "../../synthesized/estate/follow";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import { decide } from "../policy-decision";
import { sweden } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";

/** Two cells, so that what only a second one has is seen too. */
const twoCells = (): Deployment => {
  const deployment = sweden();
  return { ...deployment, capacity: { ...deployment.capacity, peakPaymentsPerSecond: 80_000 } };
};
const stacks = synthesizedDeployment(twoCells());
const named = (name: string, from = stacks): Template => {
  const template = from.get(name);
  if (template === undefined) throw new Error(`${name} was not synthesized`);
  return template;
};
const only = (name: string, type: string, from = stacks): Block => {
  const [block, ...others] = resourcesOf(named(name, from), type);
  if (block === undefined || others.length > 0) throw new Error(`${name} has not one ${type}`);
  return block;
};
const MEMBERS = ["ledger-01-a", "ledger-01-b", "ledger-02-a", "ledger-02-b"];

/** The blocks of other stacks that an attribute comes from, as `stack:address.attribute`. */
const origins = (name: string, value: unknown): readonly string[] =>
  targetsIn(estateOf([...stacks.values()]), named(name), typeof value === "string" || Array.isArray(value) ? value : null).flatMap(
    (target) =>
      target.kind === "block" && target.template.stack !== name
        ? [`${target.template.stack}:${target.block.type}.${target.attribute}`]
        : [],
  );

test("the two members of each cell mirror each other", () => {
  for (const cell of ["01", "02"]) {
    const { verdict, unexplained, listFaults, unused } = judgeMirror(named(`ledger-${cell}-a`), named(`ledger-${cell}-b`));
    expect([cell, verdict, unexplained, listFaults, unused]).toEqual([cell, "met", [], [], []]);
  }
});

test("a member names nothing of the twin's: neither Region, nor state, nor site", () => {
  const text = JSON.stringify(named("ledger-01-a").document);
  for (const word of ["eu-central-1", "site-b", "ledger-01-b"]) expect([word, text.includes(word)]).toEqual([word, false]);
});

test("a cluster is under its own key, waits for its peer with the witness, and cannot be destroyed", () => {
  for (const name of MEMBERS) {
    const { attributes } = only(name, "aws_dsql_cluster");
    expect(attributes).toMatchObject({
      deletion_protection_enabled: true,
      multi_region_properties: [{ witness_region: "eu-west-1" }],
      lifecycle: { prevent_destroy: true },
    });
    expect(attributes["kms_encryption_key"]).toBe(`\${${only(name, "aws_kms_key").address}.arn}`);
  }
});

test("the door to a cluster is in the site's data subnets, behind the ledger's security group", () => {
  for (const name of MEMBERS) {
    const site = `site-${name.at(-1)}`;
    const { attributes } = only(name, "aws_vpc_endpoint");
    expect(attributes["service_name"]).toBe(`\${${only(name, "aws_dsql_cluster").address}.vpc_endpoint_service_name}`);
    expect(origins(name, attributes["vpc_id"])).toEqual([`${site}:aws_vpc.id`]);
    expect(origins(name, attributes["subnet_ids"])).toEqual(Array.from({ length: 3 }, () => `${site}:aws_subnet.id`));
    expect(JSON.stringify(attributes["subnet_ids"]).match(/network_data-\d/g)).toHaveLength(3);
    expect(origins(name, attributes["security_group_ids"])).toEqual([`${site}:aws_security_group.id`]);
    expect(JSON.stringify(attributes["security_group_ids"])).toContain("parties_ledger");
  }
});

test("only the cell's own payment service passes the door, and only to this cluster", () => {
  const policy = String(only("ledger-02-b", "aws_vpc_endpoint").attributes["policy"]);
  const cluster = `\${${only("ledger-02-b", "aws_dsql_cluster").address}.arn}`;
  const connect = (cell: string, to: string) =>
    decide(policy, {
      action: "dsql:DbConnect",
      resource: to,
      by: { role: `arn:aws:iam::111122223333:role/twinsite-sweden-site-b-cell-${cell}-payment-service` },
    });
  expect([connect("02", cluster), connect("01", cluster), connect("02", "arn:aws:dsql:other")]).toEqual([
    "allowed",
    "notMentioned",
    "notMentioned",
  ]);
});

test("private names come with the first cell's door, and every further cell has a zone for its cluster's one name", () => {
  for (const name of ["ledger-01-a", "ledger-01-b"]) {
    expect(only(name, "aws_vpc_endpoint").attributes["private_dns_enabled"]).toBe(true);
    expect(resourcesOf(named(name), "aws_route53_zone")).toEqual([]);
  }
  for (const name of ["ledger-02-a", "ledger-02-b"]) {
    expect(only(name, "aws_vpc_endpoint").attributes["private_dns_enabled"]).toBe(false);
    const host = String(only(name, "aws_route53_zone").attributes["name"]);
    const region = name.endsWith("a") ? "eu-north-1" : "eu-central-1";
    const cluster = only(name, "aws_dsql_cluster").address;
    expect(host).toBe(
      `\${${cluster}.identifier}.\${trimprefix(${cluster}.vpc_endpoint_service_name, "com.amazonaws.${region}.")}.${region}.on.aws`,
    );
    expect(only(name, "aws_route53_record").attributes).toMatchObject({ name: host, type: "A" });
  }
});

test("each side of a ledger names the other's cluster and the witness, and neither waits for the other", () => {
  for (const cell of ["01", "02"]) {
    const name = `ledger-${cell}`;
    const [a, b] = resourcesOf(named(name), "aws_dsql_cluster_peering");
    for (const [peering, own, other] of [
      [a, "a", "b"],
      [b, "b", "a"],
    ] as const) {
      const attributes = peering?.attributes ?? {};
      expect(attributes).toMatchObject({ provider: `aws.${own}`, witness_region: "eu-west-1" });
      expect(attributes["depends_on"]).toBeUndefined();
      expect(origins(name, attributes["identifier"])).toEqual([`ledger-${cell}-${own}:aws_dsql_cluster.identifier`]);
      expect(origins(name, attributes["clusters"])).toEqual([`ledger-${cell}-${other}:aws_dsql_cluster.arn`]);
    }
  }
});

test("alarms find their metric by the cluster and tell on-call of the site's own Region", () => {
  const alarms = resourcesOf(named("ledger-01-a"), "aws_cloudwatch_metric_alarm");
  expect(alarms).toHaveLength(4);
  for (const { attributes } of alarms) {
    expect(JSON.stringify(attributes["metric_query"])).toContain(`${only("ledger-01-a", "aws_dsql_cluster").address}.identifier`);
    expect(attributes["alarm_actions"]).toEqual(["arn:aws:sns:eu-north-1:111122223333:twinsite-sweden-on-call"]);
  }
});

test("a newer provider gives each cluster a policy that denies connections from outside its network", () => {
  expect(resourcesOf(named("ledger-01-a"), "aws_dsql_cluster_policy")).toEqual([]);
  const newer = synthesizedDeployment({ ...sweden(), awsProvider: "6.61.0" });
  for (const name of ["ledger-01-a", "ledger-01-b"]) {
    const { attributes } = only(name, "aws_dsql_cluster_policy", newer);
    expect(attributes["identifier"]).toBe(`\${${only(name, "aws_dsql_cluster", newer).address}.identifier}`);
    const policy = String(attributes["policy"]);
    const admin = { action: "dsql:DbConnectAdmin", by: { role: "arn:aws:iam::111122223333:role/anybody" } };
    expect(decide(policy, admin)).toBe("denied");
    const vpc = /"aws:SourceVpc":"([^"]+)"/.exec(policy)?.[1] ?? "";
    expect(vpc).toContain("data.terraform_remote_state.site.outputs.");
    expect(decide(policy, { ...admin, context: { "aws:SourceVpc": vpc } })).toBe("notMentioned");
  }
});

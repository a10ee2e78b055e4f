import { isObject, type Json } from "../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import { decide } from "../policy-decision";
import { synthesizedSweden } from "../sample-output";
import { sweden, swedenWithInternetPartner } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";

const templateOf = (stack: string, templates = synthesizedSweden()): Template => {
  const template = templates.get(stack);
  if (template === undefined) throw new Error(`${stack} was not synthesized`);
  return template;
};

const site = templateOf("site-a");

let partners: ReadonlyMap<string, Template> | undefined;
/** Made once, where the first test asks for it. */
const withPartner = (): ReadonlyMap<string, Template> => {
  partners ??= synthesizedDeployment(swedenWithInternetPartner());
  return partners;
};
const one = (type: string, template = site): Block => {
  const [block, ...more] = resourcesOf(template, type);
  if (block === undefined || more.length > 0) throw new Error(`expected one ${type}, got ${resourcesOf(template, type).length}`);
  return block;
};
const values = (type: string, attribute: string, template = site): readonly Json[] =>
  resourcesOf(template, type).map(({ attributes }) => attributes[attribute] ?? null);
const tagOf = (block: Block, tag: string): Json | undefined => {
  const { tags } = block.attributes;
  return isObject(tags) ? tags[tag] : undefined;
};

test("there is a subnet per segment and zone, by zone id", () => {
  const subnets = resourcesOf(site, "aws_subnet");
  expect(subnets).toHaveLength(18);
  expect(new Set(values("aws_subnet", "availability_zone_id"))).toEqual(new Set(sweden().sites.a.zones));
  expect(values("aws_subnet", "availability_zone")).toEqual(subnets.map(() => null));
});

test("AWS's default security group, network ACL and route table let nothing pass", () => {
  for (const [type, rules] of [
    ["aws_default_security_group", ["ingress", "egress"]],
    ["aws_default_network_acl", ["ingress", "egress"]],
    ["aws_default_route_table", ["route"]],
  ] as const) {
    for (const rule of rules) expect([type, rule, one(type).attributes[rule]]).toEqual([type, rule, []]);
  }
});

test("only the edge has a way to the internet", () => {
  const toInternet = resourcesOf(site, "aws_route").filter(({ attributes }) => attributes["destination_cidr_block"] === "0.0.0.0/0");
  expect(toInternet).toHaveLength(3);
  for (const { attributes } of toInternet) expect(String(attributes["route_table_id"])).toMatch(/network_edge-\d-routes/);
});

test("there is no NAT gateway without a flow that needs one, and one a zone with such a flow", () => {
  expect(resourcesOf(site, "aws_nat_gateway")).toEqual([]);
  expect(resourcesOf(templateOf("site-a", withPartner()), "aws_nat_gateway")).toHaveLength(3);
});

test("every subnet, network ACL and security group says its segment and PCI scope", () => {
  const scopes = {
    edge: "cde",
    cde: "cde",
    data: "cde",
    endpoints: "connected-to",
    transit: "connected-to",
    inspection: "security-impacting",
  };
  for (const block of ["aws_subnet", "aws_network_acl", "aws_security_group"].flatMap((type) => resourcesOf(site, type))) {
    const segment = tagOf(block, "twinsite:segment");
    expect([block.address, tagOf(block, "twinsite:pci-scope")]).toEqual([
      block.address,
      Object.entries(scopes).find(([name]) => name === segment)?.[1],
    ]);
  }
});

test("with no card data nothing is in PCI scope, and with tokens nothing is a CDE", () => {
  const scopesWith = (cardData: "none" | "token") =>
    new Set(
      resourcesOf(templateOf("site-a", synthesizedDeployment({ ...sweden(), cardData })), "aws_subnet").map((subnet) =>
        tagOf(subnet, "twinsite:pci-scope"),
      ),
    );
  expect(scopesWith("none")).toEqual(new Set(["out-of-scope"]));
  expect(scopesWith("token")).toEqual(new Set(["connected-to", "security-impacting"]));
});

test("no attachment of the transit gateway gets a table by default", () => {
  const { attributes } = one("aws_ec2_transit_gateway");
  expect([attributes["default_route_table_association"], attributes["default_route_table_propagation"]]).toEqual(["disable", "disable"]);
  expect(resourcesOf(site, "aws_ec2_transit_gateway_route_table")).toHaveLength(3);
});

test("Direct Connect announces the declared prefixes and no others", () => {
  expect(one("aws_dx_gateway_association").attributes["allowed_prefixes"]).toEqual(sweden().sites.a.advertisedPrefixes);
});

test("the firewall drops what no rule names, and cannot be deleted or moved by mistake", () => {
  const policy = JSON.stringify(one("aws_networkfirewall_firewall_policy").attributes["firewall_policy"]);
  expect(policy).toContain('"stateful_default_actions":["aws:alert_strict","aws:drop_strict"]');
  expect(policy).toContain('"stateless_default_actions":["aws:forward_to_sfe"]');
  const { attributes } = one("aws_networkfirewall_firewall");
  expect([attributes["delete_protection"], attributes["subnet_change_protection"]]).toEqual([true, true]);
});

test("a firewall endpoint is found by its subnet, never by its place in AWS's list", () => {
  const endpoints = values("aws_route", "vpc_endpoint_id").filter((value) => value !== null);
  expect(endpoints.length).toBeGreaterThan(0);
  for (const endpoint of endpoints)
    expect(String(endpoint)).toMatch(/attachment\.subnet_id == aws_subnet\.network_inspection-\d_\w+\.id\]\]/);
});

test("what the site keeps cannot be destroyed: keys, images, backups and logs", () => {
  for (const type of [
    "aws_kms_key",
    "aws_ecr_repository",
    "aws_backup_vault",
    "aws_backup_vault_lock_configuration",
    "aws_cloudwatch_log_group",
  ]) {
    for (const { address, attributes } of resourcesOf(site, type))
      expect([address, attributes["lifecycle"]]).toEqual([address, { prevent_destroy: true }]);
  }
});

test("a name that nobody declared is not looked up, and partners on the internet are", () => {
  const lists = (template: Template) =>
    resourcesOf(template, "aws_route53_resolver_firewall_domain_list").map(({ attributes }) => attributes["domains"]);
  const ours = ["*.eu-north-1.amazonaws.com.", "*.eu-north-1.on.aws.", "*.line.pay.bank.example."];
  expect(lists(site)).toEqual([ours, ["*."]]);
  expect(lists(templateOf("site-a", withPartner()))[0]).toEqual([...ours, "api.scoring.example."]);
  const rules = resourcesOf(site, "aws_route53_resolver_firewall_rule").map(({ attributes: { action, priority } }) => [action, priority]);
  expect(rules).toEqual([
    ["ALLOW", 100],
    ["BLOCK", 200],
  ]);
});

test("the look-up of Direct Connect's attachment hangs on no resource directly, so a new prefix does not replace routes", () => {
  expect(site.dataSources.map(({ type }) => type)).toContain("aws_ec2_transit_gateway_dx_gateway_attachment");
  // What Terraform gets: a reader of attributes follows what the local stands for.
  const written = JSON.stringify(site.document["data"]);
  for (const argument of ["dx_gateway_id", "transit_gateway_id"])
    expect(written).toMatch(new RegExp(`"${argument}":"\\$\\{local\\.[\\w-]+\\}"`));
});

test("descriptions keep to the characters that EC2 takes", () => {
  const types = ["aws_security_group", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"];
  // EC2 API reference, CreateSecurityGroup, read 2026-11-23.
  for (const description of types.flatMap((type) => values(type, "description")))
    expect(description).toMatch(/^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/);
});

test("someone is woken when the flow log falls silent", () => {
  const [alarm] = resourcesOf(site, "aws_cloudwatch_metric_alarm").flatMap(({ attributes }) =>
    attributes["namespace"] === "AWS/Logs" ? [attributes] : [],
  );
  if (alarm === undefined) throw new Error("no alarm on logs");
  expect(alarm["treat_missing_data"]).toBe("breaching");
  expect(alarm["alarm_actions"]).toEqual(["arn:aws:sns:eu-north-1:111122223333:twinsite-sweden-on-call"]);
  expect(alarm["dimensions"]).toEqual({ LogGroupName: "/aws/vendedlogs/twinsite/sweden/site-a/flows" });
});

test("an endpoint takes an address only after the participants' fixed addresses are reserved", () => {
  const interfaces = resourcesOf(site, "aws_vpc_endpoint").filter(({ attributes }) => attributes["vpc_endpoint_type"] === "Interface");
  const reservations = resourcesOf(site, "aws_ec2_subnet_cidr_reservation")
    .filter(({ name }) => name.startsWith("resolver_"))
    .map(({ address }) => address);
  expect(interfaces.length).toBeGreaterThan(0);
  for (const { attributes } of interfaces) expect(attributes["depends_on"]).toEqual(reservations);
});

test("the interconnect's routes and tables wait for the accepter, on both sides", () => {
  const interconnect = templateOf("interconnect");
  const accepter = one("aws_ec2_transit_gateway_peering_attachment_accepter", interconnect).address;
  for (const type of ["aws_ec2_transit_gateway_route", "aws_ec2_transit_gateway_route_table_association"]) {
    const blocks = resourcesOf(interconnect, type);
    expect(blocks.map(({ provider }) => provider).toSorted()).toEqual(["aws.a", "aws.b"]);
    for (const { attributes } of blocks) expect(attributes["transit_gateway_attachment_id"]).toBe(`\${${accepter}.id}`);
  }
});

test("the interconnect reads each site's own gateway, not the other's under the same address", () => {
  const { attributes } = one("aws_ec2_transit_gateway_peering_attachment", templateOf("interconnect"));
  expect(String(attributes["transit_gateway_id"])).toContain("data.terraform_remote_state.cross-stack-reference-input-site-a.");
  expect(String(attributes["peer_transit_gateway_id"])).toContain("data.terraform_remote_state.cross-stack-reference-input-site-b.");
});

test("alarms on rates watch this site's own parts, tell its Region's people, and let the result alone ring", () => {
  const alarms = resourcesOf(site, "aws_cloudwatch_metric_alarm").filter(({ attributes }) =>
    String(attributes["alarm_name"]).includes("-rate-"),
  );
  expect(alarms).toHaveLength(9);
  for (const { attributes } of alarms) {
    expect(attributes["alarm_actions"]).toEqual(["arn:aws:sns:eu-north-1:111122223333:twinsite-sweden-on-call"]);
  }
  const ending = (end: string) => alarms.find(({ attributes }) => String(attributes["alarm_name"]).endsWith(end))?.attributes;
  expect(ending("-rate-resolver")?.["dimensions"]).toEqual({ EndpointId: `\${${one("aws_route53_resolver_endpoint").address}.id}` });
  expect(JSON.stringify(ending("-rate-firewall")?.["metric_query"])).toContain("WHERE FirewallName = 'twinsite-sweden-site-a-network'");
  expect(JSON.stringify(ending("-rate-kms")?.["metric_query"]).match(/"return_data":(true|false)/g)).toEqual([
    '"return_data":true',
    '"return_data":false',
  ]);
});

test("the flow log's role looks at and writes into its own group only", () => {
  const roles = resourcesOf(site, "aws_iam_role_policy").filter(({ attributes }) => attributes["name"] === "write-flow-logs");
  expect(roles).toHaveLength(1);
  const policy = String(roles[0]?.attributes["policy"]);
  const group = "arn:aws:logs:eu-north-1:111122223333:log-group:/aws/vendedlogs/twinsite/sweden/site-a";
  const ask = (action: string, log: string) =>
    decide(policy, { action, resource: `${group}/${log}:log-stream:x`, by: { role: "flow-logs" } });
  for (const action of ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"])
    expect([action, ask(action, "flows"), ask(action, "firewall-alerts")]).toEqual([action, "allowed", "notMentioned"]);
});

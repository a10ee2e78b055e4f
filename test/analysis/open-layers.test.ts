import { type FlowsVerdict, judgeFlows } from "../../analysis/flows/permitted-flows";
import { estateOf } from "../../synthesized/estate/estate";
import { isList, isObject, type Json, type JsonObject } from "../../synthesized/json";
import { parseTemplate, type Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { type Edits, edited, editingList, replacingText, resourceNamed, setting } from "./edited-template";
import { withCells } from "./with-cells";

const templates = synthesizedSweden();
const [siteA, siteB, interconnect] = [stack("site-a"), stack("site-b"), stack("interconnect")];
const address = (type: string, start: string): string => resourceNamed(siteA, type, start).address;
const acl = (segment: string): string => address("aws_network_acl", `acls_${segment}`);
const egress = (start: string): string => address("aws_vpc_security_group_egress_rule", `parties_${start}`);
const ingress = (start: string): string => address("aws_vpc_security_group_ingress_rule", `parties_${start}`);
const firewallRules = address("aws_networkfirewall_rule_group", "firewall_permitted-flows");

function stack(name: string): Template {
  const found = templates.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

function judgedFlows(site: Template, beside: readonly Template[]): FlowsVerdict {
  return judgeFlows(estateOf(withCells([site, ...beside])), site);
}

function judged(edits: Edits) {
  const { verdict, wide, undeclared, idle } = judgedFlows(edited(siteA, edits), [siteB, interconnect]);
  return { verdict, undeclared, idle, wide: new Map(wide.map(({ rule, excess }) => [rule, excess])) };
}

const rule = (change: JsonObject): JsonObject => ({
  rule_no: 1,
  action: "allow",
  protocol: "tcp",
  cidr_block: "10.16.0.0/18",
  from_port: 443,
  to_port: 443,
  ...change,
});
const all = rule({ protocol: "-1", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0 });
const matching = (text: string, change: JsonObject) => (items: readonly Json[]) =>
  items.map((item) => (isObject(item) && JSON.stringify(item).includes(text) ? { ...item, ...change } : item));

describe("a layer that lets pass more than the declared flows need is seen, though the others stop the rest", () => {
  test.each(["edge", "cde", "data", "endpoints", "transit", "inspection"])("the network ACL of %s with one rule for all", (segment) => {
    const { verdict, wide } = judged({ [acl(segment)]: setting({ ingress: [all], egress: [all] }) });
    expect(verdict).toBe("notMet");
    expect([...wide.keys()]).toEqual([`${acl(segment)}.ingress[0]`, `${acl(segment)}.egress[0]`]);
    expect(wide.get(`${acl(segment)}.ingress[0]`)).toContain("every other protocol from 0.0.0.0/0");
  });

  test.each<[string, Edits, string, readonly string[]]>([
    [
      "a port more in a network ACL",
      { [acl("data")]: editingList("ingress", matching("5432", { to_port: 5433 })) },
      `${acl("data")}.ingress[0]`,
      ["tcp 5433 from 10.16.0.0/18"],
    ],
    [
      "more addresses in a network ACL",
      { [acl("data")]: editingList("ingress", matching("5432", { cidr_block: "10.16.0.0/17" })) },
      `${acl("data")}.ingress[0]`,
      ["tcp 5432 from 10.16.64.0/18"],
    ],
    [
      "reply ports below those that callers use",
      { [acl("data")]: editingList("egress", matching("32768", { from_port: 1024 })) },
      `${acl("data")}.egress[0]`,
      ["tcp 1024-32767 to 10.16.0.0/18"],
    ],
    [
      "ports of a security group for addresses",
      { [ingress("paymentService-from-internet-api-to-service")]: setting({ from_port: 1, to_port: 65535 }) },
      ingress("paymentService-from-internet-api-to-service"),
      ["tcp 1-8442 from 10.16.64.0/19", "tcp 8444-65535 from 10.16.64.0/19"],
    ],
    [
      "ports of a security group for another",
      { [egress("paymentService-to-service-to-ledger")]: setting({ to_port: 5433 }) },
      egress("paymentService-to-service-to-ledger"),
      ["tcp 5433"],
    ],
    [
      "ports towards AWS's list of addresses",
      { [egress("paymentService-to-service-to-aws-s3")]: setting({ from_port: 80 }) },
      egress("paymentService-to-service-to-aws-s3"),
      ["tcp 80-442"],
    ],
    [
      "the destination of a firewall's rule",
      { [firewallRules]: replacingText('"destination":"10.220.0.0/26"', '"destination":"10.220.0.0/25"') },
      `${firewallRules}.stateful_rule[8]`,
      ["tcp 2500 from 10.16.0.0/18 to 10.220.0.64/26"],
    ],
    [
      "a route from the cde to the firewall",
      { [address("aws_route", "routes_cde-1-to-pinHsm")]: setting({ destination_cidr_block: "0.0.0.0/0" }) },
      address("aws_route", "routes_cde-1-to-pinHsm"),
      ["the way to 0.0.0.0-10.219.255.255", "the way to 10.220.0.64-255.255.255.255"],
    ],
    [
      "a route of the transit gateway",
      { [address("aws_ec2_transit_gateway_route", "transit_private-lines-to-cde")]: setting({ destination_cidr_block: "10.16.0.0/17" }) },
      address("aws_ec2_transit_gateway_route", "transit_private-lines-to-cde"),
      ["the way to 10.16.64.0/18"],
    ],
  ])("%s", (_, edits, opened, excess) => {
    const { verdict, wide, undeclared, idle } = judged(edits);
    expect([verdict, undeclared, idle]).toEqual(["notMet", [], []]);
    expect([...wide]).toEqual([[opened, excess]]);
  });

  test("a route to the twin in the stack that joins the two", () => {
    const route = resourceNamed(interconnect, "aws_ec2_transit_gateway_route", "a-to-twin-cde").address;
    const joined = edited(interconnect, { [route]: setting({ destination_cidr_block: "10.32.0.0/16" }) });
    const { verdict, wide } = judgedFlows(siteA, [siteB, joined]);
    expect([verdict, wide.map(({ rule: id }) => id)]).toEqual(["notMet", [route]]);
  });

  test("a gateway endpoint that one more segment is led to", () => {
    const [s3, table] = [address("aws_vpc_endpoint", "endpoints_s3"), address("aws_route_table", "network_data-1-routes")];
    const { verdict, idle } = judged({ [s3]: editingList("route_table_ids", (tables) => [...tables, `\${${table}.id}`]) });
    expect([verdict, idle]).toEqual(["notMet", [`${s3}.route_table_ids (${table})`]]);
  });
});

describe("a layer is no wider than declared", () => {
  test("where two rules of a network ACL share what the flows need", () => {
    const halves = [rule({ to_port: 5432, from_port: 5432, cidr_block: "10.16.0.0/19" }), rule({ to_port: 5432, from_port: 5432 })];
    expect(
      judged({ [acl("data")]: setting({ ingress: [...halves, rule({ rule_no: 3, from_port: 32768, to_port: 60999 })] }) }),
    ).toMatchObject({
      idle: [`${acl("data")}.ingress[2]`],
      undeclared: [],
    });
    const two = judged({ [acl("data")]: editingList("ingress", (items) => [halves[0] ?? {}, ...items]) });
    expect([two.verdict, [...two.wide]]).toEqual(["met", []]);
  });

  test("where an earlier rule of a network ACL takes back what it lets pass too much", () => {
    const wider = matching("5432", { to_port: 5433, rule_no: 900 });
    const deny = rule({ rule_no: 800, action: "deny", cidr_block: "0.0.0.0/0", from_port: 5433, to_port: 5433 });
    const { verdict } = judged({ [acl("data")]: editingList("ingress", (items) => [deny, ...wider(items)]) });
    expect(verdict).toBe("met");
  });

  test("where the cde's network ACL names every address for a store behind a gateway, but only while a flow needs one", () => {
    const { wide } = judgedFlows(withoutGatewayActions(siteA), [siteB, interconnect]);
    const opened = wide.map(({ rule: id }) => id);
    expect(opened).toHaveLength(2);
    for (const id of opened) expect(id).toContain(acl("cde"));
  });
});

/** The template with evidence of flows that need no service behind a gateway. */
function withoutGatewayActions(template: Template): Template {
  const text = JSON.stringify(template.document, (key, value: Json) =>
    key === "actions" && isList(value) ? value.filter((one) => !isObject(one) || one["kind"] !== "gateway") : value,
  );
  return parseTemplate(text, template.stack);
}

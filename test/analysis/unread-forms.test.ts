import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { judgeMirror } from "../../analysis/mirror/mirror";
import { estateOf } from "../../synthesized/estate/estate";
import type { Json, JsonObject } from "../../synthesized/json";
import { parseTemplate, type Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { type Edits, edited, replacingText, resourceNamed, setting } from "./edited-template";
import { withCells } from "./with-cells";

const templates = synthesizedSweden();
const [siteA, siteB, interconnect, shared] = [stack("site-a"), stack("site-b"), stack("interconnect"), stack("shared")];
const address = (type: string, start: string): string => resourceNamed(siteA, type, start).address;
const dataAcl = address("aws_network_acl", "acls_data");

function stack(name: string): Template {
  const found = templates.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

function withPart(template: Template, part: JsonObject): Template {
  return parseTemplate(JSON.stringify({ ...template.document, ...part }), template.stack);
}

/** The verdict, and what could not be read. */
function judged(site: Template, others: readonly Template[]): readonly [string, readonly string[]] {
  const { verdict, unread } = judgeFlows(estateOf(withCells([site, ...others])), site);
  return [verdict, unread.map((one) => (one.attribute === "" ? one.address : `${one.address}.${one.attribute}`))];
}

const inSite = (edits: Edits) => judged(edited(siteA, edits), [siteB, interconnect, shared]);
const inShared = (edits: Edits) => judged(siteA, [siteB, interconnect, edited(shared, edits)]);

describe("what a site's template says in a form that is not read leaves the flows undetermined", () => {
  test.each<[string, Edits, string]>([
    [
      "a count of rules",
      { [address("aws_route", "routes_cde-1-to-twin")]: setting({ count: 2 }) },
      address("aws_route", "routes_cde-1-to-twin"),
    ],
    ["a block for each of a list", { [dataAcl]: setting({ for_each: "${toset([])}" }) }, `${dataAcl}.for_each`],
    [
      "nested blocks that are made of a list",
      { [dataAcl]: setting({ dynamic: { ingress: { for_each: "${var.rules}", content: {} } } }) },
      `${dataAcl}.dynamic`,
    ],
    ["rules whose changes are ignored", { [dataAcl]: setting({ lifecycle: { ignore_changes: ["ingress"] } }) }, `${dataAcl}.ingress`],
    ["anything whose changes are ignored", { [dataAcl]: setting({ lifecycle: { ignore_changes: "all" } }) }, `${dataAcl}.all`],
    [
      "a firewall's policy whose changes are ignored",
      { [address("aws_networkfirewall_rule_group", "firewall_")]: setting({ lifecycle: [{ ignore_changes: ["rule_group"] }] }) },
      `${address("aws_networkfirewall_rule_group", "firewall_")}.rule_group`,
    ],
    [
      "a key's policy whose changes are ignored",
      { [address("aws_kms_key", "images-key")]: setting({ lifecycle: { ignore_changes: ["policy"] } }) },
      `${address("aws_kms_key", "images-key")}.policy`,
    ],
    ["a table by its id", { "aws_route.x": setting({ route_table_id: "rtb-0a1b2c3d" }) }, "aws_route.x.route_table_id"],
    [
      "a table that is looked up",
      { "aws_route.x": setting({ route_table_id: "${data.aws_route_table.x.id}" }) },
      "aws_route.x.route_table_id",
    ],
    [
      "more subnets of an endpoint by id",
      { "aws_network_acl.x": setting({ subnet_ids: ["subnet-0a1b2c3d"] }) },
      "aws_network_acl.x.subnet_ids[0]",
    ],
    ["tables in an expression", { "aws_network_acl.x": setting({ subnet_ids: "${var.subnets}" }) }, "aws_network_acl.x.subnet_ids"],
  ])("%s", (_, edits, what) => {
    const [verdict, unread] = inSite(edits);
    expect(verdict).toBe("undetermined");
    expect(unread.join()).toContain(what);
  });

  test("but not tags that someone else keeps", () => {
    expect(inSite({ [dataAcl]: setting({ lifecycle: { ignore_changes: ["tags", 'tags["x"]'] } }) })).toEqual(["met", []]);
  });

  test.each<[string, JsonObject, string]>([
    ["a module", { module: { more: { source: "./more" } } }, "module.more"],
    [
      "a rule that is taken over",
      { import: [{ to: "aws_vpc_security_group_egress_rule.x", id: "sgr-1" }] },
      "aws_vpc_security_group_egress_rule.x",
    ],
    ["a route that is forgotten", { removed: [{ from: "aws_route.x", lifecycle: { destroy: false } }] }, "aws_route.x"],
    ["a table that is renamed", { moved: [{ from: "aws_route_table.x", to: "aws_route_table.y" }] }, "aws_route_table.x"],
  ])("%s, here or in a stack beside it", (_, part, what) => {
    expect(judged(withPart(siteA, part), [siteB, interconnect])).toEqual(["undetermined", [what]]);
    expect(judged(siteA, [siteB, interconnect, withPart(shared, part)])).toEqual(["undetermined", [`shared: ${what}`]]);
  });

  test("but not what has nothing to do with the network", () => {
    expect(judged(withPart(siteA, { moved: [{ from: "aws_kms_alias.x", to: "aws_kms_alias.y" }] }), [siteB, interconnect])).toEqual([
      "met",
      [],
    ]);
  });
});

test("a mirror with a module is undetermined", () => {
  const module: Json = { more: { source: "./more" } };
  const { verdict, unread } = judgeMirror(withPart(siteA, { module }), withPart(siteB, { module }));
  expect([verdict, unread]).toEqual([
    "undetermined",
    ["site-a", "site-b"].map((name) => `module.more of stack ${name} is a module, whose content is not here to compare`),
  ]);
});

describe("what another stack may add to the site leaves its flows undetermined", () => {
  const leak = { destination_cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.x.id}" };
  const inJoint = (edits: Edits) => judged(siteA, [siteB, edited(interconnect, edits)]);
  const stateOf = (name: string, type: string): string => {
    const output = Object.keys(stack(name).outputs).find((key) => key.startsWith(`cross-stack-output-${type}transit_`));
    return `\${data.terraform_remote_state.cross-stack-reference-input-${name}.outputs.${output}}`;
  };

  test.each<[string, string]>([
    ["a table by its id", "rtb-0a1b2c3d"],
    ["a table that it looks up", "${data.aws_route_table.x.id}"],
    ["a table that it is given", "${var.table}"],
    ["a table of a state that is not here", "${data.terraform_remote_state.unknown.outputs.table}"],
  ])("a route in %s", (_, table) => {
    expect(inShared({ "aws_route.x": setting({ ...leak, route_table_id: table }) })).toEqual([
      "undetermined",
      ["shared: aws_route.x.route_table_id"],
    ]);
  });

  test("a network of the site's transit gateway that is not the site's", () => {
    const attachment = (name: string) => setting({ transit_gateway_id: stateOf(name, "aws_ec2_transit_gateway"), provider: "aws.a" });
    expect(inJoint({ "aws_ec2_transit_gateway_vpc_attachment.x": attachment("site-a") })).toEqual([
      "undetermined",
      ["interconnect: aws_ec2_transit_gateway_vpc_attachment.x.transit_gateway_id"],
    ]);
    expect(inJoint({ "aws_ec2_transit_gateway_vpc_attachment.x": attachment("site-b") })).toEqual(["met", []]);
  });

  test("a route to the twin that may be there several times", () => {
    const route = resourceNamed(interconnect, "aws_ec2_transit_gateway_route", "a-to-twin-cde").address;
    expect(inJoint({ [route]: setting({ count: 1 }) })).toEqual(["undetermined", [`interconnect: ${route}[0].count`]]);
  });

  test("an endpoint that may be a route; and one behind no group of the site's is wrong", () => {
    const outputOf = (part: string): string => {
      const output = Object.keys(stack("site-a").outputs).find((key) => key.includes(part));
      return `\${data.terraform_remote_state.site.outputs.${output}}`;
    };
    const member = stack("ledger-01-a");
    const door = resourceNamed(member, "aws_vpc_endpoint", "").address;
    const withDoor = (changes: Readonly<Record<string, Json>>) =>
      judged(siteA, [siteB, interconnect, edited(member, { [door]: setting(changes) })])[0];
    expect(withDoor({})).toBe("met");
    expect(withDoor({ vpc_endpoint_type: "Gateway" })).toBe("undetermined");
    expect(withDoor({ vpc_endpoint_type: "${var.type}" })).toBe("undetermined");
    expect(withDoor({ route_table_ids: [outputOf("aws_vpc")] })).toBe("undetermined");
    expect(withDoor({ security_group_ids: [] })).toBe("notMet");
    expect(withDoor({ security_group_ids: ["${aws_security_group.own.id}"] })).toBe("notMet");
  });

  test("but not a network of its own, nor the twin's", () => {
    const own = {
      "aws_vpc.x": setting({ cidr_block: "10.99.0.0/16" }),
      "aws_route_table.x": setting({ vpc_id: "${aws_vpc.x.id}" }),
      "aws_internet_gateway.x": setting({ vpc_id: "${aws_vpc.x.id}" }),
      "aws_route.x": setting({ ...leak, route_table_id: "${aws_route_table.x.id}" }),
    };
    expect(inShared(own)).toEqual(["met", []]);
    const twin = edited(siteB, { [dataAcl]: replacingText("5432", "5433") });
    expect(judged(siteA, [twin, interconnect])).toEqual(["met", []]);
  });
});

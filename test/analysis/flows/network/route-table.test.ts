import { type RouteTable, routeTableOf } from "../../../../analysis/flows/network/route-table";
import { estateOf } from "../../../../synthesized/estate/estate";
import { stackBlockAt } from "../../../../synthesized/estate/stack-block";
import type { JsonObject } from "../../../../synthesized/json";
import { type Blocks, writtenTemplate } from "../../../synthesized/written-template";

const states = "aws_networkfirewall_firewall.wall.firewall_status[0].sync_states";
const space = { first: 0x0a_00_00_00, last: 0x0a_00_ff_ff };

const peering = { departures: [], arrivals: [] };

/** The table of subnet `one` in a site with these resources. */
function tableIn({ resource = {} }: { readonly resource?: Blocks }): RouteTable {
  const site = writtenTemplate({ resource: { aws_subnet: { one: {} }, aws_route_table: { own: {}, main: {} }, ...resource } });
  const subnet = stackBlockAt(site, "aws_subnet.one");
  if (subnet === undefined) throw new Error("no subnet");
  return routeTableOf(estateOf([site]), subnet, { space, peering });
}

function tableWith(route: JsonObject, more: Blocks = {}): RouteTable {
  const own = { one: { subnet_id: "${aws_subnet.one.id}", route_table_id: "${aws_route_table.own.id}" } };
  const resource = {
    aws_route_table_association: own,
    aws_route: { it: { route_table_id: "${aws_route_table.own.id}", ...route } },
    ...more,
  };
  return tableIn({ resource });
}

const targetOf = (route: JsonObject, more: Blocks = {}) =>
  tableWith({ destination_cidr_block: "192.0.2.0/24", ...route }, more).routes.find(({ id }) => id === "aws_route.it")?.target;

describe("a route", () => {
  test.each([
    `\${one([for s in ${states} : s.attachment[0].endpoint_id if s.attachment[0].subnet_id == aws_subnet.wall-1.id])}`,
    `\${[for s in tolist(${states}) : s.attachment[0].endpoint_id if s.attachment[0].subnet_id == aws_subnet.wall-1.id][0]}`,
    `\${one(flatten([for s in ${states} : [for a in s.attachment : a.endpoint_id if a.subnet_id == aws_subnet.wall-1.id]]))}`,
    `\${one([\n  for s in ${states} :\n  s.attachment[0].endpoint_id if s.attachment[0].subnet_id == aws_subnet.wall-1.id])}`,
  ])("to the firewall endpoint of a subnet is read: %s", (vpc_endpoint_id) => {
    expect(targetOf({ vpc_endpoint_id })).toEqual({
      kind: "firewall",
      subnet: "aws_subnet.wall-1",
    });
  });

  test.each([
    `\${tolist(${states})[0].attachment[0].endpoint_id}`,
    `\${one([for s in ${states} : s.attachment[0].endpoint_id if s.attachment[0].subnet_id != aws_subnet.wall-1.id])}`,
    `\${one([for s in ${states} : s.attachment[0].endpoint_id if s.attachment[0].subnet_id == aws_subnet.wall-1.id || true])}`,
    `\${one([for s in ${states} : s.attachment[0].endpoint_id if s.attachment[0].subnet_id == local.wall])}`,
    "vpce-0123456789abcdef0",
  ])("to an endpoint that may be any is not read: %s", (vpc_endpoint_id) => {
    expect(targetOf({ vpc_endpoint_id })).toEqual({ kind: "unreadable", attribute: "vpc_endpoint_id" });
  });

  test("to a NAT gateway leads to the gateway's subnet", () => {
    const nat = { aws_nat_gateway: { nat: { subnet_id: "${aws_subnet.edge.id}" } } };
    expect(targetOf({ nat_gateway_id: "${aws_nat_gateway.nat.id}" }, nat)).toEqual({ kind: "natGateway", subnet: "aws_subnet.edge" });
    expect(targetOf({ nat_gateway_id: "nat-1" })).toEqual({ kind: "unreadable", attribute: "nat_gateway_id" });
  });

  test("to a gateway is read where that is an internet gateway", () => {
    expect(targetOf({ gateway_id: "${aws_internet_gateway.igw.id}" })).toEqual({ kind: "internetGateway" });
    expect(targetOf({ gateway_id: "${aws_vpn_gateway.vgw.id}" })).toEqual({ kind: "unreadable", attribute: "gateway_id" });
  });

  test("to an unknown destination may lead anywhere", () => {
    const { routes } = tableWith({ destination_prefix_list_id: "pl-1", transit_gateway_id: "tgw-1" });
    expect(routes.map(({ id, target }) => [id, target.kind])).toEqual([
      ["the local route", "local"],
      ["aws_route.it", "unreadable"],
    ]);
  });

  test("comes before those that are less specific, the local one included", () => {
    const { routes } = tableWith({ destination_cidr_block: "10.0.1.0/24", transit_gateway_id: "tgw-1" });
    expect(routes.map(({ id }) => id)).toEqual(["aws_route.it", "the local route"]);
  });
});

describe("a subnet without a table of its own", () => {
  test("has the VPC's main table", () => {
    const main = { aws_default_route_table: { default: {} } };
    expect(tableIn({ resource: main }).address).toBe("aws_default_route_table.default");
    expect(tableIn({}).routes.map(({ id }) => id)).toEqual(["the local route"]);
  });
});

import { valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { type Block, blockAt, type Template } from "../../../synthesized/template";
import type { Network } from "../network/network";
import type { Rule } from "../terms/filter";
import { ownIdAt } from "../terms/own-blocks";
import type { Unread } from "../terms/unread";

/** Rules and routes that cannot be read: with one of them, nobody can say that nothing else passes. */
export function unreadRules(network: Network): readonly Unread[] {
  return [...unreadableRules(network), ...unreadableRoutes(network), ...strays(network.estate, network.template)];
}

function unreadableRules({ subnets, groups, firewalls }: Network): readonly Unread[] {
  const rules: readonly Rule[] = [
    ...subnets.flatMap(({ acl }) => [...acl.ingress, ...acl.egress]),
    ...groups.flatMap(({ ingress, egress }) => [...ingress, ...egress]),
    ...firewalls.flatMap((firewall) => firewall.rules),
  ];
  return rules
    .filter(({ action }) => action === "unreadable")
    .map(({ id }) => ({ address: id, attribute: "", why: "is a rule that cannot be read" }));
}

function unreadableRoutes({ subnets, transit }: Network): readonly Unread[] {
  const routes = subnets.flatMap(({ routeTable }) => routeTable.routes);
  const transitRoutes = Object.values(transit.tables).flatMap((table) => table?.routes ?? []);
  return [
    ...routes.flatMap(({ id, target }) =>
      target.kind === "unreadable" ? [{ address: id, attribute: target.attribute, why: "is a route that cannot be read" }] : [],
    ),
    ...transitRoutes
      .filter(({ to }) => to === "unreadable")
      .map(({ id }) => ({ address: id, attribute: "", why: "is a route that cannot be read" })),
  ];
}

/** Blocks that are parts of another, by the attribute that says of which. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ["aws_route", "route_table_id"],
  ["aws_route_table_association", "route_table_id"],
  ["aws_main_route_table_association", "route_table_id"],
  ["aws_network_acl_rule", "network_acl_id"],
  ["aws_network_acl_association", "network_acl_id"],
  ["aws_security_group_rule", "security_group_id"],
  ["aws_vpc_security_group_egress_rule", "security_group_id"],
  ["aws_vpc_security_group_ingress_rule", "security_group_id"],
  ["aws_ec2_transit_gateway_route", "transit_gateway_route_table_id"],
  ["aws_ec2_transit_gateway_route_table_association", "transit_gateway_route_table_id"],
  ["aws_ec2_transit_gateway_route_table_propagation", "transit_gateway_route_table_id"],
]);

/** Parts of nobody knows what. */
function strays(estate: Estate, template: Template): readonly Unread[] {
  return template.resources.flatMap((block) => {
    const owner = OWNERS.get(block.type);
    if (owner === undefined || ownerOf(estate, { template, block }, owner)?.kind === "resource") return [];
    return [{ address: block.address, attribute: owner, why: "names no block of the template" }];
  });
}

function ownerOf(estate: Estate, { template, block }: StackBlock, key: string): Block | undefined {
  const address = ownIdAt(estate, template, valueAt(block.attributes, key));
  return address === undefined ? undefined : blockAt(template, address);
}

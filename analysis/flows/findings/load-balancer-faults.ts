import { blocksAt, flagAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { blockNamed } from "../../../synthesized/estate/follow";
import { blocksNaming } from "../../../synthesized/estate/referrers";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import type { PermittedFlow } from "../../../synthesized/evidence";
import { isObject, leavesOf } from "../../../synthesized/json";
import type { Block } from "../../../synthesized/template";
import type { Misplacement, PartyPlacement, PlacementFaults } from "../network/placements";
import type { Unread } from "../terms/unread";
import { portFault } from "./port-fault";

/** Whether a load balancer listens where flows to its party arrive, and hands on where flows from it lead. */
export function loadBalancerFaults(estate: Estate, flows: readonly PermittedFlow[], placement: PartyPlacement): PlacementFaults {
  const { block, party } = placement;
  const listeners = blocksNaming(estate, placement, { type: "aws_lb_listener", key: "load_balancer_arn" });
  const groups = listeners.map((listener) => targetGroupsOf(estate, listener));
  const targets = [...new Map(groups.flatMap(({ found }) => found).map((group) => [group.address, group])).values()];
  return {
    misplaced: [
      ...reachFaults(flows, block, party),
      ...listeners.flatMap((listener) =>
        portFault(
          { ...listener.block, key: "port" },
          flows.filter(({ to }) => to.party === party),
          `to ${party}`,
        ),
      ),
      ...targets.flatMap((group) =>
        portFault(
          { ...group, key: "port" },
          flows.filter(({ from }) => from.party === party),
          `from ${party}`,
        ),
      ),
    ],
    unread: groups.flatMap(({ unread }) => unread),
  };
}

/** A load balancer is reached from the internet unless it says that it is internal. */
function reachFaults(flows: readonly PermittedFlow[], { address, attributes }: Block, party: string): readonly Misplacement[] {
  const fromInternet = flows.some(({ from, to }) => from.place === "internet" && to.party === party);
  if (flagAt(attributes, "internal") === true || fromInternet) return [];
  return [{ address, attribute: "internal", why: `faces the internet, from where no flow to ${party} is declared` }];
}

/** What a listener hands requests on to, by default and by its rules. */
function targetGroupsOf(estate: Estate, listener: StackBlock): { readonly found: readonly Block[]; readonly unread: readonly Unread[] } {
  const rules = blocksNaming(estate, listener, { type: "aws_lb_listener_rule", key: "listener_arn" });
  const actions = [
    ...blocksAt(listener.block.attributes, "default_action"),
    ...rules.flatMap(({ block }) => blocksAt(block.attributes, "action")),
  ];
  const named = actions
    .filter(isObject)
    .flatMap((action) => leavesOf(action).filter(({ path }) => /(?:^target_group_arn|target_group(?:\[\d+\])?\.arn)$/.test(path)))
    .map(({ value }) => blockNamed(estate, listener.template, value)?.block);
  return {
    found: named.flatMap((group) => group ?? []),
    unread: named.includes(undefined)
      ? [{ address: listener.block.address, attribute: "default_action", why: "hands requests on to what is not in the template" }]
      : [],
  };
}

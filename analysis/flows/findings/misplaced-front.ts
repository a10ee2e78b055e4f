import { blocksAt, numberAt } from "../../../synthesized/attributes";
import type { PermittedFlow } from "../../../synthesized/evidence";
import { isObject, leavesOf } from "../../../synthesized/json";
import { soleReference } from "../../../synthesized/reference";
import { type Block, blockAt, type Template } from "../../../synthesized/template";
import { blocksNaming, type PartyPlacement, type PlacementFaults } from "../network/placements";
import type { Unread } from "../terms/reading";

/** Whether a load balancer listens where flows to its party arrive, and hands on where flows from it lead. */
export function frontFaults(flows: readonly PermittedFlow[], { template, block, party }: PartyPlacement): PlacementFaults {
  const listeners = blocksNaming(template, "aws_lb_listener", { key: "load_balancer_arn", address: block.address });
  const groups = listeners.map((listener) => targetGroupsOf(template, listener));
  const targets = [...new Map(groups.flatMap(({ found }) => found).map((group) => [group.address, group])).values()];
  return {
    wrong: [
      ...reachFaults(flows, block, party),
      ...listeners.flatMap((listener) =>
        portFault(
          { ...listener, key: "port" },
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

/** Whether tasks are reached where flows to their party arrive. */
export function taskFaults(flows: readonly PermittedFlow[], { block, party }: PartyPlacement): PlacementFaults {
  const towards = flows.filter(({ to }) => to.party === party);
  const wrong = blocksAt(block.attributes, "load_balancer").flatMap((behind) =>
    portFault({ ...block, attributes: behind, key: "container_port" }, towards, `to ${party}`),
  );
  return { wrong, unread: [] };
}

/** A load balancer is reached from the internet unless it says that it is internal. */
function reachFaults(flows: readonly PermittedFlow[], { address, attributes }: Block, party: string): readonly Unread[] {
  const fromInternet = flows.some(({ from, to }) => from.place === "internet" && to.party === party);
  if (attributes["internal"] === true || fromInternet) return [];
  return [{ address, attribute: "internal", why: `faces the internet, from where no flow to ${party} is declared` }];
}

function portFault(
  { address, attributes, key }: Block & { readonly key: string },
  flows: readonly PermittedFlow[],
  which: string,
): readonly Unread[] {
  const port = numberAt(attributes, key);
  if (flows.some((flow) => flow.protocol === "tcp" && flow.port === port)) return [];
  return [{ address, attribute: key, why: `is ${port ?? "no number"}, a port of no declared flow ${which}` }];
}

/** What a listener hands requests on to, by default and by its rules. */
function targetGroupsOf(template: Template, listener: Block): { readonly found: readonly Block[]; readonly unread: readonly Unread[] } {
  const rules = blocksNaming(template, "aws_lb_listener_rule", { key: "listener_arn", address: listener.address });
  const actions = [
    ...blocksAt(listener.attributes, "default_action"),
    ...rules.flatMap(({ attributes }) => blocksAt(attributes, "action")),
  ];
  const named = actions
    .filter(isObject)
    .flatMap((action) => leavesOf(action).filter(({ path }) => /(?:^target_group_arn|target_group(?:\[\d+\])?\.arn)$/.test(path)))
    .map(({ value }) => {
      const reference = typeof value === "string" ? soleReference(value) : undefined;
      return reference === undefined ? undefined : blockAt(template, reference.address);
    });
  return {
    found: named.flatMap((group) => group ?? []),
    unread: named.includes(undefined)
      ? [{ address: listener.address, attribute: "default_action", why: "hands requests on to what is not in the template" }]
      : [],
  };
}

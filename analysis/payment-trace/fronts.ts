import { blocksAt, numberAt, textAt } from "../../synthesized/attributes";
import { allOf, follow, followValue, isSame, type Located, naming } from "../../synthesized/estate/located";
import type { PermittedFlow } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";

/** A load balancer on a payment's way, what it listens by and what it hands on to. */
export interface Front {
  readonly balancer: Located;
  readonly port: number | undefined;
  readonly listener: Located | undefined;
  readonly targetGroup: Located | undefined;
  /** Whether it ends TLS; one of another kind hands packets on as they are. */
  readonly endsTls: boolean;
}

export interface FrontSearch {
  readonly cell: readonly Template[];
  readonly templates: readonly Template[];
  readonly entry: PermittedFlow;
  readonly relay: PermittedFlow | undefined;
  readonly partyOf: (balancer: Located) => string | undefined;
}

/**
 * The load balancers of the party that a payment enters by: first the one that no other hands on
 * to. One that a missing piece has cut off is still looked at, so that only that piece is missing.
 */
export function frontsOf({ cell, templates, entry, relay, partyOf }: FrontSearch): readonly Front[] {
  const balancers = allOf("aws_lb", cell).filter((balancer) => partyOf(balancer) === entry.to.party);
  const [first] = balancers.toSorted((a, b) => Number(endsTls(a)) - Number(endsTls(b)));
  const chain = first === undefined ? [] : chainFrom(first, entry.port, templates);
  const cutOff = balancers.filter((balancer) => !chain.some((front) => isSame(front.balancer, balancer)));
  return [...chain, ...cutOff.flatMap((balancer) => chainFrom(balancer, relay?.port, templates))];
}

function chainFrom(balancer: Located, port: number | undefined, templates: readonly Template[]): readonly Front[] {
  const listener = naming("aws_lb_listener", "load_balancer_arn", { named: balancer, templates }).find(
    ({ block }) => numberAt(block.attributes, "port") === port,
  );
  const targetGroup = listener === undefined ? undefined : forwardOf(listener, templates);
  const front = { balancer, port, listener, targetGroup, endsTls: endsTls(balancer) };
  if (targetGroup === undefined || textAt(targetGroup.block.attributes, "target_type") !== "alb") return [front];
  const [attachment] = naming("aws_lb_target_group_attachment", "target_group_arn", { named: targetGroup, templates });
  const next = attachment === undefined ? undefined : follow(attachment, "target_id", templates);
  if (attachment === undefined || next === undefined || isSame(next, balancer)) return [front];
  return [front, ...chainFrom(next, numberAt(attachment.block.attributes, "port"), templates)];
}

function forwardOf(listener: Located, templates: readonly Template[]): Located | undefined {
  const [action] = blocksAt(listener.block.attributes, "default_action");
  if (action === undefined || textAt(action, "type") !== "forward") return undefined;
  return followValue(action["target_group_arn"], listener.template, templates);
}

function endsTls({ block }: Located): boolean {
  return (textAt(block.attributes, "load_balancer_type") ?? "application") === "application";
}

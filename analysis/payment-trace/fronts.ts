import { blocksAt, numberAt, textAt, valueAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow, targetOf } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksIn, isSame, type StackBlock } from "../../synthesized/estate/stack-block";
import type { Target } from "../../synthesized/estate/target";
import type { PermittedFlow } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";

/** A load balancer on a payment's way, what it listens by and what it hands on to. */
export interface Front {
  readonly balancer: StackBlock;
  readonly port: number | undefined;
  readonly listener: StackBlock | undefined;
  readonly targetGroup: StackBlock | undefined;
  /** Whether it ends TLS; one of another kind hands packets on as they are. */
  readonly endsTls: boolean;
}

export interface FrontSearch {
  readonly cell: readonly Template[];
  readonly entry: PermittedFlow;
  readonly relay: PermittedFlow | undefined;
  readonly partyOf: (balancer: StackBlock) => string | undefined;
}

/**
 * The load balancers of the party that a payment enters by: first the one that no other hands on
 * to. One that a missing piece has cut off is still looked at, so that only that piece is missing.
 */
export function frontsOf(estate: Estate, { cell, entry, relay, partyOf }: FrontSearch): readonly Front[] {
  const balancers = cell.flatMap((template) => blocksIn(template, "aws_lb")).filter((balancer) => partyOf(balancer) === entry.to.party);
  const [first] = balancers.toSorted((a, b) => Number(readsRequests(a)) - Number(readsRequests(b)));
  const chain = first === undefined ? [] : chainFrom(estate, { balancer: first, port: entry.port });
  const cutOff = balancers.filter((balancer) => !chain.some((front) => isSame(front.balancer, balancer)));
  return [...chain, ...cutOff.flatMap((balancer) => chainFrom(estate, { balancer, port: relay?.port }))];
}

interface Link {
  readonly balancer: StackBlock;
  readonly port: number | undefined;
  /** Load balancers on the way here: a chain that leads back to one of them goes no further. */
  readonly passed?: readonly StackBlock[];
}

function chainFrom(estate: Estate, { balancer, port, passed = [] }: Link): readonly Front[] {
  const listener = blocksNaming(estate, balancer, { type: "aws_lb_listener", key: "load_balancer_arn" }).find(
    ({ block }) => numberAt(block.attributes, "port") === port,
  );
  const forward = listener === undefined ? undefined : forwardOf(estate, listener);
  const targetGroup = forward?.kind === "block" ? forward : undefined;
  const front = { balancer, port, listener, targetGroup, endsTls: readsRequests(balancer) || isTls(listener) };
  if (targetGroup === undefined || textAt(targetGroup.block.attributes, "target_type") !== "alb") return [front];
  const [attachment] = blocksNaming(estate, targetGroup, { type: "aws_lb_target_group_attachment", key: "target_group_arn" });
  const next = attachment === undefined ? undefined : follow(estate, attachment, "target_id");
  const known = [...passed, balancer];
  if (attachment === undefined || next === undefined || known.some((one) => isSame(one, next))) return [front];
  return [front, ...chainFrom(estate, { balancer: next, port: numberAt(attachment.block.attributes, "port"), passed: known })];
}

/** What a listener hands on to, as its default action names it. */
export function forwardOf(estate: Estate, listener: StackBlock): Target {
  const [action] = blocksAt(listener.block.attributes, "default_action");
  const isForward = action !== undefined && textAt(action, "type") === "forward";
  return targetOf(estate, listener.template, isForward ? valueAt(action, "target_group_arn") : undefined);
}

/** Load balancers that read requests end TLS always, others where their listener does. */
export function readsRequests({ block }: StackBlock): boolean {
  return (textAt(block.attributes, "load_balancer_type") ?? "application") === "application";
}

function isTls(listener: StackBlock | undefined): boolean {
  return listener !== undefined && textAt(listener.block.attributes, "protocol") === "TLS";
}

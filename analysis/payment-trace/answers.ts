import { blockIn, textAt, valueAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blockNamed, follow } from "../../synthesized/estate/follow";
import { grouped } from "../../synthesized/estate/grouped";
import { remembered } from "../../synthesized/estate/remembered";
import { blocksOfType, isSame, type StackBlock } from "../../synthesized/estate/stack-block";
import { siteOf } from "../../synthesized/estate/stacks";
import type { Json } from "../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import type { Payment } from "./payment";

/** Every record with the zone that it is in; none where nobody can tell which. */
export const recordsByZone = remembered((estate: Estate) =>
  grouped(blocksOfType(estate, "aws_route53_record").map((record) => [follow(estate, record, "zone_id")?.block, record] as const)),
);

/** An alias record, and what it leads to: another name of its zone, or a block. */
export interface Answer {
  readonly record: StackBlock;
  readonly zone: StackBlock | undefined;
  readonly name: string | undefined;
  readonly target:
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "block"; readonly block: StackBlock }
    | { readonly kind: "unknown" };
}

/** Every alias record: each path asks for them, at each site and cell. */
export const answersIn = remembered((estate: Estate): readonly Answer[] =>
  blocksOfType(estate, "aws_route53_record").flatMap((record) => {
    const alias = blockIn(record.block.attributes, "alias");
    if (alias === undefined) return [];
    const name = textAt(record.block.attributes, "name");
    return [{ record, zone: follow(estate, record, "zone_id"), name, target: leadsTo(estate, record, valueAt(alias, "name")) }];
  }),
);

function leadsTo(estate: Estate, { template }: StackBlock, value: Json | undefined): Answer["target"] {
  const block = blockNamed(estate, template, value);
  if (block?.block.type === "aws_route53_record") {
    const name = textAt(block.block.attributes, "name");
    return name === undefined ? { kind: "unknown" } : { kind: "name", name };
  }
  if (block !== undefined) return { kind: "block", block };
  return typeof value === "string" && !value.includes("${") ? { kind: "name", name: value } : { kind: "unknown" };
}

/** The answers of a zone, each time the same list. */
export function answersOf(estate: Estate, zone: Block): readonly Answer[] {
  return answersByZone(estate).get(zone) ?? NONE;
}

/** The same list each time, by which it is remembered what is in it. */
const NONE: readonly Answer[] = [];

const answersByZone = remembered((estate: Estate) => grouped(answersIn(estate).map((answer) => [answer.zone?.block, answer] as const)));

export const answersByName = remembered((answers: readonly Answer[]) => grouped(answers.map((answer) => [answer.name, answer] as const)));

/** Every way from a name to a block, record by record. */
export function chainsTo(answers: readonly Answer[], name: string, block: StackBlock): readonly (readonly Answer[])[] {
  const chainsFrom = (from: string, passed: readonly string[]): readonly (readonly Answer[])[] =>
    (answersByName(answers).get(from) ?? []).flatMap((answer): readonly (readonly Answer[])[] => {
      const { target } = answer;
      if (target.kind === "block") return isSame(target.block, block) ? [[answer]] : [];
      if (target.kind === "unknown" || target.name === from || passed.includes(target.name)) return [];
      return chainsFrom(target.name, [...passed, from]).map((chain) => [answer, ...chain]);
    });
  return chainsFrom(name, []);
}

/**
 * The zones that a payment's name is asked in: the public one over the internet. A participant on a
 * private line asks either site, and each has a zone of its own in its network.
 */
export function zonesOf(payment: Payment): readonly StackBlock[] {
  const { path, estate } = payment;
  const zones = blocksOfType(estate, "aws_route53_zone");
  const isPrivate = ({ block }: StackBlock): boolean => blockIn(block.attributes, "vpc") !== undefined;
  if (path !== "privateLine") {
    const names = clientNamesOf(payment);
    return zones.filter((zone) => holdsOneOf(zone, names) && !isPrivate(zone));
  }
  return zones.filter((zone) => isPrivate(zone) && siteNetworks(estate).includes(zone.template));
}

/** A zone may be there for what is below it only; without evidence of names, each may hold them. */
function holdsOneOf({ block }: StackBlock, names: readonly string[]): boolean {
  const zone = textAt(block.attributes, "name");
  return zone === undefined || names.length === 0 || names.some((name) => name === zone || name.endsWith(`.${zone}`));
}

/** Names that clients are told of the kind of zone that the path uses; none where no evidence tells them. */
export function clientNamesOf({ path, estate }: Payment): readonly string[] {
  const wanted = path === "privateLine" ? "private" : "public";
  const told = estate.stacks.flatMap(({ evidence }) => (evidence.kind === "read" ? (evidence.evidence.clientNames ?? []) : []));
  return told.filter(({ zone }) => zone === wanted).map(({ name }) => name);
}

/** The stacks that hold a site's network, whether or not they say which flows it is for. */
export const siteNetworks = remembered((estate: Estate): readonly Template[] =>
  estate.stacks.filter((template) => siteOf(template) !== undefined && resourcesOf(template, "aws_vpc").length > 0),
);

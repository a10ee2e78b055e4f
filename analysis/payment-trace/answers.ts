import { blockIn, textAt } from "../../synthesized/attributes";
import { allOf, follow, followValue, isSame, type Located } from "../../synthesized/estate/located";
import { remembered } from "../../synthesized/estate/remembered";
import { siteOf } from "../../synthesized/estate/site";
import { resourcesOf, type Template } from "../../synthesized/template";
import type { Passenger } from "./passenger";

/** An alias record, and what it leads to: another name of its zone, or a block. */
export interface Answer {
  readonly record: Located;
  readonly zone: Located | undefined;
  readonly name: string | undefined;
  readonly target:
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "block"; readonly block: Located }
    | { readonly kind: "unknown" };
}

/** The same for every payment: each path asks for them, at each site and cell. */
export const answersIn = remembered((templates: readonly Template[]): readonly Answer[] =>
  allOf("aws_route53_record", templates).flatMap((record) => {
    const alias = blockIn(record.block.attributes, "alias");
    if (alias === undefined) return [];
    const name = textAt(record.block.attributes, "name");
    return [{ record, zone: follow(record, "zone_id", templates), name, target: targetOf(alias["name"], record, templates) }];
  }),
);

function targetOf(value: Parameters<typeof followValue>[0], { template }: Located, templates: readonly Template[]): Answer["target"] {
  const block = followValue(value, template, templates);
  if (block?.block.type === "aws_route53_record") {
    const name = textAt(block.block.attributes, "name");
    return name === undefined ? { kind: "unknown" } : { kind: "name", name };
  }
  if (block !== undefined) return { kind: "block", block };
  return typeof value === "string" && !value.includes("${") ? { kind: "name", name: value } : { kind: "unknown" };
}

/** The answers of a zone, each time the same list. */
export function answersOf(zone: Located, templates: readonly Template[]): readonly Answer[] {
  return answersByZone(templates).get(zone.block) ?? [];
}

const answersByZone = remembered((templates: readonly Template[]) => groupedBy(answersIn(templates), ({ zone }) => zone?.block));

const answersByName = remembered((answers: readonly Answer[]) => groupedBy(answers, ({ name }) => name));

function groupedBy<Key>(answers: readonly Answer[], keyOf: (answer: Answer) => Key): ReadonlyMap<Key, readonly Answer[]> {
  const groups = new Map<Key, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(keyOf(answer));
    if (group === undefined) groups.set(keyOf(answer), [answer]);
    else group.push(answer);
  }
  return groups;
}

/** Every way from a name to a block, record by record. */
export function chainsTo(answers: readonly Answer[], name: string, block: Located): readonly (readonly Answer[])[] {
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
export function zonesOf({ path, templates }: Passenger): readonly Located[] {
  const zones = allOf("aws_route53_zone", templates);
  const isPrivate = ({ block }: Located): boolean => blockIn(block.attributes, "vpc") !== undefined;
  if (path !== "privateLine") return zones.filter((zone) => !isPrivate(zone));
  return zones.filter((zone) => isPrivate(zone) && siteNetworks(templates).includes(zone.template));
}

/** Names that clients are told of the kind of zone that the path uses; none where no evidence tells them. */
export function clientNamesOf({ path, templates }: Passenger): readonly string[] {
  const wanted = path === "privateLine" ? "private" : "public";
  const told = templates.flatMap(({ evidence }) => (evidence.kind === "read" ? (evidence.evidence.clientNames ?? []) : []));
  return told.filter(({ zone }) => zone === wanted).map(({ name }) => name);
}

/** The stacks that hold a site's network, and say which flows it is for. */
export const siteNetworks = remembered((templates: readonly Template[]): readonly Template[] =>
  templates.filter(
    (template) =>
      siteOf(template) !== undefined &&
      template.evidence.kind === "read" &&
      template.evidence.evidence.permittedFlows.length > 0 &&
      resourcesOf(template, "aws_vpc").length > 0,
  ),
);

import { numberAt, textAt, textsAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { follow } from "../../../synthesized/estate/follow";
import { regionsOf } from "../../../synthesized/estate/provider";
import { blocksNaming } from "../../../synthesized/estate/referrers";
import { blocksIn, type StackBlock } from "../../../synthesized/estate/stack-block";
import type { PermittedFlow } from "../../../synthesized/evidence";
import type { Template } from "../../../synthesized/template";
import type { Network } from "../network/network";
import type { UndeclaredPassage } from "./passage";

/**
 * Whatever asks for names tells their servers something: a name that nobody declared is a way out,
 * past every route and firewall. Only names of AWS's services in the site's Regions, and those of its
 * own private zones and of declared parties, may be asked for; all others are refused last.
 */
export function nameFilterPassages({ estate, template }: Network): readonly NamePassage[] {
  return blocksIn(template, "aws_vpc").flatMap((network) => passagesFrom(estate, network));
}

/** A way out by names alone. */
export type NamePassage = Pick<UndeclaredPassage, "rule" | "what">;

function passagesFrom(estate: Estate, network: StackBlock): readonly NamePassage[] {
  const { template, block: vpc } = network;
  const associations = blocksNaming(estate, network, { type: "aws_route53_resolver_firewall_rule_group_association", key: "vpc_id" });
  const [association] = associations;
  const group = association === undefined ? undefined : follow(estate, association, "firewall_rule_group_id");
  if (association === undefined || group === undefined || associations.length > 1) {
    return [passage(vpc.address, `any name may be asked for: ${associations.length} rule groups are associated with the network`)];
  }
  const rules = blocksNaming(estate, group, { type: "aws_route53_resolver_firewall_rule", key: "firewall_rule_group_id" }).toSorted(
    (one, other) => (numberAt(one.block.attributes, "priority") ?? 0) - (numberAt(other.block.attributes, "priority") ?? 0),
  );
  const own = blocksIn(template, "aws_route53_zone").flatMap(({ block }) => textAt(block.attributes, "name") ?? []);
  const declared = flowsOf(template).flatMap(({ to }) => to.names ?? []);
  const isAllowed = (domain: string): boolean =>
    isNameOfAws(domain, regionsOf(template)) ||
    own.some((zone) => isBelow(domain, zone)) ||
    declared.some((name) => withoutDot(name) === withoutDot(domain));
  const read = rules.map((rule) => ({ rule, action: textAt(rule.block.attributes, "action"), domains: domainsOf(estate, rule) }));
  return passagesOf(read, { group, isAllowed });
}

function domainsOf(estate: Estate, rule: StackBlock): readonly string[] | undefined {
  const list = follow(estate, rule, "firewall_domain_list_id");
  return list === undefined ? undefined : textsAt(list.block.attributes, "domains");
}

function flowsOf({ evidence }: Template): readonly PermittedFlow[] {
  return evidence.kind === "read" ? evidence.evidence.permittedFlows : [];
}

interface NameRule {
  readonly rule: StackBlock;
  readonly action: string | undefined;
  readonly domains: readonly string[] | undefined;
}

interface Filter {
  readonly group: StackBlock;
  readonly isAllowed: (domain: string) => boolean;
}

function passagesOf(rules: readonly NameRule[], { group, isAllowed }: Filter): readonly NamePassage[] {
  const last = rules.findIndex(({ action, domains }) => action === "BLOCK" && domains?.some((domain) => withoutDot(domain) === "*"));
  const before = last === -1 ? rules : rules.slice(0, last);
  const open = before.flatMap(({ rule, action, domains }) => {
    if (action === "BLOCK") return [];
    const strange = domains?.filter((domain) => !isAllowed(domain)) ?? ["any"];
    return strange.map((domain) => passage(rule.block.address, `names of ${domain} may be asked for`));
  });
  return last === -1 ? [...open, passage(group.block.address, "any name may be asked for: no rule refuses the rest")] : open;
}

/** Names that AWS's own servers answer for, of services in a Region (vpc/latest/privatelink; from memory). */
function isNameOfAws(domain: string, regions: readonly string[]): boolean {
  return regions.some((region) =>
    new RegExp(`(?:^|\\.)${region}\\.(?:[a-z0-9-]+\\.)?(?:amazonaws\\.com|on\\.aws)$`).test(withoutDot(domain)),
  );
}

function isBelow(domain: string, zone: string): boolean {
  const [name, parent] = [withoutDot(domain), withoutDot(zone)];
  return name === parent || name.endsWith(`.${parent}`);
}

function withoutDot(name: string): string {
  return name
    .replace(/\.$/, "")
    .toLowerCase()
    .replace(/^\*\.?$/, "*");
}

function passage(rule: string, what: string): NamePassage {
  return { rule, what };
}

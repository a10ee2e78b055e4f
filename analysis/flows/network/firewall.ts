import { blockIn, blocksAt, numberAt, textAt, textsAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { isList, type Json, type JsonObject } from "../../../synthesized/json";
import { type Block, blockAt, resourcesOf, type Template } from "../../../synthesized/template";
import { EVERYTHING, type Rule } from "../terms/filter";
import type { Interval } from "../terms/interval";
import { ownIdAt } from "../terms/own-blocks";
import { headerPorts } from "../terms/port-range";
import { EVERYWHERE, prefixOf } from "../terms/prefix";
import { isSet } from "../terms/set-attribute";
import { everyProtocol, type Protocol } from "../terms/traffic";

/** A stateful firewall: what a rule passes, it passes with its replies. */
export interface Firewall {
  readonly address: string;
  /** Subnets that it has an endpoint in. */
  readonly subnets: readonly string[];
  readonly rules: readonly Rule[];
}

export function firewalls(estate: Estate, template: Template): readonly Firewall[] {
  return resourcesOf(template, "aws_networkfirewall_firewall").map((firewall) => ({
    address: firewall.address,
    subnets: blocksAt(firewall.attributes, "subnet_mapping").flatMap((mapping) => ownIdAt(estate, template, mapping["subnet_id"]) ?? []),
    rules: policyRules(estate, { template, block: firewall }),
  }));
}

function unreadable(id: string): Rule {
  return { ...EVERYTHING, id, action: "unreadable" };
}

function policyRules(estate: Estate, { template, block: firewall }: StackBlock): readonly Rule[] {
  const address = ownIdAt(estate, template, valueAt(firewall.attributes, "firewall_policy_arn"));
  const policy = address === undefined ? undefined : blockAt(template, address);
  const settings = policy === undefined ? undefined : blockIn(policy.attributes, "firewall_policy");
  if (policy === undefined || settings === undefined) return [unreadable(`${firewall.address}.firewall_policy_arn`)];
  if (!everyPacketIsInspected(settings)) return [unreadable(`${policy.address}.firewall_policy`)];
  const references = blocksAt(settings, "stateful_rule_group_reference");
  const ordered = references.toSorted((a, b) => (numberAt(a, "priority") ?? 0) - (numberAt(b, "priority") ?? 0));
  const variables = ipSets(blockIn(settings, "policy_variables"));
  return [
    ...ordered.flatMap((reference) => referencedRules(estate, reference, { template, policy: policy.address, variables })),
    defaultRule(policy, settings),
  ];
}

/** Only what the stateless engine hands on whole, and what is judged in the order written, is read here. */
function everyPacketIsInspected(settings: JsonObject): boolean {
  const handsOn = (key: string): boolean => textsAt(settings, key)?.join() === "aws:forward_to_sfe";
  const strict = textAt(blockIn(settings, "stateful_engine_options") ?? {}, "rule_order") === "STRICT_ORDER";
  return (
    strict &&
    handsOn("stateless_default_actions") &&
    handsOn("stateless_fragment_default_actions") &&
    !isSet(settings, "stateless_rule_group_reference")
  );
}

/** `drop_strict` drops all that no rule passes; its weaker kin let handshakes through. */
function defaultRule(policy: Block, settings: JsonObject): Rule {
  const actions = textsAt(settings, "stateful_default_actions") ?? [];
  const id = `${policy.address}.stateful_default_actions`;
  return { ...EVERYTHING, id, action: actions.includes("aws:drop_strict") ? "stop" : "pass" };
}

interface Within {
  readonly template: Template;
  readonly policy: string;
  readonly variables: ReadonlyMap<string, readonly Interval[]>;
}

function referencedRules(estate: Estate, reference: JsonObject, { template, policy, variables }: Within): readonly Rule[] {
  const address = ownIdAt(estate, template, reference["resource_arn"]);
  const group = address === undefined ? undefined : blockAt(template, address);
  const content = group === undefined ? undefined : blockIn(group.attributes, "rule_group");
  const source = content === undefined ? undefined : blockIn(content, "rules_source");
  if (group === undefined || content === undefined || source === undefined) return [unreadable(`${policy}.stateful_rule_group_reference`)];
  if (["rules_string", "rules_source_list", "stateless_rules_and_custom_actions"].some((key) => isSet(source, key)))
    return [unreadable(group.address)];
  const known = new Map([...variables, ...ipSets(blockIn(content, "rule_variables"))]);
  return blocksAt(source, "stateful_rule").flatMap((rule, index) =>
    statefulRule(rule, { id: `${group.address}.stateful_rule[${index}]`, known }),
  );
}

function statefulRule(rule: JsonObject, { id, known }: { readonly id: string; readonly known: Within["variables"] }): readonly Rule[] {
  const header = blockIn(rule, "header") ?? {};
  const action = actionOf(textAt(rule, "action"));
  const named = headerProtocols(textAt(header, "protocol"));
  const ports = headerPorts(textAt(header, "destination_port") ?? "");
  const [from, to] = [headerAddresses(textAt(header, "source"), known), headerAddresses(textAt(header, "destination"), known)];
  if (action === "goOn") return [];
  if (!from || !to || !named || !ports || !action || !matchesOnHeaderAlone(rule, header)) return [unreadable(id)];
  const forward = from.flatMap((source) => to.map((destination) => ({ id, action, protocols: named, source, destination, ports })));
  if (header["direction"] !== "ANY") return forward;
  return [
    ...forward,
    ...to.flatMap((source) => from.map((destination) => ({ id, action, protocols: named, source, destination, ports: EVERYTHING.ports }))),
  ];
}

/** Options that name a rule; any other narrows it in a way that is not read here. */
const NAMING_OPTIONS = /^(sid|msg|rev|priority|metadata|classtype|reference)(:|$)/;

function matchesOnHeaderAlone(rule: JsonObject, header: JsonObject): boolean {
  const options = blocksAt(rule, "rule_option").map((option) => textAt(option, "keyword") ?? "");
  return textAt(header, "source_port")?.toUpperCase() === "ANY" && options.every((keyword) => NAMING_OPTIONS.test(keyword));
}

function actionOf(action: string | undefined): "pass" | "stop" | "goOn" | undefined {
  switch (action) {
    case "PASS":
      return "pass";
    case "DROP":
    case "REJECT":
      return "stop";
    case "ALERT":
      return "goOn";
    default:
      return undefined;
  }
}

/** Protocols above TCP and UDP are found by content, which a header alone cannot tell. */
function headerProtocols(name: string | undefined): readonly Protocol[] | undefined {
  switch (name) {
    case "TCP":
      return ["tcp"];
    case "UDP":
      return ["udp"];
    case "ICMP":
      return ["other"];
    case "IP":
      return everyProtocol;
    default:
      return undefined;
  }
}

function headerAddresses(text: string | undefined, known: Within["variables"]): readonly Interval[] | undefined {
  if (text === undefined) return undefined;
  if (text.toUpperCase() === "ANY") return [EVERYWHERE];
  if (text.startsWith("$")) return known.get(text.slice(1));
  return allRead(
    text
      .replace(/^\[(.*)\]$/, "$1")
      .split(",")
      .map((part) => prefixOf(part.trim())),
  );
}

function ipSets(variables: JsonObject | undefined): ReadonlyMap<string, readonly Interval[]> {
  const sets = [...blocksAt(variables ?? {}, "ip_sets"), ...blocksAt(variables ?? {}, "rule_variables")];
  return new Map(
    sets.flatMap((set): readonly [string, readonly Interval[]][] => {
      const key = textAt(set, "key");
      const definition = blockIn(set, "ip_set")?.["definition"];
      const prefixes = isList(definition) ? allRead(definition.map(textPrefix)) : undefined;
      return key === undefined || prefixes === undefined ? [] : [[key, prefixes]];
    }),
  );
}

function textPrefix(value: Json): Interval | undefined {
  return typeof value === "string" ? prefixOf(value) : undefined;
}

function allRead(parts: readonly (Interval | undefined)[]): readonly Interval[] | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length === parts.length ? read : undefined;
}

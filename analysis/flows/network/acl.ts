import { blocksAt, numberAt, textAt, textsAt } from "../../../synthesized/attributes";
import type { JsonObject } from "../../../synthesized/json";
import { soleReference } from "../../../synthesized/reference";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { EVERYTHING, type Rule } from "../terms/filter";
import { blockIdAt, blocksOn, isSet, portFit, prefixAt } from "../terms/reading";

/** A network ACL: two lists of rules without memory, in the order in which they decide. */
export interface Acl {
  readonly address: string;
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
}

type Direction = "ingress" | "egress";

interface About {
  readonly id: string;
  readonly action: "pass" | "stop" | undefined;
  readonly direction: Direction;
}

/** AWS's own ACL, where nobody has changed it: all pass. */
const UNTOUCHED: Acl = {
  address: "AWS's default network ACL",
  ingress: [{ ...EVERYTHING, id: "AWS's default network ACL", action: "pass" }],
  egress: [{ ...EVERYTHING, id: "AWS's default network ACL", action: "pass" }],
};

/** The ACL that guards a subnet: its own, else the VPC's default one. */
export function aclOf(template: Template, subnet: string): Acl {
  const own = resourcesOf(template, "aws_network_acl").find((acl) => subnetsNamedBy(acl).includes(subnet));
  const [association] = blocksOn(template, "aws_network_acl_association", { key: "subnet_id", address: subnet });
  const associated = association === undefined ? undefined : blockIdAt(association.attributes, "network_acl_id");
  const block =
    own ?? template.resources.find(({ address }) => address === associated) ?? resourcesOf(template, "aws_default_network_acl")[0];
  if (block === undefined) return UNTOUCHED;
  return { address: block.address, ingress: rulesOf(template, block, "ingress"), egress: rulesOf(template, block, "egress") };
}

function subnetsNamedBy(acl: Block): readonly string[] {
  return (textsAt(acl.attributes, "subnet_ids") ?? []).flatMap((text) => soleReference(text)?.address ?? []);
}

function rulesOf(template: Template, acl: Block, direction: Direction): readonly Rule[] {
  const inline = blocksAt(acl.attributes, direction).map((entry, index) => ({
    number: numberAt(entry, "rule_no"),
    rule: ruleOf(template, entry, { id: `${acl.address}.${direction}[${index}]`, action: actionOf(entry, "action"), direction }),
  }));
  const separate = blocksOn(template, "aws_network_acl_rule", { key: "network_acl_id", address: acl.address })
    .filter(({ attributes }) => (attributes["egress"] === true ? "egress" : "ingress") === direction)
    .map(({ address, attributes }) => ({
      number: numberAt(attributes, "rule_number"),
      rule: ruleOf(template, attributes, { id: address, action: actionOf(attributes, "rule_action"), direction }),
    }));
  return [...inline, ...separate].toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).flatMap(({ rule }) => rule);
}

/** A rule for IPv6 only says nothing about IPv4. */
function ruleOf(template: Template, entry: JsonObject, { id, action, direction }: About): readonly Rule[] {
  if (!isSet(entry, "cidr_block") && isSet(entry, "ipv6_cidr_block")) return [];
  const remote = prefixAt(template, entry, "cidr_block");
  const fit = portFit(entry, "protocol");
  if (remote === undefined || fit === undefined || action === undefined) return [{ ...EVERYTHING, id, action: "unreadable" }];
  return [{ ...EVERYTHING, ...fit, ...(direction === "ingress" ? { source: remote } : { destination: remote }), id, action }];
}

function actionOf(attributes: JsonObject, key: string): "pass" | "stop" | undefined {
  switch (textAt(attributes, key)) {
    case "allow":
      return "pass";
    case "deny":
      return "stop";
    default:
      return undefined;
  }
}

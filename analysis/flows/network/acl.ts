import { blocksAt, flagAt, numberAt, textAt, textsAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { grouped } from "../../../synthesized/estate/grouped";
import { remembered } from "../../../synthesized/estate/remembered";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import type { JsonObject } from "../../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import { declaredPrefix } from "../terms/declared-prefix";
import { EVERYTHING, type Rule } from "../terms/filter";
import { blocksOn, ownAddressAt, ownIdAt } from "../terms/own-blocks";
import { portFit } from "../terms/rule-ports";
import { isSet } from "../terms/set-attribute";

/** A network ACL: two lists of rules without memory, in the order in which they decide. */
export interface Acl {
  readonly address: string;
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
}

type Direction = "ingress" | "egress";

interface About {
  readonly template: Template;
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
export function aclOf(estate: Estate, template: Template, subnet: string): Acl {
  const own = aclsBySubnet(estate)(template).get(subnet)?.[0];
  const [association] = blocksOn(estate, template, { type: "aws_network_acl_association", key: "subnet_id", address: subnet });
  const associated =
    association === undefined ? undefined : ownIdAt(estate, template, valueAt(association.block.attributes, "network_acl_id"));
  const block =
    own ?? template.resources.find(({ address }) => address === associated) ?? resourcesOf(template, "aws_default_network_acl")[0];
  if (block === undefined) return UNTOUCHED;
  return readAcls(estate)(template)(block);
}

const aclsBySubnet = remembered((estate: Estate) =>
  remembered((template: Template) =>
    grouped(
      resourcesOf(template, "aws_network_acl").flatMap((block) =>
        subnetsNamedBy(estate, { template, block }).map((subnet) => [subnet, block] as const),
      ),
    ),
  ),
);

/** The subnets of a segment share one. */
const readAcls = remembered((estate: Estate) =>
  remembered((template: Template) =>
    remembered((block: Block): Acl => {
      const acl = { template, block };
      return { address: block.address, ingress: rulesOf(estate, acl, "ingress"), egress: rulesOf(estate, acl, "egress") };
    }),
  ),
);

function subnetsNamedBy(estate: Estate, { template, block }: StackBlock): readonly string[] {
  return (textsAt(block.attributes, "subnet_ids") ?? []).flatMap((text) => ownAddressAt(estate, template, text) ?? []);
}

function rulesOf(estate: Estate, { template, block: acl }: StackBlock, direction: Direction): readonly Rule[] {
  const inline = blocksAt(acl.attributes, direction).map((entry, index) => ({
    number: numberAt(entry, "rule_no"),
    rule: ruleOf(estate, entry, { template, id: `${acl.address}.${direction}[${index}]`, action: actionOf(entry, "action"), direction }),
  }));
  const separate = blocksOn(estate, template, { type: "aws_network_acl_rule", key: "network_acl_id", address: acl.address })
    .filter(({ block: { attributes } }) => (flagAt(attributes, "egress") === true ? "egress" : "ingress") === direction)
    .map(({ block: { address, attributes } }) => ({
      number: numberAt(attributes, "rule_number"),
      rule: ruleOf(estate, attributes, { template, id: address, action: actionOf(attributes, "rule_action"), direction }),
    }));
  return [...inline, ...separate].toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).flatMap(({ rule }) => rule);
}

/** A rule for IPv6 only says nothing about IPv4. */
function ruleOf(estate: Estate, entry: JsonObject, { template, id, action, direction }: About): readonly Rule[] {
  if (!isSet(entry, "cidr_block") && isSet(entry, "ipv6_cidr_block")) return [];
  const remote = declaredPrefix(estate, template, valueAt(entry, "cidr_block"));
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

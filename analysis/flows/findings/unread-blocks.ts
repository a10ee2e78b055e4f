import type { Estate } from "../../../synthesized/estate/estate";
import { targetOf } from "../../../synthesized/estate/follow";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { modulesOf } from "../../../synthesized/estate/stacks";
import { isList, isObject, type Json, type Leaf, leavesOf } from "../../../synthesized/json";
import type { Block, Template } from "../../../synthesized/template";
import { isSet } from "../terms/set-attribute";
import type { Unread } from "../terms/unread";

/** What a site's template says in forms that are not read here: with one of them, nobody can say that nothing else passes. */
export function unreadBlocks(estate: Estate, site: Template): readonly Unread[] {
  return [
    ...unreadParts(site),
    ...site.resources.filter(({ type }) => isNetworkPart(type) || holdsPolicy(type)).flatMap(unreadForms),
    ...site.resources
      .filter(({ type }) => isNetworkPart(type))
      .flatMap((block) => [...unknownIds(estate, { template: site, block }), ...writtenIds(block)]),
  ];
}

/** Types that say what may pass, or where to. */
export function isNetworkPart(type: string): boolean {
  return /^aws_(?:vpc|subnet|route(?!53)|main_route|network|security_group|default_|nat_gateway|internet_gateway|egress_only|ec2_transit_gateway|ec2_managed_prefix|ec2_client_vpn|dx_gateway|vpn_)/.test(
    type,
  );
}

function holdsPolicy(type: string): boolean {
  return type === "aws_kms_key" || type === "aws_kms_key_policy";
}

/** What is not here: the content of modules, and what a state is told to forget or take over, which may be in AWS all the same. */
export function unreadParts(template: Template): readonly Unread[] {
  const modules = modulesOf(template).map((address) => ({ address, attribute: "", why: "is a module, whose content is not read here" }));
  const told = (["moved", "removed", "import"] as const).flatMap((part) =>
    entriesOf(template.document[part]).flatMap((entry) => {
      const named = [entry["from"], entry["to"]].filter((address) => typeof address === "string");
      const address = named.find((text) => isNetworkPart(text.split(".")[0] ?? "") || text.startsWith("module."));
      return address === undefined ? [] : [{ address, attribute: "", why: `is named in a block \`${part}\`, which is not read here` }];
    }),
  );
  return [...modules, ...told];
}

function entriesOf(part: Json | undefined) {
  return isList(part) ? part.filter(isObject) : isObject(part) ? [part] : [];
}

/** Blocks of which there may be none or many, and those that Terraform leaves as somebody else has made them. */
export function unreadForms({ address, type, attributes }: Block): readonly Unread[] {
  const leaves = leavesOf(attributes);
  const counted =
    ["count", "for_each"].find((key) => isSet(attributes, key)) ?? leaves.find(({ path }) => /(?:^|\.)dynamic\./.test(path))?.path;
  const ignored = leaves
    .filter(({ path }) => /^lifecycle(?:\[0\])?\.ignore_changes/.test(path))
    .filter(({ value }) => !isTags(value) && !isLeftToAws(type, value));
  return [
    ...(counted === undefined ? [] : [{ address, attribute: counted, why: "makes a number of blocks that is not read here" }]),
    ...ignored.map(({ value }) => ({
      address,
      attribute: String(value),
      why: "may differ from what is written: Terraform ignores its changes",
    })),
  ];
}

/**
 * What AWS itself changes, and what is neither a place, nor a door, nor who may pass: a promotion
 * moves who is whose copy, and a peering's options say whether routes are learnt over it, while
 * traffic needs a static route (vpc/latest/tgw/tgw-peering, read 2026-11-30).
 */
const LEFT_TO_AWS: Readonly<Record<string, readonly string[]>> = {
  aws_rds_cluster: ["global_cluster_identifier", "master_password_wo_version", "master_username", "replication_source_identifier"],
  aws_ec2_transit_gateway_peering_attachment: ["options"],
};

function isLeftToAws(type: string, value: Leaf["value"]): boolean {
  return LEFT_TO_AWS[type]?.some((attribute) => value === attribute) === true;
}

function isTags(value: Leaf["value"]): boolean {
  return typeof value === "string" && /^(?:\$\{)?tags(?:_all)?\b/.test(value);
}

/** Kinds of ids as AWS makes them (ec2 API reference, resource ids; read 2026-11-23). */
const AWS_ID = /^(?:rtb|acl|sgr?|subnet|vpc|vpce|e?igw|nat|eni|pcx|vgw|pl|tgw(?:-rtb|-attach)?)-[0-9a-f]+$/;

/** Ids written out: of what no template holds, or holds under a name that nobody can tell. */
export function writtenIds({ address, attributes }: Block): readonly Unread[] {
  return leavesOf(attributes)
    .filter(({ path, value }) => !path.startsWith("tags") && typeof value === "string" && AWS_ID.test(value))
    .map(({ path }) => ({ address, attribute: path, why: "names by its id what is in no template" }));
}

/** Attributes that name other things: `vpc_id`, `route_table_ids[0]`, `resource_arn`. */
export function namingLeaves({ attributes }: Block): readonly { readonly path: string; readonly text: string }[] {
  return leavesOf(attributes).flatMap(({ path, value }) =>
    /_(?:id|arn)s?(?:\[\d+\])?$/.test(path) && typeof value === "string" && value.includes("${") ? [{ path, text: value }] : [],
  );
}

/** A route reads which firewall endpoint an expression picks; all else is read where it is one reference to a resource. */
function unknownIds(estate: Estate, { template, block }: StackBlock): readonly Unread[] {
  return namingLeaves(block)
    .filter(({ path, text }) => path !== "vpc_endpoint_id" && !isKnown(estate, template, text))
    .map(({ path }) => ({ address: block.address, attribute: path, why: "names no block of the template" }));
}

function isKnown(estate: Estate, site: Template, text: string): boolean {
  const target = targetOf(estate, site, text);
  const found = "block" in target && target.template === site ? target.block : undefined;
  return found?.kind === "resource" || found?.type === "aws_ec2_transit_gateway_dx_gateway_attachment";
}

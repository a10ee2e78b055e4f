import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { regionOf } from "../../synthesized/estate/provider";
import type { Block, Template } from "../../synthesized/template";
import type { Observation } from "../findings/finding";

/** Attributes under which AWS knows a thing in an account and Region. */
const NAMING = ["name", "bucket", "alarm_name", "policy_name", "family", "analyzer_name"] as const;

/**
 * Kinds whose name is unique only within something else, such as a role, a cluster, a zone or a
 * network; and settings of a thing, which carry the name of what they are about.
 */
const WITHIN_ANOTHER =
  /^aws_(?:ecs_service|iam_role_policy|iam_user_policy|backup_selection|backup_restore_testing_selection|route53_record|route53_zone|security_group|s3_bucket_.+)$/;

/** A database's parameter groups have a family too: the engine's, which many have. */
const ENGINE_FAMILY = /_parameter_group$/;

/** AWS keeps them once in an account, whatever the provider's Region. */
const GLOBAL = /^aws_(?:iam_.+|s3_bucket|dx_gateway|route53.*|cloudfront_.+)$/;

interface NamedBlock {
  readonly stack: string;
  readonly block: Block;
  readonly attribute: string;
  readonly name: string;
  readonly place: string;
}

/** Things of one kind that have one name in one place: of two such, the second cannot be made, or takes the first one over. */
export function nameCollisions(estate: Estate): readonly Observation[] {
  const first = new Map<string, NamedBlock>();
  return estate.stacks
    .flatMap((template) => namedBlocks(estate, template))
    .flatMap((named): readonly Observation[] => {
      const { stack, block, attribute, name, place } = named;
      const key = JSON.stringify([block.type, attribute, name, place]);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, named);
        return [];
      }
      const expected = `a name of its own in ${place}: ${other.stack} ${other.block.address} has it too`;
      return [{ verdict: "notMet", stack, address: block.address, attribute, expected, found: name }];
    });
}

function namedBlocks(estate: Estate, template: Template): readonly NamedBlock[] {
  return template.resources
    .filter(({ type }) => type.startsWith("aws_") && !WITHIN_ANOTHER.test(type))
    .flatMap((block) => {
      const place = GLOBAL.test(block.type) ? "the account" : (regionOf(estate, { template, block }) ?? "a Region that cannot be read");
      const naming = NAMING.filter((attribute) => attribute !== "family" || !ENGINE_FAMILY.test(block.type));
      return naming.flatMap((attribute) => {
        const name = textAt(block.attributes, attribute);
        return name === undefined || name.includes("${") ? [] : [{ stack: template.stack, block, attribute, name, place }];
      });
    });
}

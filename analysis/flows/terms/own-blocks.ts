import { claim } from "../../../synthesized/claims";
import type { Estate } from "../../../synthesized/estate/estate";
import { targetOf } from "../../../synthesized/estate/follow";
import { referrersTo } from "../../../synthesized/estate/referrers";
import { type StackBlock, stackBlockAt } from "../../../synthesized/estate/stack-block";
import type { Target } from "../../../synthesized/estate/target";
import type { Json } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";

/** Address of the block of the same stack that a value names, by whichever of its attributes; of one that is not there too. */
export function ownAddressAt(estate: Estate, template: Template, value: Json | undefined): string | undefined {
  return ownTarget(estate, template, value)?.address;
}

/** Address of the block of the same stack whose id or ARN a value is. */
export function ownIdAt(estate: Estate, template: Template, value: Json | undefined): string | undefined {
  const target = ownTarget(estate, template, value);
  return target !== undefined && isIdentifying(target.attribute) ? target.address : undefined;
}

function ownTarget(estate: Estate, template: Template, value: Json | undefined): Extract<Target, { address: string }> | undefined {
  const target = targetOf(estate, template, value);
  return "address" in target && target.template === template ? target : undefined;
}

export interface On {
  readonly type: string;
  readonly key: string;
  readonly address: string;
}

/** Blocks of one type whose attribute holds the id or ARN of a block of the same stack. */
export function blocksOn(estate: Estate, template: Template, { type, key, address }: On): readonly StackBlock[] {
  const named = stackBlockAt(template, address);
  if (named === undefined) return [];
  const on = referrersTo(estate, named).flatMap(({ template: home, block, path, attribute, alone }) =>
    home === template && block?.kind === "resource" && block.type === type && path === key && alone && isIdentifying(attribute)
      ? [{ template, block }]
      : [],
  );
  for (const { block } of on) claim(block.attributes, key);
  return on;
}

function isIdentifying(attribute: string): boolean {
  return attribute === "id" || attribute === "arn";
}

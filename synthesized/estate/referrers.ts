import { claim } from "../claims";
import type { Json } from "../json";
import { mentionsIn, type PlacedMention } from "../reference";
import type { Block, Template } from "../template";
import type { Estate } from "./estate";
import { targetsOfMention } from "./follow";
import { grouped } from "./grouped";
import { type By, blocksNamingLiterally } from "./literal-names";
import type { Placed } from "./reference-step";
import { remembered } from "./remembered";
import type { StackBlock } from "./stack-block";

/** A place that refers to a block, and by which of the block's attributes. */
export interface Referrer {
  readonly template: Template;
  /** None where an output of the stack does, which is no block. */
  readonly block: Block | undefined;
  /** Address of the block, or `output.x`. */
  readonly address: string;
  /** Where below it, such as `default_action[0].target_group_arn`. */
  readonly path: string;
  /** The attribute of the named block that is used there. */
  readonly attribute: string;
  /** Whether the value is that and nothing else. */
  readonly alone: boolean;
}

/** Everything that refers to a block, in whichever stack, through whatever local values and outputs. */
export function referrersTo(estate: Estate, { block }: StackBlock): readonly Referrer[] {
  return referrersByBlock(estate).get(block) ?? [];
}

/** Blocks of a type that name a block in an attribute: by a reference and nothing else there, or by a literal text. */
export function blocksNaming(estate: Estate, named: StackBlock, { type, key }: By): readonly StackBlock[] {
  const byReference = referrersTo(estate, named).flatMap(({ template, block, path, alone }) =>
    block?.kind === "resource" && block.type === type && path === key && alone ? [{ template, block }] : [],
  );
  const known = new Set(byReference.map(({ block }) => block));
  const naming = [...byReference, ...blocksNamingLiterally(estate, named, { type, key }).filter(({ block }) => !known.has(block))];
  for (const { block } of naming) claim(block.attributes, key);
  return naming;
}

const referrersByBlock = remembered((estate: Estate) =>
  grouped(
    estate.stacks.flatMap((template) =>
      mentionsOf(template).flatMap(({ holder, placed: { path, alone, mention } }) =>
        namedBlocks(estate, { template, mention }).map(({ block, attribute }) => {
          const referrer: Referrer = { template, ...holder, path, attribute, alone };
          return [block, referrer] as const;
        }),
      ),
    ),
  ),
);

function namedBlocks(estate: Estate, placed: Placed): readonly Pick<Referrer & StackBlock, "block" | "attribute">[] {
  return targetsOfMention(estate, placed).flatMap((target) => (target.kind === "block" || target.kind === "lookedUp" ? [target] : []));
}

type Holder = Pick<Referrer, "block" | "address">;

interface HeldMention {
  readonly holder: Holder;
  readonly placed: PlacedMention;
}

/** Everything that a stack's blocks and outputs mention: the same in every estate that the stack is in. */
const mentionsOf = remembered(({ resources, dataSources, outputs }: Template): readonly HeldMention[] => [
  ...[...resources, ...dataSources].flatMap((block) => heldBy({ block, address: block.address }, block.attributes)),
  ...Object.entries(outputs).flatMap(([name, value]) => heldBy({ block: undefined, address: `output.${name}` }, value)),
]);

function heldBy(holder: Holder, value: Json): readonly HeldMention[] {
  return mentionsIn(value).map((placed) => ({ holder, placed }));
}

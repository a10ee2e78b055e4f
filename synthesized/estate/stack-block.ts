import { type Block, blockAt, resourcesOf, type Template } from "../template";
import type { Estate } from "./estate";
import { remembered, rememberedText } from "./remembered";

/** A block and the stack that it is in: addresses are equal in mirrored stacks, so neither says which it is without the other. */
export interface StackBlock {
  readonly template: Template;
  readonly block: Block;
}

/** All resources of a type, stack by stack. */
export function blocksOfType(estate: Estate, type: string): readonly StackBlock[] {
  return blocksByType(estate)(type);
}

const blocksByType = remembered(({ stacks }: Estate) => rememberedText((type) => stacks.flatMap((template) => blocksIn(template, type))));

/** The resources of a type in one stack. */
export function blocksIn(template: Template, type: string): readonly StackBlock[] {
  return resourcesOf(template, type).map((block) => ({ template, block }));
}

export function stackBlockAt(template: Template, address: string): StackBlock | undefined {
  const block = blockAt(template, address);
  return block === undefined ? undefined : { template, block };
}

export function isSame(a: StackBlock | undefined, b: StackBlock | undefined): boolean {
  return a !== undefined && b !== undefined && a.block === b.block;
}

/** Stack and address, as a reader finds it. */
export function textOf({ template, block }: StackBlock): string {
  return `${template.stack} ${block.address}`;
}

import type { Json } from "../json";
import { referencesInText } from "../reference";
import { type Block, blockAt, resourcesOf, type Template, templateOf } from "../template";
import { type Origin, originOf, soleOrigin } from "./follow";
import { remembered, rememberedText } from "./remembered";

/** A block and the stack's template that it is in. */
export interface Located {
  readonly template: Template;
  readonly block: Block;
}

/** The block that an attribute of another names, in whichever stack it is. */
export function follow({ template, block }: Located, key: string, templates: readonly Template[]): Located | undefined {
  return followValue(block.attributes[key], template, templates);
}

export function followValue(value: Json | undefined, template: Template, templates: readonly Template[]): Located | undefined {
  return typeof value === "string" ? locate(soleOrigin(value, template, templates), templates) : undefined;
}

/** Every block that a text names, in whichever stacks they are. */
export function followAll(text: string, template: Template, templates: readonly Template[]): readonly Located[] {
  return referencesInText(text).flatMap((reference) => locate(originOf(reference, template, templates), templates) ?? []);
}

function locate(origin: Origin | undefined, templates: readonly Template[]): Located | undefined {
  const template = origin === undefined ? undefined : templateOf(origin.stack, templates);
  const block = template === undefined || origin === undefined ? undefined : blockAt(template, origin.address);
  return template === undefined || block === undefined ? undefined : { template, block };
}

export function isSame(a: Located | undefined, b: Located | undefined): boolean {
  return a !== undefined && b !== undefined && a.block === b.block;
}

/** All blocks of a type. */
export function allOf(type: string, templates: readonly Template[]): readonly Located[] {
  return blocksByType(templates)(type);
}

const blocksByType = remembered((templates: readonly Template[]) =>
  rememberedText((type) => templates.flatMap((template) => resourcesOf(template, type).map((block) => ({ template, block })))),
);

/** Blocks of a type that name one in an attribute. */
export function naming(
  type: string,
  key: string,
  { named, templates }: { readonly named: Located; readonly templates: readonly Template[] },
): readonly Located[] {
  return namersByKey(templates)(`${type} ${key}`).get(named.block) ?? [];
}

/** By type and key, the blocks that name each block. */
const namersByKey = remembered((templates: readonly Template[]) =>
  rememberedText((typeAndKey): ReadonlyMap<Block, readonly Located[]> => {
    const [type = "", key = ""] = typeAndKey.split(" ");
    const namers = new Map<Block, Located[]>();
    for (const candidate of allOf(type, templates)) {
      const named = follow(candidate, key, templates)?.block;
      if (named !== undefined) namers.set(named, [...(namers.get(named) ?? []), candidate]);
    }
    return namers;
  }),
);

/** Stack and address, as a reader finds it. */
export function textOf({ template, block }: Located): string {
  return `${template.stack} ${block.address}`;
}

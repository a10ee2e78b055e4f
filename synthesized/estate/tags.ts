import { blockIn } from "../attributes";
import { isObject, type Json } from "../json";
import type { Estate } from "./estate";
import { declaredValue } from "./follow";
import { providerOf } from "./provider";
import type { StackBlock } from "./stack-block";

/** Tags of a block: its own over its provider's defaults. */
export function tagsOf(estate: Estate, { template, block }: StackBlock): Readonly<Record<string, Json>> {
  const provider = providerOf({ template, block });
  const defaults = provider === undefined ? undefined : blockIn(provider.attributes, "default_tags")?.["tags"];
  return { ...written(estate, template, defaults), ...written(estate, template, block.attributes["tags"]) };
}

function written(estate: Estate, template: StackBlock["template"], value: Json | undefined): Readonly<Record<string, Json>> {
  const tags = declaredValue(estate, template, value);
  if (!isObject(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([key, tag]) => [key, declaredValue(estate, template, tag) ?? tag]));
}

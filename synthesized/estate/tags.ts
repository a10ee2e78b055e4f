import { blockIn } from "../attributes";
import { isObject, type Json, type JsonObject } from "../json";
import { isExpression } from "../reference";
import type { Template } from "../template";
import type { Estate } from "./estate";
import { declaredValue } from "./follow";
import { remembered } from "./remembered";
import type { StackBlock } from "./stack-block";

/** Tags of a block: its own over its provider's defaults. */
export function tagsOf(estate: Estate, { template, block }: StackBlock): JsonObject {
  return { ...defaultTags(estate)(template).get(block.provider), ...declaredTags(estate, template, block.attributes["tags"]) };
}

/** What each provider of a stack gives to all that it makes, by the provider's name. */
const defaultTags = remembered((estate: Estate) =>
  remembered((template: Template): ReadonlyMap<string, JsonObject> => {
    const named = template.providers.toReversed().map(({ name, attributes }): [string, JsonObject] => {
      const tags = blockIn(attributes, "default_tags")?.["tags"];
      return [name, declaredTags(estate, template, tags)];
    });
    return new Map(named);
  }),
);

/** Most tags are written out, and then they are what is declared. */
function declaredTags(estate: Estate, template: Template, value: Json | undefined): JsonObject {
  const tags = declaredValue(estate, template, value);
  if (!isObject(tags)) return {};
  const isPlain = Object.values(tags).every((tag) => typeof tag !== "string" || !isExpression(tag));
  return isPlain ? tags : Object.fromEntries(Object.entries(tags).map(([key, tag]) => [key, declaredValue(estate, template, tag) ?? tag]));
}

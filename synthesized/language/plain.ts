import { isList, isObject, type Json } from "../json";
import { isSoleReference } from "../reference";
import { isTemplate } from "./template-text";

/**
 * Whether a value is made of literals and sole references alone, with no number of blocks in it: then
 * nothing in it is to be folded, and nothing unread. Nearly all blocks are so, and to see it is cheap.
 */
export function isPlain(value: Json): boolean {
  if (typeof value === "string") return !isTemplate(value) || isSoleReference(value);
  if (isList(value)) return value.every(isPlain);
  if (!isObject(value)) return true;
  for (const key in value) if (key === "dynamic" || isTemplate(key) || !isPlain(value[key] ?? null)) return false;
  return true;
}

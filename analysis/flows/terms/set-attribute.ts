import { valueAt } from "../../../synthesized/attributes";
import type { JsonObject } from "../../../synthesized/json";

/** What is set: neither absent nor null nor an empty list. */
export function isSet(attributes: JsonObject, key: string): boolean {
  const value = valueAt(attributes, key);
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

import { isList, isObject, type JsonObject } from "./json";

/**
 * Typed readings of attributes. Each answers `undefined` where the attribute is not there or not of
 * that type: what that means (nothing set, or not readable) is for the caller to judge.
 */

export function textAt(attributes: JsonObject, key: string): string | undefined {
  const value = attributes[key];
  return typeof value === "string" ? value : undefined;
}

export function numberAt(attributes: JsonObject, key: string): number | undefined {
  const value = attributes[key];
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** A list of plain texts; a single one elsewhere in the list that is no text makes it unreadable. */
export function textsAt(attributes: JsonObject, key: string): readonly string[] | undefined {
  const value = attributes[key];
  if (!isList(value)) return undefined;
  const texts = value.filter((item) => typeof item === "string");
  return texts.length === value.length ? texts : undefined;
}

/** Nested blocks: Terraform's JSON writes one as an object or a list of one. */
export function blocksAt(attributes: JsonObject, key: string): readonly JsonObject[] {
  const value = attributes[key];
  if (isObject(value)) return [value];
  return isList(value) ? value.filter(isObject) : [];
}

/** The only nested block of that name. */
export function blockIn(attributes: JsonObject, key: string): JsonObject | undefined {
  return blocksAt(attributes, key)[0];
}

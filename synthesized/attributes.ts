import { claim } from "./claims";
import { isList, isObject, type Json, type JsonObject } from "./json";
import { asFlag, asNumber, asText } from "./language/conversion";
import { isUnread } from "./language/unread-expression";

/**
 * Typed readings of attributes: each converts what is written as Terraform would for an argument of
 * that type, so that `"true"`, `true` and `"${true}"` are one. Each answers `undefined` where the
 * attribute is not there, not of that type, or an expression that nobody here can tell: what that
 * means is for the caller to judge.
 * Each claims the attribute for the judgement that asks (claims.ts).
 */

/** An attribute as it is written. */
export function valueAt(attributes: JsonObject, key: string): Json | undefined {
  claim(attributes, key);
  return attributes[key];
}

/** The items of a list; none where it is none. */
export function listAt(attributes: JsonObject, key: string): readonly Json[] {
  const value = valueAt(attributes, key);
  return isList(value) ? value : [];
}

/** Source of a text: references in it are to be followed, and `$${` stands for two characters. */
export function textAt(attributes: JsonObject, key: string): string | undefined {
  const text = asText(valueAt(attributes, key));
  return text === undefined || isUnread(text) ? undefined : text;
}

export function numberAt(attributes: JsonObject, key: string): number | undefined {
  return asNumber(valueAt(attributes, key));
}

export function flagAt(attributes: JsonObject, key: string): boolean | undefined {
  return asFlag(valueAt(attributes, key));
}

/** A list of plain texts; a single one elsewhere in the list that is no text makes it unreadable. */
export function textsAt(attributes: JsonObject, key: string): readonly string[] | undefined {
  const value = valueAt(attributes, key);
  if (!isList(value)) return undefined;
  const texts = value.map(asText);
  return texts.every((text) => text !== undefined && !isUnread(text)) ? texts.filter((text) => text !== undefined) : undefined;
}

/** Nested blocks: Terraform's JSON writes one as an object or a list of one. */
export function blocksAt(attributes: JsonObject, key: string): readonly JsonObject[] {
  const value = valueAt(attributes, key);
  if (isObject(value)) return [value];
  return isList(value) ? value.filter(isObject) : [];
}

/** The only nested block of that name. */
export function blockIn(attributes: JsonObject, key: string): JsonObject | undefined {
  return blocksAt(attributes, key)[0];
}

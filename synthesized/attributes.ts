import { isList, isObject, type JsonObject } from "./json";
import { asFlag, asNumber, asText } from "./language/conversion";
import { isUnread } from "./language/unread-expression";

/**
 * Typed readings of attributes: each converts what is written as Terraform would for an argument of
 * that type, so that `"true"`, `true` and `"${true}"` are one. Each answers `undefined` where the
 * attribute is not there, not of that type, or an expression that nobody here can tell: what that
 * means is for the caller to judge.
 */

/** Source of a text: references in it are to be followed, and `$${` stands for two characters. */
export function textAt(attributes: JsonObject, key: string): string | undefined {
  const text = asText(attributes[key]);
  return text === undefined || isUnread(text) ? undefined : text;
}

export function numberAt(attributes: JsonObject, key: string): number | undefined {
  return asNumber(attributes[key]);
}

export function flagAt(attributes: JsonObject, key: string): boolean | undefined {
  return asFlag(attributes[key]);
}

/** A list of plain texts; a single one elsewhere in the list that is no text makes it unreadable. */
export function textsAt(attributes: JsonObject, key: string): readonly string[] | undefined {
  const value = attributes[key];
  if (!isList(value)) return undefined;
  const texts = value.map(asText);
  return texts.every((text) => text !== undefined && !isUnread(text)) ? texts.filter((text) => text !== undefined) : undefined;
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

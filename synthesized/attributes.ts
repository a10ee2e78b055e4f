import { isList, isObject, type Json, type JsonObject } from "./json";
import { type Reference, soleReference } from "./reference";
import { type Block, blockAt, type Template } from "./template";

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

/** The block that an attribute refers to, where it is one reference and nothing else. */
export function referenceAt(attributes: JsonObject, key: string): Reference | undefined {
  return soleReference(attributes[key]);
}

/** Tags of a block: its own over its provider's defaults. */
export function tagsOf(template: Template, block: Block): Readonly<Record<string, Json>> {
  const provider = template.providers.find((candidate) => candidate.name === block.provider);
  const defaults = provider === undefined ? undefined : blockIn(provider.attributes, "default_tags")?.["tags"];
  const own = block.attributes["tags"];
  return { ...(isObject(defaults) ? defaults : {}), ...(isObject(own) ? own : {}) };
}

const LONGEST_CHAIN = 8;

/**
 * A value with references followed to the literal that they stand for, as far as the template says.
 * What AWS decides on creation (`id`, `arn`) stays a reference.
 */
export function lookup(template: Template, value: Json | undefined, followed = 0): Json | undefined {
  const reference = soleReference(value);
  if (reference === undefined || followed === LONGEST_CHAIN) return value;
  const found = blockAt(template, reference.address)?.attributes[reference.attribute];
  return found === undefined ? value : lookup(template, found, followed + 1);
}

import { isList, isObject, type Json, type JsonObject } from "../json";
import { referencesInText, soleReference } from "../reference";
import { constantOf, sourceOf } from "./constant";
import { asText } from "./conversion";
import type { Locals } from "./locals";
import { isPlain } from "./plain";
import { escaped, isTemplate, partsOf, type TextPart } from "./template-text";

/**
 * A value whose constant expressions are replaced by what they stand for, so that `"${true}"`,
 * `true` and a local that is true are one to whoever reads it. Texts stay source: `$${` stays so.
 * What holds nothing to be replaced is given back as it is.
 */
export function folded(value: Json, locals: Locals): Json {
  return isPlain(value) ? value : foldedValue(value, locals);
}

export function foldedObject(value: JsonObject, locals: Locals): JsonObject {
  return isPlain(value) ? value : foldedEntries(value, locals);
}

function foldedValue(value: Json, locals: Locals): Json {
  if (typeof value === "string") return isTemplate(value) ? foldedText(value, locals) : value;
  if (isList(value)) return foldedList(value, locals);
  return isObject(value) ? foldedEntries(value, locals) : value;
}

function foldedEntries(value: JsonObject, locals: Locals): JsonObject {
  let changed: Record<string, Json> | undefined;
  for (const key of Object.keys(value)) {
    const item = value[key] ?? null;
    const inner = foldedValue(item, locals);
    if (inner === item) continue;
    changed ??= { ...value };
    changed[key] = inner;
  }
  return changed ?? value;
}

function foldedList(value: readonly Json[], locals: Locals): Json {
  let changed: Json[] | undefined;
  for (const [index, item] of value.entries()) {
    const inner = foldedValue(item, locals);
    if (inner === item) continue;
    changed ??= [...value];
    changed[index] = inner;
  }
  return changed ?? value;
}

function foldedText(text: string, locals: Locals): Json {
  if (soleReference(text) !== undefined) return text;
  const parts = partsOf(text);
  if (parts.some(({ kind }) => kind === "directive")) return text;
  const [first, ...more] = parts;
  if (first?.kind !== "expression" || more.length > 0) return parts.map((part) => foldedPart(part, locals)).join("");
  if (isNaming(first)) return text;
  const constant = constantOf(first.text, locals.scope);
  return constant === undefined ? (locals.alias(text) ?? text) : sourceOf(constant);
}

/** Within a text, a constant becomes a part of the text. */
function foldedPart(part: TextPart, locals: Locals): string {
  if (part.kind === "literal") return part.text;
  const constant = isNaming(part) ? undefined : asText(constantOf(part.text, locals.scope));
  return constant === undefined ? `\${${part.text}}` : escaped(constant);
}

/** What names a block is no constant, which saves to read it as one. */
function isNaming({ text }: TextPart): boolean {
  return referencesInText(`\${${text}}`).length > 0;
}

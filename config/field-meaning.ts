import { stringify } from "yaml";
import { z } from "zod";
import { deploymentSchema } from "./deployment";
import type { Path } from "./fault";

/** What the schema says about one field, as editors get it: form, limits, purpose, example. */
export type Field = z.core.JSONSchema.JSONSchema;

let wholeFile: Field | undefined;
/** The whole file's; made once, when a fault is to be told. */
export function deploymentField(): Field {
  wholeFile ??= z.toJSONSchema(deploymentSchema, { target: "draft-7" });
  return wholeFile;
}

/** The field at a path; the document decides between alternatives, such as kinds of on-call. */
export function fieldAt(top: Field, document: unknown, path: Path): Field {
  const [step, ...rest] = path;
  if (step === undefined) return onlyAlternative(top, document);
  return fieldAt(childOf(top, document, step), valueAt(document, [step]), rest);
}

export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === "number" ? value[step] : undefined;
    return isGroup(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, document);
}

export function knownKeys(field: Field): readonly string[] {
  return Object.keys(field.properties ?? {});
}

/** The fixed words of a field, or none where it takes more than that. */
export function knownWords(field: Field): readonly string[] {
  const own = [...(field.enum ?? []), ...(field.const === undefined ? [] : [field.const])].map(String);
  return [...own, ...(field.anyOf ?? []).flatMap(knownWords)];
}

export function allowedIn(field: Field): string {
  return [formOf(field), field.description].filter((part) => part !== undefined).join(" ");
}

/** An example as it would be written in the file. */
export function exampleOf(field: Field): string | undefined {
  const example: unknown = field.examples?.[0] ?? knownWords(field)[0];
  return example === undefined ? undefined : stringify(example, { collectionStyle: "flow", flowCollectionPadding: false }).trim();
}

function childOf(field: Field, value: unknown, step: string | number): Field {
  const children = alternativesFor(field, value).map((alternative) => {
    const child = typeof step === "number" ? alternative.items : (alternative.properties?.[step] ?? alternative.additionalProperties);
    return typeof child === "object" && !Array.isArray(child) ? child : {};
  });
  const [only = {}, ...others] = children;
  return others.length === 0 ? only : { anyOf: children };
}

function onlyAlternative(field: Field, value: unknown): Field {
  const [first = field, ...others] = alternativesFor(field, value);
  return others.length === 0 ? first : field;
}

function alternativesFor(field: Field, value: unknown): readonly Field[] {
  if (field.oneOf === undefined) return [field];
  const chosen = field.oneOf.filter((alternative) =>
    Object.entries(alternative.properties ?? {}).every(
      ([key, child]) => typeof child === "boolean" || child.const === undefined || child.const === valueAt(value, [key]),
    ),
  );
  return chosen.length > 0 ? chosen : field.oneOf;
}

function formOf(field: Field): string | undefined {
  const words = knownWords(field);
  if (words.length > 0) return `One of: ${words.join(", ")}.`;
  if (field.anyOf !== undefined) return `A whole number ${field.anyOf.map(limitsOf).join(", or ")}.`;
  switch (field.type) {
    case "integer":
      return `A whole number ${limitsOf(field)}.`;
    case "number":
      return `A number ${limitsOf(field)}.`;
    case "array":
      return `A list of ${field.minItems ?? 0} to ${field.maxItems ?? "any number of"} entries${entryWords(field)}.`;
    case "object":
      return knownKeys(field).length > 0 ? `The keys ${knownKeys(field).join(", ")}.` : "A group of keys.";
    default:
      return undefined;
  }
}

function limitsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Field): string {
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  const from = minimum === undefined ? `above ${String(exclusiveMinimum)}` : `from ${minimum}`;
  const to = maximum === undefined ? `below ${String(exclusiveMaximum)}` : `up to ${maximum}`;
  return `${from}, ${to}`;
}

function entryWords(field: Field): string {
  const entry = field.items;
  if (typeof entry !== "object" || Array.isArray(entry)) return "";
  const words = knownWords(entry);
  return words.length > 0 ? `, each one of ${words.join(", ")}` : "";
}

function isGroup(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}

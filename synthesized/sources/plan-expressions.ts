import { isList, isObject, type Json, type JsonObject } from "../json";
import { sourceOf } from "../language/constant";
import { isTemplate } from "../language/template-text";
import { isUnread } from "../language/unread-expression";

/**
 * How a plan writes down what a block is made of (Terraform's "JSON Output Format", expression
 * representation, read 2026-11-30). Of a configuration in JSON it keeps the texts, references and
 * all, as constant values; of one in HCL the values of literals, and of everything else the names.
 */
export type Writing = "json" | "hcl";

/** Only of JSON an expression has both a text and references; where nothing is referred to, both are written alike. */
export function writingOf(configuration: Json): Writing {
  const { texts: hasTexts, names: hasNames } = expressionsOf(configuration);
  return hasTexts || !hasNames ? "json" : "hcl";
}

/** Whether an expression anywhere says names and no more. */
export function hasNamesAlone(configuration: Json): boolean {
  return expressionsOf(configuration).names;
}

interface ExpressionKinds {
  readonly texts: boolean;
  readonly names: boolean;
}

function expressionsOf(value: Json): ExpressionKinds {
  if (!isObject(value) && !isList(value)) return { texts: false, names: false };
  if (isObject(value) && value["references"] !== undefined) {
    const isText = value["constant_value"] !== undefined;
    return { texts: isText, names: !isText };
  }
  const inner = Object.entries(value).flatMap(([key, item]: [string, Json]) => (key === "constant_value" ? [] : [expressionsOf(item)]));
  return { texts: inner.some(({ texts: has }) => has), names: inner.some(({ names }) => names) };
}

export interface Planned {
  readonly writing: Writing;
  /** What the provider plans of the block, where there is exactly one of it. */
  readonly after: JsonObject | undefined;
}

/** The attributes of a block as a template would say them. */
export function attributesOf(expressions: JsonObject, { writing, after }: Planned): JsonObject {
  return Object.fromEntries(Object.entries(expressions).map(([key, item]) => [key, valueOf(item, writing, after?.[key])]));
}

function valueOf(item: Json, writing: Writing, after: Json | undefined): Json {
  // Sets lose their order in a plan: only a sole block is surely the same.
  const [sole, ...more] = isList(after) ? after : [];
  if (isList(item)) return item.map((one) => valueOf(one, writing, item.length === 1 && more.length === 0 ? sole : undefined));
  if (!isObject(item)) return item;
  const { constant_value: constant, references, ...others } = item;
  if (Object.keys(others).length > 0) return attributesOf(item, { writing, after: isObject(after) ? after : undefined });
  if (constant !== undefined) return writing === "json" ? texts(constant, after) : literal(constant);
  if (after !== undefined && after !== null) return literal(after);
  return referenceText(isList(references) ? references : []);
}

/** A text that only Terraform can work out is known by what it planned with it. */
function texts(constant: Json, after: Json | undefined): Json {
  const isKnown = typeof constant === "string" && isTemplate(constant) && after !== undefined && after !== null;
  return isKnown && isUnread(constant) ? literal(after) : constant;
}

/** A value as a template's source. */
function literal(value: Json): Json {
  if (isList(value)) return value.map(literal);
  if (!isObject(value)) return sourceOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
}

/**
 * What an expression names, where the plan does not say more. One name is taken for all of it, which
 * the table of what a plan cannot tell says; of several nobody can tell what is made of them.
 */
function referenceText(references: readonly Json[]): Json {
  const names = references.filter((name) => typeof name === "string");
  const longest = names.filter(
    (name) => !names.some((other) => other !== name && /^[.[]/.test(other.slice(name.length)) && other.startsWith(name)),
  );
  const [sole, ...more] = longest;
  return sole !== undefined && more.length === 0 ? `\${${sole}}` : `\${planned(${longest.join(", ")})}`;
}

interface Repetition {
  readonly count_expression?: JsonObject | undefined;
  readonly for_each_expression?: JsonObject | undefined;
}

/** The number of blocks, or their keys, that a plan makes of one that is written. */
export function repetitionOf(resource: Repetition, indexes: readonly (number | string)[]): JsonObject {
  if (resource.count_expression !== undefined) return { count: indexes.length };
  if (resource.for_each_expression === undefined) return {};
  return { for_each: Object.fromEntries(indexes.map((index) => [String(index), null])) };
}

import { isList, isObject, type Json, type JsonObject } from "../json";
import { soleReference } from "../reference";
import { constantText, type Scope, sourceOf } from "./constant";
import { isTemplate, partsOf } from "./template-text";

/** Values that a template gives names to, and what an expression may know of them. */
export interface Locals {
  readonly scope: Scope;
  /** What a text that is one local and nothing else stands for: a constant, or a reference to a block. */
  readonly alias: (text: string) => Json | undefined;
  readonly has: (name: string) => boolean;
}

/** The workspace that Terraform uses unless told otherwise; whoever tells it otherwise is a fault of the folder or of the environment. */
const WORKSPACE = "default";

export function localsOf(values: JsonObject): Locals {
  const known = new Map<string, Json | undefined>();
  const valueOf = (name: string): Json | undefined => {
    if (known.has(name)) return known.get(name);
    // A local that names itself, by whatever way, has no value.
    known.set(name, undefined);
    const value = values[name];
    const constant = value === undefined ? undefined : constantIn(value, scope);
    known.set(name, constant);
    return constant;
  };
  const scope: Scope = (name) => {
    if (name === "terraform.workspace") return WORKSPACE;
    return name.startsWith("local.") ? valueOf(name.slice("local.".length)) : undefined;
  };
  return { scope, alias: (text) => aliasIn(text, values, valueOf), has: (name) => values[name] !== undefined };
}

/** A value all of whose texts are constant. */
function constantIn(value: Json, scope: Scope): Json | undefined {
  if (typeof value === "string") return isTemplate(value) ? constantText(value, scope) : value;
  if (isList(value)) {
    const items = value.map((item) => constantIn(item, scope));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, isTemplate(key) ? undefined : constantIn(item, scope)] as const);
  return entries.every((entry): entry is [string, Json] => entry[1] !== undefined) ? Object.fromEntries(entries) : undefined;
}

function aliasIn(text: string, values: JsonObject, valueOf: (name: string) => Json | undefined): Json | undefined {
  const [part, ...more] = partsOf(text);
  const [, name] = part?.kind === "expression" && more.length === 0 ? (/^local\.([A-Za-z_][\w-]*)$/.exec(part.text.trim()) ?? []) : [];
  if (name === undefined) return undefined;
  const constant = valueOf(name);
  if (constant !== undefined) return sourcesIn(constant);
  const value = values[name];
  return soleReference(value) === undefined ? undefined : value;
}

function sourcesIn(value: Json): Json {
  if (isList(value)) return value.map(sourcesIn);
  if (!isObject(value)) return sourceOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sourcesIn(item)]));
}

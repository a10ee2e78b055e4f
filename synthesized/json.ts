import { z } from "zod";

/** What `JSON.parse` can return. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Values below this schema came out of `JSON.parse`: only the upper levels need a check. */
export const jsonValue = z.custom<Json>((value) => value !== undefined);
export const jsonObject = z.custom<JsonObject>((value) => typeof value === "object" && value !== null && !Array.isArray(value), {
  error: "must be an object",
});

/** Parses text whose shape nobody knows yet. */
export function parseJson(text: string): Json {
  return jsonValue.parse(JSON.parse(text));
}

/** One value that is no list and no object, and where it stands. */
export interface Leaf {
  readonly path: string;
  readonly value: string | number | boolean | null;
}

/** Every leaf below a value, in document order. Keys are leaves' paths, never leaves. */
export function leavesOf(value: Json): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (item: Json, path: string): void => {
    if (isList(item)) for (const [index, inner] of item.entries()) visit(inner, `${path}[${index}]`);
    else if (isObject(item)) for (const key of Object.keys(item)) visit(item[key] ?? null, pathTo(path, key));
    else leaves.push({ path, value: item });
  };
  visit(value, "");
  return leaves;
}

export function pathTo(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

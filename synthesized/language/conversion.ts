import type { Json } from "../json";

/**
 * How Terraform converts a value to the type of the argument that it is given for: texts, numbers
 * and booleans into each other, but never a number into a boolean (cty/convert/conversion_primitive.go,
 * read 2026-11-30). None where it cannot, and where it would refuse the value.
 */

/** `"1"` and `"0"` too, which HCL takes for booleans; `"True"` it refuses. */
const FLAGS: ReadonlyMap<Json, boolean> = new Map<Json, boolean>([
  [true, true],
  ["true", true],
  ["1", true],
  [false, false],
  ["false", false],
  ["0", false],
]);

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

export function asFlag(value: Json | undefined): boolean | undefined {
  return value === undefined ? undefined : FLAGS.get(value);
}

export function asNumber(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  const number = typeof value === "string" && NUMBER.test(value) ? Number(value) : undefined;
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

export function asText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  return typeof value === "number" ? numberText(value) : undefined;
}

/** Terraform writes out all digits; beyond what JavaScript counts exactly, nobody here knows them. */
function numberText(value: number): string | undefined {
  const text = String(value);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && !text.includes("e") ? text : undefined;
}

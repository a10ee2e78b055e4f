import { isList, isObject, type Json, type JsonObject } from "../json";
import { asNumber } from "../language/conversion";
import { isTemplate, partsOf } from "../language/template-text";

/** How many blocks Terraform makes of one that is written. */
export type Instances =
  | { readonly kind: "itself" }
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly key: number | string }
  | { readonly kind: "unknown"; readonly attribute: "count" | "for_each"; readonly why: string };

/**
 * Reads `count` and `for_each` of a block whose constants are folded. One instance is like a block
 * that has a key in its address; several would share what is written, and are not told apart here.
 */
export function instancesOf(attributes: JsonObject): Instances {
  const { count, for_each } = attributes;
  if (isSet(count) && isSet(for_each)) return { kind: "unknown", attribute: "for_each", why: "Terraform refuses it beside count" };
  if (isSet(count)) return counted(count, attributes);
  return isSet(for_each) ? mapped(for_each, attributes) : { kind: "itself" };
}

function isSet(value: Json | undefined): value is Json {
  return value !== undefined && value !== null;
}

function counted(value: Json, attributes: JsonObject): Instances {
  const count = asNumber(value);
  const unknown = (why: string): Instances => ({ kind: "unknown", attribute: "count", why });
  if (count === undefined || !Number.isInteger(count) || count < 0) return unknown("nobody here can tell how many blocks it makes");
  if (count === 0) return { kind: "none" };
  if (count > 1) return unknown(`it makes ${count} blocks, which are not told apart here`);
  return usesOwn("count", attributes) ? unknown("attributes differ by count.index, which is not read here") : { kind: "one", key: 0 };
}

/** Of texts in a list no set is made by itself: Terraform refuses a list without `toset`. */
function mapped(value: Json, attributes: JsonObject): Instances {
  const unknown = (why: string): Instances => ({ kind: "unknown", attribute: "for_each", why });
  if (!isObject(value) || isList(value)) return unknown("nobody here can tell which blocks it makes");
  const [key, ...more] = Object.keys(value);
  if (key === undefined) return { kind: "none" };
  if (more.length > 0) return unknown(`it makes ${more.length + 1} blocks, which are not told apart here`);
  if (isTemplate(key)) return unknown("nobody here can tell which blocks it makes");
  return usesOwn("each", attributes) ? unknown("attributes differ by each.key, which is not read here") : { kind: "one", key };
}

function usesOwn(word: "count" | "each", attributes: JsonObject): boolean {
  const named = new RegExp(`(?<![\\w.-])${word}\\.`);
  const visit = (value: Json): boolean => {
    if (typeof value === "string")
      return isTemplate(value) && partsOf(value).some(({ kind, text }) => kind !== "literal" && named.test(text));
    return isList(value) ? value.some(visit) : isObject(value) && Object.values(value).some(visit);
  };
  return visit(attributes);
}

import type { Estate } from "../../../synthesized/estate/estate";
import { declaredValue } from "../../../synthesized/estate/follow";
import type { Json } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import type { Interval } from "./interval";
import { prefixOf } from "./prefix";

/** A prefix, with declared values followed; none where it is not known before AWS makes it. */
export function declaredPrefix(estate: Estate, template: Template, value: Json | undefined): Interval | undefined {
  const text = declaredValue(estate, template, value);
  return typeof text === "string" ? prefixOf(text) : undefined;
}

import type { Estate } from "../../synthesized/estate/estate";
import { targetsIn } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { regionOf } from "../../synthesized/estate/provider";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { isList, isObject, type Json } from "../../synthesized/json";
import { isExpression } from "../../synthesized/reference";
import type { Template } from "../../synthesized/template";
import { inRegion, type Where } from "./place";

/** Every value below a path of keys joined by points, whichever of the blocks on the way are lists. */
export function valuesAt(value: Json | undefined, path: string): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((item) => valuesAt(item, path));
  if (path === "") return [value];
  const [key = "", ...rest] = path.split(".");
  return isObject(value) ? valuesAt(value[key], rest.join(".")) : [];
}

/** Where a resource is: its own word, which newer providers take, or its provider's. */
export function whereIs(estate: Estate, block: StackBlock): Where {
  return inRegion(regionOf(estate, block), "its provider's Region is not written there");
}

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** The resource that a value leads to, by reference or by the name of a bucket; none where it is in no stack here. */
export function targetBlock(estate: Estate, template: Template, value: Json): StackBlock | undefined {
  if (typeof value !== "string") return undefined;
  if (!isExpression(value)) return blocksCalled(estate, "aws_s3_bucket", value.replace(/^arn:aws[\w-]*:s3:::([^/]+).*$/, "$1"))[0];
  const [target] = targetsIn(estate, template, value);
  return target !== undefined && "block" in target ? target : undefined;
}

/** The Region that a value names, itself or as an ARN. */
export function regionNamed(value: Json): Where {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const region = REGION.test(text) ? text : /^arn:aws[\w-]*:[a-z0-9-]+:([a-z0-9-]+):/.exec(text)?.[1];
  return inRegion(region, `${text} is in none of these files`);
}

import { textAt } from "../../synthesized/attributes";
import { followRemoteState } from "../../synthesized/estate/graph";
import { isList, isObject, type Json } from "../../synthesized/json";
import { referencesInText } from "../../synthesized/reference";
import { type Block, blockAt, regionOf, resourcesOf, type Template } from "../../synthesized/template";
import { inRegion, type Where } from "./place";

/** A resource, the template that it is in, and all others that are read with it. */
export interface Located {
  readonly template: Template;
  readonly block: Block;
}

/** A set of templates, with what is looked up in them by name. */
export interface Files {
  readonly templates: readonly Template[];
  readonly buckets: ReadonlyMap<Json, Located>;
}

export function filesOf(templates: readonly Template[]): Files {
  const buckets = templates.flatMap((template) =>
    resourcesOf(template, "aws_s3_bucket").map((block): [Json, Located] => [block.attributes["bucket"] ?? null, { template, block }]),
  );
  return { templates, buckets: new Map(buckets) };
}

/** Every value below a path of keys joined by points, whichever of the blocks on the way are lists. */
export function valuesAt(value: Json | undefined, path: string): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((item) => valuesAt(item, path));
  if (path === "") return [value];
  const [key = "", ...rest] = path.split(".");
  return isObject(value) ? valuesAt(value[key], rest.join(".")) : [];
}

/** Where a resource is: its own word, which newer providers take, or its provider's. */
export function whereIs({ template, block }: Located): Where {
  const own = textAt(block.attributes, "region");
  if (own !== undefined && REGION.test(own)) return { kind: "region", region: own };
  return inRegion(regionOf(template, block), "its provider's Region is not written there");
}

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** The resource that a value leads to, by reference or by the name of a bucket; none where it is in no given template. */
export function targetBlock(value: Json, template: Template, { templates, buckets }: Files): Located | undefined {
  if (typeof value !== "string") return undefined;
  const [reference] = referencesInText(value);
  if (reference === undefined) return buckets.get(value.replace(/^arn:aws[\w-]*:s3:::([^/]+).*$/, "$1"));
  const remote = followRemoteState(reference, template, templates);
  const home = remote === undefined ? template : templates.find(({ stack }) => stack === remote.stack);
  const block = home === undefined ? undefined : blockAt(home, (remote?.reference ?? reference).address);
  return home === undefined || block === undefined ? undefined : { template: home, block };
}

/** The Region that a value names, itself or as an ARN. */
export function regionNamed(value: Json): Where {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const region = REGION.test(text) ? text : /^arn:aws[\w-]*:[a-z0-9-]+:([a-z0-9-]+):/.exec(text)?.[1];
  return inRegion(region, `${text} is in none of these files`);
}

import { createHash } from "node:crypto";
import { isList, isObject, type Json, type JsonObject } from "../../synthesized/json";
import { parseTemplate, type Template } from "../../synthesized/template";

/**
 * Stacks under other names, with other logical names in them and other Name tags: all of it consistent,
 * and nothing that AWS or Terraform would do differently. States stay where they are.
 */
export function renamedStacks(templates: readonly Template[], seed: number): readonly Template[] {
  const named = (kind: string, name: string): string => `${kind}${digest(`${seed} ${kind} ${name}`)}`;
  return templates.map((template) => {
    const stack = named("stack-", template.stack);
    const addresses = new Set([...template.resources, ...template.dataSources].map(({ type, name }) => `${type}.${name}`));
    const inText = (text: string): string =>
      text.replaceAll(/\b([a-z][a-z0-9]*_\w+)\.([A-Za-z_][\w-]*)/g, (whole: string, type: string, name: string) =>
        addresses.has(whole) ? `${type}.${named("b", name)}` : whole,
      );
    const { resource, data, output, ...rest } = template.document;
    const blocks = (types: Json | undefined): JsonObject =>
      mapped(types, (blocksOfType) => renamedKeys(blocksOfType, (name) => named("b", name)));
    const document = {
      ...rest,
      resource: blocks(resource),
      data: blocks(data),
      output: mapped(output, (one) => withStackName(one, stack)),
    };
    return parseTemplate(JSON.stringify(textsIn(withNameTags(document, String(seed)), inText)), stack);
  });
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

function mapped(value: Json | undefined, change: (item: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).map(([key, item]) => [key, change(item)]));
}

function renamedKeys(value: Json, change: (key: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).map(([key, item]) => [change(key), item]));
}

/** Evidence that says the new name, and that the two sites' may differ in it. */
function withStackName(output: Json, stack: string): Json {
  const value = isObject(output) ? output["value"] : undefined;
  if (!isObject(output) || !isObject(value) || value["schemaVersion"] === undefined) return output;
  const listed = value["permittedDifferences"];
  // The state, and what is named after it, stays where it is.
  const others = (isList(listed) ? listed : []).map((one) => (isObject(one) && one["name"] === "stack" ? { ...one, name: "state" } : one));
  const permittedDifferences = [...others, { name: "stack", value: stack, reason: "A stack has a name of its own" }];
  return { ...output, value: { ...value, stack, permittedDifferences } };
}

function withNameTags(value: Json, seed: string): Json {
  if (isList(value)) return value.map((item) => withNameTags(item, seed));
  if (!isObject(value)) return value;
  return mapped(value, (item) => {
    const name = isObject(item) ? item["Name"] : undefined;
    return isObject(item) && typeof name === "string" ? { ...item, Name: `${name} ${seed}` } : withNameTags(item, seed);
  });
}

function textsIn(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (isList(value)) return value.map((item) => textsIn(item, change));
  return isObject(value) ? mapped(value, (item) => textsIn(item, change)) : value;
}

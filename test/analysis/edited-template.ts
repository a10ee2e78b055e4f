import { isObject, type Json, type JsonObject, parseJson } from "../../synthesized/json";
import { type Block, parseTemplate, type Template } from "../../synthesized/template";

/** New attributes of a resource, from those it had; `undefined` removes it. */
export type Edit = (attributes: JsonObject) => JsonObject | undefined;

export interface Edits {
  readonly [address: string]: Edit;
}

/** A template that someone has edited by hand: resources changed, removed or added. */
export function edited(template: Template, edits: Edits): Template {
  const resources = Object.entries(edits).reduce<JsonObject>(applyEdit, objectAt(template.document, "resource"));
  return parseTemplate(JSON.stringify({ ...template.document, resource: resources }), template.stack);
}

function applyEdit(resources: JsonObject, [address, edit]: readonly [string, Edit]): JsonObject {
  const [type = "", name = ""] = address.split(".");
  const { [name]: before, ...others } = objectAt(resources, type);
  const after = edit(isObject(before) ? before : {});
  return { ...resources, [type]: after === undefined ? others : { ...others, [name]: after } };
}

function objectAt(from: JsonObject, key: string): JsonObject {
  const value = from[key];
  return isObject(value) ? value : {};
}

/** The only resource of a type whose name starts so: what follows in a name is cdktf's. */
export function resourceNamed(template: Template, type: string, start: string): Block {
  const [block, ...more] = template.resources.filter((candidate) => candidate.type === type && candidate.name.startsWith(start));
  if (block === undefined || more.length > 0) throw new Error(`${more.length + (block ? 1 : 0)} resources ${type}.${start}…, expected one`);
  return block;
}

/** An edit that sets attributes. */
export const setting =
  (change: JsonObject): Edit =>
  (attributes) => ({ ...attributes, ...change });

export const removed: Edit = () => undefined;

/** An edit of a list of nested blocks. */
export const editingList =
  (key: string, change: (items: readonly Json[]) => readonly Json[]): Edit =>
  (attributes) => {
    const items = attributes[key];
    return { ...attributes, [key]: change(Array.isArray(items) ? items : []) };
  };

/** An edit of a text wherever it stands in a resource. */
export const replacingText =
  (from: string, to: string): Edit =>
  (attributes) => {
    const text = JSON.stringify(attributes);
    if (!text.includes(from)) throw new Error(`nothing says ${from}`);
    return attributesIn(text.replaceAll(from, to));
  };

export function attributesIn(text: string): JsonObject {
  const parsed = parseJson(text);
  return isObject(parsed) ? parsed : {};
}

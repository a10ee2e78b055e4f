import { isList, isObject, type Json, type JsonObject } from "../../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";

/** What a rule of AWS Config would find wrong in templates, by stack and address. */
export type Failures = (templates: readonly Template[]) => readonly string[];

/** What a rule judges is made by people or by AWS, and by no stack. */
export const nothingOfOurs: Failures = () => [];

interface Found {
  readonly template: Template;
  readonly block: Block;
}

export function found(templates: readonly Template[], type: string): readonly Found[] {
  return templates.flatMap((template) => resourcesOf(template, type).map((block) => ({ template, block })));
}

const placeOf = ({ template, block }: Found): string => `${template.stack} ${block.address}`;

/** Every resource of a type for which a rule's condition does not hold. There must be one, or the rule would judge nothing. */
export function each(type: string, holds: (attributes: JsonObject) => boolean): Failures {
  return (templates) => {
    const ofType = found(templates, type);
    if (ofType.length === 0) return [`no ${type}`];
    return ofType.filter(({ block }) => !holds(block.attributes)).map(placeOf);
  };
}

/** Every resource of a type that no resource of another type in its stack names. */
export function eachHas(type: string, partner: string, serves: (attributes: JsonObject) => boolean): Failures {
  return (templates) =>
    found(templates, type)
      .filter(
        ({ template, block }) =>
          !resourcesOf(template, partner).some(
            ({ attributes }) => JSON.stringify(attributes).includes(`${block.address}.`) && serves(attributes),
          ),
      )
      .map(placeOf);
}

export function all(...failures: readonly Failures[]): Failures {
  return (templates) => failures.flatMap((failing) => failing(templates));
}

/** A nested block, whichever way it is written: as itself or as a list of one. */
export function nested(value: Json | undefined): JsonObject {
  const one = isList(value) ? value[0] : value;
  return isObject(one) ? one : {};
}

export function items(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

export function number(value: Json | undefined): number {
  return typeof value === "number" ? value : Number.NaN;
}

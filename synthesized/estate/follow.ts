import { valueAt } from "../attributes";
import type { Json } from "../json";
import { isExpression, mentionsIn, soleMention } from "../reference";
import type { Template } from "../template";
import type { Estate } from "./estate";
import { type Placed, placeText, type Step, stepFrom } from "./reference-step";
import { remembered, rememberedText } from "./remembered";
import type { StackBlock } from "./stack-block";
import type { Named, Target } from "./target";

/** What a value of a stack names, where it is one reference and nothing else. */
export function targetOf(estate: Estate, template: Template, value: Json | undefined): Target {
  if (typeof value !== "string" || !isExpression(value)) return { kind: "literal", value: value ?? null };
  return targetsByText(estate)(template)(value);
}

/** What an attribute of a block names. */
export function targetAt(estate: Estate, { template, block }: StackBlock, key: string): Target {
  return targetOf(estate, template, valueAt(block.attributes, key));
}

/** Everything that a value of a stack names, in its texts and in what is below it. */
export function targetsIn(estate: Estate, template: Template, value: Json | undefined): readonly Target[] {
  return mentionsIn(value ?? null).flatMap(({ mention }) => targetsOfMention(estate, { template, mention }));
}

/** The resource that a value names; none where it names none that is made here. */
export function blockNamed(estate: Estate, template: Template, value: Json | undefined): StackBlock | undefined {
  const target = targetOf(estate, template, value);
  return target.kind === "block" ? target : undefined;
}

/** The resource that an attribute of a block names, in whichever stack it is. */
export function follow(estate: Estate, { template, block }: StackBlock, key: string): StackBlock | undefined {
  return blockNamed(estate, template, valueAt(block.attributes, key));
}

/** Every resource that a value names, in whichever stacks they are. */
export function blocksNamed(estate: Estate, template: Template, value: Json | undefined): readonly StackBlock[] {
  return targetsIn(estate, template, value).flatMap((target) => (target.kind === "block" ? [target] : []));
}

/** The text that a value is once declared values are put in its place; an unfollowed one where AWS decides on it. */
export function declaredValue(estate: Estate, template: Template, value: Json | undefined): Json | undefined {
  const target = targetOf(estate, template, value);
  if (target.kind === "literal") return value === undefined ? undefined : target.value;
  return "block" in target ? (declaredAt(estate, target, []) ?? value) : value;
}

const targetsByText = remembered((estate: Estate) =>
  remembered((template: Template) => rememberedText((text): Target => walk(estate, { template, value: text }, []))),
);

function walk(
  estate: Estate,
  { template, value }: { readonly template: Template; readonly value: Json },
  passed: readonly string[],
): Target {
  if (typeof value !== "string" || !isExpression(value)) return { kind: "literal", value };
  const mention = soleMention(value);
  if (mention === undefined) return { kind: "unresolved", why: `an expression, ${value}` };
  const place = placeText({ template, mention });
  if (passed.includes(place)) return leadsBack(place);
  const step = stepFrom(estate, { template, mention });
  return step.kind === "value" ? walk(estate, step, [...passed, place]) : step;
}

/** The ends of all ways from a mention: a value in between may name several things. */
export function targetsOfMention(estate: Estate, start: Placed): readonly Target[] {
  // Most mentions are of a block beside them, and most others have been followed for another cell.
  const step = stepFrom(estate, start);
  if (step.kind !== "value") return [step];
  const place = placeText(start);
  const known = targetsByPlace(estate);
  const targets = known.get(place) ?? waysFrom(estate, start).map(({ target }) => target);
  known.set(place, targets);
  return targets;
}

const targetsByPlace = remembered((_estate: Estate) => new Map<string, readonly Target[]>());

/** One way from a mention to its end, and the other stacks on it, whose outputs hand the value on. */
export interface Way {
  readonly target: Target;
  readonly through: readonly Template[];
}

/** All ways from a mention. Each place is passed once. */
export function waysFrom(estate: Estate, start: Placed): readonly Way[] {
  const passed = new Map<string, "under way" | "done">();
  const waysOn = (placed: Placed, through: readonly Template[]): readonly Way[] => {
    const place = placeText(placed);
    if (passed.get(place) === "under way") return [{ target: leadsBack(place), through }];
    if (passed.has(place)) return [];
    passed.set(place, "under way");
    const step = stepFrom(estate, placed);
    const ways =
      step.kind === "value"
        ? waysIn(step, step.template === placed.template ? through : [...through, step.template])
        : [{ target: step, through }];
    passed.set(place, "done");
    return ways;
  };
  const waysIn = ({ template, value }: ValueStep, through: readonly Template[]): readonly Way[] =>
    mentionsIn(value).flatMap(({ mention }) => waysOn({ template, mention }, through));
  return waysOn(start, []);
}

type ValueStep = Extract<Step, { kind: "value" }>;

function declaredAt(estate: Estate, { template, block, attribute }: Named, passed: readonly string[]): Json | undefined {
  const value = valueAt(block.attributes, attribute);
  const place = `${template.stack} ${block.address}.${attribute}`;
  if (value === undefined || passed.includes(place)) return undefined;
  const target = targetOf(estate, template, value);
  if (target.kind === "literal") return target.value;
  return "block" in target ? (declaredAt(estate, target, [...passed, place]) ?? value) : value;
}

function leadsBack(place: string): Target {
  return { kind: "unresolved", why: `what leads back to itself, by ${place}` };
}

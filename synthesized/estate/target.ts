import { isObject, type Json } from "../json";
import { isExpression, type Mention, mentionsIn, type Name, type Reference, soleMention } from "../reference";
import { blockAt, type Template } from "../template";
import type { Estate } from "./estate";
import { remembered, rememberedText } from "./remembered";
import { isRemoteState, writerOf } from "./remote-states";
import type { StackBlock } from "./stack-block";

/**
 * What a value names in the end, with local values and other stacks' outputs followed as far as they
 * lead. What nobody can tell is said, with the reason: it could be anything.
 */
export type Target =
  | NamedBlock
  /** What AWS is asked for: somebody made it, and nobody here says who. */
  | (Named & { readonly kind: "lookedUp" })
  /** A block that its stack does not have: Terraform would refuse it. */
  | { readonly kind: "absent"; readonly template: Template; readonly address: string; readonly attribute: string }
  /** A value that is written out, or none at all. */
  | { readonly kind: "literal"; readonly value: Json }
  /** `why` ends the sentence "it cannot be followed: it is …". */
  | { readonly kind: "unresolved"; readonly why: string };

export interface NamedBlock extends Named {
  readonly kind: "block";
}

interface Named extends StackBlock {
  readonly address: string;
  /** The attribute of the block that the value is, such as `id`. */
  readonly attribute: string;
}

/** What a value of a stack names, where it is one reference and nothing else. */
export function targetOf(estate: Estate, template: Template, value: Json | undefined): Target {
  if (typeof value !== "string" || !isExpression(value)) return { kind: "literal", value: value ?? null };
  return targetsByText(estate)(template)(value);
}

/** What an attribute of a block names. */
export function targetAt(estate: Estate, { template, block }: StackBlock, key: string): Target {
  return targetOf(estate, template, block.attributes[key]);
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
  return blockNamed(estate, template, block.attributes[key]);
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

/** A place in the files where a mention stands. */
export interface Placed {
  readonly template: Template;
  readonly mention: Mention;
}

/** Where a mention leads next: to a block, to a value that may name further, or nowhere. */
type Step = Exclude<Target, { kind: "literal" }> | { readonly kind: "value"; readonly template: Template; readonly value: Json };

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
  return waysFrom(estate, start).map(({ target }) => target);
}

/** One way from a mention to its end, and the other stacks on it, whose outputs hand the value on. */
export interface Way {
  readonly target: Target;
  readonly through: readonly Template[];
}

/** All ways from a mention. Each place is passed once. */
export function waysFrom(estate: Estate, start: Placed): readonly Way[] {
  const passed = new Map<string, "under way" | "done">();
  const ways = (placed: Placed, through: readonly Template[]): readonly Way[] => {
    const place = placeText(placed);
    if (passed.get(place) === "under way") return [{ target: leadsBack(place), through }];
    if (passed.has(place)) return [];
    passed.set(place, "under way");
    const step = stepFrom(estate, placed);
    const found = step.kind === "value" ? onward(step, through) : [{ target: step, through }];
    passed.set(place, "done");
    return found;
    function onward({ template, value }: Extract<Step, { kind: "value" }>, before: readonly Template[]): readonly Way[] {
      const after = template === placed.template ? before : [...before, template];
      return mentionsIn(value).flatMap(({ mention }) => ways({ template, mention }, after));
    }
  };
  return ways(start, []);
}

function stepFrom(estate: Estate, { template, mention }: Placed): Step {
  switch (mention.kind) {
    case "block":
      return isRemoteState(mention.address) ? outputOf(estate, template, mention) : blockStep(template, mention);
    case "local":
      return localStep(template, mention);
    case "variable":
    case "module":
    case "each":
      return { kind: "unresolved", why: `${mention.whole}, ${beyond[mention.kind]}` };
  }
}

/** What only Terraform knows when it runs. */
const beyond = { variable: "a variable", module: "of a module", each: "one of several" } as const;

function blockStep(template: Template, { address, attribute }: Reference): Step {
  const block = blockAt(template, address);
  if (block === undefined && address.startsWith("data."))
    return { kind: "unresolved", why: `${address}, which ${template.stack} does not declare` };
  if (block === undefined) return { kind: "absent", template, address, attribute };
  return { kind: block.kind === "data" ? "lookedUp" : "block", template, block, address, attribute };
}

function localStep(template: Template, { name, whole }: Name): Step {
  const { locals } = template.document;
  const value = isObject(locals) ? locals[name] : undefined;
  if (value === undefined) return { kind: "unresolved", why: `${whole}, which ${template.stack} does not declare` };
  return whole === `local.${name}` ? { kind: "value", template, value } : { kind: "unresolved", why: `${whole}, a part of a local value` };
}

const OUTPUT = /^outputs(?:\.([\w-]+)|\["([\w-]+)"\])(.*)$/;

function outputOf(estate: Estate, template: Template, { address, attribute }: Reference): Step {
  const writer = writerOf(estate, template, address);
  if (writer.kind === "unknown") return { kind: "unresolved", why: writer.why };
  const [, dotted, quoted, rest] = OUTPUT.exec(attribute) ?? [];
  const name = dotted ?? quoted ?? "";
  const value = writer.template.outputs[name];
  if (value === undefined) return { kind: "unresolved", why: `an output of ${writer.template.stack} that is not there` };
  return rest === "" ? { kind: "value", template: writer.template, value } : { kind: "unresolved", why: `a part of output ${name}` };
}

function declaredAt(estate: Estate, { template, block, attribute }: Named, passed: readonly string[]): Json | undefined {
  const value = block.attributes[attribute];
  const place = `${template.stack} ${block.address}.${attribute}`;
  if (value === undefined || passed.includes(place)) return undefined;
  const target = targetOf(estate, template, value);
  if (target.kind === "literal") return target.value;
  return "block" in target ? (declaredAt(estate, target, [...passed, place]) ?? value) : value;
}

function placeText({ template, mention }: Placed): string {
  return `${template.stack} ${mention.kind === "block" ? `${mention.address}.${mention.attribute}` : mention.whole}`;
}

function leadsBack(place: string): Target {
  return { kind: "unresolved", why: `what leads back to itself, by ${place}` };
}

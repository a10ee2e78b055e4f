import { isObject, type Json } from "../json";
import type { Mention, Name, Reference } from "../reference";
import { blockAt, type Template } from "../template";
import type { Estate } from "./estate";
import { isRemoteState, writerOf } from "./remote-states";
import type { Target } from "./target";

/** A place in the files where a mention stands. */
export interface Placed {
  readonly template: Template;
  readonly mention: Mention;
}

/** Where a mention leads next: to a block, to a value that may name further, or nowhere. */
export type Step = Exclude<Target, { kind: "literal" }> | { readonly kind: "value"; readonly template: Template; readonly value: Json };

export function stepFrom(estate: Estate, { template, mention }: Placed): Step {
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

/** A place as a text, by which it is known that a way has been there. */
export function placeText({ template, mention }: Placed): string {
  return `${template.stack} ${mention.kind === "block" ? `${mention.address}.${mention.attribute}` : mention.whole}`;
}

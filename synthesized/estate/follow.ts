import { type Reference, referencesInText, soleReference } from "../reference";
import { type Template, templateOf } from "../template";
import { followRemoteState } from "./graph";

/** The block that a reference leads to in the end, and the stack that it is in. */
export interface Origin {
  readonly stack: string;
  readonly address: string;
}

/** Follows a reference through remote states, since a stack may hand on what it has from another; none where it leads nowhere known. */
export function originOf(reference: Reference, template: Template, templates: readonly Template[]): Origin | undefined {
  if (!reference.address.startsWith("data.")) return { stack: template.stack, address: reference.address };
  const remote = followRemoteState(reference, template, templates);
  const origin = remote === undefined ? undefined : templateOf(remote.stack, templates);
  if (remote === undefined || origin === undefined || origin === template) return undefined;
  return originOf(remote.reference, origin, templates);
}

/** The one block that an expression stands for; none where it is more than a reference. */
export function soleOrigin(text: string, template: Template, templates: readonly Template[]): Origin | undefined {
  const reference = soleReference(text);
  return reference === undefined ? undefined : originOf(reference, template, templates);
}

/** Every block that an expression names, `undefined` for each that leads nowhere known. */
export function originsIn(text: string, template: Template, templates: readonly Template[]): readonly (Origin | undefined)[] {
  return referencesInText(text).map((reference) => originOf(reference, template, templates));
}

import type { Template } from "../synthesized/template";
import { regionsGate, serviceRolesGate } from "./gates/account-gates";
import { imageGate, quotasGate, secretsGate, trustBundleGate } from "./gates/cell-gates";
import { linkGates } from "./gates/link-gates";
import { delegationGate, delegationSignerGate, onCallGate } from "./gates/names-gates";
import type { HumanGate } from "./human-gate";

/** What people must have done before a stack of an output, in the order in which they do it. */
export function gatesOf(template: Template, all: readonly Template[]): readonly HumanGate[] {
  return [
    regionsGate(template, all),
    serviceRolesGate(template),
    delegationGate(template),
    quotasGate(template, all),
    secretsGate(template, all),
    imageGate(template),
    trustBundleGate(template),
    ...linkGates(template, all),
    delegationSignerGate(template, all),
    onCallGate(template, all),
  ].flat();
}

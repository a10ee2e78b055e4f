import { resourcesOf, type Template } from "../../synthesized/template";
import { regionsGate, serviceRolesGate } from "./gates/account-gates";
import { imageGate, ledgerRoleGate, secretsGate, trustBundleGate } from "./gates/cell-gates";
import { ledgerPrimaryGate, ledgerUserGate } from "./gates/global-ledger-gates";
import { linkGates } from "./gates/link-gates";
import { delegationGate, delegationSignerGate, onCallGate } from "./gates/names-gates";
import { ledgerQuotasGate, quotasGate } from "./gates/quota-gates";
import type { HumanGate } from "./human-gate";

/** The stack whose switches are off when they are made, which only people turn on; none where there are no switches. */
export function switchStackOf(templates: readonly Template[]): string | undefined {
  return templates.find((template) => resourcesOf(template, "aws_route53recoverycontrolconfig_routing_control").length > 0)?.stack;
}

/** What people must have done before a stack of an output, in the order in which they do it. */
export function gatesOf(template: Template, all: readonly Template[]): readonly HumanGate[] {
  return [
    regionsGate(template, all),
    serviceRolesGate(template),
    onCallGate(template, all),
    delegationGate(template),
    ledgerQuotasGate(template, all),
    quotasGate(template, all),
    ledgerPrimaryGate(template, all),
    ledgerRoleGate(template, all),
    ledgerUserGate(template, all),
    secretsGate(template, all),
    imageGate(template),
    trustBundleGate(template),
    ...linkGates(template, all),
    delegationSignerGate(template, all),
  ].flat();
}

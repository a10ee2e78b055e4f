import type { Estate } from "../../synthesized/estate/estate";
import { resourcesOf, type Template } from "../../synthesized/template";
import { regionsGate, serviceRolesGate } from "./gates/account-gates";
import { imageGate, ledgerRoleGate, secretsGate, trustBundleGate } from "./gates/cell-gates";
import { ledgerPrimaryGate, ledgerUserGate } from "./gates/global-ledger-gates";
import { linkGates } from "./gates/link-gates";
import { delegationGate, delegationSignerGate, onCallGate } from "./gates/names-gates";
import { ledgerQuotasGate, quotasGate } from "./gates/quota-gates";
import { zoneOffersGate } from "./gates/zone-gates";
import type { HumanGate } from "./human-gate";

/** The stack whose switches are off when they are made, which only people turn on; none where there are no switches. */
export function switchStackOf(estate: Estate): string | undefined {
  return estate.stacks.find((template) => resourcesOf(template, "aws_route53recoverycontrolconfig_routing_control").length > 0)?.stack;
}

/** What people must have done before a stack of an output, in the order in which they do it. */
export function gatesOf(estate: Estate, template: Template): readonly HumanGate[] {
  return [
    regionsGate(estate, template),
    zoneOffersGate(estate, template),
    serviceRolesGate(template),
    onCallGate(estate, template),
    delegationGate(template),
    ledgerQuotasGate(estate, template),
    quotasGate(estate, template),
    ledgerPrimaryGate(estate, template),
    ledgerRoleGate(estate, template),
    ledgerUserGate(estate, template),
    secretsGate(estate, template),
    imageGate(template),
    trustBundleGate(estate, template),
    ...linkGates(estate, template),
    delegationSignerGate(estate, template),
  ].flat();
}

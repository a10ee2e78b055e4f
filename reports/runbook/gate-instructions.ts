import type { GateOf, HumanGate } from "../../analysis/rollout/human-gate";
import { regionsInstructions, serviceRolesInstructions } from "./account-instructions";
import { imageInstructions, ledgerRoleInstructions, secretsInstructions } from "./cell-instructions";
import { ledgerPrimaryInstructions, ledgerUserInstructions } from "./global-ledger-instructions";
import type { Instructions } from "./instructions";
import { macsecInstructions, portsInstructions } from "./link-instructions";
import { delegationInstructions, delegationSignerInstructions, onCallInstructions } from "./names-instructions";
import { quotasInstructions } from "./quota-instructions";
import { trustBundleInstructions } from "./trust-bundle-instructions";
import { zoneOffersInstructions } from "./zone-instructions";

/** What stands before a cell, or a member of its ledger. */
type CellGate = GateOf<"quotas" | "ledgerRole" | "ledgerPrimary" | "ledgerUser" | "secrets" | "image" | "trustBundle">;

/**
 * What to do at a gate, and how to see that it is done. Commands are those of the AWS CLI 2.
 *
 * @param output the folder that is deployed, as the reader would write it.
 */
export function instructionsFor(gate: HumanGate, output: string): Instructions {
  switch (gate.kind) {
    case "regions":
      return regionsInstructions(gate);
    case "serviceRoles":
      return serviceRolesInstructions(gate, output);
    case "zoneOffers":
      return zoneOffersInstructions(gate);
    case "onCall":
      return onCallInstructions(gate);
    case "delegation":
      return delegationInstructions(gate);
    case "delegationSigner":
      return delegationSignerInstructions(gate);
    case "ports":
      return portsInstructions(gate);
    case "macsecKeys":
      return macsecInstructions(gate, output);
    default:
      return cellInstructionsFor(gate);
  }
}

function cellInstructionsFor(gate: CellGate): Instructions {
  switch (gate.kind) {
    case "quotas":
      return quotasInstructions(gate);
    case "ledgerRole":
      return ledgerRoleInstructions(gate);
    case "ledgerPrimary":
      return ledgerPrimaryInstructions(gate);
    case "ledgerUser":
      return ledgerUserInstructions(gate);
    case "secrets":
      return secretsInstructions(gate);
    case "image":
      return imageInstructions(gate);
    case "trustBundle":
      return trustBundleInstructions(gate);
  }
}

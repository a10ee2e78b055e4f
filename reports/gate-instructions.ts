import type { HumanGate } from "../analysis/human-gate";
import { regionsInstructions, serviceRolesInstructions } from "./account-instructions";
import { imageInstructions, quotasInstructions, secretsInstructions, trustBundleInstructions } from "./cell-instructions";
import type { Instructions } from "./instructions";
import { macsecInstructions, portsInstructions } from "./link-instructions";
import { delegationInstructions, delegationSignerInstructions, onCallInstructions } from "./names-instructions";

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
    case "onCall":
      return onCallInstructions(gate);
    case "quotas":
      return quotasInstructions(gate);
    case "delegation":
      return delegationInstructions(gate);
    case "delegationSigner":
      return delegationSignerInstructions(gate);
    case "secrets":
      return secretsInstructions(gate);
    case "image":
      return imageInstructions(gate);
    case "trustBundle":
      return trustBundleInstructions(gate);
    case "ports":
      return portsInstructions(gate);
    case "macsecKeys":
      return macsecInstructions(gate, output);
  }
}

import { cellPermissions } from "./cell-permissions";
import { guardrailPermissions } from "./guardrail-permissions";
import { inspectionPermissions } from "./inspection-permissions";
import { ledgerPermissions } from "./ledger-permissions";
import { namePermissions } from "./name-permissions";
import { networkPermissions } from "./network-permissions";
import type { TypePermissions } from "./permission-row";
import { protectionPermissions } from "./protection-permissions";

/** Every type that stacks hold, each once. A type without a row is told as undetermined. */
export function typePermissions(): readonly TypePermissions[] {
  return [
    ...protectionPermissions,
    ...guardrailPermissions,
    ...networkPermissions,
    ...inspectionPermissions,
    ...ledgerPermissions,
    ...cellPermissions,
    ...namePermissions,
  ];
}

import type { Deployment } from "../../config/deployment";
import type { Tags } from "../foundation/tags";
import type { BackupSelectionDesign } from "./scheduled-backups";

/** The service that uses a ledger's key in the name of whoever makes, backs up or restores it. */
export function ledgerService({ ledger }: Deployment): "dsql" | "rds" {
  switch (ledger.engine) {
    case "dsql":
    case "dsqlOneRegion":
      return "dsql";
    case "auroraGlobal":
      return "rds";
  }
}

/** Tag of whatever the twin must keep backups of as well; the ledger's stacks put it on their databases. */
export const copiedToTwin: Tags = { "twinsite:backup": "copied" };

/**
 * Ledgers are selected by kind as well as by tag: a selection by tags alone obeys the account's
 * opt-in settings (assigning-resources, read 2026-11-23). Aurora is said to obey them even then:
 * docs/deploying.md.
 */
export function ledgerSelection(deployment: Deployment, region: string, also: Tags): BackupSelectionDesign {
  const account = deployment.accounts.payments;
  return {
    id: "ledger",
    name: "ledger",
    resources: [`arn:aws:dsql:${region}:${account}:cluster/*`, `arn:aws:rds:${region}:${account}:cluster:*`],
    tags: { ...also, "twinsite:deployment": deployment.name },
  };
}

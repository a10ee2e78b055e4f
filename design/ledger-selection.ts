import type { Deployment } from "../config/deployment";
import type { Tags } from "./tags";

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

/** Databases of these kinds that carry all of these tags. */
export interface LedgerSelection {
  readonly name: string;
  readonly resources: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/** Tag of whatever the twin must keep backups of as well; the ledger's stacks put it on their databases. */
export const copiedToTwin: Tags = { "twinsite:backup": "copied" };

/**
 * By kind as well as by tag: a selection by tags alone obeys the account's opt-in settings
 * (assigning-resources, read 2026-11-23). Aurora is said to obey them even then: docs/deploying.md.
 */
export function ledgerSelection(deployment: Deployment, region: string, also: Tags): LedgerSelection {
  const account = deployment.accounts.payments;
  const tags: Tags = { ...also, "twinsite:deployment": deployment.name };
  return {
    name: "ledger",
    resources: [`arn:aws:dsql:${region}:${account}:cluster/*`, `arn:aws:rds:${region}:${account}:cluster:*`],
    tags: Object.entries(tags).map(([key, value]) => ({ key: `aws:ResourceTag/${key}`, value })),
  };
}

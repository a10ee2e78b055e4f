import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { cellsOf } from "../layout/capacity";
import { globalMemberArn } from "../layout/ledger-names";

/** A site's backups, restored every week to see that they can be: what is restored is deleted again. */
export interface RestoreTests {
  readonly plan: string;
  /** AWS cron expression, UTC. */
  readonly schedule: string;
  readonly startWindowHours: number;
  readonly selectionWindowDays: number;
  readonly validationWindowHours: number;
  readonly files: { readonly selection: string; readonly resources: readonly string[] };
  /**
   * AWS Backup tests restores of Aurora and of no DSQL cluster (aws-backup/latest/devguide/restore-testing,
   * read 2026-11-27): there a runbook does.
   */
  readonly ledgers: LedgerRestoreTests | "none";
}

export interface LedgerRestoreTests {
  readonly subnetGroup: string;
  readonly selections: readonly LedgerRestoreSelection[];
}

export interface LedgerRestoreSelection {
  /** Number of the selection, from 1. */
  readonly number: number;
  /**
   * Tells which ledgers it holds. hashicorp/aws (internal/service/backup/restore_testing_selection.go) asks
   * AWS for no update where the ARNs alone change, though its state then has them: another cell's
   * restores would never be tested, and no plan would say so. Another name has the selection made anew.
   */
  readonly name: string;
  readonly clusterArns: readonly string[];
}

/** The most resources that a selection takes; a plan has 30 of them (aws-backup/latest/devguide/restore-testing, quotas). */
const MOST_RESOURCES = 30;

export function restoreTests(deployment: Deployment, site: SiteName, files: string): RestoreTests {
  return {
    // AWS allows letters, digits and underscores here, and no hyphen.
    plan: siteNameOf(deployment, site, "restore-test").replaceAll("-", "_"),
    schedule: "cron(0 5 ? * SUN *)",
    startWindowHours: 4,
    selectionWindowDays: 7,
    validationWindowHours: 4,
    files: { selection: "reconciliation_files", resources: [files] },
    ledgers: deployment.ledger.engine === "auroraGlobal" ? ledgerTests(deployment, site) : "none",
  };
}

/** Ledgers are tested by their ARNs, which can be told before they are made: tags are read from backups, of which a new site has none. */
function ledgerTests(deployment: Deployment, site: SiteName): LedgerRestoreTests {
  const cells = cellsOf(deployment);
  const selections = Array.from({ length: Math.ceil(cells.length / MOST_RESOURCES) }, (_, index) => {
    const held = cells.slice(index * MOST_RESOURCES, (index + 1) * MOST_RESOURCES);
    return {
      number: index + 1,
      name: `ledgers_${held[0]?.id}_to_${held.at(-1)?.id}`,
      clusterArns: held.map((cell) => globalMemberArn(deployment, site, cell)),
    };
  });
  return { subnetGroup: siteNameOf(deployment, site, "restore-tests"), selections };
}

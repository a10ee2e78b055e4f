import type { SiteName } from "../../config/deployment";
import type { GlobalLedger } from "../../config/sections/ledger";
import type { PermittedDifference } from "../foundation/evidence";

/**
 * Role that a member is made with. It decides nothing after that: Aurora knows who is the
 * primary, and a promotion is done there. Whoever has only a template tells them apart by it.
 */
export type MemberRole = "made-as-primary" | "made-as-secondary";

export function roleOf({ primary }: GlobalLedger, site: SiteName): MemberRole {
  return site === primary ? "made-as-primary" : "made-as-secondary";
}

/**
 * Maintenance is on Thursday and Tuesday: what goes wrong in one member's window is seen before the
 * other's begins. Hours from the backups of the site and those for the twin (backup.ts,
 * shared-backup-copies.ts).
 */
const maintenanceWindows: Readonly<Record<SiteName, string>> = { a: "tue:18:00-tue:19:00", b: "thu:18:00-thu:19:00" };
export const BACKUP_WINDOW = "17:00-17:30";

export function maintenanceWindow(site: SiteName): string {
  return maintenanceWindows[site];
}

/** The only ways in which the two members differ, besides whose they are and where. */
export function memberDifferences(ledger: GlobalLedger, site: SiteName): readonly PermittedDifference[] {
  return [
    { name: "role", value: roleOf(ledger, site), reason: "One member is made first, with an administrator; the other is made as its copy" },
    { name: "maintenance-window", value: maintenanceWindow(site), reason: "A change reaches one site, is looked at, then the other" },
  ];
}

import type { Tags } from "../foundation/tags";

/** Backups of some things on one schedule, in one vault, by a role of their own. */
export interface ScheduledBackups {
  readonly plan: string;
  readonly vault: string;
  readonly rule: BackupRule;
  /** The vault that keeps them as well; a vault refuses what does not stay as long as its lock demands. */
  readonly copy: { readonly vaultArn: string; readonly deleteAfterDays: number } | "none";
  readonly role: BackupRole;
  readonly selections: readonly BackupSelectionDesign[];
}

export interface BackupRule {
  readonly name: string;
  /** AWS cron expression, UTC. */
  readonly schedule: string;
  readonly startWindowMinutes: number;
  readonly completionWindowMinutes: number;
  readonly deleteAfterDays: number;
}

export interface BackupRole {
  readonly name: string;
  readonly trust: string;
  readonly managedPolicies: readonly string[];
  /** Which keys it may use, which their own policies lend but do not give. */
  readonly keyPolicies: readonly { readonly keys: "keys" | "own-keys" | "twin-keys"; readonly policy: string }[];
}

export interface BackupSelectionDesign {
  /** Construct id. */
  readonly id: "selection" | "files" | "ledger";
  readonly name: string;
  readonly resources: readonly string[];
  /** Tags that a resource of those must have, all of them. */
  readonly tags: Tags;
}

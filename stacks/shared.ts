import type { Construct } from "constructs";
import { ScheduledBackups } from "../constructs/backups/scheduled-backups";
import { Reminder } from "../constructs/guardrails/reminder";
import { ReplicatedBucket } from "../constructs/protection/replicated-bucket";
import { ReplicatedKey } from "../constructs/protection/replicated-key";
import { ReplicatedSecret } from "../constructs/protection/replicated-secret";
import type { TwinProviders } from "../constructs/protection/twin-providers";
import type { SharedBackups, SharedDesign } from "../design/shared/shared";
import { FoundationStack } from "./foundation";

/** What AWS itself spans over both sites: keys, a secret, files and backups, each in both Regions or, where there is one, for both sites. */
export class SharedStack extends FoundationStack {
  constructor(scope: Construct, design: SharedDesign) {
    super(scope, design);
    const providers = { a: this.providerOf("a"), b: this.providerOf("b") };
    for (const key of design.keys) new ReplicatedKey(this, key.id, { key, providers });
    new ReplicatedSecret(this, "clearing-credentials", { secret: design.clearingCredentials, providers });
    new Reminder(this, "clearing-sign-in-due", { reminder: design.signInDue, provider: providers.a });
    new ReplicatedBucket(this, "reconciliation", { buckets: design.reconciliation, providers });
    this.defineBackups(design.backups, providers);
  }

  private defineBackups(backups: SharedBackups, providers: TwinProviders): void {
    switch (backups.kind) {
      case "copies":
        new ScheduledBackups(this, "backup-copies-a-to-b", { backups: backups.a, provider: providers.a });
        new ScheduledBackups(this, "backup-copies-b-to-a", { backups: backups.b, provider: providers.b });
        return;
      case "ledger":
        new ScheduledBackups(this, "ledger-backups-a", { backups: backups.a, provider: providers.a });
        new ScheduledBackups(this, "ledger-backups-b", { backups: backups.b, provider: providers.b });
    }
  }
}

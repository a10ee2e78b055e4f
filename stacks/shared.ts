import type { Construct } from "constructs";
import { BackupCopies } from "../constructs/backup-copies";
import { ReplicatedBucket } from "../constructs/replicated-bucket";
import { ReplicatedKey } from "../constructs/replicated-key";
import { ReplicatedSecret } from "../constructs/replicated-secret";
import type { SharedDesign } from "../design/shared";
import { FoundationStack } from "./foundation";

/** What AWS itself spans over both sites: keys, a secret, files and backups that each Region has a copy of. */
export class SharedStack extends FoundationStack {
  constructor(scope: Construct, design: SharedDesign) {
    super(scope, design);
    const providers = { a: this.providerOf("a"), b: this.providerOf("b") };
    for (const key of design.keys) new ReplicatedKey(this, key.id, { key, providers });
    new ReplicatedSecret(this, "clearing-credentials", { secret: design.clearingCredentials, providers });
    new ReplicatedBucket(this, "reconciliation", { buckets: design.reconciliation, providers });
    new BackupCopies(this, "backup-copies-a-to-b", { copies: design.backupCopies.a, provider: providers.a });
    new BackupCopies(this, "backup-copies-b-to-a", { copies: design.backupCopies.b, provider: providers.b });
  }
}

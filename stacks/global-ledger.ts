import { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster";
import type { Construct } from "constructs";
import { slowCreation } from "../design/foundation/creation-time-outs";
import type { GlobalLedgerDesign } from "../design/ledger/global-ledgers";
import { FoundationStack } from "./foundation";

/**
 * The empty global database that a cell's members join by its name, the primary first. Nothing here
 * sees the members, and they see nothing of it but the name: each lives without the other's state.
 *
 * **A new version** goes to the members one by one: asked for here, it would reach both at once, so
 * what is written here is not looked at again. **Destroying** it is barred twice, here and by AWS.
 */
export class GlobalLedgerStack extends FoundationStack {
  constructor(scope: Construct, design: GlobalLedgerDesign) {
    super(scope, design);
    new RdsGlobalCluster(this, "global", {
      provider: this.providerOf(design.primary),
      globalClusterIdentifier: design.identifier,
      engine: "aurora-postgresql",
      engineVersion: design.engineVersion,
      storageEncrypted: true,
      deletionProtection: true,
      forceDestroy: false,
      tags: { ...design.tags },
      timeouts: { ...slowCreation },
      lifecycle: { preventDestroy: true, ignoreChanges: ["engine_version"] },
    });
  }
}

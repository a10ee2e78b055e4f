import { DsqlCluster } from "@cdktf/provider-aws/lib/dsql-cluster";
import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { LedgerClusterDesign } from "../design/ledger-members";
import { ledgerClusterPermissions } from "../design/ledger-permissions";
import { policyDocument } from "../design/policy-document";
import { EncryptionKey } from "./encryption-key";

export interface LedgerClusterProps {
  readonly cluster: LedgerClusterDesign;
  /** The network that connections come from. */
  readonly vpcId: string;
}

/**
 * One member of a cell's ledger: a cluster of Aurora DSQL under a key of its own. It waits to be
 * peered, and takes no connection before.
 *
 * **Destroying** it is barred twice, here and by AWS, and cannot be done to one member of a pair
 * alone: docs/runbooks/rebuild-ledger-member.md.
 */
export class LedgerCluster extends Construct {
  readonly arn: string;
  readonly identifier: string;
  /** Of the endpoint service that leads to it. */
  readonly serviceName: string;

  constructor(scope: Construct, id: string, props: LedgerClusterProps) {
    super(scope, id);
    const cluster = this.defineCluster(props);
    this.restrict(cluster, props);
    this.arn = cluster.arn;
    this.identifier = cluster.identifier;
    this.serviceName = cluster.vpcEndpointServiceName;
  }

  private defineCluster({ cluster }: LedgerClusterProps): DsqlCluster {
    const key = new EncryptionKey(this, "key", { key: cluster.key });
    return new DsqlCluster(this, "cluster", {
      kmsEncryptionKey: key.arn,
      multiRegionProperties: [{ witnessRegion: cluster.witnessRegion }],
      deletionProtectionEnabled: true,
      tags: { ...cluster.tags },
      lifecycle: { preventDestroy: true },
    });
  }

  /** The binding has no such resource: it is older. */
  private restrict({ identifier }: DsqlCluster, { cluster, vpcId }: LedgerClusterProps): void {
    if (cluster.policy === "notInProvider") return;
    const policy = new TerraformResource(this, "policy", { terraformResourceType: "aws_dsql_cluster_policy" });
    policy.addOverride("identifier", identifier);
    policy.addOverride("policy", policyDocument(ledgerClusterPermissions(vpcId)));
  }
}

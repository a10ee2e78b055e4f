import { DsqlCluster } from "@cdktf/provider-aws/lib/dsql-cluster";
import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { slowCreation } from "../../design/foundation/creation-time-outs";
import type { MetricDimensions } from "../../design/foundation/metrics";
import { policyDocument } from "../../design/foundation/policy-document";
import type { LedgerClusterDesign } from "../../design/ledger/ledger-members";
import { ledgerClusterPermissions, type ServedNetworks } from "../../design/ledger/ledger-permissions";
import { EncryptionKey } from "../protection/encryption-key";

export interface LedgerClusterProps {
  readonly cluster: LedgerClusterDesign;
  /** The networks that connections come from. */
  readonly vpcIds: ServedNetworks;
}

/**
 * A cluster of Aurora DSQL under a key of its own: a cell's whole ledger, or one member of it. A
 * member waits to be peered, and takes no connection before.
 *
 * **Destroying** it is barred twice, here and by AWS, and cannot be done to one member of a pair
 * alone: docs/runbooks/rebuild-ledger-member.md.
 */
export class LedgerCluster extends Construct {
  readonly arn: string;
  readonly identifier: string;
  /** Name of the endpoint service that leads to it. */
  readonly serviceName: string;

  constructor(scope: Construct, id: string, props: LedgerClusterProps) {
    super(scope, id);
    const cluster = this.defineCluster(props);
    this.restrict(cluster, props);
    this.arn = cluster.arn;
    this.identifier = cluster.identifier;
    this.serviceName = cluster.vpcEndpointServiceName;
  }

  get metrics(): MetricDimensions<"dsqlCluster" | "dsqlConnectionQuota" | "dsqlConnects"> {
    return { ClusterId: this.identifier, ResourceId: `cluster/${this.identifier}` };
  }

  private defineCluster({ cluster }: LedgerClusterProps): DsqlCluster {
    const key = new EncryptionKey(this, "key", { key: cluster.key });
    return new DsqlCluster(this, "cluster", {
      kmsEncryptionKey: key.arn,
      ...(cluster.witnessRegion === undefined ? {} : { multiRegionProperties: [{ witnessRegion: cluster.witnessRegion }] }),
      deletionProtectionEnabled: true,
      tags: { ...cluster.tags },
      timeouts: { ...slowCreation },
      lifecycle: { preventDestroy: true },
    });
  }

  /** The binding has no such resource: it is older. */
  private restrict({ identifier }: DsqlCluster, { cluster, vpcIds }: LedgerClusterProps): void {
    if (cluster.policy === "notInProvider") return;
    const policy = new TerraformResource(this, "policy", { terraformResourceType: "aws_dsql_cluster_policy" });
    policy.addOverride("identifier", identifier);
    policy.addOverride("policy", policyDocument(ledgerClusterPermissions(vpcIds)));
  }
}

import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../../design/foundation/policy-document";
import type { LedgerEndpointDesign } from "../../design/ledger/ledger-members";
import { ledgerEndpointPermissions } from "../../design/ledger/ledger-permissions";

/** The cluster that a door leads to, wherever it is made. */
export interface ReachedCluster {
  readonly arn: string;
  readonly identifier: string;
  /** Name of the endpoint service that leads to it. */
  readonly serviceName: string;
}

export interface LedgerEndpointProps {
  readonly endpoint: LedgerEndpointDesign;
  readonly cluster: ReachedCluster;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

/** The door to a ledger: an address in every zone of the site's network, for its cell's payment service only. */
export class LedgerEndpoint extends Construct {
  /** Host that tasks connect to. The cluster's certificate covers it, and by it AWS tells the cluster. */
  readonly host: string;

  constructor(scope: Construct, id: string, props: LedgerEndpointProps) {
    super(scope, id);
    this.host = hostOf(props);
    const door = this.defineEndpoint(props);
    this.defineName(door, props);
  }

  private defineEndpoint({ endpoint, cluster, vpcId, subnetIds, securityGroupId }: LedgerEndpointProps): VpcEndpoint {
    return new VpcEndpoint(this, "endpoint", {
      vpcId,
      vpcEndpointType: "Interface",
      serviceName: cluster.serviceName,
      subnetIds: [...subnetIds],
      securityGroupIds: [securityGroupId],
      policy: policyDocument(ledgerEndpointPermissions(cluster.arn, endpoint.callerArn)),
      privateDnsEnabled: endpoint.privateName === "byEndpoint",
      tags: { ...endpoint.tags },
    });
  }

  private defineName(door: VpcEndpoint, { endpoint, vpcId }: LedgerEndpointProps): void {
    if (endpoint.privateName === "byEndpoint") return;
    const zone = new Route53Zone(this, "zone", {
      name: this.host,
      comment: "One name: the ledger of this cell",
      vpc: [{ vpcId }],
      tags: { ...endpoint.tags },
    });
    const { dnsName, hostedZoneId } = door.dnsEntry.get(0);
    new Route53Record(this, "name", {
      zoneId: zone.zoneId,
      name: this.host,
      type: "A",
      alias: { name: dnsName, zoneId: hostedZoneId, evaluateTargetHealth: false },
    });
  }
}

/**
 * `<cluster>.<service identifier>.<region>.on.aws`; the identifier ends the service's name
 * (aurora-dsql/latest/userguide/privatelink-managing-clusters, read 2026-11-25).
 */
function hostOf({ endpoint: { region }, cluster }: LedgerEndpointProps): string {
  const service = Fn.trimprefix(cluster.serviceName, `com.amazonaws.${region}.`);
  return `${cluster.identifier}.${service}.${region}.on.aws`;
}

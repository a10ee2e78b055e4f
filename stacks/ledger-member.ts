import type { Construct } from "constructs";
import { Alarm } from "../constructs/foundation/alarm";
import { LedgerCluster } from "../constructs/ledger/ledger-cluster";
import { LedgerEndpoint } from "../constructs/ledger/ledger-endpoint";
import type { LedgerMemberDesign } from "../design/ledger/ledger-members";
import type { LedgerAccess } from "../design/ledger/ledger-permissions";
import { FoundationStack } from "./foundation";
import type { SiteStack } from "./site";

/** A cell's ledger at one site; the same class draws both, so that one is the other's mirror. */
export class LedgerMemberStack extends FoundationStack {
  readonly clusterArn: string;
  readonly clusterId: string;
  /** The cluster, to CloudWatch. */
  readonly metrics: Readonly<Record<string, string>>;
  /** What the cell's tasks may do with it. */
  readonly access: LedgerAccess;
  /** The host that the cell's tasks connect to. */
  readonly endpoints: Readonly<Record<"LEDGER_ENDPOINT", string>>;

  /** @param sites both sites; its own is among them. */
  constructor(scope: Construct, design: LedgerMemberDesign, sites: readonly SiteStack[]) {
    super(scope, design);
    const site = this.needed(design.siteStack, sites);
    this.readAs("site", site);
    const vpcId = site.network.vpc.id;
    const cluster = new LedgerCluster(this, "ledger", { cluster: design.cluster, vpcIds: [vpcId] });
    const door = new LedgerEndpoint(this, "door", {
      endpoint: design.endpoint,
      cluster,
      vpcId,
      subnetIds: site.network.subnetsOf("data").map(({ subnet }) => subnet.id),
      securityGroupId: site.parties.idOf("ledger"),
    });
    for (const alarm of design.alarms) new Alarm(this, alarm.id, { alarm, of: cluster.metrics, topicArn: design.onCallTopicArn });
    this.clusterArn = cluster.arn;
    this.metrics = cluster.metrics;
    this.clusterId = cluster.identifier;
    this.access = { engine: "dsql", clusterArn: cluster.arn, vpcId };
    this.endpoints = { LEDGER_ENDPOINT: door.host };
  }
}

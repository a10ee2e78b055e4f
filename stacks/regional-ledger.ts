import type { Construct } from "constructs";
import { Alarm } from "../constructs/foundation/alarm";
import { LedgerCluster } from "../constructs/ledger/ledger-cluster";
import type { RegionalLedgerDesign } from "../design/ledger/ledger-one-region";
import { FoundationStack } from "./foundation";
import type { SiteStack } from "./site";

/** A cell's one ledger, for both sites in one Region: a common cause of both, and declared as one. */
export class RegionalLedgerStack extends FoundationStack {
  readonly cluster: LedgerCluster;

  /** @param sites both sites, whose networks alone may connect. */
  constructor(scope: Construct, design: RegionalLedgerDesign, sites: readonly SiteStack[]) {
    super(scope, design);
    const networkOf = (stack: string): string => this.needed(stack, sites).network.vpc.id;
    const { a, b } = design.siteStacks;
    this.cluster = new LedgerCluster(this, "ledger", { cluster: design.cluster, vpcIds: [networkOf(a), networkOf(b)] });
    for (const alarm of design.alarms) new Alarm(this, alarm.id, { alarm, of: this.cluster.metrics, topicArn: design.onCallTopicArn });
  }
}

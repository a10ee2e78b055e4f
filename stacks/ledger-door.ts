import type { Construct } from "constructs";
import { LedgerEndpoint } from "../constructs/ledger/ledger-endpoint";
import type { LedgerDoorDesign } from "../design/ledger/ledger-one-region";
import type { LedgerAccess } from "../design/ledger/ledger-permissions";
import { FoundationStack } from "./foundation";
import type { RegionalLedgerStack } from "./regional-ledger";
import type { SiteStack } from "./site";

export interface LedgerDoorDependencies {
  /** Both sites; its own is among them. */
  readonly sites: readonly SiteStack[];
  /** The ledgers of all cells; its own is among them. */
  readonly ledgers: readonly RegionalLedgerStack[];
}

/** A site's door to its cell's one ledger; the same class draws both sites', so that one is the other's mirror. */
export class LedgerDoorStack extends FoundationStack {
  /** The cluster, to CloudWatch. */
  readonly metrics: Readonly<Record<string, string>>;
  /** What the cell's tasks may do with it. */
  readonly access: LedgerAccess;
  /** The host that the cell's tasks connect to. */
  readonly endpoints: Readonly<Record<"LEDGER_ENDPOINT", string>>;

  constructor(scope: Construct, design: LedgerDoorDesign, { sites, ledgers }: LedgerDoorDependencies) {
    super(scope, design);
    const site = this.needed(design.siteStack, sites);
    const ledger = this.needed(design.ledgerStack, ledgers);
    this.readAs("site", site);
    this.readAs("ledger", ledger);
    const vpcId = site.network.vpc.id;
    const door = new LedgerEndpoint(this, "door", {
      endpoint: design.endpoint,
      cluster: ledger.cluster,
      vpcId,
      subnetIds: site.network.subnetsOf("data").map(({ subnet }) => subnet.id),
      securityGroupId: site.parties.idOf("ledger"),
    });
    this.metrics = ledger.cluster.metrics;
    this.access = { engine: "dsql", clusterArn: ledger.cluster.arn, vpcId };
    this.endpoints = { LEDGER_ENDPOINT: door.host };
  }
}

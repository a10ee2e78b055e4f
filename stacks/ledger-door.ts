import type { Construct } from "constructs";
import { LedgerEndpoint } from "../constructs/ledger-endpoint";
import type { LedgerDoorDesign } from "../design/ledger-one-region";
import { FoundationStack } from "./foundation";
import type { RegionalLedgerStack } from "./regional-ledger";
import type { SiteStack } from "./site";

export interface LedgerDoorSurroundings {
  /** Both sites; its own is among them. */
  readonly sites: readonly SiteStack[];
  /** The ledgers of all cells; its own is among them. */
  readonly ledgers: readonly RegionalLedgerStack[];
}

/** A site's door to its cell's one ledger; the same class draws both sites', so that one is the other's mirror. */
export class LedgerDoorStack extends FoundationStack {
  readonly clusterArn: string;
  /** Host that the cell's tasks connect to. */
  readonly endpoint: string;

  constructor(scope: Construct, design: LedgerDoorDesign, { sites, ledgers }: LedgerDoorSurroundings) {
    super(scope, design);
    const site = sites.find(({ node }) => node.id === design.siteStack);
    if (site === undefined) throw new Error(`stack ${design.name} needs ${design.siteStack}, which is not in the app`);
    const ledger = ledgers.find(({ node }) => node.id === design.ledgerStack);
    if (ledger === undefined) throw new Error(`stack ${design.name} needs ${design.ledgerStack}, which is not in the app`);
    this.readAs("site", site);
    this.readAs("ledger", ledger);
    const door = new LedgerEndpoint(this, "door", {
      endpoint: design.endpoint,
      cluster: ledger.cluster,
      vpcId: site.network.vpc.id,
      subnetIds: site.network.subnetsOf("data").map(({ subnet }) => subnet.id),
      securityGroupId: site.parties.idOf("ledger"),
    });
    this.clusterArn = ledger.cluster.arn;
    this.endpoint = door.host;
  }
}

import { DsqlClusterPeering } from "@cdktf/provider-aws/lib/dsql-cluster-peering";
import type { Construct } from "constructs";
import type { LedgerDesign } from "../design/ledger/ledgers";
import { FoundationStack } from "./foundation";
import type { LedgerMemberStack } from "./ledger-member";

/**
 * What makes a cell's two members one ledger. Each side names the other, and is ready only when both
 * have: they are made at the same time, so neither may wait for the other.
 *
 * A peering is made once, of members that were never peered, and a destroy of it changes nothing
 * at AWS. A member that is made anew needs docs/runbooks/rebuild-ledger-member.md.
 */
export class LedgerStack extends FoundationStack {
  /** @param members of all cells; its own two are among them. */
  constructor(scope: Construct, design: LedgerDesign, members: readonly LedgerMemberStack[]) {
    super(scope, design);
    const { a, b } = { a: this.needed(design.members.a, members), b: this.needed(design.members.b, members) };
    this.definePeering("a", { own: a, other: b, witnessRegion: design.witnessRegion });
    this.definePeering("b", { own: b, other: a, witnessRegion: design.witnessRegion });
  }

  private definePeering(side: "a" | "b", { own, other, witnessRegion }: PeeringProps): DsqlClusterPeering {
    return new DsqlClusterPeering(this, `peering-${side}`, {
      provider: this.providerOf(side),
      identifier: own.clusterId,
      clusters: [other.clusterArn],
      witnessRegion,
      lifecycle: { preventDestroy: true },
    });
  }
}

interface PeeringProps {
  readonly own: LedgerMemberStack;
  readonly other: LedgerMemberStack;
  readonly witnessRegion: string;
}

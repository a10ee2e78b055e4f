import type { Deployment } from "../../config/deployment";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import type { StackDesign } from "../foundation/stack";
import { twinStackHead } from "../foundation/stack-heads";
import { type Cell, cellsOf } from "../layout/capacity";
import { ledgerMemberName, ledgerName } from "../layout/ledger-names";

/** What makes the two members of a cell's ledger one. */
export interface LedgerDesign extends StackDesign {
  /** The stacks of its members. */
  readonly members: { readonly a: string; readonly b: string };
  readonly witnessRegion: string;
}

export function ledgerDesigns(deployment: Deployment): readonly LedgerDesign[] {
  const { ledger } = deployment;
  return ledger.engine === "dsql" ? cellsOf(deployment).map((cell) => ledgerDesign(deployment, cell, ledger.witnessRegion)) : [];
}

function ledgerDesign(deployment: Deployment, cell: Cell, witnessRegion: string): LedgerDesign {
  const name = ledgerName(cell);
  const members = { a: ledgerMemberName(cell, "a"), b: ledgerMemberName(cell, "b") };
  return {
    ...twinStackHead(deployment, name, "handlesCardData"),
    evidence: ledgerEvidence(deployment, name, { cell, witness: witnessRegion }),
    after: [members.a, members.b],
    members,
    witnessRegion,
  };
}

/**
 * The loss of one of the three alone stops nothing (aurora-dsql/latest/userguide/disaster-recovery-resiliency,
 * read 2026-11-25). Of two AWS says nothing; a vote of three needs two, so the third is taken to stop.
 */
function ledgerEvidence(
  deployment: Deployment,
  stack: string,
  { cell, witness }: { readonly cell: Cell; readonly witness: string },
): Evidence {
  return evidenceOf(deployment, stack, {
    role: "ledger",
    cell: `cell-${cell.id}`,
    expectedCutSets: [
      { members: ["site-a", "site-b"], meaning: "The loss of both members leaves the witness, which holds no table and has no endpoint" },
      ...(["a", "b"] as const).map((site) => ({
        members: [`site-${site}`, witness],
        meaning: "The loss of a member and the witness leaves one vote of three: the other member is taken to stop rather than to diverge",
      })),
    ],
  });
}

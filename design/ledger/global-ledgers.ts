import type { Deployment } from "../../config/deployment";
import type { GlobalLedger } from "../../config/sections/ledger";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { twinStackHead } from "../foundation/stack-heads";
import { scopeOf, segmentTags, type Tags } from "../foundation/tags";
import { type Cell, cellsOf } from "../layout/capacity";
import { globalLedgerName, ledgerName } from "../layout/ledger-names";
import { exposureOf, twinOf } from "../network/parties";

/** The empty global database of a cell, which its members join by its name: the primary's first. */
export interface GlobalLedgerDesign extends StackDesign {
  readonly identifier: string;
  /** Site in whose Region the ledger is made. */
  readonly primary: "a" | "b";
  readonly engineVersion: string;
  readonly tags: Tags;
}

export function globalLedgerDesigns(deployment: Deployment): readonly GlobalLedgerDesign[] {
  const { ledger } = deployment;
  return ledger.engine === "auroraGlobal" ? cellsOf(deployment).map((cell) => globalLedgerDesign(deployment, ledger, cell)) : [];
}

function globalLedgerDesign(deployment: Deployment, ledger: GlobalLedger, cell: Cell): GlobalLedgerDesign {
  const name = ledgerName(cell);
  const { a, b } = deployment.sites;
  const identifier = globalLedgerName(deployment, cell);
  return {
    ...twinStackHead(deployment, name, "handlesCardData"),
    evidence: globalLedgerEvidence(deployment, ledger, { ...cell, stack: name }),
    after: [deployment.homeRegion, a.region, b.region].map(guardrailsRegionName),
    identifier,
    primary: ledger.primary,
    engineVersion: ledger.engineVersion,
    tags: { ...segmentTags(identifier, ["data"], scopeOf(exposureOf.data, deployment.cardData)), "twinsite:cell": `cell-${cell.id}` },
  };
}

/** The loss of one site alone stops this ledger for a while, where the other engine's would go on: said, not hidden. */
function globalLedgerEvidence(
  deployment: Deployment,
  { primary, promotion }: GlobalLedger,
  { id, stack }: Cell & { readonly stack: string },
): Evidence {
  const { dataLossSeconds } = deployment.objectives;
  const twin = twinOf(primary);
  return evidenceOf(deployment, stack, {
    role: "ledger",
    cell: `cell-${id}`,
    expectedCutSets: [
      { members: ["site-a", "site-b"], meaning: "The loss of both members leaves backups only" },
      {
        members: [`site-${primary}`],
        meaning:
          `The loss of the primary's site stops writes until people have promoted site-${twin}: ${promotion.minutes} minutes, as ` +
          `${promotion.owner} took it to be in ${promotion.asOf}. Confirmed payments of the last ${dataLossSeconds} s may be lost: ` +
          "an alarm tells of more, and nothing keeps it from being more",
      },
    ],
  });
}

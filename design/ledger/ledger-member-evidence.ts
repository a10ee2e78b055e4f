import type { Deployment, SiteName } from "../../config/deployment";
import { type Evidence, evidenceOf, type PermittedDifference } from "../foundation/evidence";
import type { Cell } from "../layout/capacity";

export interface MemberPlace {
  readonly cell: Cell;
  readonly site: SiteName;
  /** Differences that the engine brings, besides whose the member is and where. */
  readonly differences: readonly PermittedDifference[];
}

export function memberEvidence(deployment: Deployment, stack: string, { cell, site, differences }: MemberPlace): Evidence {
  return evidenceOf(deployment, stack, {
    role: "ledgerMember",
    site,
    cell: `cell-${cell.id}`,
    permittedDifferences: [
      { name: "stack", value: stack, reason: "Each site's stack has a state of its own" },
      { name: "site", value: `site-${site}`, reason: "Names that are global in an account say whose they are" },
      {
        name: "region",
        value: deployment.sites[site].region,
        reason: "The sites are in two Regions, so that the loss of one leaves the other",
      },
      ...differences,
    ],
  });
}

import { instanceClasses } from "../../../facts/aurora";
import { type Draft, sitesOf } from "../../draft";
import type { Finding } from "../../fault";
import type { GlobalLedger } from "../../sections/ledger";

export function auroraInstanceFindings(draft: Draft): readonly Finding[] {
  if (draft.ledger?.engine !== "auroraGlobal") return [];
  return [...classFindings(draft.ledger), ...zoneFindings(draft, draft.ledger)];
}

function classFindings({ instanceClass }: GlobalLedger): readonly Finding[] {
  const { families, sizes } = instanceClasses;
  if (families.some((family) => sizes.some((size) => `${family}.${size}` === instanceClass))) return [];
  return [
    {
      path: ["ledger", "instanceClass"],
      at: "value",
      what: `Nothing is known here of ${instanceClass} under Aurora PostgreSQL.`,
      allowed: `${families.join(", ")}, each as ${sizes.join(", ")}. Another one is added to facts/aurora.ts first.`,
      mend: "Choose one that carries the whole peak: with a zone lost, one instance does.",
    },
  ];
}

/** Two instances in one zone are lost together: the second is no reserve. */
function zoneFindings(draft: Draft, { instancesPerMember }: GlobalLedger): readonly Finding[] {
  const fewest = sitesOf(draft).filter(({ site: { zones } }) => zones.length > 0 && zones.length < instancesPerMember);
  return fewest.map(({ path, site: { zones } }) => ({
    path: ["ledger", "instancesPerMember"],
    at: "value",
    what: `${instancesPerMember} instances do not find zones of their own among the ${zones.length} of ${path.join(".")}.`,
    allowed: "At most as many as either site has zones.",
    mend: `Write ${zones.length}, or give the site more zones.`,
  }));
}

import { auroraGlobal } from "../../../facts/aurora";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** A copy that follows loses what it has not got yet: how much, AWS lets nobody bound any tighter. */
export function auroraDataLossFindings({ ledger, objectives }: Draft): readonly Finding[] {
  if (ledger?.engine !== "auroraGlobal" || objectives === undefined) return [];
  const { dataLossSeconds } = objectives;
  const { leastBoundedLossSeconds: least } = auroraGlobal;
  if (dataLossSeconds >= least) return [];
  return [
    {
      path: ["objectives", "dataLossSeconds"],
      at: "value",
      what: `Engine auroraGlobal copies payments after they are confirmed, so \`dataLossSeconds\` ${dataLossSeconds} cannot be kept.`,
      allowed: `From ${least} seconds, the tightest bound that Aurora knows; most of the time its copy is about one second behind.`,
      mend: `Write ${least} or more and tell whoever relies on it, or place both sites in Regions where engine dsql loses nothing.`,
    },
  ];
}

import { dsqlQuotas } from "../../facts/dsql";
import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/** AWS raises these quotas on request, in every Region by itself: so it is built, and told before the first ledger fails to be. */
export function ledgerQuotaWarnings(deployment: Deployment): readonly Finding[] {
  const { capacity } = deployment;
  const cells = Math.ceil(capacity.peakPaymentsPerSecond / capacity.cell.paymentsPerSecond);
  const clusters = clustersOf(deployment);
  if (clusters === undefined || cells <= clusters.quota) return [];
  const { kind, places, quota } = clusters;
  return [
    {
      path: ["capacity", "peakPaymentsPerSecond"],
      at: "value",
      what: `The peak takes ${cells} cells, and so ${cells} ledger clusters ${places}.`,
      allowed: `${quota} ${kind} clusters of an account in a Region, AWS's default quota.`,
      mend: `Have "Maximum ${kind} clusters" of Aurora DSQL raised to ${cells} ${places} by Service Quotas before the ledgers are made.`,
    },
  ];
}

/** None of another engine than DSQL. */
function clustersOf({ ledger, sites: { a, b } }: Deployment) {
  switch (ledger.engine) {
    case "dsql":
      return { kind: "multi-Region", places: `in ${a.region} and in ${b.region}`, quota: dsqlQuotas.multiRegionClusters };
    case "dsqlOneRegion":
      return { kind: "single-Region", places: `in ${a.region}`, quota: dsqlQuotas.singleRegionClusters };
    case "auroraGlobal":
      return undefined;
  }
}

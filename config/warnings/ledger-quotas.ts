import { dsqlQuotas } from "../../facts/dsql";
import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/** AWS raises this quota on request, in every Region by itself: so it is built, and told before the first ledger fails to be. */
export function ledgerQuotaWarnings({ capacity, sites }: Deployment): readonly Finding[] {
  const cells = Math.ceil(capacity.peakPaymentsPerSecond / capacity.cell.paymentsPerSecond);
  const { multiRegionClusters } = dsqlQuotas;
  if (cells <= multiRegionClusters) return [];
  return [
    {
      path: ["capacity", "peakPaymentsPerSecond"],
      at: "value",
      what: `The peak takes ${cells} cells, and so ${cells} ledger clusters in ${sites.a.region} and in ${sites.b.region}.`,
      allowed: `${multiRegionClusters} multi-Region clusters of an account in a Region, AWS's default quota.`,
      mend: `Have "Maximum multi-Region clusters" of Aurora DSQL raised to ${cells} in both Regions by Service Quotas before the ledgers are made.`,
    },
  ];
}

import type { Deployment } from "../../config/deployment";
import type { PaymentRateName } from "../../facts/payment-rates";
import { reservedCapacity } from "../cell/front-capacity";
import { siteLayout } from "../foundation/site-regions";
import { cellPeak, cellsOf } from "../layout/capacity";
import type { RateNeeds, ReckonedRate } from "../layout/rate-needs";

/**
 * Load balancers of a cell that keep capacity ready: one before the internet's clients, and one
 * behind the fixed addresses where private lines come in.
 */
export function balancersOf({ flows }: Deployment): number {
  return flows.some(({ listener }) => listener === "privateLine") ? 2 : 1;
}

/** Units of all load balancers in a Region; where both sites are in one, of both. */
export function unitsInRegion(deployment: Deployment): number {
  const sites = siteLayout(deployment) === "oneRegion" ? 2 : 1;
  return sites * cellsOf(deployment).length * balancersOf(deployment) * reservedCapacity(deployment);
}

/** What load balancers and their web filter need, as the fronts are designed. */
export function balancerNeeds(deployment: Deployment): RateNeeds<Exclude<PaymentRateName, ReckonedRate>> {
  return {
    balancerUnits: { kind: "needed", amount: unitsInRegion(deployment) },
    unitsOfABalancer: { kind: "needed", amount: reservedCapacity(deployment) },
    fixedBalancerUnits: { kind: "notUsed", why: "none is kept ready for it" },
    webFilterRequests: { kind: "needed", amount: cellPeak(deployment) },
  };
}

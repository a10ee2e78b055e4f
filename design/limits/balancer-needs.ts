import type { Deployment, SiteName } from "../../config/deployment";
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

/** Units of all load balancers in a site's Region; where both sites are in one, of both. */
export function unitsInRegion(deployment: Deployment, site: SiteName): number {
  const unitsAt = (one: SiteName): number => cellsOf(deployment).length * balancersOf(deployment) * reservedCapacity(deployment, one);
  return siteLayout(deployment) === "oneRegion" ? unitsAt("a") + unitsAt("b") : unitsAt(site);
}

/** What load balancers and their web filter need, as the fronts are designed. */
export function balancerNeeds(deployment: Deployment, site: SiteName): RateNeeds<Exclude<PaymentRateName, ReckonedRate>> {
  return {
    balancerUnits: { kind: "needed", amount: unitsInRegion(deployment, site) },
    unitsOfABalancer: { kind: "needed", amount: reservedCapacity(deployment, site) },
    fixedBalancerUnits: { kind: "notUsed", why: "none is kept ready for it" },
    webFilterRequests: { kind: "needed", amount: cellPeak(deployment) },
  };
}

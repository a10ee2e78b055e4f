import type { Deployment } from "../config/deployment";
import { type CellDesign, cellDesigns } from "./cell/cell";
import type { DashboardDesign } from "./foundation/dashboards";
import { type BootstrapDesign, bootstrapDesigns } from "./guardrails/bootstrap";
import { type GuardrailsAccountDesign, guardrailsAccountDesign } from "./guardrails/guardrails-account";
import { type GuardrailsRegionDesign, guardrailsRegionDesigns } from "./guardrails/guardrails-region";
import { type GlobalLedgerMemberDesign, globalLedgerMemberDesigns } from "./ledger/global-ledger-members";
import { type GlobalLedgerDesign, globalLedgerDesigns } from "./ledger/global-ledgers";
import { type LedgerMemberDesign, ledgerMemberDesigns } from "./ledger/ledger-members";
import { type LedgerDoorDesign, ledgerDoorDesigns, type RegionalLedgerDesign, regionalLedgerDesigns } from "./ledger/ledger-one-region";
import { type LedgerDesign, ledgerDesigns } from "./ledger/ledgers";
import { type LocationLinksDesign, locationLinksDesigns } from "./links/location-links";
import { type LocationPortsDesign, locationPortsDesigns } from "./links/location-ports";
import { type NamesDesign, namesDesign } from "./names/names";
import { type InterconnectDesign, interconnectDesign } from "./network/interconnect";
import { overviewDashboard } from "./overview";
import { type SharedDesign, sharedDesign } from "./shared/shared";
import { type SiteDesign, siteDesign } from "./site/site";
import { type TrafficDesign, trafficDesign } from "./traffic/traffic";

/** Everything decided about a deployment, stack by stack, before anything is drawn. */
export interface Design {
  readonly bootstraps: readonly BootstrapDesign[];
  readonly guardrailsAccount: GuardrailsAccountDesign;
  readonly guardrailsRegions: readonly GuardrailsRegionDesign[];
  readonly names: NamesDesign;
  readonly siteA: SiteDesign;
  readonly siteB: SiteDesign;
  readonly shared: SharedDesign;
  /** Members of ledgers of one engine: the other's are none. */
  readonly ledgerMembers: readonly LedgerMemberDesign[];
  readonly ledgers: readonly LedgerDesign[];
  readonly regionalLedgers: readonly RegionalLedgerDesign[];
  readonly ledgerDoors: readonly LedgerDoorDesign[];
  readonly globalLedgers: readonly GlobalLedgerDesign[];
  readonly globalLedgerMembers: readonly GlobalLedgerMemberDesign[];
  readonly cells: readonly CellDesign[];
  readonly interconnect: InterconnectDesign;
  readonly ports: readonly LocationPortsDesign[];
  readonly links: readonly LocationLinksDesign[];
  readonly traffic: TrafficDesign;
  /** The dashboard that sees both sites. */
  readonly overview: DashboardDesign;
}

export function designOf(deployment: Deployment): Design {
  const design = stackDesigns(deployment);
  return { ...design, overview: overviewDashboard(deployment, design) };
}

function stackDesigns(deployment: Deployment): Omit<Design, "overview"> {
  return {
    bootstraps: bootstrapDesigns(deployment),
    guardrailsAccount: guardrailsAccountDesign(deployment),
    guardrailsRegions: guardrailsRegionDesigns(deployment),
    names: namesDesign(deployment),
    siteA: siteDesign(deployment, "a"),
    siteB: siteDesign(deployment, "b"),
    shared: sharedDesign(deployment),
    ledgerMembers: ledgerMemberDesigns(deployment),
    ledgers: ledgerDesigns(deployment),
    regionalLedgers: regionalLedgerDesigns(deployment),
    ledgerDoors: ledgerDoorDesigns(deployment),
    globalLedgers: globalLedgerDesigns(deployment),
    globalLedgerMembers: globalLedgerMemberDesigns(deployment),
    cells: cellDesigns(deployment),
    interconnect: interconnectDesign(deployment),
    ports: locationPortsDesigns(deployment),
    links: locationLinksDesigns(deployment),
    traffic: trafficDesign(deployment),
  };
}

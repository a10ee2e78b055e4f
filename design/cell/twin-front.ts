import type { Deployment, SiteName } from "../../config/deployment";
import { tlsPolicies } from "../../facts/tls-policies";
import type { Tags } from "../foundation/tags";
import { type FrontAddress, twinFrontAddress } from "../layout/address-plan";
import type { Cell } from "../layout/capacity";
import { frontName } from "../layout/front-naming";
import { twinName } from "../layout/service-names";
import { planOf, twinOf } from "../network/parties";
import { flowBetween } from "./front-listeners";
import { cellTags } from "./front-tags";
import { IDLE_SECONDS } from "./front-targets";
import { type ZonalShift, zonalShiftOf } from "./zonal-shift";

/**
 * A cell's way in for the other site, which compares journals: a load balancer with an address per
 * zone that never changes (docs/adr/0016-reconciliation-has-an-address.md).
 */
export interface TwinFrontDesign {
  readonly name: string;
  readonly port: number;
  readonly addresses: readonly FrontAddress[];
  readonly tlsPolicy: string;
  readonly zonalShift: ZonalShift;
  readonly targets: TwinTargets;
  /** Name of the same cell at the other site, and its fixed addresses there: known beforehand, so nothing of the other's is asked. */
  readonly twin: { readonly name: string; readonly addresses: readonly string[] };
  readonly tags: Tags;
}

export interface TwinTargets {
  readonly port: number;
  readonly deregistrationSeconds: number;
}

/** A cell's front for the twin; none, where no flow comes from there. */
export function twinFrontDesign(deployment: Deployment, site: SiteName, cell: Cell): TwinFrontDesign | undefined {
  const port = reconciliationPort(deployment);
  if (port === undefined) return undefined;
  return {
    name: frontName(deployment, site, { ...cell, front: "twin" }),
    port,
    addresses: twinFrontAddress(planOf(deployment, site), cell),
    tlsPolicy: tlsPolicies.restricted.name,
    zonalShift: zonalShiftOf("twinFront"),
    targets: { port: twinServicePort(deployment), deregistrationSeconds: IDLE_SECONDS },
    twin: {
      name: twinName(deployment, cell),
      addresses: twinFrontAddress(planOf(deployment, twinOf(site)), cell).map(({ address }) => address),
    },
    tags: cellTags(deployment, site, { cell, thing: "twin-front", segment: "cde" }),
  };
}

/** Port on which a cell's front for the twin listens; none, where no flow comes from there. */
export function reconciliationPort({ flows }: Deployment): number | undefined {
  return flows.find(({ listener }) => listener === "reconciliation")?.port;
}

/** Port of the payment service behind it. */
export function twinServicePort(deployment: Deployment): number {
  return flowBetween(deployment, { from: "twinFront", to: "paymentService" }).port;
}

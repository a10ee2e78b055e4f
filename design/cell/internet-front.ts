import type { Deployment, SiteName } from "../../config/deployment";
import type { Tags } from "../foundation/tags";
import type { Cell } from "../layout/capacity";
import { frontName } from "../layout/front-naming";
import { type FrontLogs, frontLogs } from "../site/front-logs";
import { type TrustStoreDesign, trustStore } from "../site/trust-store";
import { reservedCapacity } from "./front-capacity";
import { internetListeners, type ListenerDesign } from "./front-listeners";
import { cellTags } from "./front-tags";
import { internetTargets, type TargetGroupDesign } from "./front-targets";
import { type WebFilterDesign, webFilter } from "./web-filter";
import { type ZonalShift, zonalShiftOf } from "./zonal-shift";

/** A cell's load balancer that the internet reaches. */
export interface InternetFrontDesign {
  readonly name: string;
  readonly listeners: readonly ListenerDesign[];
  /** The trust store of clients' certificates; none, where no participant comes with one. */
  readonly trust: TrustStoreDesign | undefined;
  readonly targets: TargetGroupDesign;
  readonly filter: WebFilterDesign;
  readonly capacityUnits: number;
  readonly zonalShift: ZonalShift;
  readonly logs: FrontLogs;
  readonly tags: Tags;
}

export function internetFrontDesign(deployment: Deployment, site: SiteName, cell: Cell): InternetFrontDesign {
  const name = frontName(deployment, site, { ...cell, front: "internet" });
  const tags = cellTags(deployment, site, { cell, thing: "internet-front", segment: "edge" });
  return {
    name,
    listeners: internetListeners(deployment),
    trust: trustStore(deployment, site, name),
    targets: internetTargets(deployment, name, tags),
    filter: webFilter(deployment, site, { cell, tags }),
    capacityUnits: reservedCapacity(deployment, site),
    zonalShift: zonalShiftOf("internetFront"),
    logs: frontLogs(deployment, site, `cell-${cell.id}/internet-front`),
    tags,
  };
}

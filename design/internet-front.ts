import type { Deployment, SiteName } from "../config/deployment";
import type { Cell } from "./capacity";
import { reservedCapacity } from "./front-capacity";
import { internetListeners, type ListenerDesign } from "./front-listeners";
import { type FrontLogs, frontLogs } from "./front-logs";
import { frontName } from "./front-naming";
import { cellTags } from "./front-tags";
import { internetTargets, type TargetGroupDesign } from "./front-targets";
import type { Tags } from "./tags";
import { type TrustStoreDesign, trustStore } from "./trust-store";
import { type WebFilterDesign, webFilter } from "./web-filter";

/** A cell's load balancer that the internet reaches. */
export interface InternetFrontDesign {
  readonly name: string;
  readonly listeners: readonly ListenerDesign[];
  /** None, where no participant comes with a certificate. */
  readonly trust: TrustStoreDesign | undefined;
  readonly targets: TargetGroupDesign;
  readonly filter: WebFilterDesign;
  readonly capacityUnits: number;
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
    capacityUnits: reservedCapacity(deployment),
    logs: frontLogs(deployment, site, `cell-${cell.id}/internet-front`),
    tags,
  };
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { Tags } from "../foundation/tags";
import { type FrontAddress, privateFrontAddress } from "../layout/address-plan";
import type { Cell } from "../layout/capacity";
import { frontName } from "../layout/front-naming";
import { planOf } from "../network/parties";
import { type FrontLogs, frontLogs } from "../site/front-logs";
import { reservedCapacity } from "./front-capacity";
import { type ListenerDesign, privateLineListener, privateLinePort } from "./front-listeners";
import { cellTags } from "./front-tags";
import { privateTargets, type TargetGroupDesign } from "./front-targets";
import { type ZonalShift, zonalShiftOf } from "./zonal-shift";

/**
 * A cell's way in for participants on private lines: a load balancer with an address per zone that
 * never changes, and behind it the one that ends TLS.
 */
export interface PrivateFrontDesign {
  readonly fixed: FixedFrontDesign;
  readonly name: string;
  readonly listener: ListenerDesign;
  readonly targets: TargetGroupDesign;
  readonly capacityUnits: number;
  readonly zonalShift: ZonalShift;
  readonly logs: FrontLogs;
  readonly tags: Tags;
}

export interface FixedFrontDesign {
  readonly name: string;
  readonly port: number;
  readonly addresses: readonly FrontAddress[];
  /** Path that is asked for through the load balancer that ends TLS: whether payments go through this site. */
  readonly healthPath: string;
  readonly zonalShift: ZonalShift;
  readonly tags: Tags;
}

/** A cell's private front; none, where no participant comes over a private line. */
export function privateFrontDesign(deployment: Deployment, site: SiteName, cell: Cell): PrivateFrontDesign | undefined {
  const listener = privateLineListener(deployment);
  const port = privateLinePort(deployment);
  if (listener === undefined || port === undefined) return undefined;
  const name = frontName(deployment, site, { ...cell, front: "private" });
  const tags = cellTags(deployment, site, { cell, thing: "private-front", segment: "cde" });
  return {
    fixed: {
      name: frontName(deployment, site, { ...cell, front: "fixed" }),
      port,
      addresses: privateFrontAddress(planOf(deployment, site), cell),
      healthPath: deployment.service.health.deep,
      zonalShift: zonalShiftOf("privateFrontAddresses"),
      tags: cellTags(deployment, site, { cell, thing: "private-front-addresses", segment: "cde" }),
    },
    name,
    listener,
    targets: privateTargets(deployment, name, tags),
    capacityUnits: reservedCapacity(deployment, site),
    zonalShift: zonalShiftOf("privateFront"),
    logs: frontLogs(deployment, site, `cell-${cell.id}/private-front`),
    tags,
  };
}

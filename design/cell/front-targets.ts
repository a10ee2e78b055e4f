import type { Deployment } from "../../config/deployment";
import type { Tags } from "../foundation/tags";
import { flowBetween } from "./front-listeners";

/** The payment service behind one load balancer. */
export interface TargetGroupDesign {
  readonly name: string;
  readonly port: number;
  readonly healthPath: string;
  readonly crossZone: "true" | "false";
  /** How much of a zone must be well for its address to stay in DNS. */
  readonly zoneHealth: { readonly minimumPercentage: string };
  readonly deregistrationSeconds: number;
  readonly slowStartSeconds: number;
  readonly tags: Tags;
}

/**
 * The longest that a load balancer waits for an answer, and so for the requests that a task still
 * has when it leaves.
 */
export const IDLE_SECONDS = 60;

export function internetTargets(deployment: Deployment, name: string, tags: Tags): TargetGroupDesign {
  return {
    ...targets(deployment, "internetFront", { name, tags }),
    // The firewall stands between, and a zone's requests stay in it: its loss takes no other with it.
    crossZone: "false",
    // With half of its tasks gone a zone cannot carry its share: the others take it, as with a zone that is lost.
    zoneHealth: { minimumPercentage: "50" },
  };
}

export function privateTargets(deployment: Deployment, name: string, tags: Tags): TargetGroupDesign {
  return {
    ...targets(deployment, "privateFront", { name, tags }),
    // Participants choose an address, and with it a zone; no firewall stands between, so all zones' tasks share the load.
    crossZone: "true",
    zoneHealth: { minimumPercentage: "off" },
  };
}

function targets(
  deployment: Deployment,
  front: "internetFront" | "privateFront",
  own: Pick<TargetGroupDesign, "name" | "tags">,
): Omit<TargetGroupDesign, "crossZone" | "zoneHealth"> {
  return {
    ...own,
    port: flowBetween(deployment, { from: front, to: "paymentService" }).port,
    healthPath: deployment.service.health.ready,
    deregistrationSeconds: IDLE_SECONDS,
    // The shortest that AWS takes: a new task fills its caches and pools while others carry the load.
    slowStartSeconds: 30,
  };
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { Listener } from "../../config/sections/flow";
import type { FlowEnd, PermittedFlow, PortRange } from "../foundation/evidence";
import { type SiteLayout, siteLayout } from "../foundation/site-regions";
import type { Segment } from "../layout/address-plan";
import { flowEnd } from "./parties";

/**
 * How a flow crosses a site. `inspected` flows pass the firewall endpoint of the trusted end's
 * zone, both ways; the others stay between segments of one trust, or end at the edge. A peering of
 * the two sites' networks joins segments of one trust too, and no firewall can stand before it
 * (network-firewall/latest/developerguide/vpc-config, Unsupported architectures, read 2026-11-25).
 */
export type FlowPath = "internetToEdge" | "edgeToTrusted" | "withinTrusted" | "transitGateway" | "natGateway" | "networkPeering";

export interface SiteFlow extends Omit<PermittedFlow, "listener"> {
  readonly path: FlowPath;
  /** What a load balancer at its end listens for; none, where it ends at none. */
  readonly listener: Listener | "none";
}

/** Every declared flow with the addresses that one site knows for its ends. */
export function siteFlows(deployment: Deployment, site: SiteName): readonly SiteFlow[] {
  return deployment.flows.map((flow) => {
    const from = flowEnd(deployment, site, { party: flow.from });
    const to = flowEnd(deployment, site, { party: flow.to, services: flow.services });
    const { name, protocol, port, purpose } = flow;
    return {
      name,
      from,
      to,
      protocol,
      port,
      clientPorts: clientPortsOf(from),
      purpose,
      path: pathOf(siteLayout(deployment), from, to),
      listener: flow.listener ?? "none",
    };
  });
}

export function permittedFlow({ path: _path, listener, ...flow }: SiteFlow): PermittedFlow {
  return listener === "none" ? flow : { ...flow, listener };
}

/**
 * Ports that a party connects from. The payment service's tasks are Linux and keep to its default
 * range, as does the twin's; load balancers and other people's machines may use any above 1023.
 * Source: vpc/latest/userguide, ephemeral ports of network ACLs; ip_local_port_range of Linux (2026-11).
 */
function clientPortsOf(from: FlowEnd): PortRange {
  return from.party === "paymentService" || from.party === "twin" ? { from: 32_768, to: 60_999 } : { from: 1024, to: 65_535 };
}

export function isInspected(path: FlowPath): boolean {
  switch (path) {
    case "internetToEdge":
    case "withinTrusted":
    case "networkPeering":
      return false;
    case "edgeToTrusted":
    case "transitGateway":
    case "natGateway":
      return true;
  }
}

/** The inside end's segment; reading a deployment has made sure that there is one. */
export function insideSegment(end: FlowEnd): Segment {
  const segment = trustedSegments.find((candidate) => candidate === end.segment) ?? (end.segment === "edge" ? "edge" : undefined);
  if (segment === undefined) throw new Error(`party ${end.party} is not inside a site`);
  return segment;
}

const trustedSegments = ["cde", "data", "endpoints"] as const;

function pathOf(layout: SiteLayout, from: FlowEnd, to: FlowEnd): FlowPath {
  if (layout === "oneRegion" && (from.place === "twin" || to.place === "twin")) return "networkPeering";
  if (from.place === "inside" && to.place === "inside") return from.segment === "edge" ? "edgeToTrusted" : "withinTrusted";
  if (from.place === "internet") return "internetToEdge";
  return to.place === "internet" ? "natGateway" : "transitGateway";
}

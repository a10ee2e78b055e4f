import type { PortSpeed } from "./direct-connect-locations";
import type { Sourced } from "./regions";

const guide = (page: string): Sourced => ({ source: `directconnect/latest/UserGuide/${page}`, asOf: "2026-10-01" });

/** AWS's quotas as far as a deployment file can reach them. */
export const directConnectQuotas = {
  transitInterfacesPerPort: 4,
  /** Transit and private interfaces together, on one Direct Connect gateway. */
  interfacesPerGateway: 30,
  /** Ports of one account, at one location and in one Region. */
  portsPerLocation: 10,
  /** Routes that a session takes from the customer's router. With one route more, the session goes down. */
  routesPerSession: 100,
  ...guide("limits"),
} as const;

/** What AWS's routers do on every session; a router's own settings must agree. */
export const bgpSettings = {
  keepaliveSeconds: 30,
  holdSeconds: 90,
  bfdMilliseconds: 300,
  bfdMultiplier: 3,
  /** Time to live of BGP's packets, which make no second hop: the router must take packets with it. */
  packetTimeToLive: 1,
  ...guide("bgp-specific-settings"),
} as const;

/**
 * Community on every prefix of every session: a Region then spreads its answers over all links.
 * Without it, it prefers those at locations that are associated with itself.
 */
export const activeActiveCommunity = { community: "7224:7200", ...guide("routing-and-bgp") } as const;

export const transitInterfaceMtu = { bytes: 8500, ...guide("create-transit-vif-for-gateway") } as const;

/** Time from an order to AWS's letter (LOA-CFA), without which no carrier can order its cross connect. */
export const portProvisioning: { readonly daysAtMost: number } & Sourced = {
  daysAtMost: 3,
  source: "awsdocs/aws-direct-connect-user-guide at 5b9a9b23, doc_source/dedicated_connection.md: up to 72 hours",
  asOf: "2026-11-25",
};

/** Rate through a transit gateway's attachment to a Direct Connect gateway, at most, in each zone that the site uses. */
export const transitGatewayZone: { readonly gbps: number } & Sourced = {
  gbps: 100,
  source: "vpc/latest/tgw/transit-gateway-quotas, bandwidth",
  asOf: "2026-10-01",
};

/** Cipher suites that AWS's side takes, the strongest first; none, where a port cannot encrypt. */
export const macsecCiphers: Readonly<Record<PortSpeed, readonly string[]>> & Sourced = {
  "1Gbps": [],
  "10Gbps": ["GCM-AES-XPN-256", "GCM-AES-256"],
  "100Gbps": ["GCM-AES-XPN-256"],
  "400Gbps": ["GCM-AES-XPN-256"],
  ...guide("MACsec"),
};

/** Healthy optical power at AWS's end of a lane. */
export interface LightRange {
  readonly lowestDbm: number;
  readonly highestDbm: number;
}

export interface HealthyLight {
  readonly sent: LightRange;
  readonly received: LightRange;
}

const slowLight: LightRange = { lowestDbm: -14.4, highestDbm: 2.5 };

/** Ranges by speed, absent for one that AWS has published no range for. */
export const healthyLight: Readonly<Partial<Record<PortSpeed, HealthyLight>>> & Sourced = {
  "1Gbps": { sent: slowLight, received: slowLight },
  "10Gbps": { sent: slowLight, received: slowLight },
  "100Gbps": { sent: { lowestDbm: -4.3, highestDbm: 4.5 }, received: { lowestDbm: -10.6, highestDbm: 4.5 } },
  source: "repost.aws/knowledge-center/direct-connect-txrx-optical-readings, stored copy",
  asOf: "2026-11-23",
};

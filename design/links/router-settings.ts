import { activeActiveCommunity, bgpSettings } from "../../facts/direct-connect";

/** What the customer's routers must be set to, on every session of every link: Terraform cannot. */
export const routerSettings = {
  /** The community on all announcements of all sessions alike: both sites then use all links at once. */
  community: activeActiveCommunity.community,
  keepaliveSeconds: bgpSettings.keepaliveSeconds,
  holdSeconds: bgpSettings.holdSeconds,
  bfdMilliseconds: bgpSettings.bfdMilliseconds,
  bfdMultiplier: bgpSettings.bfdMultiplier,
  /** Time until a silent failure is noticed. */
  detectionSeconds: (bgpSettings.bfdMilliseconds * bgpSettings.bfdMultiplier) / 1000,
  packetTimeToLive: bgpSettings.packetTimeToLive,
  /** Graceful restart keeps routes whose next hop BFD has just called dead. */
  gracefulRestart: "off",
} as const;

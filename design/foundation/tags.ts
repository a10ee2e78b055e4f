import type { Deployment, SiteName } from "../../config/deployment";

export type PciScope = "cde" | "connected-to" | "security-impacting" | "out-of-scope";
export type Tags = Readonly<Record<string, string>>;

/** What a part of the system has to do with card data, before the deployment says which data. */
export type Exposure = "handlesCardData" | "reachesCardData" | "protectsCardData";

/**
 * The PCI scope that follows from the data handled. Tokens cannot be turned back without the token
 * vault, which is not here: what handles them is connected to a CDE elsewhere, not one itself.
 */
export function scopeOf(exposure: Exposure, cardData: Deployment["cardData"]): PciScope {
  switch (cardData) {
    case "none":
      return "out-of-scope";
    case "token":
      return exposure === "protectsCardData" ? "security-impacting" : "connected-to";
    case "pan":
      switch (exposure) {
        case "handlesCardData":
          return "cde";
        case "reachesCardData":
          return "connected-to";
        case "protectsCardData":
          return "security-impacting";
      }
  }
}

/** The tags that a provider puts on everything it makes. */
export function defaultTags(deployment: Deployment, exposure: Exposure, site?: SiteName): Tags {
  return {
    "twinsite:deployment": deployment.name,
    "twinsite:owner": deployment.owner,
    "twinsite:cost-centre": deployment.costCentre,
    // Said again by what is in a segment, or in several: `cde data`.
    "twinsite:segment": "none",
    "twinsite:site": site === undefined ? "both" : `site-${site}`,
    "twinsite:pci-scope": scopeOf(exposure, deployment.cardData),
  };
}

/**
 * Tags of one resource that say more than its provider's defaults. Several segments are separated
 * by spaces: a comma is refused by many of AWS's tagging interfaces.
 */
export function segmentTags(name: string, inSegments: readonly string[], scope: PciScope): Tags {
  return { Name: name, "twinsite:segment": inSegments.toSorted().join(" "), "twinsite:pci-scope": scope };
}

import type { Deployment } from "../../../config/deployment";
import { transitGatewayZone } from "../../../facts/direct-connect";
import { monthAfter } from "./calendar";
import type { SiteGbps } from "./link-losses";

/** What the private lines carry at the peak, in the busier direction, and how it grows. */
export interface LinkPeak {
  readonly gbps: number;
  readonly ofPaymentsGbps: number;
  readonly ofOthersGbps: number;
  readonly growthPercentPerYear: number;
  /** The month that the peak is of. */
  readonly asOf: string;
}

/** The first month whose peak is more than what is left after the worst loss. */
export type HeadroomEnd =
  | { readonly kind: "ends"; readonly month: string }
  | { readonly kind: "beyond"; readonly years: number }
  | { readonly kind: "undetermined" };

/** Years beyond which nobody plans with today's growth. */
const YEARS_AHEAD = 25;

/** The peak on the links; none, where the file does not say. */
export function linkPeak({ linkTraffic, capacity }: Deployment): LinkPeak | undefined {
  if (linkTraffic === undefined) return undefined;
  const { payment, other, growthPercentPerYear, asOf } = linkTraffic;
  const ofPaymentsGbps = (capacity.peakPaymentsPerSecond * payment.bytes * 8) / 1e9;
  const ofOthersGbps = other?.gbps ?? 0;
  return { gbps: ofPaymentsGbps + ofOthersGbps, ofPaymentsGbps, ofOthersGbps, growthPercentPerYear, asOf };
}

/** What each site's transit gateway takes from the lines. */
export function siteGbpsOf({ sites }: Deployment): SiteGbps {
  return { a: sites.a.zones.length * transitGatewayZone.gbps, b: sites.b.zones.length * transitGatewayZone.gbps };
}

/** The peak grows alike each month, so that a year has the declared one. */
export function peakAfter({ gbps, growthPercentPerYear }: LinkPeak, months: number): number {
  return gbps * (1 + growthPercentPerYear / 100) ** (months / 12);
}

export function headroomEnd(leftGbps: number, peak: LinkPeak | undefined): HeadroomEnd {
  if (peak === undefined) return { kind: "undetermined" };
  const months = Array.from({ length: YEARS_AHEAD * 12 + 1 }, (_, month) => month);
  const first = months.find((month) => peakAfter(peak, month) > leftGbps);
  return first === undefined ? { kind: "beyond", years: YEARS_AHEAD } : { kind: "ends", month: monthAfter(peak.asOf, first) };
}

export function isLater(one: HeadroomEnd, other: HeadroomEnd): boolean {
  if (other.kind !== "ends") return false;
  return one.kind === "beyond" || (one.kind === "ends" && one.month > other.month);
}

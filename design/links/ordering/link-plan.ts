import type { Deployment } from "../../../config/deployment";
import { portProvisioning, transitGatewayZone } from "../../../facts/direct-connect";
import { dataTransferOutUsdPerGb, portHourUsd } from "../../../facts/direct-connect-prices";
import { linkEncryption } from "../link-encryption";
import { firstDayOf, monthAfter } from "./calendar";
import { type ChangeEffect, changeEffects } from "./link-changes";
import { type LinkCost, linkCost } from "./link-cost";
import { wayIsKnown } from "./link-diversity";
import { type LinkFigures, linkFigures } from "./link-figures";
import { type Loss, lossesOf } from "./link-losses";
import { linkOptions, type RatedOption } from "./link-options";
import { type LinkPeak, linkPeak, peakAfter, siteGbpsOf } from "./link-peak";
import { usableGbps } from "./link-speed";

export interface PeakMonth {
  readonly month: string;
  readonly peakGbps: number;
}

/** What a network planner decides by: the links as ordered, what could be ordered, and what each change does. */
export interface LinkPlan {
  /** The day that orders are counted from; none, where the file has no peak. */
  readonly on: string | undefined;
  readonly links: readonly string[];
  /** Links that carry nothing before their MACsec key is in. They are counted as if it were. */
  readonly awaitingKey: readonly string[];
  readonly peak: LinkPeak | undefined;
  readonly cost: LinkCost;
  readonly allGbps: number;
  readonly figures: LinkFigures;
  readonly losses: readonly Loss[];
  /** Links of whose way something is not known: they count as sharing it with every other. */
  readonly ofUnknownWay: readonly string[];
  readonly months: readonly PeakMonth[];
  readonly options: readonly RatedOption[];
  readonly changes: readonly ChangeEffect[];
}

/**
 * @param on the day to count from. @default - the first of the month that the peak is of
 */
export function linkPlan(deployment: Deployment, on?: string): LinkPlan {
  const { links } = deployment;
  const peak = linkPeak(deployment);
  const from = peak === undefined ? undefined : (on ?? firstDayOf(peak.asOf));
  const siteGbps = siteGbpsOf(deployment);
  const figures = linkFigures(links, { peak, siteGbps });
  return {
    on: from,
    links: links.map(({ name }) => name),
    awaitingKey: links.filter((link) => linkEncryption(link).state === "awaitsKey").map(({ name }) => name),
    peak,
    cost: linkCost(links),
    allGbps: usableGbps(links.map(({ speed }) => speed)),
    figures,
    losses: lossesOf(links, siteGbps),
    ofUnknownWay: links.filter((link) => !wayIsKnown(link)).map(({ name }) => name),
    months: peak === undefined ? [] : peakMonths(peak, figures),
    options: linkOptions(deployment),
    changes: changeEffects(deployment, { peak, siteGbps, on: from }),
  };
}

const HALF_YEARS = 12;

/** Every half year, until the headroom has ended or six years are over. */
function peakMonths(peak: LinkPeak, { worstGbps }: LinkFigures): readonly PeakMonth[] {
  const all = Array.from({ length: HALF_YEARS + 1 }, (_, nth) => ({
    month: monthAfter(peak.asOf, nth * 6),
    peakGbps: peakAfter(peak, nth * 6),
  }));
  const over = all.findIndex(({ peakGbps }) => peakGbps > worstGbps);
  return over < 0 ? all : all.slice(0, over + 1);
}

/** What the prices and days rest on. */
export const linkPlanSources = {
  ports: portHourUsd,
  portDays: portProvisioning,
  dataTransferOut: dataTransferOutUsdPerGb,
  zone: transitGatewayZone,
} as const;

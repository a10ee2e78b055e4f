import type { Deployment } from "../../../config/deployment";
import { type Draft, draftOf } from "../../../config/draft";
import { diversePathFindings } from "../../../config/faults/links/diverse-paths";
import { linkDiversityFindings } from "../../../config/faults/links/link-diversity";
import { linkQuotaFindings } from "../../../config/faults/links/link-quotas";
import { portProvisioning } from "../../../facts/direct-connect";
import { daysBefore, firstDayOf } from "./calendar";
import { type LinkFigures, type LinkNeeds, linkFigures } from "./link-figures";
import { type PlannedLink, type QuotedLink, type SiteGbps, worstLeftGbps } from "./link-losses";
import { type HeadroomEnd, isLater } from "./link-peak";
import { marketLinks, marketSwaps } from "./market-links";

/** Something that could be done to the links as they are ordered. */
export type LinkChange =
  | { readonly kind: "drop"; readonly link: string }
  | { readonly kind: "add"; readonly options: readonly string[] }
  | { readonly kind: "swap"; readonly link: string; readonly option: string };

/** When a change must be ordered so that it carries before the headroom ends. */
export type OrderBy =
  | { readonly kind: "day"; readonly lastDay: string; readonly leadDays: number; readonly late: boolean }
  | { readonly kind: "noNeed" | "doesNotHelp" | "undetermined" };

/** A change with what it does: differences to the links as ordered, and the month until which it helps. */
export interface ChangeEffect {
  readonly change: LinkChange;
  /** Change of the monthly cost; none where nobody has quoted the link that it takes away. */
  readonly usdPerMonth: number | null;
  /** Change of what is left after the worst loss, and so of the headroom. */
  readonly worstGbps: number;
  readonly diversePaths: number;
  readonly ends: HeadroomEnd;
  readonly orderBy: OrderBy;
  /** Why the file would be rejected with it. */
  readonly refusedFor: readonly string[];
}

interface Planned {
  readonly change: LinkChange;
  readonly links: readonly PlannedLink[];
  readonly leadDays: number;
}

export interface ChangeBasis extends LinkNeeds {
  /** The day that is counted from; none, where nothing can be counted. */
  readonly on: string | undefined;
}

export function changeEffects(deployment: Deployment, basis: ChangeBasis): readonly ChangeEffect[] {
  const now = linkFigures(deployment.links, basis);
  const all = [...drops(deployment), ...additions(deployment), ...pairsThatHelp(deployment, basis.siteGbps), ...swaps(deployment)];
  const rejected = rejections(deployment);
  return all.map(({ change, links, leadDays }) => {
    const then = linkFigures(links, basis);
    return {
      change,
      usdPerMonth: isQuoted(deployment, change) ? then.usdPerMonth - now.usdPerMonth : null,
      worstGbps: then.worstGbps - now.worstGbps,
      diversePaths: then.diversePaths - now.diversePaths,
      ends: then.ends,
      orderBy: orderBy(now, then, { leadDays, on: basis.on }),
      refusedFor: rejected(links),
    };
  });
}

function isQuoted({ links }: Deployment, change: LinkChange): boolean {
  if (change.kind === "add") return true;
  return links.some(({ name, accessCircuit }) => name === change.link && accessCircuit.quote !== undefined);
}

/** A change must be in service on the day before the month in which the headroom ends, even where it takes its longest. */
function orderBy(now: LinkFigures, then: LinkFigures, { leadDays, on }: Pick<Planned, "leadDays"> & Pick<ChangeBasis, "on">): OrderBy {
  if (now.ends.kind === "undetermined") return { kind: "undetermined" };
  if (now.ends.kind === "beyond") return { kind: "noNeed" };
  if (!isLater(then.ends, now.ends)) return { kind: "doesNotHelp" };
  const lastDay = daysBefore(firstDayOf(now.ends.month), leadDays + 1);
  return { kind: "day", lastDay, leadDays, late: on !== undefined && lastDay < on };
}

function drops({ links }: Deployment): readonly Planned[] {
  return links.map((link) => ({ change: { kind: "drop", link: link.name }, links: links.filter((other) => other !== link), leadDays: 0 }));
}

function additions(deployment: Deployment): readonly Planned[] {
  return [...(deployment.linkOffers ?? []), ...marketLinks(deployment)].map((option) => addition(deployment, [option]));
}

function addition({ links }: Deployment, options: readonly QuotedLink[]): Planned {
  const leadDays = Math.max(...options.map((option) => portProvisioning.daysAtMost + daysOf(option)));
  return { change: { kind: "add", options: options.map(({ name }) => name) }, links: [...links, ...options], leadDays };
}

/** Two offers at different locations, where they do together what neither does alone. */
function pairsThatHelp(deployment: Deployment, siteGbps: SiteGbps): readonly Planned[] {
  const { linkOffers: offers = [], links } = deployment;
  const worst = (more: readonly PlannedLink[]): number => worstLeftGbps([...links, ...more], siteGbps);
  return offers
    .flatMap((one, place) => offers.slice(place + 1).map((other) => [one, other]))
    .filter((pair) => new Set(pair.map(({ dxLocation }) => dxLocation)).size === 2)
    .filter((pair) => pair.every((offer) => worst(pair) > worst([offer])))
    .map((pair) => addition(deployment, pair));
}

function swaps(deployment: Deployment): readonly Planned[] {
  const { links, linkOffers = [] } = deployment;
  return links.flatMap((link) => {
    const offers = linkOffers.filter(({ dxLocation, device }) => dxLocation === link.dxLocation && device === link.device);
    return [...offers, ...marketSwaps(deployment, link)].map((option): Planned => {
      const port = option.speed === link.speed ? 0 : portProvisioning.daysAtMost;
      const changed = links.map((other) => (other === link ? option : other));
      return { change: { kind: "swap", link: link.name, option: option.name }, links: changed, leadDays: port + daysOf(option) };
    });
  });
}

function daysOf({ accessCircuit }: QuotedLink): number {
  return accessCircuit.quote.leadTimeDays.to;
}

/** What the file's rules say of other links than it has. */
function rejections(deployment: Deployment): (links: readonly PlannedLink[]) => readonly string[] {
  const draft = draftOf({ parties: deployment.parties, objectives: deployment.objectives });
  return (links) => {
    const changed: Draft = { ...draft, links: links.map((link) => ({ ...link, vlan: {}, bgpRange: {} })) };
    const findings = [linkDiversityFindings, linkQuotaFindings, diversePathFindings].flatMap((findingsIn) => findingsIn(changed));
    return findings.map(({ what }) => what);
  };
}

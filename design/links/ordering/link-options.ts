import type { Deployment, LinkOffer } from "../../../config/deployment";
import { directConnectLocation, type PortSpeed } from "../../../facts/direct-connect-locations";
import { linkMarket, type MarketQuote, type Separation } from "../../../facts/link-market";
import { separationFrom } from "./link-diversity";
import { gbpsOf } from "./link-speed";

const criteria = ["roundTrip", "separation", "leadTime", "price"] as const;
export type Criterion = (typeof criteria)[number];

/** A circuit that could be ordered: an offer of the deployment's own, or what the market quotes. */
export interface LinkOption {
  readonly name: string;
  readonly from: "offer" | "market";
  readonly kind: MarketQuote["kind"];
  readonly speed: PortSpeed;
  /** Direct Connect locations that it leads to. */
  readonly locations: readonly string[];
  readonly roundTripMs: number;
  readonly separation: Separation;
  readonly leadTimeDays: { readonly from: number; readonly to: number };
  readonly usdPerMonth: number;
  readonly source: string;
  readonly asOf: string;
}

export interface RatedOption extends LinkOption {
  /** Options that are as good in everything and better in something. */
  readonly dominatedBy: readonly string[];
  /** What nothing else is better in; nothing, for an option that is dominated. */
  readonly bestIn: readonly Criterion[];
}

export function linkOptions(deployment: Deployment): readonly RatedOption[] {
  return rated([...(deployment.linkOffers ?? []).map((offer) => ofOffer(offer, deployment)), ...marketOptions(deployment)]);
}

/** What the market quotes in the cities that the links lead to. */
export function marketQuotes({ links }: Deployment): readonly MarketQuote[] {
  const cities = new Set(links.map(({ dxLocation }) => directConnectLocation(dxLocation).city));
  return linkMarket.filter(({ city }) => cities.has(city));
}

/** The deployment's locations in a quote's city that sell its speed. */
export function quotedLocations({ links }: Deployment, { city, speed }: MarketQuote): readonly string[] {
  return [...new Set(links.map(({ dxLocation }) => dxLocation))].filter((code) => {
    const location = directConnectLocation(code);
    return location.city === city && location.portSpeeds.includes(speed);
  });
}

export function marketName({ kind }: MarketQuote): string {
  return `market-${kind}`;
}

export function rated(options: readonly LinkOption[]): readonly RatedOption[] {
  return options.map((option) => {
    const rivals = options.filter((other) => other !== option && isRival(other, option));
    const dominatedBy = rivals.filter((other) => dominates(other, option)).map(({ name }) => name);
    const bestIn = criteria.filter((criterion) => rivals.every((other) => burden(other, criterion) >= burden(option, criterion)));
    return { ...option, dominatedBy, bestIn: dominatedBy.length === 0 ? bestIn : [] };
  });
}

/** Who could take its place: as fast, and to every location that it leads to. */
function isRival(other: LinkOption, option: LinkOption): boolean {
  return gbpsOf(other.speed) >= gbpsOf(option.speed) && option.locations.every((location) => other.locations.includes(location));
}

function dominates(other: LinkOption, option: LinkOption): boolean {
  const differences = criteria.map((criterion) => burden(option, criterion) - burden(other, criterion));
  return differences.every((difference) => difference >= 0) && differences.some((difference) => difference > 0);
}

const sharing: Readonly<Record<Separation, number>> = { entire: 0, partial: 1, possiblyShared: 2 };

/** The less, the better. A lead time is as long as it can take. */
function burden(option: LinkOption, criterion: Criterion): number {
  switch (criterion) {
    case "roundTrip":
      return option.roundTripMs;
    case "separation":
      return sharing[option.separation];
    case "leadTime":
      return option.leadTimeDays.to;
    case "price":
      return option.usdPerMonth;
  }
}

function ofOffer(offer: LinkOffer, { links }: Deployment): LinkOption {
  const { kind, quote } = offer.accessCircuit;
  return {
    name: offer.name,
    from: "offer",
    kind,
    speed: offer.speed,
    locations: [offer.dxLocation],
    roundTripMs: quote.roundTripMs,
    separation: separationFrom(offer, links),
    leadTimeDays: quote.leadTimeDays,
    usdPerMonth: quote.usdPerMonth,
    source: quote.source,
    asOf: quote.asOf,
  };
}

function marketOptions(deployment: Deployment): readonly LinkOption[] {
  return marketQuotes(deployment).map((quote) => {
    const { city: _, ...offered } = quote;
    return { ...offered, name: marketName(quote), from: "market", locations: quotedLocations(deployment, quote) };
  });
}

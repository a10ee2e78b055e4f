import type { CircuitKind } from "./circuit-kinds";
import type { PortSpeed } from "./direct-connect-locations";
import type { Sourced } from "./regions";

/** How far a circuit's physical way is its own, as the carrier says before it names ducts. */
export type Separation = "entire" | "partial" | "possiblyShared";

/** What a kind of circuit was offered for in a city: no carrier is named, and no duct. */
export interface MarketQuote extends Sourced {
  /** City as facts/direct-connect-locations.ts spells it. */
  readonly city: string;
  readonly kind: CircuitKind;
  readonly speed: PortSpeed;
  /** Milliseconds there and back, at most. */
  readonly roundTripMs: number;
  readonly separation: Separation;
  readonly leadTimeDays: { readonly from: number; readonly to: number };
  readonly usdPerMonth: number;
}

const stockholm = {
  city: "Stockholm",
  speed: "100Gbps",
  source: "Trade article of October 2025, quotes to a Stockholm bank",
  asOf: "2025-03",
} as const;

/**
 * Quotes by city: another one is added when somebody has asked its carriers. Looked for in public on 2026-11-27, and not
 * found, is a current monthly price of such a circuit in the United Kingdom, Canada, Australia, Hong Kong or South Korea.
 */
export const linkMarket: readonly MarketQuote[] = [
  {
    kind: "darkFibre",
    roundTripMs: 1,
    separation: "entire",
    leadTimeDays: { from: 15, to: 30 },
    usdPerMonth: 25_000,
    ...stockholm,
  },
  {
    kind: "wavelength",
    roundTripMs: 2,
    separation: "partial",
    leadTimeDays: { from: 10, to: 20 },
    usdPerMonth: 18_000,
    ...stockholm,
  },
  {
    kind: "ethernet",
    roundTripMs: 3,
    separation: "possiblyShared",
    leadTimeDays: { from: 5, to: 10 },
    usdPerMonth: 14_000,
    ...stockholm,
  },
];

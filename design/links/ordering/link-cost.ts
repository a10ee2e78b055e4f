import { type PortSpeed, portSpeeds } from "../../../facts/direct-connect-locations";
import { portHourUsd } from "../../../facts/direct-connect-prices";
import type { PlannedLink } from "./link-losses";

const HOURS_PER_MONTH = (365 * 24) / 12;

export interface PortCost {
  readonly speed: PortSpeed;
  readonly ports: number;
  readonly usdPerHour: number;
  readonly usdPerMonth: number;
}

/** Circuits that no carrier has offered, in the sum at what others cost elsewhere. */
export interface StandIn {
  readonly links: readonly string[];
  readonly usdPerMonth: number;
  readonly owner: string;
  readonly source: string;
  readonly asOf: string;
}

/** What links cost a month, as far as there are quotes and list prices. */
export interface LinkCost {
  /** Names of links whose circuit nobody has quoted: it is in no sum. */
  readonly unquoted: readonly string[];
  /** Circuits whose numbers are of circuits elsewhere. */
  readonly standIns: readonly StandIn[];
  readonly circuitsUsdPerMonth: number;
  /** Who quoted the rest, and when. */
  readonly quotes: readonly string[];
  readonly ports: readonly PortCost[];
  readonly portsUsdPerMonth: number;
  readonly usdPerMonth: number;
}

export function linkCost(links: readonly PlannedLink[]): LinkCost {
  const circuitsUsdPerMonth = sum(links.map(({ accessCircuit }) => accessCircuit.quote?.usdPerMonth ?? 0));
  const ports = portSpeeds.flatMap((speed): readonly PortCost[] => {
    const count = links.filter((link) => link.speed === speed).length;
    const usdPerHour = portHourUsd[speed];
    return count === 0 ? [] : [{ speed, ports: count, usdPerHour, usdPerMonth: count * usdPerHour * HOURS_PER_MONTH }];
  });
  const portsUsdPerMonth = sum(ports.map(({ usdPerMonth }) => usdPerMonth));
  const quotes = links.flatMap(({ accessCircuit: { quote } }) =>
    quote === undefined || quote.standIn !== undefined ? [] : [`${quote.source}, ${quote.asOf}`],
  );
  const unquoted = links.filter(({ accessCircuit }) => accessCircuit.quote === undefined).map(({ name }) => name);
  const standIns = standInsOf(links);
  const usdPerMonth = circuitsUsdPerMonth + portsUsdPerMonth;
  return { unquoted, standIns, circuitsUsdPerMonth, quotes: [...new Set(quotes)], ports, portsUsdPerMonth, usdPerMonth };
}

/** Stand-ins by who answers for them and what they are taken from. */
function standInsOf(links: readonly PlannedLink[]): readonly StandIn[] {
  const grouped = new Map<string, StandIn>();
  for (const { name, accessCircuit } of links) {
    const { quote } = accessCircuit;
    if (quote?.standIn === undefined) continue;
    const { owner } = quote.standIn;
    const { usdPerMonth, source, asOf } = quote;
    const key = JSON.stringify([owner, source, asOf]);
    const before = grouped.get(key) ?? { links: [], usdPerMonth: 0 };
    grouped.set(key, { links: [...before.links, name], usdPerMonth: before.usdPerMonth + usdPerMonth, owner, source, asOf });
  }
  return [...grouped.values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

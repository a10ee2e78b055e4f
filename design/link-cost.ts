import { type PortSpeed, portSpeeds } from "../facts/direct-connect-locations";
import { portHourUsd } from "../facts/direct-connect-prices";
import type { PlannedLink } from "./link-losses";

const HOURS_PER_MONTH = (365 * 24) / 12;

export interface PortCost {
  readonly speed: PortSpeed;
  readonly ports: number;
  readonly usdPerHour: number;
  readonly usdPerMonth: number;
}

/** What links cost a month, as far as there are quotes and list prices. */
export interface LinkCost {
  /** Names of links whose circuit nobody has quoted: it is in no sum. */
  readonly unquoted: readonly string[];
  readonly circuitsUsdPerMonth: number;
  /** Who quoted the others, and when. */
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
  const quotes = links.flatMap(({ accessCircuit: { quote } }) => (quote === undefined ? [] : [`${quote.source}, ${quote.asOf}`]));
  const unquoted = links.filter(({ accessCircuit }) => accessCircuit.quote === undefined).map(({ name }) => name);
  const usdPerMonth = circuitsUsdPerMonth + portsUsdPerMonth;
  return { unquoted, circuitsUsdPerMonth, quotes: [...new Set(quotes)], ports, portsUsdPerMonth, usdPerMonth };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

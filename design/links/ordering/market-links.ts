import type { Deployment } from "../../../config/deployment";
import { UNKNOWN } from "../../../config/link-ways";
import type { MarketQuote } from "../../../facts/link-market";
import type { PlannedLink, QuotedLink } from "./link-losses";
import { marketName, marketQuotes, quotedLocations } from "./link-options";

/** What the market quotes as links that could be added: at each location, where fewest links are yet. */
export function marketLinks(deployment: Deployment): readonly QuotedLink[] {
  const { links } = deployment;
  const dataCentre = fewest(links.map(({ accessCircuit }) => accessCircuit.dataCentre));
  return marketQuotes(deployment).flatMap((quote) =>
    quotedLocations(deployment, quote).map((dxLocation): QuotedLink => {
      const devices = links.filter((link) => link.dxLocation === dxLocation).map(({ device }) => device);
      const name = `${marketName(quote)}-${dxLocation.toLowerCase()}`;
      const circuit = { ...circuitOf(quote, name), dataCentre: dataCentre ?? UNKNOWN };
      return { name, dxLocation, speed: quote.speed, device: fewest(devices) ?? "1", accessCircuit: circuit };
    }),
  );
}

/** A link's circuit for another kind that the market quotes; the port stays. */
export function marketSwaps(deployment: Deployment, link: PlannedLink): readonly QuotedLink[] {
  return marketQuotes(deployment)
    .filter((quote) => quote.kind !== link.accessCircuit.kind && quote.speed === link.speed)
    .filter((quote) => quotedLocations(deployment, quote).includes(link.dxLocation))
    .map((quote) => {
      const circuit = { ...circuitOf(quote, link.name), dataCentre: link.accessCircuit.dataCentre };
      return { name: marketName(quote), dxLocation: link.dxLocation, speed: link.speed, device: link.device, accessCircuit: circuit };
    });
}

/** No quote names its carrier; only one that is quoted as entirely separate has a way of its own. */
function circuitOf(quote: MarketQuote, name: string): Omit<QuotedLink["accessCircuit"], "dataCentre"> {
  const { kind, usdPerMonth, leadTimeDays, roundTripMs, source, asOf, separation } = quote;
  const own = `own-of-${name}`;
  return {
    kind,
    carrier: UNKNOWN,
    ...(separation === "entire" ? { route: own, ducts: [own], buildingEntry: own } : { route: UNKNOWN, ducts: [], buildingEntry: UNKNOWN }),
    endToEndEncryption: { by: "unknown" },
    quote: { usdPerMonth, leadTimeDays: { ...leadTimeDays }, roundTripMs, source, asOf },
  };
}

/** The word that comes least often, the first of several. */
function fewest<T extends string>(words: readonly T[]): T | undefined {
  const counted = [...new Set(words)].map((word) => ({ word, times: words.filter((other) => other === word).length }));
  return counted.toSorted((one, other) => one.times - other.times)[0]?.word;
}

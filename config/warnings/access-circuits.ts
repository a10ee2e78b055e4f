import type { Deployment, Link } from "../deployment";
import type { Finding } from "../fault";
import { UNKNOWN } from "../link-ways";

/** What a circuit does not say of itself counts against it: its route as shared, its encryption as none. */
export function accessCircuitWarnings({ links }: Deployment): readonly Finding[] {
  return links.flatMap(({ name, accessCircuit }, index) => {
    const at = (key: string): Pick<Finding, "path" | "at"> => ({ path: ["links", index, "accessCircuit", key], at: "value" });
    return [
      ...wayWarnings(name, accessCircuit).map(({ key, ...rest }) => ({ ...at(key), ...rest })),
      ...encryptionWarnings(name, accessCircuit).map((rest) => ({ ...at("endToEndEncryption"), ...rest })),
      ...(accessCircuit.quote === undefined
        ? [quoteWarning(name, index)]
        : standInWarnings(name, accessCircuit.quote).map((rest) => ({ ...at("quote"), ...rest }))),
    ];
  });
}

type Circuit = Link["accessCircuit"];

/** Without a route, nobody asks for its ducts. */
function wayWarnings(name: string, { route, ducts, buildingEntry }: Circuit) {
  const mend = "Ask the carrier for a map of the route with its ducts and building entries, and write them down.";
  if (route === UNKNOWN) {
    return [
      {
        key: "route",
        what: `Nobody knows which way the circuit of ${name} takes.`,
        allowed: "A named route. An unknown one counts as shared with every other: one digger may cut them all.",
        mend,
      },
    ];
  }
  const allowed = "Ducts and a building entry by name: what two circuits share fails for both.";
  return [
    ...(ducts.length === 0 ? [{ key: "ducts", what: `Nobody knows the ducts of ${name}.`, allowed, mend }] : []),
    ...(buildingEntry === UNKNOWN
      ? [{ key: "buildingEntry", what: `Nobody knows where ${name} enters its building.`, allowed, mend }]
      : []),
  ];
}

function encryptionWarnings(name: string, { endToEndEncryption }: Circuit) {
  if (endToEndEncryption.by !== UNKNOWN) return [];
  return [
    {
      what: `Nobody says what encrypts the circuit of ${name} from end to end.`,
      allowed: "macsec, ipsec, tls or none. MACsec at AWS's port covers the hop to the first device only.",
      mend: "Find out where the encryption starts and ends, and write what it is.",
    },
  ];
}

function quoteWarning(name: string, index: number): Finding {
  return {
    path: ["links", index, "accessCircuit"],
    at: "key",
    what: `No carrier has offered the circuit of ${name} yet: its price, its delay and its lead time are unknown.`,
    allowed: "A `quote` with price, lead time, round trip, source and month.",
    mend: "Ask the carrier, and write down the offer.",
  };
}

/** A number from elsewhere is better than none, and no offer. */
function standInWarnings(name: string, { standIn, source, asOf }: NonNullable<Circuit["quote"]>) {
  if (standIn === undefined) return [];
  return [
    {
      what: `No carrier has offered the circuit of ${name} yet: ${standIn.owner} takes its numbers from elsewhere (${source}, ${asOf}).`,
      allowed: "A carrier's offer for this circuit, with its source and month, and without `standIn`.",
      mend: "Ask the carrier, and write down the offer.",
    },
  ];
}

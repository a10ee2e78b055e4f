import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { type Deployment, deploymentSchema } from "../config/deployment";
import { readDeployment } from "../config/read-deployment";
import { builtFindings } from "../design/limits/limits";

/** Deployments that differ in where they are, how much they carry, who is outside and what passes; all of them sound. */
export const randomDeployments: fc.Arbitrary<Deployment> = fc
  .record({
    market: fc.constantFrom("sweden", "united-kingdom", "canada", "australia", "hong-kong", "south-korea"),
    swapped: fc.boolean(),
    spaces: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 2 }),
    mask: fc.constantFrom(16, 17),
    zones: fc.constantFrom(2, 3),
    asns: fc.uniqueArray(fc.integer({ min: 64_600, max: 64_999 }), { minLength: 4, maxLength: 4 }),
    cells: fc.integer({ min: 1, max: 3 }),
    participants: fc.integer({ min: 0, max: 5 }),
    partners: fc.uniqueArray(fc.constantFrom(80, 443, 5432, 8081, 8443), { maxLength: 3 }),
    between: fc.constantFrom("both", "neither"),
    keysAwaited: fc.subarray([0, 1, 2, 3]),
    state: fc.constantFrom("local", "s3"),
    cardData: fc.constantFrom("none", "token", "pan"),
    guardrails: fc.constantFrom("here", "managedElsewhere"),
  })
  .map(deploymentOf);

interface Draw {
  readonly market: string;
  readonly swapped: boolean;
  readonly spaces: readonly number[];
  readonly mask: number;
  readonly zones: number;
  readonly asns: readonly number[];
  readonly cells: number;
  readonly participants: number;
  readonly partners: readonly number[];
  readonly between: "both" | "neither";
  /** Places of the links without a MACsec key. */
  readonly keysAwaited: readonly number[];
  readonly state: "local" | "s3";
  readonly cardData: "none" | "token" | "pan";
  readonly guardrails: "here" | "managedElsewhere";
}

function deploymentOf(draw: Draw): Deployment {
  const market = deploymentSchema.parse(parse(readFileSync(join(__dirname, `../config/deployments/${draw.market}.yaml`), "utf8")));
  const { partners, between } = draw;
  const drawn = {
    ...market,
    ...placed(market, draw),
    ...carrying(market, draw),
    ledger: ledgerIn(market, draw),
    parties: {
      ...market.parties,
      ...Object.fromEntries(partners.map((port) => [`partner${port}`, partner(port)])),
    },
    flows: [
      ...market.flows.filter(({ from, to }) => between === "both" || (from !== "twin" && to !== "twin" && from !== "twinFront")),
      ...partners.map(
        (port) =>
          ({ name: `to-${port}`, from: "paymentService", to: `partner${port}`, protocol: "tcp", port, purpose: "Ask a partner" }) as const,
      ),
    ],
    links: market.links.map(({ macsecSecretArn, ...link }, place) =>
      draw.keysAwaited.includes(place) || macsecSecretArn === undefined ? link : { ...link, macsecSecretArn },
    ),
    state: { kind: draw.state },
    cardData: draw.cardData,
    ...withoutFiles(market),
  };
  return sound(drawn);
}

/** The market's files would not pass what a lost zone leaves of two. */
function withoutFiles({ linkTraffic }: Deployment): Pick<Deployment, "linkTraffic"> {
  if (linkTraffic === undefined) return {};
  const { other: _other, ...payments } = linkTraffic;
  return { linkTraffic: payments };
}

/** The market's sites, perhaps the other way round, with addresses and numbers of their own. */
function placed({ sites: { a, b }, guardrails }: Deployment, draw: Draw): Pick<Deployment, "sites" | "guardrails"> {
  const [first, second] = draw.swapped ? [b, a] : [a, b];
  const site = (from: typeof a, place: 0 | 1): typeof a => {
    const space = `10.${16 + 2 * (draw.spaces[place] ?? 0)}.0.0/${draw.mask}`;
    return {
      ...from,
      zones: from.zones.slice(0, draw.zones),
      addressSpace: space,
      advertisedPrefixes: [space],
      transitGatewayAsn: draw.asns[2 * place] ?? 0,
      directConnectGatewayAsn: draw.asns[2 * place + 1] ?? 0,
    };
  };
  const places = Object.keys(guardrails).map((guardrail) => [guardrail, draw.guardrails]);
  return { sites: { a: site(first, 0), b: site(second, 1) }, guardrails: { ...guardrails, ...Object.fromEntries(places) } };
}

/** An instance in every zone, and either site's member may take the writes. */
function ledgerIn({ ledger }: Deployment, { zones, swapped }: Draw): Deployment["ledger"] {
  return ledger.engine === "auroraGlobal" ? { ...ledger, instancesPerMember: zones, primary: swapped ? "b" : "a" } : ledger;
}

function carrying({ capacity }: Deployment, { cells, participants }: Draw): Pick<Deployment, "capacity" | "participants"> {
  const perCell = 20_000;
  const raisedQuotas = { fargateVcpus: 10_000, reservedCapacityUnits: 100_000, targetsPerApplicationLoadBalancer: 5000 };
  return {
    capacity: {
      ...capacity,
      peakPaymentsPerSecond: perCell * cells,
      cell: { ...capacity.cell, paymentsPerSecond: perCell },
      raisedQuotas: { ...capacity.raisedQuotas, ...raisedQuotas },
    },
    participants: Array.from({ length: participants }, (_, nth) => ({ name: `bank-${nth}`, cell: 1 + (nth % cells) })),
  };
}

function partner(port: number): Deployment["parties"][string] {
  return { reachedOver: "internet", prefixes: [`203.0.${Math.floor(port / 256)}.${port % 256}/32`], names: [`partner-${port}.example`] };
}

/** What is drawn must be what a file may say; anything else is a mistake of this file. */
function sound(deployment: Deployment): Deployment {
  const reading = readDeployment(Buffer.from(stringify(deployment)), "random.yaml", builtFindings);
  if (reading.kind === "sound") return reading.deployment;
  throw new Error(reading.faults.map(({ path, what, mend }) => `${path}: ${what} ${mend}`).join("\n"));
}

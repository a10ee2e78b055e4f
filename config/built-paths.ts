import type { Draft } from "./draft";
import type { Listener } from "./sections/flow";
import { givenOutsideParties, type InsideParty, insideParties } from "./sections/parties";

/** What an end of a flow is, as far as it decides whether a way to it is built. */
export type EndKind = InsideParty | (typeof givenOutsideParties)[number] | "directConnectParty" | "internetParty";

export interface BuiltPath {
  readonly from: EndKind;
  readonly to: EndKind;
  readonly protocols: readonly ("tcp" | "udp")[];
  readonly port: number | "any";
  /** What a load balancer there may listen for; none, where the way ends at none. */
  readonly listeners: readonly Listener[];
}

const anyPort = { protocols: ["tcp", "udp"], port: "any", listeners: [] } as const;
const anyTcpPort = { ...anyPort, protocols: ["tcp"] } as const;

/** Every way that has routes, rules and firewall policy. A flow over any other would be a promise only. */
export const builtPaths: readonly BuiltPath[] = [
  { from: "internet", to: "internetFront", ...anyTcpPort, listeners: ["api", "mutualTls"] },
  { from: "healthCheckers", to: "internetFront", ...anyTcpPort, listeners: ["health"] },
  { from: "internetFront", to: "paymentService", ...anyTcpPort },
  { from: "directConnectParty", to: "privateFront", ...anyTcpPort, listeners: ["privateLine"] },
  { from: "directConnectParty", to: "resolver", ...anyPort, port: 53 },
  { from: "privateFront", to: "privateFront", ...anyTcpPort },
  { from: "privateFront", to: "paymentService", ...anyTcpPort },
  { from: "paymentService", to: "ledger", ...anyTcpPort },
  { from: "paymentService", to: "awsServices", ...anyTcpPort, port: 443 },
  { from: "paymentService", to: "directConnectParty", ...anyPort },
  { from: "paymentService", to: "internetParty", ...anyTcpPort },
  { from: "paymentService", to: "twin", ...anyTcpPort },
  { from: "twin", to: "twinFront", ...anyTcpPort, listeners: ["reconciliation"] },
  { from: "twinFront", to: "paymentService", ...anyTcpPort },
];

/** Names that flows may use, whatever the deployment declares. */
export const givenParties: readonly string[] = [...insideParties, ...givenOutsideParties];

export function knownParties(draft: Draft): readonly string[] {
  return [...new Set([...givenParties, ...Object.keys(draft.parties ?? {})])];
}

/** None where the name is unknown, or how the party is reached has a fault of its own. */
export function endKind(draft: Draft, name: string | undefined): EndKind | undefined {
  const given = [...insideParties, ...givenOutsideParties].find((party) => party === name);
  if (given !== undefined || name === undefined || draft.parties === undefined) return given;
  if (!Object.hasOwn(draft.parties, name)) return undefined;
  switch (draft.parties[name]?.reachedOver) {
    case "directConnect":
      return "directConnectParty";
    case "internet":
      return "internetParty";
    case undefined:
      return undefined;
  }
}

export function pathWords({ from, to, protocols, port }: BuiltPath): string {
  const limits = [protocols.length === 1 ? protocols[0] : "", port === "any" ? "" : `port ${port}`].filter((limit) => limit !== "");
  return `${endWords(from)} to ${endWords(to)}${limits.length > 0 ? ` (${limits.join(" ")})` : ""}`;
}

export function endWords(kind: EndKind): string {
  switch (kind) {
    case "directConnectParty":
      return "a party over directConnect";
    case "internetParty":
      return "a party over the internet";
    default:
      return kind;
  }
}

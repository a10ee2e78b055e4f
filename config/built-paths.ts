import { givenOutsideParties, type InsideParty, insideParties } from "./deployment";
import type { Draft } from "./draft";

/** What an end of a flow is, as far as it decides whether a way to it is built. */
export type EndKind = InsideParty | (typeof givenOutsideParties)[number] | "directConnectParty" | "internetParty";

export interface BuiltPath {
  readonly from: EndKind;
  readonly to: EndKind;
  readonly protocols: readonly ("tcp" | "udp")[];
  readonly port: number | "any";
}

const anyPort = { protocols: ["tcp", "udp"], port: "any" } as const;

/** Every way that has routes, rules and firewall policy. A flow over any other would be a promise only. */
export const builtPaths: readonly BuiltPath[] = [
  { from: "internet", to: "internetFront", ...anyPort },
  { from: "internetFront", to: "paymentService", ...anyPort },
  { from: "directConnectParty", to: "privateFront", ...anyPort },
  { from: "directConnectParty", to: "resolver", protocols: ["tcp", "udp"], port: 53 },
  { from: "privateFront", to: "paymentService", ...anyPort },
  { from: "paymentService", to: "ledger", ...anyPort },
  { from: "paymentService", to: "awsServices", protocols: ["tcp"], port: 443 },
  { from: "paymentService", to: "directConnectParty", ...anyPort },
  { from: "paymentService", to: "internetParty", protocols: ["tcp"], port: "any" },
  { from: "paymentService", to: "twin", ...anyPort },
  { from: "twin", to: "paymentService", ...anyPort },
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

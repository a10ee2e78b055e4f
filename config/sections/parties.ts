import { z } from "zod";
import { addressRange, hostName } from "./fields";

/** Who takes part in flows: inside a site, outside in every deployment, and outside as declared. */

export const outsideParty = z.strictObject({
  reachedOver: z.enum(["directConnect", "internet"]).meta({ description: "How its traffic comes and goes.", examples: ["directConnect"] }),
  prefixes: z
    .array(addressRange)
    .min(1)
    .max(100)
    .meta({
      description: "Its addresses. A private line's BGP session takes 100 routes and goes down with more.",
      examples: [["10.200.0.0/16"]],
    }),
  names: z
    .array(hostName)
    .min(1)
    .max(100)
    .optional()
    .meta({
      description: "For a party over the internet, and only there: the host names that may be looked up to reach it.",
      examples: [["api.partner.example"]],
    }),
});

/** Parties inside a site, in the order of a payment's way through it. */
export const insideParties = ["internetFront", "privateFront", "twinFront", "paymentService", "ledger", "resolver", "awsServices"] as const;
/** Parties outside that every deployment has. */
export const givenOutsideParties = ["internet", "healthCheckers", "twin"] as const;

export const MOST_PARTIES = 60;

export function fewParties(parties: object): boolean {
  return Object.keys(parties).length <= MOST_PARTIES;
}

export type InsideParty = (typeof insideParties)[number];

import { z } from "zod";
import { type CircuitKind, circuitKindNames, circuitKinds } from "../../facts/circuit-kinds";
import { directConnectLocations, portSpeeds } from "../../facts/direct-connect-locations";
import { addressRange, circuitName, customerAsn, linkName, macsecSecretArn, month, quoteSource, tagValue, vlan } from "./fields";

/** A Direct Connect port with its session to each site, and the circuit that leads to it. */

const perSite = <T extends z.ZodType>(field: T, description: string) => z.strictObject({ a: field, b: field }).meta({ description });

const bgpRange = addressRange.meta({
  description: "A /30 or /31 within 169.254.0.0/16 that no other session has: the router's address, then AWS's.",
  examples: ["169.254.100.0/30"],
});

const days = (description: string, example: number) =>
  z
    .int()
    .min(0)
    .max(1000)
    .meta({ description, examples: [example] });

const quote = z.strictObject({
  usdPerMonth: z
    .number()
    .positive()
    .max(100_000_000)
    .meta({ description: "US dollars a month.", examples: [25_000] }),
  leadTimeDays: z
    .strictObject({ from: days("Days, at best.", 15), to: days("Days, at worst.", 30) })
    .meta({ description: "From order to delivery." }),
  roundTripMs: z
    .number()
    .positive()
    .max(1000)
    .meta({ description: "Milliseconds there and back, at most.", examples: [1] }),
  source: quoteSource,
  asOf: month,
});

const standIn = z
  .strictObject({ owner: tagValue("Who answers for it until a carrier has offered.", "payments-platform") })
  .meta({ description: "The numbers are those of circuits elsewhere: no carrier has offered this one. Leave it out once one has." });

function withProduct(kind: CircuitKind): string {
  const { product } = circuitKinds[kind];
  return product === "none" ? kind : `${kind} (${product})`;
}

const accessCircuit = z.strictObject({
  kind: z.enum(circuitKindNames).meta({
    description: `${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(circuitKindNames.map(withProduct))}.`,
    examples: ["darkFibre"],
  }),
  dataCentre: circuitName("The data centre that it starts in: that one's loss cuts it.", "stockholm-1"),
  carrier: tagValue("Whose circuit it is; a tag on the port.", "Example Fibre"),
  route: circuitName("The physical route, or unknown: an unknown route counts as shared with every other.", "north-ring"),
  ducts: z
    .array(circuitName("A duct, bridge or tunnel.", "duct-north-1"))
    .max(8)
    .meta({ description: "Ducts, bridges and tunnels on its way; none where they are not known.", examples: [["duct-north-1"]] }),
  buildingEntry: circuitName("Where it enters the data centre, or unknown.", "north-entry"),
  endToEndEncryption: z
    .strictObject({
      by: z.enum(["macsec", "ipsec", "tls", "none", "unknown"]).meta({
        description: "From the data centre to AWS. MACsec covers one hop: over a carrier's Ethernet it ends at the carrier's first device.",
        examples: ["macsec"],
      }),
    })
    .meta({ description: "What encrypts the whole way." }),
  quote: quote
    .extend({ standIn: standIn.optional() })
    .optional()
    .meta({ description: "The carrier's offer. No price list has it; leave it out until there is one." }),
});

/** What a carrier offered: nothing stands in for it. */
export const offeredQuote = quote;

export const link = z
  .strictObject({
    name: linkName,
    dxLocation: z.enum(directConnectLocations.map(({ code }) => code)).meta({
      description: "A Direct Connect location that facts/direct-connect-locations.ts has; another one is added there first.",
      examples: ["EQSK1"],
    }),
    speed: z
      .enum(portSpeeds)
      .meta({ description: "The port's speed, as AWS spells it. It cannot be changed later.", examples: ["100Gbps"] }),
    device: z.enum(["1", "2"]).meta({
      description: "Which of the location's devices: links with different numbers must end on different ones. In quotes.",
      examples: ["1"],
    }),
    customerAsn,
    macsec: z.enum(["required", "notUsed"]).meta({
      description: "Encryption of the hop between router and port. It is asked for with the order, and cannot be added later.",
      examples: ["required"],
    }),
    macsecSecretArn: macsecSecretArn.optional(),
    vlan: perSite(vlan, "The VLAN of the session to each site."),
    bgpRange: perSite(bgpRange, "The addresses of the session to each site."),
    accessCircuit: accessCircuit.meta({ description: "The line between a data centre and the port. AWS does not sell it." }),
  })
  .meta({ description: "One private line: a Direct Connect port, its sessions, and the circuit to it." });

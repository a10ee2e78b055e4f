import { z } from "zod";
import type { Json } from "./json";

/**
 * What the judge accepts in the output `twinsite_evidence`: facts about the design that the rest of
 * the Terraform cannot say. Stated here anew, so that whoever wrote the template is free to change.
 */

const port = z.number().int().min(1).max(65_535);

const permittedDifference = z.object({ name: z.string().min(1), value: z.string(), reason: z.string().min(1) });

const endpointActions = z.object({
  service: z.string(),
  kind: z.enum(["interface", "gateway"]),
  actions: z.array(z.string()),
});

const flowEnd = z.object({
  party: z.string(),
  place: z.enum(["inside", "directConnect", "internet", "twin"]),
  prefixes: z.array(z.cidrv4()).min(1),
  segment: z.string().optional(),
  /** Names by which a party on the internet is called. */
  names: z.array(z.string()).optional(),
  actions: z.array(endpointActions).optional(),
});

const permittedFlow = z.object({
  name: z.string(),
  from: flowEnd,
  to: flowEnd,
  protocol: z.enum(["tcp", "udp"]),
  port,
  /** Ports that the side which connects uses, and so the ports that replies go to. */
  clientPorts: z.object({ from: port, to: port }),
  /** What a load balancer at its end listens for. */
  listener: z.enum(["api", "mutualTls", "health", "privateLine", "reconciliation"]).optional(),
  purpose: z.string(),
});

const clientName = z.object({ zone: z.enum(["public", "private"]), name: z.string() });

/** Where data may be: countries in ISO 3166-1's two letters, by class of data. */
const residency = z.object({
  market: z.string(),
  paymentData: z.array(z.string()),
  ledgerLog: z.array(z.string()),
  operations: z.array(z.string()),
  /** Whether the owner answers for what leaves AWS, such as alarms to mailboxes, whose place no template tells. */
  outsideAws: z.enum(["accepted", "undecided"]),
});

/** A finding that the owner accepts, for a reason and until a day. */
const acknowledgement = z.object({
  finding: z.string().min(1),
  reason: z.string().min(1),
  owner: z.string().min(1),
  expires: z.iso.date(),
});

/** What a stack is for. */
const stackRole = z.enum([
  "bootstrap",
  "guardrailsAccount",
  "guardrailsRegion",
  "names",
  "site",
  "shared",
  "interconnect",
  "ports",
  "links",
  "ledgerMember",
  "ledgerDoor",
  "ledger",
  "cell",
  "traffic",
]);

const evidenceSchema = z.object({
  schemaVersion: z.literal(1),
  deployment: z.string(),
  stack: z.string(),
  /** Absent where the output is older than roles, or not ours: then nobody knows what the stack is for. */
  role: stackRole.optional(),
  /** Absent, or null, in a stack of both sites. */
  site: z.string().nullish(),
  /** Absent, or null, in a stack of no cell. */
  cell: z.string().nullish(),
  permittedFlows: z.array(permittedFlow),
  permittedDifferences: z.array(permittedDifference),
  /** What the whole peak on a site needs of rates that AWS limits; in that site's own stack. */
  rateNeeds: z.array(z.object({ rate: z.string(), needed: z.number().min(0) })).optional(),
  /** Names that clients are told, in the stack that answers them. */
  clientNames: z.array(clientName).optional(),
  /** Absent, or null, where nothing is promised. */
  residency: residency.nullish(),
  acknowledgements: z.array(acknowledgement).optional(),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type StackRole = z.infer<typeof stackRole>;
export type PermittedDifference = z.infer<typeof permittedDifference>;
export type Residency = z.infer<typeof residency>;
export type PermittedFlow = z.infer<typeof permittedFlow>;
export type FlowEnd = z.infer<typeof flowEnd>;
export type EndpointActions = z.infer<typeof endpointActions>;

/** Evidence can be missing or strange in a template that someone else wrote: then little can be determined. */
export type EvidenceReading =
  | { readonly kind: "read"; readonly evidence: Evidence }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly why: string };

export function readEvidence(value: Json | undefined): EvidenceReading {
  if (value === undefined) return { kind: "missing" };
  const reading = evidenceSchema.safeParse(value);
  if (reading.success) return { kind: "read", evidence: reading.data };
  return { kind: "unreadable", why: reading.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ") };
}

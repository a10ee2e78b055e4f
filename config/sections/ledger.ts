import { z } from "zod";
import { month, region, tagValue } from "./fields";
import { dsqlOneRegion } from "./ledger-one-region";

const dsql = z.strictObject({
  engine: z.literal("dsql").meta({
    description: "dsql: Aurora DSQL, a member at each site and a witness that breaks ties; no confirmed payment is lost.",
    examples: ["dsql"],
  }),
  witnessRegion: region("It keeps the ledger's log, encrypted, and no table: a third Region of both sites' set.", "eu-west-1"),
});

const auroraGlobal = z.strictObject({
  engine: z.literal("auroraGlobal").meta({
    description:
      "auroraGlobal: Aurora Global Database, a primary and a copy that follows it; what is not copied yet is lost with the primary's site.",
    examples: ["auroraGlobal"],
  }),
  primary: z.enum(["a", "b"]).meta({
    description: "The site whose member takes the writes. After a promotion: the other one (docs/runbooks/promote-ledger.md).",
    examples: ["a"],
  }),
  engineVersion: z
    .string()
    .regex(/^\d{2}\.\d{1,2}$/)
    .meta({
      description: "Version of Aurora PostgreSQL, in quotes. Both members have the same, or none can be promoted.",
      examples: ["16.8"],
    }),
  instanceClass: z
    .string()
    .regex(/^db\.[a-z0-9]{2,6}\.[a-z0-9]{5,9}$/)
    .meta({ description: "Of every instance of both members: each carries the whole peak.", examples: ["db.r7g.4xlarge"] }),
  instancesPerMember: z
    .int()
    .min(2)
    .max(6)
    .meta({ description: "Instances of a member, each in a zone of its own.", examples: [3] }),
  promotion: z
    .strictObject({
      minutes: z
        .int()
        .min(1)
        .max(1440)
        .meta({
          description: "From the loss of the primary's site until the other member takes writes, people's decision included.",
          examples: [30],
        }),
      owner: tagValue("Who answers for the assumption until a rehearsal has measured it.", "payments-platform"),
      asOf: month,
    })
    .meta({ description: "How long a promotion is taken to last. Names and lines fail over by themselves; this ledger does not." }),
});

/** Where the payments are written down. */
export const ledger = z
  .discriminatedUnion("engine", [dsql, dsqlOneRegion, auroraGlobal])
  .meta({ description: "The ledger of every cell." });

export type Ledger = z.infer<typeof ledger>;
export type GlobalLedger = Extract<Ledger, { engine: "auroraGlobal" }>;

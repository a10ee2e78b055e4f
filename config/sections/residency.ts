import { z } from "zod";
import { markets } from "../../facts/market-rules";

/** Where data may be: what the owner promises, whatever more the law allows. */

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: "A country as ISO 3166-1 writes it: two capitals.", examples: ["SE"] });

const countries = (what: string, example: readonly string[]) =>
  z
    .array(country)
    .min(1)
    .max(60)
    .meta({ description: `Countries (ISO 3166-1, two capitals) where ${what} may rest or pass.`, examples: [[...example]] });

/** @default - no promise: nothing is refused, and `show borders` tells the places and judges none */
export const residency = z
  .strictObject({
    market: z.enum(markets).meta({ description: "The country whose rules bind the payments.", examples: ["SE"] }),
    paymentData: countries("payments, their backups and the keys to both", ["DE", "SE"]),
    ledgerLog: countries("the ledger's log, which a witness keeps too,", ["DE", "IE", "SE"]),
    operations: countries("Terraform's state, trails, alarms and the logs of network and DNS", ["DE", "IE", "SE", "US"]),
    outsideAws: z.enum(["accepted", "undecided"]).meta({
      description:
        "Alarms go to mailboxes and pagers, and some state lies in files: where those are, no template tells. accepted: the owner answers for it. " +
        "undecided: it cannot be told, and such an output is not deployed.",
      examples: ["accepted"],
    }),
  })
  .meta({ description: "Where data may be. Leave it out to promise nothing." });

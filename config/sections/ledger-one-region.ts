import { z } from "zod";

/**
 * Strict: a replica or a witness in another Region has no key to be written under, so where data may
 * not leave the country, nobody can send it out by a ledger.
 */
export const dsqlOneRegion = z.strictObject({
  engine: z.literal("dsqlOneRegion").meta({
    description:
      "dsqlOneRegion: Aurora DSQL in the one Region of both sites, for a country that data may not leave. No confirmed payment is lost with a zone; the Region is a common cause of both sites.",
    examples: ["dsqlOneRegion"],
  }),
});

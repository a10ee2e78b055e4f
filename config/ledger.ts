import { z } from "zod";
import { region } from "./fields";
import { dsqlOneRegion } from "./ledger-one-region";

const dsql = z.strictObject({
  engine: z.literal("dsql").meta({
    description: "dsql: Aurora DSQL, a member at each site and a witness that breaks ties; no confirmed payment is lost.",
    examples: ["dsql"],
  }),
  witnessRegion: region("It keeps the ledger's log, encrypted, and no table: a third Region of both sites' set.", "eu-west-1"),
});

/** Where the payments are written down. */
export const ledger = z.discriminatedUnion("engine", [dsql, dsqlOneRegion]).meta({ description: "The ledger of every cell." });

import { z } from "zod";
import { month, quoteSource, tagValue } from "./fields";

/** What a number rests on: a measurement, or an assumption that somebody owns. */
export const basis = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("measured"), source: quoteSource, asOf: month }),
    z.strictObject({ kind: z.literal("assumed"), owner: tagValue("Who answers for the assumption.", "payments-platform"), asOf: month }),
  ])
  .meta({ description: "What the number rests on: measured, with source and month, or assumed, with its owner and month." });

import { z } from "zod";
import { basis } from "./basis";
import { month } from "./fields";

/** What the private lines carry at the peak and how it grows: what orders are planned with. */

export const linkTraffic = z
  .strictObject({
    asOf: month,
    payment: z
      .strictObject({
        bytes: z
          .int()
          .min(1)
          .max(10_000_000)
          .meta({ description: "Bytes on all lines together, in the busier direction.", examples: [10_000] }),
        basis,
      })
      .meta({ description: "What one payment puts on the lines: its messages, settlement, PIN translation and what wraps them." }),
    other: z
      .strictObject({
        gbps: z
          .number()
          .min(0)
          .max(100_000)
          .meta({ description: "Gbit/s at the same peak, in the busier direction.", examples: [20] }),
        basis,
      })
      .optional()
      .meta({ description: "What else they carry at the peak, such as journals and files. Nothing, where it is left out." }),
    growthPercentPerYear: z
      .number()
      .min(0)
      .max(300)
      .meta({ description: "How much more the lines carry a year later.", examples: [25] }),
  })
  .meta({ description: "The peak on the private lines in one month, and its growth. Without it no headroom can be told." });

import { z } from "zod";

/** Findings that the owner accepts. Each stands in every report all the same, with who accepted it. */

export const acknowledgement = z
  .strictObject({
    finding: z
      .string()
      .regex(/^[a-z][a-z ]{1,30}:[\w.-]{1,64}:[\x20-\x7e]{1,400}$/)
      .meta({
        description: "The finding's id, as `npx twinsite judge` prints it: judgement, stack, address and attribute, with colons between.",
        examples: ["hygiene:names:aws_acm_certificate.public"],
      }),
    reason: z
      .string()
      .regex(/^[\p{L}\p{N}][^\p{C}]{9,399}$/u)
      .meta({
        description: "Why it is accepted, in 10 to 400 characters, a letter or digit first.",
        examples: ["The landing zone tags it; seen in change 4711"],
      }),
    owner: z
      .string()
      .regex(/^[\p{L}\p{N}][^\p{C}]{1,127}$/u)
      .meta({
        description: "Who answers for it, in 2 to 128 characters, a letter or digit first.",
        examples: ["head of payments platform"],
      }),
    expires: z.iso.date().meta({ description: "The last day that it holds, as year-month-day.", examples: ["2027-06-30"] }),
  })
  .meta({ description: "A finding that is accepted for a reason and until a day." });

import { z } from "zod";

/** How an alarm reaches a person. */

const onCallByPost = z.strictObject({
  protocol: z.literal("https"),
  endpoint: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .regex(/^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?([/?#][A-Za-z0-9\-._~!$&'()*+,;=:@%/?#]*)?$/)
    .max(512)
    .meta({
      description: "An https address with a host name, which Amazon SNS posts alarms to.",
      examples: ["https://events.pager.example/integration/payments"],
    }),
});
const onCallByMail = z.strictObject({
  protocol: z.literal("email"),
  endpoint: z
    .email()
    .max(254)
    .meta({ description: "A mail address.", examples: ["payments-on-call@bank.example"] }),
});
export const onCall = z
  .discriminatedUnion("protocol", [onCallByPost, onCallByMail])
  .meta({ description: "Somebody on call: protocol, https or email, and endpoint." });

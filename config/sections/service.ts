import { z } from "zod";
import { healthPath, imageDigest, objectName, participantName } from "./fields";

/** The payment service: what runs, how it says that it is well, whom it trusts, whom it serves where. */
export const service = z
  .strictObject({
    imageDigest,
    health: z
      .strictObject({
        ready: healthPath("A task answers 200 when it can take requests; the load balancers ask it.", "/health/ready"),
        deep: healthPath("A task answers 200 when payments go through it, ledger included; Route 53's checkers ask it.", "/health/deep"),
      })
      .meta({ description: "The service's own answers on its health." }),
    trustBundle: objectName.optional(),
  })
  .meta({ description: "The payment service." });

export const participant = z
  .strictObject({
    name: participantName,
    cell: z
      .int()
      .min(1)
      .max(99)
      .meta({ description: "The cell that serves it, from 1.", examples: [1] }),
  })
  .meta({ description: "A participant with a name of its own, which leads it to its cell." });

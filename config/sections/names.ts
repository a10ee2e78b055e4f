import { z } from "zod";
import { hostName } from "./fields";

/** The names under which clients find the service. */
export const names = z
  .strictObject({
    zone: hostName.meta({
      description:
        "The public zone that the deployment makes. Whoever holds the name above it delegates it: docs/runbooks/first-deployment.md.",
      examples: ["pay.bank.example"],
    }),
    privateZone: hostName.meta({
      description: "The zone that private lines are answered from: one label below `zone`, so that one certificate covers both.",
      examples: ["line.pay.bank.example"],
    }),
  })
  .meta({ description: "The names under which clients find the service." });

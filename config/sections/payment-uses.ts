import { z } from "zod";
import { basis } from "./basis";

/** What a payment, and a task beside its payments, use of what AWS limits by rate. */

const counted = (most: number, description: string, example: number) =>
  z
    .strictObject({
      count: z
        .number()
        .min(0)
        .max(most)
        .meta({ description, examples: [example] }),
      basis,
    })
    .meta({ description });

export const perPayment = z
  .strictObject({
    kmsCalls: counted(100, "Calls of KMS's cryptographic operations with symmetric and HMAC keys, retries included.", 2),
    pinCalls: counted(100, "Data plane calls of AWS Payment Cryptography; none, where `pinHsm` is another.", 0.3),
    secretReads: counted(100, "Reads of Secrets Manager: none, where a task keeps what it read when it started.", 0),
    logBytes: counted(1_000_000, "Bytes that the service prints to its log, over all lines of a payment.", 600),
    ledgerBytes: counted(10_000_000, "Bytes between the service and the ledger, in both directions together.", 6000),
    firewallBytes: counted(
      10_000_000,
      "Bytes through the site's firewall, in both directions together: to load balancers, tasks, clearing and HSMs.",
      40_000,
    ),
    linePackets: counted(100_000, "Packets through the transit gateway, in the busier direction.", 20),
    nameQueries: counted(
      100,
      "Look-ups by participants on private lines at the site's resolver. A client that keeps its connections asks seldom.",
      0.01,
    ),
  })
  .optional()
  .meta({
    description:
      "What one payment uses of AWS, on average at the peak. Without it, the rates that AWS limits cannot be held against the peak.",
  });

export const perTask = z
  .strictObject({
    ledgerConnections: counted(10_000, "Connections to the ledger that a task's pool keeps open.", 20),
    metricCallsPerMinute: counted(60_000, "PutMetricData calls of a task in a minute.", 1),
    ownPacketsPerSecond: counted(
      100_000,
      "Packets of a task to its network's resolver and to the time and metadata services, in a second.",
      20,
    ),
  })
  .optional()
  .meta({ description: "What one task uses of AWS, whatever it carries. Without it, the rates that tasks use up cannot be reckoned." });

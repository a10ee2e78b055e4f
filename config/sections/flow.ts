import { z } from "zod";
import { awsServices } from "../../facts/endpoint-services";
import { flowName, flowPurpose, port } from "./fields";
import { givenOutsideParties, insideParties } from "./parties";

/** A flow that may pass from one party to another; all else may not. */

/** What load balancers listen for, each for a purpose of its own. */
const listeners = ["api", "mutualTls", "health", "privateLine", "reconciliation"] as const;

const endOfFlow = (end: string, example: string) =>
  z.string().meta({
    description: `The party where the flow ${end}: ${[...insideParties, ...givenOutsideParties].join(", ")}, or one of \`parties\`.`,
    examples: [example],
  });

export const flow = z
  .strictObject({
    name: flowName,
    from: endOfFlow("starts", "participants"),
    to: endOfFlow("ends", "privateFront"),
    protocol: z.enum(["tcp", "udp"]).meta({ description: "Its transport.", examples: ["tcp"] }),
    port,
    services: z
      .array(z.enum(awsServices))
      .min(1)
      .optional()
      .meta({
        description: "For a flow to awsServices, and only there: the services that it may call.",
        examples: [["kms", "logs"]],
      }),
    listener: z
      .enum(listeners)
      .optional()
      .meta({
        description:
          "For a flow from outside to internetFront, privateFront or twinFront, and only there: what listens. api: the public interface, mutualTls: participants with certificates, health: Route 53's checkers, privateLine: private lines, reconciliation: the other site.",
        examples: ["api"],
      }),
    purpose: flowPurpose,
  })
  .meta({ description: "One permitted flow." });

export type Listener = (typeof listeners)[number];

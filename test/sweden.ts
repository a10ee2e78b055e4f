import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Deployment, deploymentSchema } from "../config/deployment";

/** The sample deployment, fresh for each caller. */
export function sweden(): Deployment {
  return deploymentSchema.parse(parse(readFileSync(join(__dirname, "../config/deployments/sweden.yaml"), "utf8")));
}

/** Sweden with one outside party more on the internet, that the payment service calls: the case that needs NAT. */
export function swedenWithInternetPartner(): Deployment {
  const deployment = sweden();
  return {
    ...deployment,
    parties: {
      ...deployment.parties,
      fraudScoring: { reachedOver: "internet", prefixes: ["198.51.100.0/24"], names: ["api.scoring.example"] },
    },
    flows: [
      ...deployment.flows,
      {
        name: "service-to-fraud-scoring",
        from: "paymentService",
        to: "fraudScoring",
        protocol: "tcp",
        port: 443,
        purpose: "Ask the scoring partner",
      },
    ],
  };
}

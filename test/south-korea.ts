import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Deployment, deploymentSchema } from "../config/deployment";

export const southKoreaText = readFileSync(join(__dirname, "../config/deployments/south-korea.yaml"), "utf8");

/** The deployment with both sites in one Region, fresh for each caller. */
export function southKorea(): Deployment {
  return deploymentSchema.parse(parse(southKoreaText));
}

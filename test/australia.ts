import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Deployment, deploymentSchema } from "../config/deployment";

/** The deployment whose ledger is a copy of another, fresh for each caller. */
export function australia(): Deployment {
  return deploymentSchema.parse(parse(readFileSync(join(__dirname, "../config/deployments/australia.yaml"), "utf8")));
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Deployment, deploymentSchema } from "../config/deployment";

const folder = join(__dirname, "../config/deployments");

/** Every deployment that comes with the project, under the name of its file. */
export const everyDeployment: readonly (readonly [name: string, deployment: Deployment])[] = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file.replace(".yaml", ""), deploymentSchema.parse(parse(readFileSync(join(folder, file), "utf8")))]);

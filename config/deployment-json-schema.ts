import { z } from "zod";
import { deploymentSchema } from "./deployment";

/** The schema that editors complete and check a deployment file with; they read draft 7. */
export function deploymentJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(deploymentSchema, { target: "draft-7" }), null, 2)}\n`;
}

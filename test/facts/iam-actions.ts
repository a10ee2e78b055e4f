import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const reference = z
  .object({ source: z.string(), asOf: z.string(), actions: z.record(z.string(), z.record(z.string(), z.string())) })
  .parse(JSON.parse(readFileSync(join(__dirname, "iam-actions.json"), "utf8")));

const levels: ReadonlyMap<string, string> = new Map(
  Object.entries(reference.actions).flatMap(([service, byLevel]) =>
    Object.entries(byLevel).flatMap(([level, names]) => names.split(" ").map((name) => [`${service}:${name}`, level] as const)),
  ),
);

/** What AWS calls an action's access level, with `anywhere` where it takes no resource; none where AWS has no such action. A `*` at the end stands for the first that it means. */
export function levelOf(action: string): string | undefined {
  if (!action.endsWith("*")) return levels.get(action);
  return [...levels].find(([name]) => name.startsWith(action.slice(0, -1)))?.[1];
}

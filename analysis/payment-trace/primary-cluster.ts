import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { declaredValue } from "../../synthesized/estate/follow";
import type { StackBlock } from "../../synthesized/estate/stack-block";

const BY_ROLE = /^\$\{endswith\((local\.[\w-]+), "([\w-]+)"\) \? .+ : null\}$/;

/** A cluster that is made with an administrator, and so as the primary; undefined where that hangs on what is not read here. */
export function isPrimaryCluster(estate: Estate, { template, block }: StackBlock): boolean | undefined {
  const administrator = textAt(block.attributes, "master_username");
  if (administrator === undefined) return false;
  if (!administrator.includes("${")) return true;
  const [, local = "", ending = ""] = BY_ROLE.exec(administrator) ?? [];
  const role = ending === "" ? undefined : declaredValue(estate, template, `\${${local}}`);
  return typeof role === "string" && !role.includes("${") ? role.endsWith(ending) : undefined;
}

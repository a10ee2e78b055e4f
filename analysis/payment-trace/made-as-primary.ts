import { textAt } from "../../synthesized/attributes";
import { isObject } from "../../synthesized/json";
import type { Block, Template } from "../../synthesized/template";

const BY_ROLE = /^\$\{endswith\(local\.([\w-]+), "([\w-]+)"\) \? .+ : null\}$/;

/** A cluster that is made with an administrator, and so as the primary; undefined where that hangs on what is not read here. */
export function isMadeAsPrimary({ document: { locals } }: Template, { attributes }: Block): boolean | undefined {
  const administrator = textAt(attributes, "master_username");
  if (administrator === undefined) return false;
  if (!administrator.includes("${")) return true;
  const [, local = "", ending = ""] = BY_ROLE.exec(administrator) ?? [];
  const role = isObject(locals) ? locals[local] : undefined;
  return typeof role === "string" && ending !== "" ? role.endsWith(ending) : undefined;
}

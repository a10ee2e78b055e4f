import { isObject } from "../json";
import type { Template } from "../template";

/** Modules that a template calls: their content is in files that are not here, so nobody can tell what they make. */
export function modulesOf({ document }: Template): readonly string[] {
  const { module: modules } = document;
  return isObject(modules) ? Object.keys(modules).map((name) => `module.${name}`) : [];
}

import type { Deployment } from "../config/deployment";
import type { Cell } from "./capacity";
import { prefixOf } from "./naming";

/**
 * Elastic Load Balancing takes names of 32 characters, and the longest deployment name leaves seven.
 * They are unique in a Region, and each site has a Region of its own.
 */
const words = { internet: "in", private: "pr", fixed: "fx" } as const;

export function frontName(deployment: Deployment, { id }: Cell, front: keyof typeof words): string {
  return `${prefixOf(deployment)}-${id}-${words[front]}`;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FaultTree } from "../../fault-trees/fault-tree";
import { readOpenPsa } from "../../fault-trees/open-psa/read-open-psa";

/** A published tree and its answers: what the data set says, and what two independent programs made of it. */
export interface PublishedTree {
  readonly tree: string;
  readonly events: number;
  readonly gates: number;
  readonly noncoherent: boolean;
  readonly publishedMcs: string;
  /** None where the tree has negations, and so no minimal cut sets. */
  readonly computedMcs: string | null;
  readonly publishedP: string;
  readonly computedP: number;
  readonly mcsByOrder1to6: readonly string[] | null;
}

const folder = __dirname;

const expected: { readonly trees: readonly PublishedTree[] } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

export const publishedTrees = expected.trees;

export function publishedTree(name: string): PublishedTree {
  const found = publishedTrees.find(({ tree }) => tree === name);
  if (found === undefined) throw new Error(`no published tree is called ${name}`);
  return found;
}

export function readPublished(name: string): FaultTree {
  return readModel(readFileSync(join(folder, `${name}.xml`)));
}

/** The tree of a model that has no fault. */
export function readModel(bytes: Uint8Array): FaultTree {
  const reading = readOpenPsa(bytes);
  if (reading.kind === "faulty") throw new Error(JSON.stringify(reading.faults));
  return reading.tree;
}

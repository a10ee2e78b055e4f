import { NEVER, NodeStore } from "./node-store";

/**
 * Families of sets as zero-suppressed decision diagrams (Minato 1993). A node asks whether the variable
 * of its level is in a set: `high` holds the sets that it is in, without it, and `low` the others. NEVER
 * is the family of no set, ALWAYS that of the empty set alone.
 */
export class SetDiagrams {
  readonly store: NodeStore;

  constructor(mostNodes: number) {
    this.store = new NodeStore(mostNodes);
  }

  get size(): number {
    return this.store.size;
  }

  keepOnly(roots: Int32Array): void {
    this.store.keepOnly(roots);
  }

  node(level: number, low: number, high: number): number {
    return high === NEVER ? low : this.store.node(level, low, high);
  }
}

import type { NodeStore } from "./node-store";

/** Functions of the same variables, in one store. */
export interface Functions {
  /** Holds nothing but what the roots lead to. */
  readonly store: NodeStore;
  readonly roots: Int32Array;
  /** How many variables there are. */
  readonly levels: number;
}

/** The same functions, asking about their variables in another order. */
export interface Reordered {
  readonly store: NodeStore;
  readonly roots: Int32Array;
  /** By new level: the level that the variable had before. */
  readonly order: readonly number[];
}

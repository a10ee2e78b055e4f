import type { Sourced } from "./regions";

/** Kinds of circuit between a data centre and a Direct Connect location. Another one asks for its row below. */
export const circuitKindNames = ["darkFibre", "wavelength", "ethernet"] as const;

export type CircuitKind = (typeof circuitKindNames)[number];

interface CircuitKindFact extends Sourced {
  readonly words: string;
  /** What carriers sell it as, where that is not its name. */
  readonly product: "IEPL" | "IPLC" | "none";
}

const brief: Sourced = { source: "The project's brief, its comparison of a bank's lines", asOf: "2026-11-23" };

/** What each kind is called, wherever people read of it. */
export const circuitKinds: Readonly<Record<CircuitKind, CircuitKindFact>> = {
  darkFibre: { words: "dark fibre", product: "none", ...brief },
  wavelength: { words: "wavelength", product: "IPLC", ...brief },
  ethernet: { words: "Ethernet", product: "IEPL", ...brief },
};

/** A kind in words, with what carriers sell it as. */
export function productWords(kind: CircuitKind): string {
  const { words, product } = circuitKinds[kind];
  return product === "none" ? words : `${words} (${product})`;
}

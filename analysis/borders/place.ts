import type { DataClass } from "../../facts/market-rules";

/** Somewhere data, or its log, is or comes by, as a template says it. */
export interface Place {
  readonly stack: string;
  readonly address: string;
  readonly does: "rests" | "passes";
  /** `unknown` where nobody has said what such a resource keeps. */
  readonly data: DataClass | "unknown";
  readonly what: string;
  readonly where: Where;
}

export type Where =
  | { readonly kind: "region"; readonly region: string }
  /** A building where a private line ends. */
  | { readonly kind: "location"; readonly code: string }
  /** Where no template can tell what becomes of it. */
  | { readonly kind: "outsideAws"; readonly at: string }
  /** `why` ends the sentence "it cannot be told, for ...". */
  | { readonly kind: "unknown"; readonly why: string };

export function inRegion(region: string | undefined, why: string): Where {
  return region === undefined ? { kind: "unknown", why } : { kind: "region", region };
}

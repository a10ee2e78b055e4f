import type { Subnet } from "../network/network";
import type { Interval } from "../terms/interval";
import { addressesText } from "../terms/prefix";
import type { Hop } from "./hop";
import type { OutsidePlace } from "./path";

/** A flow between one place of each end: what it meets there and back. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly request: readonly Hop[];
  readonly reply: readonly Hop[];
}

/** One place of a flow's end. */
export type End =
  | { readonly kind: "subnet"; readonly party: string; readonly subnet: Subnet; readonly addresses: Interval }
  | { readonly kind: "place"; readonly party: string; readonly place: OutsidePlace; readonly addresses: Interval };

export function endText(end: End): string {
  return end.kind === "subnet" ? end.subnet.address : `${end.party} ${addressesText(end.addresses)}`;
}

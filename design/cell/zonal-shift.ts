/** Whether operators may shift a load balancer away from a zone. */
export type ZonalShift = "offered" | "refused";

/** A cell's load balancers, by what they are for. */
type Balancer = "internetFront" | "privateFrontAddresses" | "privateFront" | "twinFront";

interface ShiftRule {
  readonly offers: ZonalShift;
  /** Ends the sentence "a shift is offered or refused, since ...". */
  readonly why: string;
}

/**
 * A shift is offered only where it is safe to begin one: docs/runbooks/one-zone-is-sick.md says how.
 * Of a load balancer behind another "always start the zonal shift from the Network Load Balancer",
 * which "doesn't recognize the shift and continues to send traffic" (r53recovery/latest/dg,
 * arc-zonal-shift.resource-types.app-load-balancers and .network-load-balancers; a Network Load
 * Balancer with targets of that kind takes a shift while its cross-zone balancing is off, as it is
 * here: elasticloadbalancing/latest/network/enable-zonal-shift; all read 2026-12-01).
 */
export const zonalShifts: Readonly<Record<Balancer, ShiftRule>> = {
  internetFront: { offers: "offered", why: "clients come by its name, which then has the other zones' addresses only" },
  privateFrontAddresses: { offers: "offered", why: "it is the first on the private lines' way" },
  privateFront: { offers: "refused", why: "the one with fixed addresses stands before it, and would go on sending to it" },
  twinFront: { offers: "offered", why: "nothing stands before it" },
};

export function zonalShiftOf(balancer: Balancer): ZonalShift {
  return zonalShifts[balancer].offers;
}

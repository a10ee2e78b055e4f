import { type PaymentRate, rateIn } from "../../../facts/payment-rate";
import { paymentRates } from "../../../facts/payment-rates";
import type { Template } from "../../../synthesized/template";
import type { NeededQuota } from "../human-gate";

/** Rates that the peak needs, as the sites say of themselves: a payment is at one of them, so the larger need is all of it. */
export function neededRates(stacks: readonly Template[]): readonly NeededRate[] {
  const claims = stacks.flatMap(({ evidence }) => (evidence.kind === "read" ? (evidence.evidence.rateNeeds ?? []) : []));
  return Object.entries<PaymentRate>(paymentRates()).flatMap(([name, rate]) => {
    const needs = claims.filter((claim) => claim.rate === name).map(({ needed }) => needed);
    return needs.length === 0 || rate.raised === "never" ? [] : [{ rate, needed: Math.max(...needs) }];
  });
}

export interface NeededRate {
  readonly rate: PaymentRate;
  readonly needed: number;
}

/** Those of which an account has too little in a Region before anyone asked for more. */
export function shortRates(rates: readonly NeededRate[], region: string): readonly NeededQuota[] {
  return rates.filter(({ rate, needed }) => isShort(needed, rateIn(rate, region))).map(({ rate, needed }) => ({ quota: rate, needed }));
}

/** A Region without the service has nothing to raise, and of one that nobody has read about, the account can tell. */
function isShort(needed: number, standard: ReturnType<typeof rateIn>): boolean {
  return standard === "notRead" || (typeof standard === "number" && needed > standard);
}

import { balancerRates } from "./balancer-rates";
import { callRates } from "./call-rates";
import type { PaymentRate } from "./payment-rate";
import { trafficRates } from "./traffic-rates";

const rates = { ...callRates, ...balancerRates, ...trafficRates } as const;

export type PaymentRateName = keyof typeof rates;

/** Every rate that AWS limits on a payment's way, from the line and the internet to the ledger and the logs: one table. */
export function paymentRates(): Readonly<Record<PaymentRateName, PaymentRate>> {
  return rates;
}

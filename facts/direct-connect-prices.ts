import type { PortSpeed } from "./direct-connect-locations";
import type { Sourced } from "./regions";

const payAsYouGo: Sourced = {
  source:
    "aws.amazon.com/directconnect/pricing/pay-as-you-go, as api-evangelist/amazon-direct-connect, plans/amazon-direct-connect-plans-pricing.yml copied it",
  asOf: "2026-09-20",
};

/** US dollars for an hour of a dedicated port, everywhere but in Japan. */
export const portHourUsd: Readonly<Record<PortSpeed, number>> & Sourced = {
  "1Gbps": 0.3,
  "10Gbps": 2.25,
  "100Gbps": 22.5,
  "400Gbps": 85,
  ...payAsYouGo,
};

/**
 * US dollars for a gigabyte that leaves AWS over the lines: by pair of Region and location, of which
 * the copy that was read has only these two ends. What comes in costs nothing.
 */
export const dataTransferOutUsdPerGb: { readonly lowest: number; readonly highest: number } & Sourced = {
  lowest: 0.02,
  highest: 0.1923,
  ...payAsYouGo,
};

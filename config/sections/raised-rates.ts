import { z } from "zod";
import { paymentRates } from "../../facts/payment-rates";

/** Rates whose raised value a deployment may name; what else is raised stands among `raisedQuotas`. */
const raisable = [
  "kmsCalls",
  "pinCalls",
  "ledgerConnections",
  "logWrites",
  "metricWrites",
  "unitsOfABalancer",
  "networkAttachmentBandwidth",
  "networkAttachmentPackets",
  "lineAttachmentBandwidth",
  "lineAttachmentPackets",
  "endpointBandwidth",
] as const;

export type RaisableRate = (typeof raisable)[number];

const raised = (rate: RaisableRate) => {
  const { name, standard } = paymentRates()[rate];
  return z
    .number()
    .positive()
    .max(1_000_000_000)
    .optional()
    .meta({ description: `${name}: ${standard} where nobody asked for more, and more in some Regions.`, examples: [2 * standard] });
};

/** One value for both Regions: where one has more by itself, that stands. */
export const raisedRates = z
  .strictObject({
    kmsCalls: raised("kmsCalls"),
    pinCalls: raised("pinCalls"),
    ledgerConnections: raised("ledgerConnections"),
    logWrites: raised("logWrites"),
    metricWrites: raised("metricWrites"),
    unitsOfABalancer: raised("unitsOfABalancer"),
    networkAttachmentBandwidth: raised("networkAttachmentBandwidth"),
    networkAttachmentPackets: raised("networkAttachmentPackets"),
    lineAttachmentBandwidth: raised("lineAttachmentBandwidth"),
    lineAttachmentPackets: raised("lineAttachmentPackets"),
    endpointBandwidth: raised("endpointBandwidth"),
  })
  .optional()
  .meta({
    description: "Rates on a payment's way that AWS raised for this account, in both sites' Regions, with the value they have now.",
  });

export function isRaisable(rate: string): rate is RaisableRate {
  return raisable.some((one) => one === rate);
}

import type { Deployment } from "../../config/deployment";
import type { Path } from "../../config/fault";
import type { PaymentRateName } from "../../facts/payment-rates";

/** Where the figure is that makes most of the need: of what the lines bring, files may be more than payments. */
export function figureOf({ linkTraffic, capacity }: Deployment, rate: PaymentRateName): Path {
  const files = linkTraffic?.other === undefined ? 0 : (linkTraffic.other.gbps * 1e9) / 8;
  const bytes = Math.max(linkTraffic?.payment.bytes ?? 0, capacity.perPayment?.firewallBytes.count ?? 0);
  const ofFiles = filesToo.includes(rate) && files > capacity.peakPaymentsPerSecond * bytes;
  return ofFiles ? ["linkTraffic", "other", "gbps"] : figures[rate];
}

const payment = (figure: string): Path => ["capacity", "perPayment", figure];
const task = (figure: string): Path => ["capacity", "perTask", figure];
const peak: Path = ["capacity", "peakPaymentsPerSecond"];
const lineBytes: Path = ["linkTraffic", "payment", "bytes"];

const filesToo: readonly PaymentRateName[] = [
  "firewallBandwidth",
  "lineAttachmentBandwidth",
  "lineAttachmentPackets",
  "networkAttachmentBandwidth",
  "networkAttachmentPackets",
];

/** Where the figure is that makes the need; where no figure of its own does, the peak. */
const figures: Readonly<Record<PaymentRateName, Path>> = {
  kmsCalls: payment("kmsCalls"),
  pinCalls: payment("pinCalls"),
  secretReads: payment("secretReads"),
  logWrites: payment("logBytes"),
  trackedResolverQueries: payment("nameQueries"),
  resolverQueries: payment("nameQueries"),
  firewallBandwidth: payment("firewallBytes"),
  endpointBandwidth: payment("ledgerBytes"),
  networkAttachmentPackets: payment("linePackets"),
  lineAttachmentPackets: payment("linePackets"),
  networkAttachmentBandwidth: lineBytes,
  lineAttachmentBandwidth: lineBytes,
  ledgerConnections: task("ledgerConnections"),
  newLedgerConnections: task("ledgerConnections"),
  metricWrites: task("metricCallsPerMinute"),
  ownResolverPackets: task("ownPacketsPerSecond"),
  balancerUnits: peak,
  unitsOfABalancer: peak,
  fixedBalancerUnits: peak,
  webFilterRequests: peak,
  taskLaunches: peak,
  taskLaunchBurst: peak,
  serviceLaunches: peak,
};

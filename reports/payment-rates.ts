import type { PaymentRateRow } from "../design/limits/payment-rate-row";
import { thousands } from "./text/numbers";
import { left, right, table } from "./text/table";

/** What each limited rate of a payment's way is about, in the words of people. */
const labels: Readonly<Record<PaymentRateRow["rate"], string>> = {
  trackedResolverQueries: "look-ups at a resolver address",
  resolverQueries: "look-ups at an untracked address",
  lineAttachmentBandwidth: "lines' attachment, a zone",
  lineAttachmentPackets: "lines' attachment, a zone",
  networkAttachmentBandwidth: "network's attachment, a zone",
  networkAttachmentPackets: "network's attachment, a zone",
  firewallBandwidth: "firewall, a zone",
  webFilterRequests: "web filter",
  balancerUnits: "load balancers together",
  unitsOfABalancer: "a load balancer",
  fixedBalancerUnits: "load balancers of fixed addresses",
  kmsCalls: "KMS",
  pinCalls: "Payment Cryptography",
  secretReads: "Secrets Manager",
  ledgerConnections: "ledger, open",
  newLedgerConnections: "ledger, new",
  endpointBandwidth: "busiest endpoint, a zone",
  ownResolverPackets: "a task's own resolver",
  logWrites: "log writes",
  metricWrites: "metric writes",
  taskLaunchBurst: "tasks after a lost zone, at once",
  taskLaunches: "tasks after a lost zone",
  serviceLaunches: "tasks of a cell after a lost zone",
};

/** Every rate that AWS limits on a payment's way, with what the peak needs of it. */
export function paymentRatesTable(rows: readonly PaymentRateRow[]): string {
  const columns = [
    left("Rate on the payment's way"),
    left("Site"),
    right("Needed"),
    right("Limit"),
    left("Unit"),
    left("Code"),
    left("Verdict"),
  ];
  const told = rows.map((row) => [
    labels[row.rate],
    row.sites.join(" "),
    row.needed === undefined ? "-" : thousands(row.needed),
    row.limit === undefined ? "-" : thousands(row.limit),
    unitWords(row),
    row.code ?? "-",
    verdictWords(row.verdict),
  ]);
  return table(columns, told);
}

function unitWords({ unit, per }: PaymentRateRow): string {
  const words = { capacityUnits: "units", gigabits: "Gbit" } as const;
  const units = unit === "capacityUnits" || unit === "gigabits" ? words[unit] : unit;
  switch (per) {
    case "moment":
      return units;
    case "second":
      return `${units}/s`;
    case "minute":
      return `${units}/min`;
  }
}

function verdictWords(verdict: PaymentRateRow["verdict"]): string {
  switch (verdict.kind) {
    case "fits":
      return "fits";
    case "ask":
      return "too little: ask";
    case "beyond":
      return "beyond AWS";
    case "takes":
      return `takes ${thousands(verdict.seconds)} s`;
    case "atOnce":
      return `${thousands(verdict.of)} at once`;
    case "notDeclared":
      return "not declared";
    case "notUsed":
      return "not used";
    case "notOffered":
      return "not offered here";
    case "unknown":
      return "not known";
  }
}

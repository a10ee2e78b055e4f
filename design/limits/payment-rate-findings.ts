import type { Deployment } from "../../config/deployment";
import type { Finding } from "../../config/fault";
import type { PaymentRateName } from "../../facts/payment-rates";
import { type PaymentRateRow, paymentRateRows, raisedTo } from "./payment-rate-row";
import { figureOf } from "./rate-figures";

/** Rates that the peak outgrows and AWS raises: told until the file says that it was. What nobody declared is told once. */
export function paymentRateWarnings(deployment: Deployment): readonly Finding[] {
  const short = shortRates(deployment, "ask").filter(({ row: { rate } }) => raisedTo(deployment.capacity, rate) === undefined);
  return [...undeclaredWarnings(deployment), ...short.map((one) => shortFinding(deployment, one))];
}

/** Rates that AWS raises for nobody, and those that were raised and that the peak has outgrown all the same. */
export function paymentRateFaults(deployment: Deployment): readonly Finding[] {
  const outgrown = shortRates(deployment, "ask").filter(({ row: { rate } }) => raisedTo(deployment.capacity, rate) !== undefined);
  return [
    ...outgrown.map((one) => shortFinding(deployment, one)),
    ...shortRates(deployment, "beyond").map(({ row }) => beyondFinding(deployment, row)),
  ];
}

interface ShortRate {
  /** The one of the site that is worse off. */
  readonly row: PaymentRateRow;
  readonly needed: number;
  /** What there is, by site. */
  readonly limits: readonly PaymentRateRow[];
}

/** Each rate once, whatever sites it is short at; what is among AWS's other quotas is told with them. */
function shortRates(deployment: Deployment, kind: "ask" | "beyond"): readonly ShortRate[] {
  const rows = paymentRateRows(deployment).filter(({ rate, verdict }) => verdict.kind === kind && !toldAmongQuotas.includes(rate));
  return [...new Set(rows.map(({ rate }) => rate))].flatMap((rate) => {
    const limits = rows.filter((row) => row.rate === rate);
    const [worst] = limits.toSorted((a, b) => (b.needed ?? 0) / (b.limit ?? 1) - (a.needed ?? 0) / (a.limit ?? 1));
    return worst === undefined ? [] : [{ row: worst, needed: Math.max(...limits.map(({ needed }) => needed ?? 0)), limits }];
  });
}

const toldAmongQuotas: readonly PaymentRateName[] = ["balancerUnits", "webFilterRequests"];

function shortFinding(deployment: Deployment, { row, needed, limits }: ShortRate): Finding {
  const raised = raisedTo(deployment.capacity, row.rate) !== undefined;
  return {
    path: raised ? ["capacity", "raisedRates", row.rate] : figureOf(deployment, row.rate),
    at: "value",
    what: `The whole peak on one site needs ${needed} ${measure(row)} of "${row.name}", and there are ${there(deployment, limits)}.`,
    allowed: `AWS's default, or what it granted: what is over is refused, and payments with it. ${scope(row)}`,
    mend: `${request(deployment, row, { needed, limits })} Then write the value granted as \`${row.rate}\` in \`capacity.raisedRates\`.`,
  };
}

function beyondFinding(deployment: Deployment, row: PaymentRateRow): Finding {
  return {
    path: figureOf(deployment, row.rate),
    at: "value",
    what: `The whole peak on one site needs ${row.needed ?? 0} ${measure(row)} of "${row.name}", and there are ${row.limit ?? 0}.`,
    allowed: `At most ${row.limit ?? 0}; AWS raises that for nobody. ${scope(row)}`,
    mend: mendBeyond(row),
  };
}

function mendBeyond({ within }: PaymentRateRow): string {
  switch (within) {
    case "accountAndRegion":
      return "Use less of it for a payment, or divide the peak among deployments in accounts of their own.";
    case "cluster":
    case "service":
    case "webFilter":
    case "balancer":
      return "Declare smaller cells, which are more then, or less of it for a task.";
    case "networkInterface":
      return "Use less of it in a task: keep answers and connections for longer.";
    case "address":
    case "attachmentAndZone":
    case "endpointAndZone":
    case "firewallAndZone":
      return "Declare a zone more at each site where the Region has one, use less of it, or divide the peak among deployments.";
  }
}

const unitWords = { capacityUnits: "capacity units", gigabits: "Gbit" } as const;

/** A unit and its time: `requests a second`, `Gbit a second`. */
function measure({ unit, per }: PaymentRateRow): string {
  const units = unit === "capacityUnits" || unit === "gigabits" ? unitWords[unit] : unit;
  return per === "moment" ? units : `${units} a ${per}`;
}

function there(deployment: Deployment, limits: readonly PaymentRateRow[]): string {
  return limits.map(({ limit, sites }) => `${limit ?? 0} in ${regionsAt(deployment, sites)}`).join(" and ");
}

function regionsAt(deployment: Deployment, sites: PaymentRateRow["sites"]): string {
  return [...new Set(sites.map((site) => deployment.sites[site].region))].join(" and in ");
}

function scope({ within }: PaymentRateRow): string {
  switch (within) {
    case "accountAndRegion":
      return "All that the account does in a Region shares it.";
    case "cluster":
      return "Each ledger cluster has its own.";
    case "balancer":
      return "Each load balancer has its own.";
    case "service":
      return "Each ECS service has its own.";
    case "webFilter":
      return "Each web ACL has its own.";
    case "networkInterface":
      return "Each task has its own.";
    case "address":
      return "Each address has its own, and a lost zone takes one of them.";
    case "attachmentAndZone":
    case "endpointAndZone":
    case "firewallAndZone":
      return "Each zone has its own, and a lost zone takes one of them.";
  }
}

function request(deployment: Deployment, row: PaymentRateRow, { needed, limits }: Pick<ShortRate, "limits" | "needed">): string {
  const places = regionsAt(
    deployment,
    limits.flatMap(({ sites }) => sites),
  );
  const { service, code, raised } = row;
  switch (raised) {
    case "byServiceQuotas": {
      if (code === undefined) return `Ask for ${needed} in the Service Quotas console, under ${service}, in ${places}.`;
      const command = "aws service-quotas request-service-quota-increase";
      return `Run \`${command} --service-code ${service} --quota-code ${code} --desired-value ${needed}\` in ${places}.`;
    }
    case "byAccountTeam":
      return `Ask your AWS account team for ${needed} ${measure(row)} in ${places}: Service Quotas does not raise it.`;
    case "bySupport":
    case "never":
      return `Ask AWS Support for ${needed} ${measure(row)} in ${places}: Service Quotas does not raise it.`;
  }
}

/** Once for each part that the file does not declare, with every rate that is then unknown. */
function undeclaredWarnings(deployment: Deployment): readonly Finding[] {
  const rows = paymentRateRows(deployment);
  return (["capacity.perPayment", "capacity.perTask", "linkTraffic"] as const).flatMap((missing): readonly Finding[] => {
    const unknown = rows
      .filter(({ verdict }) => verdict.kind === "notDeclared" && verdict.missing === missing)
      .map(({ name }) => `"${name}"`);
    if (unknown.length === 0) return [];
    return [
      {
        path: missing === "linkTraffic" ? ["links"] : ["capacity"],
        at: "key",
        what: `\`${missing}\` is not declared, so nobody can say whether the peak fits ${[...new Set(unknown)].join(", ")}.`,
        allowed: "What a payment, a task and the lines use, each figure measured or assumed by somebody.",
        mend: `Declare \`${missing}\` as config/deployments/sweden.yaml does, with your own figures.`,
      },
    ];
  });
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import type { Metric, MetricSubject } from "../foundation/metrics";
import { siteNameOf } from "../foundation/naming";
import { type Cell, cellPeak, tasksAtPeak, tasksPerCell } from "../layout/capacity";

/** An alarm on a load balancer that ends TLS, or on the tasks behind it. */
export type BalancerAlarm = AlarmDesign<"applicationBalancer" | "applicationTargets">;
/** An alarm on a way in from the internet. */
export type InternetAlarm = AlarmDesign<"applicationBalancer" | "applicationTargets" | "webFilter">;
/** An alarm on a load balancer with fixed addresses. */
export type FixedFrontAlarm = AlarmDesign<"networkTargets">;

interface Naming {
  readonly id: "internet-front" | "private-addresses" | "private-front" | "twin-front";
  readonly prefix: string;
  readonly words: string;
}

export type AlarmOf<S extends MetricSubject> = Omit<AlarmDesign<S>, "description" | "name" | "tells"> & { readonly says: string };

export const atLeast = { comparison: "GreaterThanOrEqualToThreshold", missingData: "notBreaching", runbook: "front-errors" } as const;

/** Load balancers and web filters publish every minute. */
export function minutely<S extends MetricSubject>(of: S, name: string, statistic: Metric["statistic"]): Metric<S> {
  return { of, name, statistic, periodSeconds: 60 };
}

export function internetAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly InternetAlarm[] {
  const naming = namingOf(deployment, site, { id: "internet-front", words: `Internet front of cell ${cell.id}`, cell });
  return [
    ...[...balancerAlarms(deployment), tooFewInAZone(deployment, site), handshakes(deployment)].map((alarm) => named(alarm, naming)),
    named(refusals(deployment), naming),
  ];
}

export function privateAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly BalancerAlarm[] {
  const naming = namingOf(deployment, site, { id: "private-front", words: `Private front of cell ${cell.id}`, cell });
  return [...balancerAlarms(deployment), tooFewTasks(deployment, site), handshakes(deployment)].map((alarm) => named(alarm, naming));
}

/** Alarms on the load balancer with fixed addresses. */
export function fixedFrontAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly FixedFrontAlarm[] {
  const unhealthy: AlarmOf<"networkTargets"> = {
    id: "zone-unhealthy",
    says: "payments do not go through from one zone's address or more",
    metric: minutely("networkTargets", "UnHealthyHostCount", "Maximum"),
    threshold: 1,
    // Three minutes: what lasts shorter ends before anyone could look.
    evaluationPeriods: 3,
    ...atLeast,
    runbook: "one-zone-is-sick",
  };
  return [named(unhealthy, namingOf(deployment, site, { id: "private-addresses", words: `Private addresses of cell ${cell.id}`, cell }))];
}

/**
 * What the health check of the private answers watches: whether payments go through this site from
 * any of its fixed addresses. A plain minute, one in a row and nothing computed, since Route 53
 * reads the data itself and takes no more than that (Route53/latest/DeveloperGuide,
 * dns-failover-determining-health-of-endpoints, read 2026-11-25). One minute without: three checks
 * of ten seconds have failed before it begins.
 */
export function privateHealthAlarm(deployment: Deployment, site: SiteName, cell: Cell): FixedFrontAlarm {
  return {
    id: "private-health",
    name: siteNameOf(deployment, site, `cell-${cell.id}-private-health`),
    description: `Payments do not go through the private front of cell ${cell.id}: its private answers lead to the other site`,
    metric: minutely("networkTargets", "HealthyHostCount", "Maximum"),
    comparison: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 1,
    missingData: "breaching",
    tells: "troubleAndItsEnd",
    runbook: "site-unwell",
  };
}

/** What is alike for both Application Load Balancers. */
function balancerAlarms(deployment: Deployment): readonly AlarmOf<"applicationBalancer" | "applicationTargets">[] {
  const counted = (name: string) => minutely("applicationBalancer", name, "Sum");
  const errors = { threshold: tolerableErrors(deployment), evaluationPeriods: 2, ...atLeast } as const;
  return [
    { id: "errors", says: "it answers with errors of its own", metric: counted("HTTPCode_ELB_5XX_Count"), ...errors },
    { id: "service-errors", says: "the payment service answers with errors", metric: counted("HTTPCode_Target_5XX_Count"), ...errors },
    { id: "unreached-tasks", says: "connections to tasks fail", metric: counted("TargetConnectionErrorCount"), ...errors },
    { id: "task-handshakes", says: "TLS with tasks fails", metric: counted("TargetTLSNegotiationErrorCount"), ...errors },
    {
      id: "rejected-connections",
      says: "it takes no more connections: its reserved capacity is too small",
      metric: counted("RejectedConnectionCount"),
      ...errors,
      threshold: 1,
      evaluationPeriods: 1,
    },
    {
      id: "unhealthy-tasks",
      says: "a task has been unwell for five minutes and was not replaced",
      metric: minutely("applicationTargets", "UnHealthyHostCount", "Maximum"),
      threshold: 1,
      evaluationPeriods: 5,
      ...atLeast,
      runbook: "tasks-short",
    },
  ];
}

const fewerThan = {
  id: "too-few-tasks",
  metric: minutely("applicationTargets", "HealthyHostCount", "Minimum"),
  comparison: "LessThanThreshold",
  evaluationPeriods: 2,
  missingData: "breaching",
  runbook: "tasks-short",
} as const;

/** Too few tasks, where every node of the load balancer sends to every zone's, and so counts them all. */
function tooFewTasks(deployment: Deployment, site: SiteName): AlarmOf<"applicationTargets"> {
  const zones = deployment.sites[site].zones.length;
  return {
    ...fewerThan,
    says: "fewer tasks are well than the peak needs",
    // All but one zone's: what is left when a zone is lost is what the peak needs.
    threshold: (tasksPerCell(deployment, zones) / zones) * (zones - 1),
  };
}

/**
 * Too few tasks, where a node sends to its own zone's only. The minimum is that of the node that sees fewest
 * (elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics, read 2026-11-25), and
 * the page does not say that it sees other zones' tasks then: so no threshold above a zone's tasks,
 * which might ring forever. A zone's share of the peak with all zones there is never above them.
 */
function tooFewInAZone(deployment: Deployment, site: SiteName): AlarmOf<"applicationTargets"> {
  return {
    ...fewerThan,
    says: "fewer tasks of a zone are well than its share of the peak needs",
    threshold: Math.ceil(tasksAtPeak(deployment) / deployment.sites[site].zones.length),
  };
}

/** Failed handshakes, one connection in a hundred of the peak: fewer are scanners, and clients with old ciphers. */
function handshakes(deployment: Deployment): AlarmOf<"applicationBalancer"> {
  return {
    id: "client-handshakes",
    says: "clients' TLS fails, by an outdated certificate at either end or by ciphers",
    metric: minutely("applicationBalancer", "ClientTLSNegotiationErrorCount", "Sum"),
    threshold: ofPeakMinute(deployment, 1 / 100),
    evaluationPeriods: 5,
    ...atLeast,
  };
}

/** Refused requests, a tenth of the peak: an attack, or a rule that takes payments for one. */
function refusals(deployment: Deployment): AlarmOf<"webFilter"> {
  return {
    id: "refused-requests",
    says: "the web filter refuses a tenth of the peak: an attack, or payments that look like one",
    metric: minutely("webFilter", "BlockedRequests", "Sum"),
    threshold: ofPeakMinute(deployment, 1 / 10),
    evaluationPeriods: 3,
    ...atLeast,
  };
}

/** Errors in a minute of the peak, as many as the objective of availability leaves. */
function tolerableErrors(deployment: Deployment): number {
  return ofPeakMinute(deployment, 1 - deployment.objectives.availabilityPercent / 100);
}

function ofPeakMinute(deployment: Deployment, share: number): number {
  return Math.max(1, Math.round(cellPeak(deployment) * 60 * share));
}

export function namingOf(deployment: Deployment, site: SiteName, part: Pick<Naming, "id" | "words"> & { readonly cell: Cell }): Naming {
  return { ...part, prefix: siteNameOf(deployment, site, `cell-${part.cell.id}-${part.id}`) };
}

export function named<S extends MetricSubject>({ says, ...alarm }: AlarmOf<S>, { id, prefix, words }: Naming): AlarmDesign<S> {
  const description = `${words}: ${says}`;
  return { ...alarm, id: `${id}-${alarm.id}`, name: `${prefix}-${alarm.id}`, description, tells: "troubleAndItsEnd" };
}

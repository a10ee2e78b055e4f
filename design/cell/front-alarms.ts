import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { type Cell, cellPeak, tasksAtPeak, tasksPerCell } from "../layout/capacity";

/** An alarm on a cell's way in: metrics of AWS/ApplicationELB, AWS/NetworkELB and AWS/WAFV2, minute by minute. */
export interface FrontAlarm {
  /** Construct id, unique in its cell. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metric: string;
  readonly of: FrontPart;
  readonly statistic: "Sum" | "Maximum" | "Minimum";
  readonly comparison: "GreaterThanOrEqualToThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** Minutes in a row. */
  readonly evaluationPeriods: number;
  readonly missingData: "breaching" | "notBreaching";
}

/** What a metric is about: a load balancer, what stands behind it, or the filter before it. */
export type FrontPart = "balancer" | "targets" | "filter";

interface Naming {
  readonly prefix: string;
  readonly words: string;
}

type AlarmOf = Omit<FrontAlarm, "name" | "description"> & { readonly says: string };

const atLeast = { comparison: "GreaterThanOrEqualToThreshold", missingData: "notBreaching" } as const;

export function internetAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly FrontAlarm[] {
  const naming = { prefix: siteNameOf(deployment, site, `cell-${cell.id}-internet-front`), words: `Internet front of cell ${cell.id}` };
  return [...balancerAlarms(deployment), tooFewInAZone(deployment, site), handshakes(deployment), refusals(deployment)].map((alarm) =>
    named(alarm, naming),
  );
}

export function privateAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly FrontAlarm[] {
  const naming = { prefix: siteNameOf(deployment, site, `cell-${cell.id}-private-front`), words: `Private front of cell ${cell.id}` };
  return [...balancerAlarms(deployment), tooFewTasks(deployment, site), handshakes(deployment)].map((alarm) => named(alarm, naming));
}

/** On the load balancer with fixed addresses. */
export function fixedFrontAlarms(deployment: Deployment, site: SiteName, cell: Cell): readonly FrontAlarm[] {
  const naming = {
    prefix: siteNameOf(deployment, site, `cell-${cell.id}-private-addresses`),
    words: `Private addresses of cell ${cell.id}`,
  };
  return [
    {
      id: "zone-unhealthy",
      says: "payments do not go through from one zone's address or more",
      metric: "UnHealthyHostCount",
      of: "targets" as const,
      statistic: "Maximum" as const,
      threshold: 1,
      // Three minutes: what lasts shorter ends before anyone could look.
      evaluationPeriods: 3,
      ...atLeast,
    },
  ].map((alarm) => named(alarm, naming));
}

/**
 * What the health check of the private answers watches: whether payments go through this site from
 * any of its fixed addresses. A plain minute, one in a row and nothing computed, since Route 53
 * reads the data itself and takes no more than that (Route53/latest/DeveloperGuide,
 * dns-failover-determining-health-of-endpoints, read 2026-11-25). One minute without: three checks
 * of ten seconds have failed before it begins.
 */
export function privateHealthAlarm(deployment: Deployment, site: SiteName, cell: Cell): FrontAlarm {
  return {
    id: "health",
    name: siteNameOf(deployment, site, `cell-${cell.id}-private-health`),
    description: `Payments do not go through the private front of cell ${cell.id}: its private answers lead to the other site`,
    metric: "HealthyHostCount",
    of: "targets",
    statistic: "Maximum",
    comparison: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 1,
    missingData: "breaching",
  };
}

/** Alike for both Application Load Balancers. */
function balancerAlarms(deployment: Deployment): readonly AlarmOf[] {
  const errors = { of: "balancer", statistic: "Sum", threshold: tolerableErrors(deployment), evaluationPeriods: 2, ...atLeast } as const;
  return [
    { id: "errors", says: "it answers with errors of its own", metric: "HTTPCode_ELB_5XX_Count", ...errors },
    { id: "service-errors", says: "the payment service answers with errors", metric: "HTTPCode_Target_5XX_Count", ...errors },
    { id: "unreached-tasks", says: "connections to tasks fail", metric: "TargetConnectionErrorCount", ...errors },
    {
      id: "task-handshakes",
      says: "TLS with tasks fails",
      metric: "TargetTLSNegotiationErrorCount",
      ...errors,
    },
    {
      id: "rejected-connections",
      says: "it takes no more connections: its reserved capacity is too small",
      metric: "RejectedConnectionCount",
      ...errors,
      threshold: 1,
      evaluationPeriods: 1,
    },
    {
      id: "unhealthy-tasks",
      says: "a task has been unwell for five minutes and was not replaced",
      metric: "UnHealthyHostCount",
      of: "targets",
      statistic: "Maximum",
      threshold: 1,
      evaluationPeriods: 5,
      ...atLeast,
    },
  ];
}

const fewerThan = {
  id: "too-few-tasks",
  metric: "HealthyHostCount",
  of: "targets",
  statistic: "Minimum",
  comparison: "LessThanThreshold",
  evaluationPeriods: 2,
  missingData: "breaching",
} as const;

/** Where every node of the load balancer sends to every zone's tasks, and so counts them all. */
function tooFewTasks(deployment: Deployment, site: SiteName): AlarmOf {
  const zones = deployment.sites[site].zones.length;
  return {
    ...fewerThan,
    says: "fewer tasks are well than the peak needs",
    // All but one zone's: what is left when a zone is lost is what the peak needs.
    threshold: (tasksPerCell(deployment, zones) / zones) * (zones - 1),
  };
}

/**
 * Where a node sends to its own zone's tasks only. The minimum is that of the node that sees fewest
 * (elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics, read 2026-11-25), and
 * the page does not say that it sees other zones' tasks then: so no threshold above a zone's tasks,
 * which might ring forever. A zone's share of the peak with all zones there is never above them.
 */
function tooFewInAZone(deployment: Deployment, site: SiteName): AlarmOf {
  return {
    ...fewerThan,
    says: "fewer tasks of a zone are well than its share of the peak needs",
    threshold: Math.ceil(tasksAtPeak(deployment) / deployment.sites[site].zones.length),
  };
}

/** One connection in a hundred of the peak: fewer are scanners, and clients with old ciphers. */
function handshakes(deployment: Deployment): AlarmOf {
  return {
    id: "client-handshakes",
    says: "clients' TLS fails, by an outdated certificate at either end or by ciphers",
    metric: "ClientTLSNegotiationErrorCount",
    of: "balancer",
    statistic: "Sum",
    threshold: ofPeakMinute(deployment, 1 / 100),
    evaluationPeriods: 5,
    ...atLeast,
  };
}

/** A tenth of the peak: an attack, or a rule that takes payments for one. */
function refusals(deployment: Deployment): AlarmOf {
  return {
    id: "refused-requests",
    says: "the web filter refuses a tenth of the peak: an attack, or payments that look like one",
    metric: "BlockedRequests",
    of: "filter",
    statistic: "Sum",
    threshold: ofPeakMinute(deployment, 1 / 10),
    evaluationPeriods: 3,
    ...atLeast,
  };
}

/** As many in a minute of the peak as the objective of availability leaves. */
function tolerableErrors(deployment: Deployment): number {
  return ofPeakMinute(deployment, 1 - deployment.objectives.availabilityPercent / 100);
}

function ofPeakMinute(deployment: Deployment, share: number): number {
  return Math.max(1, Math.round(cellPeak(deployment) * 60 * share));
}

function named({ says, ...alarm }: AlarmOf, { prefix, words }: Naming): FrontAlarm {
  return { ...alarm, name: `${prefix}-${alarm.id}`, description: `${words}: ${says}` };
}

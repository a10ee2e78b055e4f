import { type MetricDimension, metricSubjects } from "../../facts/metric-subjects";

/** What AWS keeps metrics of: facts/metric-subjects.ts has a row for each. */
export type MetricSubject = keyof typeof metricSubjects;

/** Metrics that something of ours writes: they have no dimensions. */
export interface OwnMetrics {
  readonly namespace: string;
}

/** Numbers that CloudWatch keeps, as a value: an alarm rings by it, a graph could show it. */
export interface Metric<S extends MetricSubject = MetricSubject> {
  readonly of: S | OwnMetrics;
  readonly name: string;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
  readonly periodSeconds: number;
  /** @default - the one series that has the subject's dimensions and no others */
  readonly query?: MetricQuery;
  /** What it is held against: `ofQuota` makes it per cent of what Service Quotas has for it now. @default - it stands as it is */
  readonly share?: "ofQuota";
}

/** Reads, by Metrics Insights, every series that has the subject's dimensions, whatever others it has. */
export interface MetricQuery {
  readonly id: string;
  /** @default - CloudWatch's own */
  readonly label?: string;
}

type SubjectDimension<S extends MetricSubject> = Extract<(typeof metricSubjects)[S]["dimensions"][number], string>;

/** What tells one subject from others of its kind: a value for each of its dimensions. */
export type MetricDimensions<S extends MetricSubject> = Readonly<Record<SubjectDimension<S>, string>>;

type Values = Readonly<Record<string, string>>;

/** A metric as CloudWatch's API asks for it. */
export type MeasuredMetric =
  | {
      readonly namespace: string;
      readonly metricName: string;
      readonly statistic: string;
      readonly period: number;
      readonly dimensions?: Record<string, string>;
    }
  | { readonly metricQuery: (MeasuredQuery | UsedOfQuota)[] };

interface MeasuredQuery {
  readonly id: string;
  readonly expression: string;
  readonly period?: number;
  readonly label?: string;
}

/** A series that only an expression beside it reads. */
interface UsedOfQuota {
  readonly id: string;
  readonly metric: {
    readonly namespace: string;
    readonly metricName: string;
    readonly stat: string;
    readonly period: number;
    readonly dimensions: Record<string, string>;
  };
}

export function measuredMetric(metric: Metric, values: Values): MeasuredMetric {
  const { name, statistic, periodSeconds: period, query } = metric;
  if (query !== undefined) return { metricQuery: [{ ...query, expression: queryOf(metric, values), period }] };
  if (metric.share !== undefined) return { metricQuery: shareOfQuota(metric, values) };
  const { namespace } = subjectOf(metric);
  const dimensions = dimensionsOf(metric, values);
  const series = { namespace, metricName: name, statistic, period };
  return dimensions.length === 0 ? series : { ...series, dimensions: Object.fromEntries(dimensions) };
}

/** As AmazonCloudWatch/latest/monitoring/CloudWatch-Quotas-Visualize-Alarms has it, read 2026-12-01. */
function shareOfQuota(metric: Metric, values: Values): (MeasuredQuery | UsedOfQuota)[] {
  const { name: metricName, statistic: stat, periodSeconds: period } = metric;
  const dimensions = Object.fromEntries(dimensionsOf(metric, values));
  return [
    { id: "share", expression: "used / SERVICE_QUOTA(used) * 100", label: "Per cent of the quota" },
    { id: "used", metric: { namespace: subjectOf(metric).namespace, metricName, stat, period, dimensions } },
  ];
}

interface Subject {
  readonly namespace: string;
  readonly dimensions: readonly MetricDimension[];
  readonly each?: string;
}

function subjectOf({ of }: Metric): Subject {
  return typeof of === "string" ? metricSubjects[of] : { ...of, dimensions: [] };
}

function dimensionsOf(metric: Metric, values: Values): readonly (readonly [name: string, value: string])[] {
  return subjectOf(metric).dimensions.map((dimension) => {
    if (typeof dimension !== "string") return [dimension.name, dimension.always];
    const value = values[dimension];
    if (value === undefined) throw new Error(`metric ${metric.name} is read without a value for its dimension ${dimension}`);
    return [dimension, value];
  });
}

const FUNCTIONS: Readonly<Record<Metric["statistic"], string>> = { Average: "AVG", Maximum: "MAX", Minimum: "MIN", Sum: "SUM" };

/** Syntax: AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-queryexamples, read 2026-11-23. */
function queryOf(metric: Metric, values: Values): string {
  const { namespace, each } = subjectOf(metric);
  const conditions = dimensionsOf(metric, values).map(([name, value]) => `${nameInQuery(name)} = '${value}'`);
  const from = each === undefined ? `"${namespace}"` : `SCHEMA("${namespace}", ${each})`;
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  return `SELECT ${FUNCTIONS[metric.statistic]}(${metric.name}) FROM ${from}${where}`;
}

/** A word of the query language itself is a name only in quotes. */
function nameInQuery(name: string): string {
  return name === "Resource" ? `"${name}"` : name;
}

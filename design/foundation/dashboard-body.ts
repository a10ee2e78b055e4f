import type { DashboardDesign, GraphLine, MetricGraph, Widget } from "./dashboards";
import { measuredMetric } from "./metrics";

/** Values of the dimensions of a dashboard's part. */
export type PartValues = (part: string) => Readonly<Record<string, string>>;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

const COLUMNS = 24;

/**
 * A dashboard as CloudWatch takes it (AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure,
 * read 2026-12-01).
 */
export function dashboardBody({ widgets }: DashboardDesign, valuesOf: PartValues): string {
  const places = placesOf(widgets.map(sizeOf));
  const drawn = widgets.map((widget, position) => ({ ...places[position], ...drawnWidget(widget, valuesOf) }));
  return JSON.stringify({ start: "-PT3H", periodOverride: "inherit", widgets: drawn });
}

function sizeOf(widget: Widget): Size {
  switch (widget.kind) {
    case "text":
      return { width: COLUMNS, height: widget.rows };
    case "alarmStates":
      return { width: COLUMNS, height: 2 + Math.ceil(widget.alarmArns.length / 6) };
    case "metrics":
      return { width: 8, height: 6 };
    case "alarm":
      return { width: 6, height: 4 };
  }
}

/** Row by row; a row is as high as its highest. */
function placesOf(sizes: readonly Size[]): readonly Place[] {
  return sizes.reduce<readonly Place[]>((placed, size) => {
    const { x, y, width } = placed.at(-1) ?? { x: 0, y: 0, width: 0 };
    if (x + width + size.width <= COLUMNS) return [...placed, { x: x + width, y, ...size }];
    const row = placed.filter((place) => place.y === y);
    return [...placed, { x: 0, y: y + Math.max(...row.map(({ height }) => height)), ...size }];
  }, []);
}

function drawnWidget(widget: Widget, valuesOf: PartValues): object {
  switch (widget.kind) {
    case "text":
      return { type: "text", properties: { markdown: widget.markdown } };
    case "alarmStates":
      return { type: "alarm", properties: { title: widget.title, alarms: widget.alarmArns } };
    case "alarm": {
      const { title, region, alarmArn } = widget;
      return { type: "metric", properties: { title, region, view: "timeSeries", annotations: { alarms: [alarmArn] } } };
    }
    case "metrics":
      return { type: "metric", properties: graphProperties(widget, valuesOf) };
  }
}

function graphProperties({ title, region, lines, levels }: MetricGraph, valuesOf: PartValues): object {
  const metrics = lines.flatMap((line, position) => drawnLine(line, position, valuesOf(line.part)));
  const horizontal = levels.map(({ label, value }) => ({ label, value }));
  return {
    title,
    region,
    view: "timeSeries",
    period: lines[0]?.metric.periodSeconds ?? 60,
    metrics,
    ...(horizontal.length === 0 ? {} : { annotations: { horizontal } }),
  };
}

/** A line of a graph: a metric, or an expression; what an expression reckons with is not drawn itself. */
function drawnLine({ metric, label, as }: GraphLine, position: number, values: Readonly<Record<string, string>>): readonly unknown[] {
  const id = `m${position + 1}`;
  const measured = measuredMetric(metric, values);
  const { periodSeconds: period } = metric;
  if ("metricQuery" in measured) {
    return measured.metricQuery.map((query) => {
      // What an expression reads has the same name on every line; on a graph each needs its own.
      if ("expression" in query) return [{ expression: query.expression.replaceAll(/\bused\b/g, `${id}used`), id, label, period }];
      const { namespace, metricName, stat, dimensions } = query.metric;
      return [namespace, metricName, ...Object.entries(dimensions).flat(), { id: `${id}${query.id}`, stat, period, visible: false }];
    });
  }
  const { namespace, metricName, statistic: stat, dimensions = {} } = measured;
  const series = [namespace, metricName, ...Object.entries(dimensions).flat()];
  if (as === undefined) return [[...series, { id, label, stat, period }]];
  switch (as) {
    case "p50":
    case "p99":
      return [[...series, { id, label, stat: as, period }]];
    case "perSecond":
      return [[...series, { id, stat: "Sum", period, visible: false }], [{ expression: `${id}/PERIOD(${id})`, id: `${id}s`, label }]];
    case "eachZone":
      return [[{ expression: searchByZone(measured, dimensions), id, label: "" }]];
  }
}

/** Every zone that the metric is told of: their names are the account's own (using-search-expressions, read 2026-12-01). */
function searchByZone(
  { namespace, metricName, statistic, period }: { namespace: string; metricName: string; statistic: string; period: number },
  dimensions: Readonly<Record<string, string>>,
): string {
  const named = Object.entries(dimensions).map(([name, value]) => `${name}="${value}"`);
  const schema = [namespace, "AvailabilityZone", ...Object.keys(dimensions)].join(",");
  return `SEARCH('{${schema}} MetricName="${metricName}" ${named.join(" ")}', '${statistic}', ${period})`;
}

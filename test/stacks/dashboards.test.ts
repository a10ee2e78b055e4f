import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { deploymentSchema } from "../../config/deployment";
import { textAt } from "../../synthesized/attributes";
import { regionOf, resourcesOf, type Template } from "../../synthesized/template";
import { edited, replacingText, resourceNamed } from "../analysis/edited-template";
import { synthesizedDeployment } from "../synthesized-deployment";

const folder = join(__dirname, "../../config/deployments");
const templatesOf = (file: string): readonly Template[] => [
  ...synthesizedDeployment(deploymentSchema.parse(parse(readFileSync(join(folder, file), "utf8")))).values(),
];

const rendering = z.strictObject({
  id: z.string().regex(/^[a-z]\w*$/),
  label: z.string().optional(),
  stat: z.string().optional(),
  period: z.int().multipleOf(60).min(60).optional(),
  visible: z.boolean().optional(),
  expression: z.string().optional(),
});
const line = z.array(z.union([z.string(), rendering])).min(1);
const place = { x: z.int().min(0).max(23), y: z.int().min(0), width: z.int().min(1).max(24), height: z.int().min(1).max(1000) };
const graph = z.strictObject({
  title: z.string(),
  region: z.string().regex(/^[a-z]+-[a-z]+-\d$/),
  view: z.literal("timeSeries"),
  period: z.int().multipleOf(60).min(60).optional(),
  metrics: z.array(line).min(1).max(500).optional(),
  annotations: z
    .strictObject({
      horizontal: z.array(z.strictObject({ label: z.string(), value: z.number() })).optional(),
      alarms: z.array(z.string()).length(1).optional(),
    })
    .optional(),
});
const widget = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), ...place, properties: z.strictObject({ markdown: z.string() }) }),
  z.strictObject({
    type: z.literal("alarm"),
    ...place,
    properties: z.strictObject({ title: z.string(), alarms: z.array(z.string()).min(1).max(100) }),
  }),
  z.strictObject({ type: z.literal("metric"), ...place, properties: graph }),
]);
/** AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure, read 2026-12-01. */
const body = z.strictObject({ start: z.string(), periodOverride: z.enum(["auto", "inherit"]), widgets: z.array(widget).max(500) });
type Graph = z.infer<typeof graph>;

interface Shown {
  readonly template: Template;
  readonly text: string;
  readonly widgets: z.infer<typeof body>["widgets"];
}

function dashboardsOf(templates: readonly Template[]): readonly Shown[] {
  return templates.flatMap((template) =>
    resourcesOf(template, "aws_cloudwatch_dashboard").map(({ attributes }) => {
      const text = textAt(attributes, "dashboard_body") ?? "";
      return { template, text, widgets: body.parse(JSON.parse(text)).widgets };
    }),
  );
}

const graphsOf = ({ widgets }: Shown): readonly Graph[] => widgets.flatMap((shown) => (shown.type === "metric" ? [shown.properties] : []));
const expressionsOf = (lines: Graph["metrics"]): readonly string[] =>
  (lines ?? []).flatMap((parts) => parts.flatMap((part) => (typeof part === "string" ? [] : (part.expression ?? []))));

/** A metric as it is read somewhere: what Terraform fills in is a star, which stands for any value. */
interface ReadMetric {
  readonly region: string;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
}

const starred = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, "*");
const fits = (one: string, other: string): boolean => one === other || one.includes("*") || other.includes("*");

function isSame(one: ReadMetric, other: ReadMetric): boolean {
  const alike = one.region === other.region && one.namespace === other.namespace && one.name === other.name;
  return (
    alike && one.dimensions.length === other.dimensions.length && one.dimensions.every((text, at) => fits(text, other.dimensions[at] ?? ""))
  );
}

function metricsInQuery(region: string, query: string): readonly ReadMetric[] {
  const [, name, namespace] = /^SELECT \w+\((\w+)\) FROM (?:SCHEMA\()?"([^"]+)"/.exec(query) ?? [];
  const dimensions = [...query.matchAll(/= '([^']*)'/g)].map(([, value = ""]) => starred(value));
  return name === undefined || namespace === undefined ? [] : [{ region, namespace, name, dimensions }];
}

function metricsOnGraph({ region, metrics }: Graph): readonly ReadMetric[] {
  const series = (metrics ?? []).flatMap(([namespace, name, ...rest]) => {
    if (typeof namespace !== "string" || typeof name !== "string") return [];
    const words = rest.filter((part) => typeof part === "string");
    const dimensions = words.flatMap((word, at) => (at % 2 === 0 ? [`${word}=${starred(words[at + 1] ?? "")}`] : [])).toSorted();
    return [{ region, namespace, name, dimensions }];
  });
  return [...series, ...expressionsOf(metrics).flatMap((expression) => metricsInQuery(region, expression))];
}

interface FoundAlarm {
  readonly arn: string;
  readonly metrics: readonly ReadMetric[];
}

function alarmsOf(templates: readonly Template[]): readonly FoundAlarm[] {
  return templates.flatMap((template) =>
    resourcesOf(template, "aws_cloudwatch_metric_alarm").map((block) => {
      const { attributes } = block;
      const region = regionOf(template, block) ?? "";
      const [, query] = /"expression":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(attributes["metric_query"] ?? "")) ?? [];
      const plain = {
        region,
        namespace: textAt(attributes, "namespace") ?? "",
        name: textAt(attributes, "metric_name") ?? "",
        dimensions: Object.entries(z.record(z.string(), z.string()).parse(attributes["dimensions"] ?? {}))
          .map(([dimension, value]) => `${dimension}=${starred(value)}`)
          .toSorted(),
      };
      return {
        arn: `arn:aws:cloudwatch:${region}:111122223333:alarm:${textAt(attributes, "alarm_name") ?? ""}`,
        metrics: query === undefined ? [plain] : metricsInQuery(region, String(JSON.parse(query))),
      };
    }),
  );
}

/** Alarms whose metric no dashboard draws, by itself or as the alarm's. */
function undrawnAlarms(templates: readonly Template[]): readonly string[] {
  const graphs = dashboardsOf(templates).flatMap(graphsOf);
  const drawn = graphs.flatMap(metricsOnGraph);
  const byName = new Set(graphs.flatMap(({ annotations }) => annotations?.alarms ?? []));
  const isDrawn = (metric: ReadMetric): boolean => drawn.some((other) => isSame(metric, other));
  return alarmsOf(templates).flatMap(({ arn, metrics }) => (byName.has(arn) || metrics.some(isDrawn) ? [] : [arn]));
}

/** Alarms that a dashboard names and nobody makes. */
function unknownAlarms(templates: readonly Template[]): readonly string[] {
  const made = new Set(alarmsOf(templates).map(({ arn }) => arn));
  const named = dashboardsOf(templates).flatMap(({ widgets }) =>
    widgets.flatMap((shown) => {
      if (shown.type === "alarm") return shown.properties.alarms;
      return shown.type === "metric" ? (shown.properties.annotations?.alarms ?? []) : [];
    }),
  );
  return named.filter((arn) => !made.has(arn));
}

/** Who writes the metrics of a namespace. */
const emitters: Readonly<Record<string, string>> = {
  "AWS/ApplicationELB": "aws_lb",
  "AWS/AuroraDSQL": "aws_dsql_cluster",
  "AWS/ECS": "aws_ecs_service",
  "AWS/Logs": "aws_cloudwatch_log_group",
  "AWS/NetworkELB": "aws_lb",
  "AWS/RDS": "aws_rds_cluster",
  "AWS/Usage": "aws_dsql_cluster",
  "AWS/WAFV2": "aws_wafv2_web_acl",
  "ECS/ContainerInsights": "aws_ecs_cluster",
};

/** Metrics of which the Region has no emitter, or whose dimension names a resource that is not there. */
function orphanedMetrics(templates: readonly Template[]): readonly string[] {
  const inRegion = new Set(
    templates.flatMap((template) => template.resources.map((block) => `${regionOf(template, block) ?? ""} ${block.type}`)),
  );
  return dashboardsOf(templates).flatMap((shown) => {
    const addresses = new Set(shown.template.resources.map(({ address }) => address));
    const dangling = [...shown.text.matchAll(/\$\{(aws_\w+\.[\w-]+)\./g)].flatMap(([, address = ""]) =>
      addresses.has(address) ? [] : [address],
    );
    const unsent = graphsOf(shown)
      .flatMap(metricsOnGraph)
      .filter(({ region, namespace }) => !inRegion.has(`${region} ${emitters[namespace] ?? "nobody"}`));
    return [...dangling, ...unsent.map(({ region, namespace, name }) => [region, namespace, name].join(" "))];
  });
}

function overlap(widgets: Shown["widgets"]): boolean {
  const taken = widgets.flatMap(({ x, y, width, height }) =>
    Array.from({ length: width * height }, (_, cell) => `${x + (cell % width)} ${y + Math.floor(cell / width)}`),
  );
  return new Set(taken).size < taken.length || widgets.some(({ x, width }) => x + width > 24);
}

describe.each(readdirSync(folder))("%s", (file) => {
  const templates = templatesOf(file);
  const dashboards = dashboardsOf(templates);

  test("each cell has a dashboard at each site, and one sees both, of a form and size that CloudWatch takes", () => {
    const cells = templates.filter(({ stack }) => /^cell-\d+-[ab]$/.test(stack)).map(({ stack }) => stack);
    expect(dashboards.map(({ template: { stack } }) => stack).toSorted()).toEqual([...cells, "traffic"].toSorted());
    for (const { text, widgets } of dashboards) {
      expect(text.length).toBeLessThan(1_000_000);
      expect(overlap(widgets)).toBe(false);
    }
  });

  test("a graph has no more than one query, which is all that CloudWatch takes", () => {
    const queries = dashboards
      .flatMap(graphsOf)
      .map(({ metrics }) => expressionsOf(metrics).filter((expression) => expression.startsWith("SELECT")));
    expect(queries.filter(({ length }) => length > 1)).toEqual([]);
  });

  test("the metric of every alarm is on a dashboard, and every alarm on one is made", () => {
    expect(undrawnAlarms(templates)).toEqual([]);
    expect(unknownAlarms(templates)).toEqual([]);
  });

  test("every metric on a dashboard has an emitter in its Region", () => {
    expect(orphanedMetrics(templates)).toEqual([]);
  });
});

describe("a dashboard that somebody edited", () => {
  const templates = templatesOf("sweden.yaml");
  const traffic = templates.find(({ stack }) => stack === "traffic");
  if (traffic === undefined) throw new Error("sweden has no stack traffic");
  const { address } = resourceNamed(traffic, "aws_cloudwatch_dashboard", "overview");
  const withEdit = (from: string, to: string): readonly Template[] =>
    templates.map((template) => (template === traffic ? edited(template, { [address]: replacingText(from, to) }) : template));
  const lost = "arn:aws:cloudwatch:eu-north-1:111122223333:alarm:twinsite-sweden-site-a-flow-logs-silent";

  test("is found when an alarm is no longer on it, or one that nobody makes", () => {
    const mutant = withEdit("site-a-flow-logs-silent", "site-a-gone");
    expect(undrawnAlarms(mutant)).toEqual([lost]);
    expect(new Set(unknownAlarms(mutant))).toEqual(new Set([lost.replace("flow-logs-silent", "gone")]));
  });

  test("is found when a metric has no emitter in its Region", () => {
    expect(orphanedMetrics(withEdit("AWS/ApplicationELB", "AWS/Lambda"))).not.toEqual([]);
  });
});

import type { Deployment } from "../config/deployment";
import { answerTime, healthyTargets, requests } from "./cell/cell-dashboard";
import type { Design } from "./design";
import type { DashboardDesign, GraphLine, MetricGraph, Widget } from "./foundation/dashboards";
import { prefixOf } from "./foundation/naming";
import { runbookLinks } from "./foundation/runbooks";
import { tasksAtPeak } from "./layout/capacity";
import { alarmArn, type PlacedAlarm, watchedAlarms } from "./overview-alarms";

/** CloudWatch's own limit of a field of alarms (CloudWatch-Dashboard-Body-Structure, read 2026-12-01). */
const ALARMS_IN_A_FIELD = 100;

/**
 * What sees both sites. It is made where the answers are, in a third Region, and each graph reads its
 * own Region: with one lost, its graphs are empty and the others go on. Alarms of other stacks are
 * shown by their names, so it waits for none of these.
 */
export function overviewDashboard(deployment: Deployment, design: Omit<Design, "overview">): DashboardDesign {
  const alarms = watchedAlarms(deployment, design);
  return {
    name: `${prefixOf(deployment)}-both-sites`,
    widgets: [
      { kind: "text", markdown: introduction(deployment), rows: 4 },
      ...alarmFields(deployment, [...alarms.cells, ...alarms.others]),
      ...trafficGraphs(deployment, design),
      ...alarms.others.map(
        (placed): Widget => ({
          kind: "alarm",
          title: placed.alarm.name.replace(`${prefixOf(deployment)}-`, ""),
          region: placed.region,
          alarmArn: alarmArn(deployment, placed),
        }),
      ),
    ],
  };
}

function introduction(deployment: Deployment): string {
  const { a, b } = deployment.sites;
  return [
    `# ${deployment.name}: site-a in ${a.region}, site-b in ${b.region}`,
    "Dashboards are one for all Regions: open the console in a Region that is well. A lost Region's graphs are empty.",
    "Each site's cells have dashboards of their own, by the names of their clusters.",
    runbookLinks(["site-unwell", "loss-of-a-region", "routing-controls", "line-down"]),
  ].join("\n");
}

function alarmFields(deployment: Deployment, alarms: readonly PlacedAlarm[]): readonly Widget[] {
  const arns = [...new Set(alarms.map((placed) => alarmArn(deployment, placed)))];
  const fields = Array.from({ length: Math.ceil(arns.length / ALARMS_IN_A_FIELD) }, (_, field) =>
    arns.slice(field * ALARMS_IN_A_FIELD, (field + 1) * ALARMS_IN_A_FIELD),
  );
  return fields.map((alarmArns, field) => ({ kind: "alarmStates", title: `Alarms ${field + 1} of ${fields.length}`, alarmArns }));
}

/** What both sites carry, side by side. */
function trafficGraphs(deployment: Deployment, { cells }: Pick<Design, "cells">): readonly MetricGraph[] {
  const needed = { label: "tasks of a cell for the peak", value: tasksAtPeak(deployment) };
  return (["a", "b"] as const).flatMap((site) => {
    const { region } = deployment.sites[site];
    const here = cells.filter((cell) => cell.site === site);
    const fronts = here.flatMap((cell) => [
      { stack: cell.name, part: "internetFront" },
      ...(cell.privateFront === undefined ? [] : [{ stack: cell.name, part: "privateFront" }]),
    ]);
    const lines = (line: Pick<GraphLine, "as" | "metric">): readonly GraphLine[] =>
      fronts.map(({ stack, part }) => ({ part: `${stack}/${part}`, label: `${stack} ${part}`, ...line }));
    const graph = (title: string, of: readonly GraphLine[], levels: MetricGraph["levels"] = []): MetricGraph => ({
      kind: "metrics",
      title: `${title}, site-${site}`,
      region,
      lines: of,
      levels,
    });
    return [
      graph("Payments a second", lines({ metric: requests, as: "perSecond" })),
      graph("Answer times p99, in seconds", lines({ metric: answerTime, as: "p99" })),
      graph("Errors of the payment service a minute", lines({ metric: { ...requests, name: "HTTPCode_Target_5XX_Count" } })),
      graph("Errors of load balancers a minute", lines({ metric: { ...requests, name: "HTTPCode_ELB_5XX_Count" } })),
      graph("Healthy tasks by zone", lines({ metric: healthyTargets, as: "eachZone" }), [needed]),
      graph(
        "Tasks that run",
        here.flatMap((cell) =>
          cell.tasks.alarms.slice(0, 1).map(({ metric }) => ({ part: `${cell.name}/tasks`, metric, label: cell.name })),
        ),
        [needed],
      ),
    ];
  });
}

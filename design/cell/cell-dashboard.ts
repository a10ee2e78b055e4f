import type { Deployment, SiteName } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { type DashboardDesign, type GraphLine, graphOfAlarms, type MetricGraph } from "../foundation/dashboards";
import type { Metric } from "../foundation/metrics";
import { siteNameOf } from "../foundation/naming";
import { runbookLinks } from "../foundation/runbooks";
import { type Cell, cellPeak, tasksAtPeak } from "../layout/capacity";
import { globalMemberName, ledgerMemberName } from "../layout/ledger-names";
import { globalLedgerAlarms } from "../ledger/global-ledger-alarms";
import { ledgerAlarms } from "../ledger/ledger-alarms";
import type { InternetAlarm } from "./front-alarms";
import type { PaymentTasksDesign } from "./payment-tasks";

/** The parts of a cell that its dashboard shows. */
export type CellPart = "fixedAddresses" | "internetFront" | "ledger" | "log" | "privateFront" | "tasks" | "twinFront";

export interface WatchedCell {
  readonly internetAlarms: readonly InternetAlarm[];
  /** None, where no participant comes over a private line. */
  readonly privateAlarms: readonly AlarmDesign[];
  readonly fixedAlarms: readonly AlarmDesign[];
  /** None, where the sites compare nothing. */
  readonly twinAlarms: readonly AlarmDesign[];
  readonly tasks: PaymentTasksDesign;
}

export interface CellPlace {
  readonly site: SiteName;
  readonly cell: Cell;
}

type Front = Extract<CellPart, "internetFront" | "privateFront">;

/** Requests that tasks answered; the statistic is what CloudWatch adds up in a minute. */
export const requests: Metric = { of: "applicationBalancer", name: "RequestCount", statistic: "Sum", periodSeconds: 60 };
export const answerTime: Metric = { of: "applicationBalancer", name: "TargetResponseTime", statistic: "Average", periodSeconds: 60 };
export const healthyTargets: Metric = { of: "applicationTargets", name: "HealthyHostCount", statistic: "Minimum", periodSeconds: 60 };

/**
 * What somebody on call sees of a cell at a site. It is made with the cell and lost with it: what
 * sees both sites is in the traffic stack.
 */
export function cellDashboard(deployment: Deployment, place: CellPlace, watched: WatchedCell): DashboardDesign {
  const { region } = deployment.sites[place.site];
  const fronts: readonly Front[] = watched.privateAlarms.length === 0 ? ["internetFront"] : ["internetFront", "privateFront"];
  return {
    name: siteNameOf(deployment, place.site, `cell-${place.cell.id}`),
    widgets: [
      { kind: "text", markdown: introduction(deployment, place), rows: 3 },
      payments(deployment, region, fronts),
      answerTimes(region, fronts),
      ...fronts.map((front) => zones(deployment, region, front)),
      ...frontGraphs(region, watched),
      ...taskGraphs(deployment, region, watched.tasks),
      ...ledgerGraphs(deployment, place),
    ],
  };
}

function introduction(deployment: Deployment, { site, cell }: CellPlace): string {
  return `# ${deployment.name}: cell ${cell.id} at ${site === "a" ? "site-a" : "site-b"}\nLines at the height of a threshold are alarms; their texts name the runbook.\n${runbookLinks(["site-unwell", "tasks-short", "front-errors", "ledger-limits"])}`;
}

const lineOf = (part: CellPart, metric: Metric, more: Pick<GraphLine, "as" | "label">): GraphLine => ({ part, metric, ...more });

function payments(deployment: Deployment, region: string, fronts: readonly Front[]): MetricGraph {
  return {
    kind: "metrics",
    title: "Payments a second",
    region,
    lines: fronts.map((front) => lineOf(front, requests, { label: front, as: "perSecond" })),
    levels: [{ label: "declared peak of the cell", value: cellPeak(deployment) }],
  };
}

function answerTimes(region: string, fronts: readonly Front[]): MetricGraph {
  const lines = fronts.flatMap((front) =>
    (["p50", "p99"] as const).map((as) => lineOf(front, answerTime, { label: `${front} ${as}`, as })),
  );
  return { kind: "metrics", title: "Answer times, in seconds", region, lines, levels: [] };
}

function zones(deployment: Deployment, region: string, front: Front): MetricGraph {
  return {
    kind: "metrics",
    title: `Healthy tasks by zone, ${front}`,
    region,
    lines: [lineOf(front, healthyTargets, { label: front, as: "eachZone" })],
    levels: [{ label: "tasks for the peak", value: tasksAtPeak(deployment) }],
  };
}

/** Their thresholds are thousands of times those of errors, which would be a flat line beside them. */
const ofClients: ReadonlySet<string> = new Set(["BlockedRequests", "ClientTLSNegotiationErrorCount"]);

/** Errors by where they arise, each front for itself: one that is quiet would hide behind the other. */
function frontGraphs(region: string, { internetAlarms, privateAlarms, fixedAlarms, twinAlarms }: WatchedCell): readonly MetricGraph[] {
  const told = [
    { part: "internetFront", alarms: internetAlarms },
    { part: "privateFront", alarms: privateAlarms },
    { part: "fixedAddresses", alarms: fixedAlarms },
    { part: "twinFront", alarms: twinAlarms },
  ] as const;
  return told.flatMap(({ part, alarms }) => {
    const counted = alarms.filter(({ metric }) => metric.statistic === "Sum");
    return [
      { title: "Errors a minute", shown: counted.filter(({ metric }) => !ofClients.has(metric.name)) },
      { title: "Refused clients a minute", shown: counted.filter(({ metric }) => ofClients.has(metric.name)) },
      { title: "Targets", shown: alarms.filter(({ metric }) => metric.statistic !== "Sum") },
    ].flatMap(({ title, shown }) => (shown.length === 0 ? [] : [graphOfAlarms({ region, part, title: `${title}, ${part}` }, shown)]));
  });
}

/** What runs beyond the peak is only to be ready: between the two levels is what a lost zone takes. */
function taskGraphs(deployment: Deployment, region: string, { alarms, logs, service }: PaymentTasksDesign): readonly MetricGraph[] {
  const running = alarms.filter(({ metric }) => metric.name === "RunningTaskCount");
  const load = alarms.filter(({ metric }) => metric.name !== "RunningTaskCount");
  const ready = service.tasks - tasksAtPeak(deployment);
  return [
    graphOfAlarms({ region, part: "tasks", title: `Tasks that run; ${ready} of ${service.tasks} are only to be ready` }, running),
    graphOfAlarms({ region, part: "tasks", title: "Processors and memory of the tasks, in per cent" }, load),
    graphOfAlarms({ region, part: "log", title: "Lines that the service prints" }, [logs.silence]),
  ];
}

/** A graph for each, since a graph takes one query. Nothing, where the ledger is both sites' and the overview has it. */
function ledgerGraphs(deployment: Deployment, { site, cell }: CellPlace): readonly MetricGraph[] {
  const { region } = deployment.sites[site];
  return ledgerAlarmsAt(deployment, { site, cell }).map((alarm) =>
    graphOfAlarms({ region, part: "ledger", title: `Ledger: ${alarm.id}` }, [alarm]),
  );
}

function ledgerAlarmsAt(deployment: Deployment, { site, cell }: CellPlace): readonly AlarmDesign[] {
  switch (deployment.ledger.engine) {
    case "dsql":
      return ledgerAlarms(ledgerMemberName(cell, site));
    case "auroraGlobal": {
      const { lag, lagEarly, others } = globalLedgerAlarms(deployment, globalMemberName(deployment, site, cell));
      return [lag, lagEarly, ...others];
    }
    case "dsqlOneRegion":
      return [];
  }
}

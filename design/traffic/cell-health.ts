import type { Deployment, SiteName } from "../../config/deployment";
import { healthProbe } from "../../facts/dns-failover";
import { checkerRegions } from "../../facts/health-checkers";
import { cellStackName } from "../cell/cell";
import { privateHealthAlarm } from "../cell/front-alarms";
import type { AlarmDesign } from "../foundation/alarms";
import { prefixOf } from "../foundation/naming";
import { type Cell, cellsOf } from "../layout/capacity";
import { globalMemberName } from "../layout/ledger-names";
import { cellSiteName } from "../layout/service-names";
import { globalLedgerAlarms } from "../ledger/global-ledger-alarms";

/**
 * How Route 53 learns whether a cell is well at a site. Both ways ask that site alone: with both
 * sites unwell Route 53 answers with both again, so nothing that they share may be asked.
 */
export interface CellHealthDesign {
  /** The cell's two digits. */
  readonly cell: string;
  readonly site: SiteName;
  /** The cell's stack at the site. */
  readonly stack: string;
  readonly internet: DeepCheckDesign;
  /** The check for private lines; none, where no participant comes over one. */
  readonly privateLine: AlarmCheckDesign | "none";
  /** The check of the ledger's lag; none, where the ledger's members are never behind each other. */
  readonly ledgerLag: LagCheckDesign | "none";
}

/** A check that asks from the internet: whether payments go through. */
export interface DeepCheckDesign {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly intervalSeconds: number;
  readonly failures: number;
  /** Regions that it is asked from. */
  readonly checkers: readonly string[];
  readonly alarm: CheckAlarm;
}

/** A check that reads from an alarm of the site's own Region, since checkers cannot reach private addresses. */
export interface AlarmCheckDesign {
  readonly name: string;
  readonly alarmRegion: string;
  /**
   * A lost Region says nothing: its silence is its loss. With `LastKnownStatus` it would stay well
   * for ever. Where only CloudWatch is silent, the other site carries all, as it can.
   */
  readonly whenSilent: "Unhealthy";
  /**
   * How the alarm decides. Route 53 copies that and looks again only when the check changes
   * (Route53/latest/DeveloperGuide/health-checks-updating-cloudwatch-alarm-settings, read 2026-11-25).
   */
  readonly alarmSettings: string;
  readonly alarm: CheckAlarm;
}

/**
 * Takes a site out of the answers while its copy of the ledger is further behind than the loss that
 * was agreed on: what it hands on would wait as long, and what it reads is as old. Only the copy's
 * site has the metric, so it is never the primary's that leaves, nor both for this one reason.
 */
export interface LagCheckDesign {
  readonly name: string;
  readonly alarmRegion: string;
  /** A primary is behind nobody and says nothing, as does a copy that was just promoted. */
  readonly whenSilent: "Healthy";
  readonly alarmSettings: string;
  /** Names of the checks that ask for both, the cell's own health and this. */
  readonly together: { readonly internet: string; readonly privateLine: string };
}

/** An alarm on a health check. */
export type CheckAlarm = AlarmDesign<"healthCheck">;

/** Tells on-call that a health check is not well, or says nothing. */
export function checkAlarm(alarm: Pick<CheckAlarm, "description" | "id" | "name" | "runbook">): CheckAlarm {
  return {
    ...alarm,
    metric: { of: "healthCheck", name: "HealthCheckStatus", statistic: "Minimum", periodSeconds: 60 },
    comparison: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 1,
    missingData: "breaching",
    tells: "troubleAndItsEnd",
  };
}

export function cellHealth(deployment: Deployment): readonly CellHealthDesign[] {
  return cellsOf(deployment).flatMap((cell) =>
    (["a", "b"] as const).map((site) => ({
      cell: cell.id,
      site,
      stack: cellStackName(site, cell),
      internet: deepCheck(deployment, { ...cell, site }),
      privateLine: hasPrivateLines(deployment) ? alarmCheck(deployment, { ...cell, site }) : "none",
      ledgerLag: lagCheck(deployment, { ...cell, site }),
    })),
  );
}

export function hasPrivateLines({ flows }: Deployment): boolean {
  return flows.some(({ listener }) => listener === "privateLine");
}

type CellAtSite = Cell & { readonly site: SiteName };

function deepCheck(deployment: Deployment, place: CellAtSite): DeepCheckDesign {
  const name = checkName(deployment, place, "internet");
  return {
    name,
    host: cellSiteName(deployment, "public", place),
    port: healthPort(deployment),
    path: deployment.service.health.deep,
    intervalSeconds: healthProbe.intervalSeconds,
    failures: healthProbe.failures,
    checkers: checkerRegions,
    alarm: checkAlarm({
      id: "internet-alarm",
      runbook: "site-unwell",
      name: `${name}-unwell`,
      description: `No payments go through cell ${place.id} at site ${place.site} from the internet: names lead to the other site`,
    }),
  };
}

function alarmCheck(deployment: Deployment, place: CellAtSite): AlarmCheckDesign {
  const name = checkName(deployment, place, "private-line");
  return {
    name,
    alarmRegion: deployment.sites[place.site].region,
    whenSilent: "Unhealthy",
    alarmSettings: settingsOf(privateHealthAlarm(deployment, place.site, place)),
    alarm: checkAlarm({
      id: "private-line-alarm",
      runbook: "site-unwell",
      name: `${name}-unwell`,
      description: `Cell ${place.id} at site ${place.site} is unwell or silent for private lines: names lead to the other site`,
    }),
  };
}

function lagCheck(deployment: Deployment, place: CellAtSite): LagCheckDesign | "none" {
  if (deployment.ledger.engine !== "auroraGlobal") return "none";
  const { lag } = globalLedgerAlarms(deployment, globalMemberName(deployment, place.site, place));
  return {
    name: checkName(deployment, place, "ledger-lag"),
    alarmRegion: deployment.sites[place.site].region,
    whenSilent: "Healthy",
    alarmSettings: settingsOf(lag),
    together: {
      internet: checkName(deployment, place, "internet-and-ledger"),
      privateLine: checkName(deployment, place, "private-line-and-ledger"),
    },
  };
}

function settingsOf({ metric: { name, statistic }, comparison, threshold, evaluationPeriods }: AlarmDesign): string {
  return `${statistic} ${name} ${comparison} ${threshold}, ${evaluationPeriods} in a row`;
}

type CheckKind = "internet" | "private-line" | "ledger-lag" | "internet-and-ledger" | "private-line-and-ledger";

function checkName(deployment: Deployment, { id, site }: CellAtSite, asked: CheckKind): string {
  return `${prefixOf(deployment)}-cell-${id}-site-${site}-${asked}`;
}

function healthPort({ name, flows }: Deployment): number {
  const flow = flows.find(({ listener }) => listener === "health");
  if (flow === undefined) throw new Error(`deployment ${name} has no flow with listener health, so no checker can ask`);
  return flow.port;
}

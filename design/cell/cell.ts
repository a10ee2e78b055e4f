import type { Deployment, SiteName } from "../../config/deployment";
import type { DashboardDesign } from "../foundation/dashboards";
import { evidenceOf } from "../foundation/evidence";
import { onCallTopicArn } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { siteStackHead } from "../foundation/stack-heads";
import { type Cell, cellsOf } from "../layout/capacity";
import { ledgerMemberName, ledgerName } from "../layout/ledger-names";
import { namesName } from "../names/names";
import { cellDifferences } from "../network/permitted-differences";
import { cellDashboard, type WatchedCell } from "./cell-dashboard";
import {
  type BalancerAlarm,
  type FixedFrontAlarm,
  fixedFrontAlarms,
  type InternetAlarm,
  internetAlarms,
  privateAlarms,
  privateHealthAlarm,
} from "./front-alarms";
import { type InternetFrontDesign, internetFrontDesign } from "./internet-front";
import { type PaymentTasksDesign, paymentTasksDesign } from "./payment-tasks";
import { type PrivateFrontDesign, privateFrontDesign } from "./private-front";
import { type TwinFrontDesign, twinFrontDesign } from "./twin-front";
import { twinFrontAlarms } from "./twin-front-alarms";

/** A cell at one site: its ways in, and the payment service behind them. */
export interface CellDesign extends StackDesign {
  readonly site: SiteName;
  readonly siteStack: string;
  readonly ledgerStack: string;
  readonly region: string;
  readonly internetFront: InternetFrontDesign;
  readonly internetAlarms: readonly InternetAlarm[];
  /** The way in over private lines; none, where no participant comes over one. */
  readonly privateFront: PrivateFrontDesign | undefined;
  readonly privateAlarms: PrivateAlarms;
  /** The way in for the other site; none, where no flow comes from there. */
  readonly twinFront: TwinFrontDesign | undefined;
  readonly twinAlarms: readonly FixedFrontAlarm[];
  readonly tasks: PaymentTasksDesign;
  readonly dashboard: DashboardDesign;
  readonly onCallTopicArn: string;
}

export interface PrivateAlarms {
  readonly front: readonly BalancerAlarm[];
  readonly fixed: readonly FixedFrontAlarm[];
  readonly health: FixedFrontAlarm;
}

/** Every cell twice: the one at site a and the one at site b. */
export function cellDesigns(deployment: Deployment): readonly CellDesign[] {
  return cellsOf(deployment).flatMap((cell) => [cellDesign(deployment, "a", cell), cellDesign(deployment, "b", cell)]);
}

export function cellStackName(site: SiteName, { id }: Pick<Cell, "id">): string {
  return `cell-${id}-${site}`;
}

function cellDesign(deployment: Deployment, site: SiteName, cell: Cell): CellDesign {
  const name = cellStackName(site, cell);
  const siteStack = `site-${site}`;
  const { region } = deployment.sites[site];
  const internet = internetAlarms(deployment, site, cell);
  const privateFront = privateFrontDesign(deployment, site, cell);
  const onLines = privateAlarmsOf(deployment, site, cell);
  const twinFront = twinFrontDesign(deployment, site, cell);
  const twinned = twinFrontAlarms(deployment, site, cell);
  const tasks = paymentTasksDesign(deployment, site, cell);
  return {
    ...siteStackHead(deployment, site, name),
    evidence: evidenceOf(deployment, name, {
      role: "cell",
      site,
      cell: `cell-${cell.id}`,
      permittedDifferences: cellDifferences(deployment, site, { ...cell, stack: name }),
    }),
    after: [siteStack, ledgerMemberName(cell, site), ledgerName(cell), namesName],
    site,
    siteStack,
    ledgerStack: ledgerMemberName(cell, site),
    region,
    internetFront: internetFrontDesign(deployment, site, cell),
    internetAlarms: internet,
    privateFront,
    privateAlarms: onLines,
    twinFront,
    twinAlarms: twinned,
    tasks,
    dashboard: cellDashboard(
      deployment,
      { site, cell },
      { internetAlarms: internet, ...watchedLines(privateFront, onLines), twinAlarms: twinFront === undefined ? [] : twinned, tasks },
    ),
    onCallTopicArn: onCallTopicArn(deployment, region),
  };
}

function privateAlarmsOf(deployment: Deployment, site: SiteName, cell: Cell): PrivateAlarms {
  return {
    front: privateAlarms(deployment, site, cell),
    fixed: fixedFrontAlarms(deployment, site, cell),
    health: privateHealthAlarm(deployment, site, cell),
  };
}

/** What is watched of private lines: nothing, where no participant comes over one. */
function watchedLines(
  privateFront: PrivateFrontDesign | undefined,
  { front, fixed, health }: PrivateAlarms,
): Pick<WatchedCell, "fixedAlarms" | "privateAlarms"> {
  return privateFront === undefined ? { privateAlarms: [], fixedAlarms: [] } : { privateAlarms: front, fixedAlarms: [...fixed, health] };
}

import type { InternetFront } from "../constructs/cell/internet-front";
import type { PrivateFront } from "../constructs/cell/private-front";
import type { TwinFront } from "../constructs/cell/twin-front";
import type { CellDesign } from "../design/cell/cell";
import type { CellPart } from "../design/cell/cell-dashboard";
import type { LedgerAtSite } from "./ledger-at-site";

/** Values of the dimensions of every part that a cell has. */
export type CellMetrics = Readonly<Partial<Record<CellPart, Readonly<Record<string, string>>>>>;

interface CellParts {
  readonly privateFront: PrivateFront | undefined;
  readonly twinFront: TwinFront | undefined;
  readonly ledger: LedgerAtSite;
}

/** What CloudWatch knows the parts of a cell by. */
export function metricsOf(
  { tasks }: CellDesign,
  internetFront: InternetFront,
  { privateFront, twinFront, ledger }: CellParts,
): CellMetrics {
  return {
    internetFront: internetFront.metrics,
    tasks: { ClusterName: tasks.cluster, ServiceName: tasks.service.name },
    log: { LogGroupName: tasks.logs.service },
    ledger: ledger.metrics,
    ...(privateFront === undefined ? {} : { privateFront: privateFront.metrics, fixedAddresses: privateFront.fixedMetrics }),
    ...(twinFront === undefined ? {} : { twinFront: twinFront.metrics }),
  };
}

/** A part by the name that a dashboard has for it. */
export function partOf(metrics: CellMetrics, part: string): Readonly<Record<string, string>> {
  const found = Object.entries(metrics).find(([name]) => name === part);
  if (found === undefined) throw new Error(`a dashboard shows ${part}, which the cell does not have`);
  return found[1];
}

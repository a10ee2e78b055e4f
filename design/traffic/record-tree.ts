import type { Deployment, SiteName } from "../../config/deployment";
import { type Cell, cellsOf } from "../layout/capacity";
import { cellName, cellSiteName, participantName, serviceName, steeredName, type ZoneKind } from "../layout/service-names";

/**
 * What one zone answers, from the whole service down to a load balancer
 * (docs/adr/0011-a-tree-of-answers.md):
 *
 *     api ─▶ cell ─▶ a cell's answer at a site, if the site is switched on ─▶ its load balancer, if it is well
 *
 * A cell that is unwell at one site is answered with its other site, which can carry all of it, and
 * never with another cell.
 */
export interface RecordTreeDesign {
  readonly service: string;
  readonly cells: readonly CellRecords[];
  readonly participants: readonly ParticipantRecord[];
}

export interface CellRecords {
  /** The cell's two digits. */
  readonly cell: string;
  readonly name: string;
  /** Weight among the cells; all are equal. */
  readonly weight: number;
  readonly sites: readonly SiteRecords[];
}

export interface SiteRecords {
  readonly site: SiteName;
  /** Name that is always answered, well or not: it is what is asked for health. */
  readonly ownName: string;
  readonly steeredName: string;
  /** Weight between the sites; both are equal. */
  readonly weight: number;
}

export interface ParticipantRecord {
  readonly participant: string;
  readonly name: string;
  /** Name of the participant's cell, over which it is steered. */
  readonly cellName: string;
}

const sites: readonly SiteName[] = ["a", "b"];

export function recordTree(deployment: Deployment, zone: ZoneKind): RecordTreeDesign {
  const cells = cellsOf(deployment);
  return {
    service: serviceName(deployment, zone),
    cells: cells.map((cell) => cellRecords(deployment, zone, cell)),
    participants: deployment.participants.map(({ name, cell: number }) => {
      const cell = cells.find((candidate) => candidate.number === number);
      if (cell === undefined) throw new Error(`participant ${name} is of cell ${number}, but there are ${cells.length} cells`);
      return { participant: name, name: participantName(deployment, zone, name), cellName: cellName(deployment, zone, cell) };
    }),
  };
}

function cellRecords(deployment: Deployment, zone: ZoneKind, cell: Cell): CellRecords {
  return {
    cell: cell.id,
    name: cellName(deployment, zone, cell),
    weight: 1,
    sites: sites.map((site) => ({
      site,
      ownName: cellSiteName(deployment, zone, { ...cell, site }),
      steeredName: steeredName(deployment, zone, { ...cell, site }),
      weight: 50,
    })),
  };
}

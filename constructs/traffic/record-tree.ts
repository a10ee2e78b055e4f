import { Route53Record, type Route53RecordConfig } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import type { CellRecords, ParticipantRecord, RecordTreeDesign, SiteRecords } from "../../design/traffic/record-tree";

/** A load balancer, as an alias names it. */
export interface Front {
  readonly dnsName: string;
  readonly hostedZoneId: string;
}

/** What the answer of one cell at one site leads to, and hangs on. */
export interface RecordSource {
  readonly front: Front;
  /** Whether the cell is well there. */
  readonly healthCheckId: string;
  /** Whether the site is switched on. */
  readonly switchCheckId: string;
}

export interface RecordTreeProps {
  readonly tree: RecordTreeDesign;
  readonly zoneId: string;
  readonly sourceOf: (cell: string, site: "a" | "b") => RecordSource;
}

/** The answers of one zone. An alias waits for what it leads to: Route 53 refuses one that leads nowhere. */
export class RecordTree extends Construct {
  constructor(scope: Construct, id: string, { tree, zoneId, sourceOf }: RecordTreeProps) {
    super(scope, id);
    const cells = tree.cells.map((cell) => ({ cell, records: this.defineCell(cell, { zoneId, sourceOf }) }));
    for (const { cell, records } of cells) this.defineShare(tree.service, cell, { zoneId, records });
    for (const participant of tree.participants) {
      const records = cells.filter(({ cell }) => cell.name === participant.cellName).flatMap((found) => found.records);
      this.defineParticipant(participant, { zoneId, records });
    }
  }

  private defineCell(cell: CellRecords, { zoneId, sourceOf }: Sources): readonly Route53Record[] {
    return cell.sites.map((answer) => {
      const id = `cell-${cell.cell}-site-${answer.site}`;
      const source = sourceOf(cell.cell, answer.site);
      this.defineOwnName(id, answer, { zoneId, source });
      const steered = this.defineSteered(id, answer, { zoneId, source });
      return this.record(`${id}-share`, zoneId, {
        name: cell.name,
        setIdentifier: `site-${answer.site}`,
        weightedRoutingPolicy: { weight: answer.weight },
        healthCheckId: source.switchCheckId,
        alias: { name: steered.name, zoneId, evaluateTargetHealth: true },
      });
    });
  }

  /** A cell's own name at a site is never steered: a checker must get this address to find out that nobody is well there. */
  private defineOwnName(id: string, answer: SiteRecords, { zoneId, source }: Source): void {
    const { dnsName, hostedZoneId } = source.front;
    const alias = { name: dnsName, zoneId: hostedZoneId, evaluateTargetHealth: false };
    this.record(id, zoneId, { name: answer.ownName, alias });
  }

  /** The steered record is weighted, though alone: in a private zone a simple record takes no health check. */
  private defineSteered(id: string, { steeredName, site, weight }: SiteRecords, { zoneId, source }: Source): Route53Record {
    const { dnsName, hostedZoneId } = source.front;
    return this.record(`${id}-if-well`, zoneId, {
      name: steeredName,
      setIdentifier: `site-${site}`,
      weightedRoutingPolicy: { weight },
      healthCheckId: source.healthCheckId,
      alias: { name: dnsName, zoneId: hostedZoneId, evaluateTargetHealth: true },
    });
  }

  private defineShare(service: string, { cell, name, weight }: CellRecords, { zoneId, records }: Leads): void {
    this.record(`service-cell-${cell}`, zoneId, {
      name: service,
      setIdentifier: `cell-${cell}`,
      weightedRoutingPolicy: { weight },
      alias: { name, zoneId, evaluateTargetHealth: true },
      dependsOn: [...records],
    });
  }

  private defineParticipant({ participant, name, cellName }: ParticipantRecord, { zoneId, records }: Leads): void {
    const alias = { name: cellName, zoneId, evaluateTargetHealth: true };
    this.record(`participant-${participant}`, zoneId, { name, alias, dependsOn: [...records] });
  }

  /** Records are of IPv4 only, as the network and the checkers are. */
  private record(id: string, zoneId: string, config: Omit<Route53RecordConfig, "zoneId" | "type">): Route53Record {
    return new Route53Record(this, id, { zoneId, type: "A", ...config });
  }
}

interface Sources {
  readonly zoneId: string;
  readonly sourceOf: RecordTreeProps["sourceOf"];
}

interface Source {
  readonly zoneId: string;
  readonly source: RecordSource;
}

interface Leads {
  readonly zoneId: string;
  readonly records: readonly Route53Record[];
}

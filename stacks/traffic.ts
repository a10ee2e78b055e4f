import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { Dashboard } from "../constructs/foundation/dashboard";
import { CellHealth, type HealthCheckWatch } from "../constructs/traffic/cell-health";
import { type Front, type RecordSource, RecordTree } from "../constructs/traffic/record-tree";
import { SiteSwitches } from "../constructs/traffic/site-switches";
import type { DashboardDesign } from "../design/foundation/dashboards";
import type { TrafficDesign } from "../design/traffic/traffic";
import { type CellMetrics, partOf } from "./cell-metrics";
import { FoundationStack } from "./foundation";

type Side = "a" | "b";

/** A cell's stack at a site, as far as it is answered: what answers lead to and what says that it is well. */
export interface CellAtSite {
  readonly node: { readonly id: string };
  readonly internetFront: Front;
  readonly privateFront: Front;
  readonly privateHealthAlarm: { readonly alarmName: string };
  readonly ledgerLagAlarm: { readonly alarmName: string };
  readonly metrics: CellMetrics;
}

export interface TrafficDependencies {
  readonly names: { readonly zoneId: string };
  readonly sites: Readonly<Record<Side, { readonly privateZoneId: string }>>;
  /** Every cell at every site. */
  readonly cells: readonly CellAtSite[];
  /** The dashboard that sees both sites. */
  readonly overview: DashboardDesign;
}

/** What leads clients to a site that is well. The last stack: it sees both sites' cells. */
export class TrafficStack extends FoundationStack {
  constructor(scope: Construct, design: TrafficDesign, dependencies: TrafficDependencies) {
    super(scope, design);
    const watch = { provider: this.providerOf("us-east-1"), topicArn: design.onCallTopicArn };
    const switches = new SiteSwitches(this, "switches", { switches: design.switches, provider: this.providerOf("us-west-2"), watch });
    const placeOf = this.definePlaces(design, dependencies.cells, watch);
    const switchCheckIdOf = (site: Side) => switches.healthCheckIdOf(site);
    new RecordTree(this, "public", {
      tree: design.answers.public,
      zoneId: dependencies.names.zoneId,
      sourceOf: (cell, site) => {
        const { at, health } = placeOf(cell, site);
        return { front: at.internetFront, healthCheckId: health.internetCheckId, switchCheckId: switchCheckIdOf(site) };
      },
    });
    this.definePrivateAnswers(design, dependencies, { placeOf, switchCheckIdOf });
    this.defineOverview(dependencies);
    this.tellOperators(switches);
  }

  /** A part is a cell's, by the stack of the cell. */
  private defineOverview({ overview, cells }: TrafficDependencies): void {
    const valuesOf = (part: string) => {
      const [stack = "", name = ""] = part.split("/");
      return partOf(this.needed(stack, cells).metrics, name);
    };
    new Dashboard(this, "overview", { dashboard: overview, valuesOf });
  }

  /** Both sites' zones have the same answers; a participant asks the resolver of either. */
  private definePrivateAnswers({ answers: { private: tree } }: TrafficDesign, { sites }: TrafficDependencies, of: Sources): void {
    if (tree === "none") return;
    const sourceOf = (cell: string, site: Side): RecordSource => {
      const { at, health } = of.placeOf(cell, site);
      if (health.privateCheckId === undefined) throw new Error(`cell ${cell} has no health check of its private front at site ${site}`);
      return { front: at.privateFront, healthCheckId: health.privateCheckId, switchCheckId: of.switchCheckIdOf(site) };
    };
    for (const side of ["a", "b"] as const) {
      new RecordTree(this, `private-site-${side}`, { tree, zoneId: sites[side].privateZoneId, sourceOf });
    }
  }

  /** Every cell at every site, with its health checks. */
  private definePlaces(design: TrafficDesign, cells: TrafficDependencies["cells"], watch: HealthCheckWatch): Sources["placeOf"] {
    const places = design.health.map((health) => {
      const { cell, site, stack } = health;
      const at = this.needed(stack, cells);
      return {
        cell,
        site,
        at,
        health: new CellHealth(this, `cell-${cell}-site-${site}`, { health, privateParts: at, ledgerParts: at, watch }),
      };
    });
    return (cell, site) => {
      const found = places.find((place) => place.cell === cell && place.site === site);
      if (found === undefined) throw new Error(`stack ${design.name} has no health checks of cell ${cell} at site ${site}`);
      return found;
    };
  }

  /** What operators write down beforehand: in an outage, whoever would tell them may be out too. */
  private tellOperators(switches: SiteSwitches): void {
    const told = {
      switch_endpoints: switches.cluster.clusterEndpoints,
      switch_arns: { "site-a": switches.arnOf("a"), "site-b": switches.arnOf("b") },
      switch_safety_rule_arn: switches.safetyRuleArn,
    };
    for (const [name, value] of Object.entries(told)) new TerraformOutput(this, name, { value }).overrideLogicalId(name);
  }
}

interface Place {
  readonly at: CellAtSite;
  readonly health: CellHealth;
}

interface Sources {
  readonly placeOf: (cell: string, site: Side) => Place;
  readonly switchCheckIdOf: (site: Side) => string;
}

import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { type AnswerSource, AnswerTree, type Front } from "../constructs/answer-tree";
import { CellHealth } from "../constructs/cell-health";
import type { HealthCheckWatch } from "../constructs/health-check-alarm";
import { SiteSwitches } from "../constructs/site-switches";
import type { TrafficDesign } from "../design/traffic";
import { FoundationStack } from "./foundation";

type Side = "a" | "b";

/** Of one cell at one site, what answers lead to and what says that it is well. */
export interface CellAtSite {
  readonly internetFront: Front;
  readonly privateFront: Front;
  readonly privateHealthAlarm: { readonly alarmName: string };
}

export interface TrafficSurroundings {
  readonly names: { readonly zoneId: string };
  readonly sites: Readonly<Record<Side, { readonly privateZoneId: string }>>;
  /** By the cell's id. */
  readonly cells: ReadonlyMap<string, Readonly<Record<Side, CellAtSite>>>;
}

/** What leads clients to a site that is well. The last stack: it sees both sites' cells. */
export class TrafficStack extends FoundationStack {
  constructor(scope: Construct, design: TrafficDesign, surroundings: TrafficSurroundings) {
    super(scope, design);
    const { names, sites, cells } = surroundings;
    const watch = { provider: this.providerOf("us-east-1"), topicArn: design.onCallTopicArn };
    const switches = new SiteSwitches(this, "switches", { switches: design.switches, provider: this.providerOf("us-west-2"), watch });
    const placeOf = this.definePlaces(design, cells, watch);
    const internetSource = (cell: string, site: Side): AnswerSource => ({
      front: placeOf(cell, site).at.internetFront,
      healthCheckId: placeOf(cell, site).health.internetCheckId,
      switchCheckId: switches.healthCheckIdOf(site),
    });
    const privateSource = (cell: string, site: Side): AnswerSource => ({
      front: placeOf(cell, site).at.privateFront,
      healthCheckId: placeOf(cell, site).health.privateCheckId,
      switchCheckId: switches.healthCheckIdOf(site),
    });
    new AnswerTree(this, "public", { tree: design.answers.public, zoneId: names.zoneId, sourceOf: internetSource });
    for (const side of ["a", "b"] as const) {
      const { privateZoneId: zoneId } = sites[side];
      new AnswerTree(this, `private-site-${side}`, { tree: design.answers.private, zoneId, sourceOf: privateSource });
    }
    this.tellOperators(switches);
  }

  /** Every cell at every site, with its health checks. */
  private definePlaces(
    design: TrafficDesign,
    cells: TrafficSurroundings["cells"],
    watch: HealthCheckWatch,
  ): (cell: string, site: Side) => Place {
    const places = design.health.map((health) => {
      const { cell, site } = health;
      const at = cells.get(cell)?.[site];
      if (at === undefined) throw new Error(`stack ${design.name} needs cell ${cell}, which is not in the app`);
      const { alarmName } = at.privateHealthAlarm;
      return { cell, site, at, health: new CellHealth(this, `cell-${cell}-site-${site}`, { health, privateAlarmName: alarmName, watch }) };
    });
    return (cell, site) => {
      const found = places.find((place) => place.cell === cell && place.site === site);
      if (found === undefined) throw new Error(`stack ${design.name} has no health checks of cell ${cell} at site ${site}`);
      return found;
    };
  }

  /** To be written down beforehand: in an outage, whoever would tell them may be out too. */
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

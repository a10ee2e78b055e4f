import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { InternetFront } from "../constructs/cell/internet-front";
import { PaymentTasks } from "../constructs/cell/payment-tasks";
import { PrivateFront } from "../constructs/cell/private-front";
import { TwinFront } from "../constructs/cell/twin-front";
import { Alarm } from "../constructs/foundation/alarm";
import { Dashboard } from "../constructs/foundation/dashboard";
import type { CellDesign } from "../design/cell/cell";
import type { PrivateFrontDesign } from "../design/cell/private-front";
import type { TwinFrontDesign } from "../design/cell/twin-front";
import type { Segment } from "../design/layout/address-plan";
import { type CellMetrics, metricsOf, partOf } from "./cell-metrics";
import { FoundationStack } from "./foundation";
import { GlobalLedgerMemberStack } from "./global-ledger-member";
import type { LedgerAtSite } from "./ledger-at-site";
import type { NamesStack } from "./names";
import type { SiteStack } from "./site";

export interface CellDependencies {
  /** Both sites; its own is among them. */
  readonly sites: readonly SiteStack[];
  /** The ledgers at both sites; its own is among them. */
  readonly ledgers: readonly LedgerAtSite[];
  readonly names: NamesStack;
}

/** What leads clients to a load balancer: its own name at AWS, and the zone that the name is in. */
interface FrontTarget {
  readonly dnsName: string;
  readonly hostedZoneId: string;
}

/** The stacks that a cell stands on, and the certificate that its load balancers show. */
interface CellInputs {
  readonly site: SiteStack;
  readonly ledger: LedgerAtSite;
  readonly certificateArn: string;
}

/** A cell at one site; the same class draws it at both, so that one is the other's mirror. */
export class CellStack extends FoundationStack {
  readonly internetFront: FrontTarget;
  /** The parts of the cell, to CloudWatch. */
  readonly metrics: CellMetrics;
  private readonly privateParts: PrivateParts | undefined;
  private readonly ledger: LedgerAtSite;

  constructor(scope: Construct, design: CellDesign, dependencies: CellDependencies) {
    super(scope, design);
    const inputs = this.inputsOf(design, dependencies);
    this.ledger = inputs.ledger;
    const internetFront = this.defineInternetFront(design, inputs);
    this.internetFront = internetFront;
    this.privateParts = design.privateFront === undefined ? undefined : this.definePrivateFront(design, design.privateFront, inputs);
    const twinFront = design.twinFront === undefined ? undefined : this.defineTwinFront(design, design.twinFront, inputs);
    const fronts = [internetFront, this.privateParts?.front, twinFront].flatMap((front) => front ?? []);
    this.defineTasks(design, inputs, fronts);
    this.metrics = metricsOf(design, internetFront, { privateFront: this.privateParts?.front, twinFront, ledger: inputs.ledger });
    new Dashboard(this, "dashboard", { dashboard: design.dashboard, valuesOf: (part) => partOf(this.metrics, part) });
  }

  /** The load balancer with fixed addresses. */
  get privateFront(): FrontTarget {
    return this.privateOrFail().front;
  }

  /** What the health check of the private answers watches. */
  get privateHealthAlarm(): { readonly alarmName: string } {
    return this.privateOrFail().healthAlarm;
  }

  /** What the health checks of its answers watch besides, where its ledger is a copy of another. */
  get ledgerLagAlarm(): { readonly alarmName: string } {
    if (this.ledger instanceof GlobalLedgerMemberStack) return this.ledger.lagAlarm;
    throw new Error(`stack ${this.node.id} has a ledger whose members are never behind each other`);
  }

  private privateOrFail(): PrivateParts {
    if (this.privateParts === undefined)
      throw new Error(`stack ${this.node.id} has no private front: no flow has the listener privateLine`);
    return this.privateParts;
  }

  private inputsOf(design: CellDesign, { sites, ledgers, names }: CellDependencies): CellInputs {
    const site = this.needed(design.siteStack, sites);
    const ledger = this.needed(design.ledgerStack, ledgers);
    this.readAs("site", site);
    this.readAs("ledger", ledger);
    return { site, ledger, certificateArn: this.outputOf(names, names.certificateOutputOf(design.site)) };
  }

  private defineInternetFront(design: CellDesign, { site, certificateArn }: CellInputs): InternetFront {
    const front = new InternetFront(this, "internet-front", {
      front: design.internetFront,
      region: design.region,
      vpcId: site.network.vpc.id,
      subnetIds: subnetIds(site, "edge"),
      securityGroupId: site.parties.idOf("internetFront"),
      certificateArn,
      logsKeyArn: site.logsKeyArn,
    });
    for (const alarm of design.internetAlarms) new Alarm(this, alarm.id, { alarm, of: front.metrics, topicArn: design.onCallTopicArn });
    return front;
  }

  private definePrivateFront(design: CellDesign, front: PrivateFrontDesign, { site, certificateArn }: CellInputs): PrivateParts {
    const made = new PrivateFront(this, "private-front", {
      front,
      vpcId: site.network.vpc.id,
      subnetIds: subnetIds(site, "cde"),
      subnetIdOf: (id) => site.network.subnet(id).subnet.id,
      securityGroupId: site.parties.idOf("privateFront"),
      certificateArn,
    });
    const { privateAlarms, onCallTopicArn: topicArn } = design;
    for (const alarm of privateAlarms.front) new Alarm(this, alarm.id, { alarm, of: made.metrics, topicArn });
    const fixed = { of: made.fixedMetrics, topicArn };
    for (const alarm of privateAlarms.fixed) new Alarm(this, alarm.id, { alarm, ...fixed });
    const healthAlarm = new Alarm(this, privateAlarms.health.id, { alarm: privateAlarms.health, ...fixed });
    // Participants are told them once, and write them into firewalls and clients.
    const addresses = front.fixed.addresses.map(({ address }) => address);
    new TerraformOutput(this, "private-front-addresses", { value: addresses }).overrideLogicalId("private_front_addresses");
    return { front: made, healthAlarm };
  }

  private defineTwinFront(
    { twinAlarms, onCallTopicArn }: CellDesign,
    front: TwinFrontDesign,
    { site, certificateArn }: CellInputs,
  ): TwinFront {
    const made = new TwinFront(this, "twin-front", {
      front,
      vpcId: site.network.vpc.id,
      subnetIdOf: (id) => site.network.subnet(id).subnet.id,
      securityGroupId: site.parties.idOf("twinFront"),
      certificateArn,
      zoneId: site.privateZoneId,
    });
    for (const alarm of twinAlarms) new Alarm(this, alarm.id, { alarm, of: made.metrics, topicArn: onCallTopicArn });
    return made;
  }

  private defineTasks(
    { tasks, onCallTopicArn }: CellDesign,
    { site, ledger }: CellInputs,
    fronts: readonly (InternetFront | PrivateFront | TwinFront)[],
  ): void {
    new PaymentTasks(this, "payment-service", {
      design: tasks,
      subnetIds: subnetIds(site, "cde"),
      securityGroupId: site.parties.idOf("paymentService"),
      targetGroups: fronts.map(({ targetGroup }) => targetGroup),
      listeners: fronts.flatMap(({ listeners }) => listeners),
      ledgerEndpoints: ledger.endpoints,
      ledgerAccess: ledger.access,
      onCallTopicArn,
    });
  }
}

interface PrivateParts {
  readonly front: PrivateFront;
  readonly healthAlarm: { readonly alarmName: string };
}

function subnetIds(site: SiteStack, segment: Segment): readonly string[] {
  return site.network.subnetsOf(segment).map(({ subnet }) => subnet.id);
}

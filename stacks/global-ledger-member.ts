import type { Construct } from "constructs";
import { Alarm } from "../constructs/foundation/alarm";
import { EventAlert } from "../constructs/guardrails/event-alert";
import { GlobalLedgerCluster } from "../constructs/ledger/global-ledger-cluster";
import type { GlobalLedgerMemberDesign } from "../design/ledger/global-ledger-members";
import { databaseUserArn, type LedgerAccess } from "../design/ledger/ledger-permissions";
import { FoundationStack } from "./foundation";
import type { SiteStack } from "./site";

/** A cell's ledger at one site, primary or secondary; the same class draws both, so that one is the other's mirror. */
export class GlobalLedgerMemberStack extends FoundationStack {
  /** The member, to CloudWatch. */
  readonly metrics: Readonly<Record<string, string>>;
  /** What the cell's tasks may do with it. */
  readonly access: LedgerAccess;
  /** The writer, where this member is the primary; and the instances that read, and hand writes on where it is not. */
  readonly endpoints: Readonly<Record<"LEDGER_ENDPOINT" | "LEDGER_FORWARDING_ENDPOINT", string>>;
  /** What the site's health checks read of how far the copy is behind. */
  readonly lagAlarm: { readonly alarmName: string };

  /** @param sites both sites; its own is among them. */
  constructor(scope: Construct, design: GlobalLedgerMemberDesign, sites: readonly SiteStack[]) {
    super(scope, design);
    // Before, Terraform kept no secret out of its state.
    this.addOverride("terraform.required_version", ">= 1.11.0");
    const site = this.needed(design.siteStack, sites);
    this.readAs("site", site);
    const member = new GlobalLedgerCluster(this, "ledger", {
      cluster: design.cluster,
      subnets: site.network.subnetsOf("data").map(({ subnet }) => subnet),
      securityGroupId: site.parties.idOf("ledger"),
    });
    const of = { DBClusterIdentifier: member.identifier };
    this.metrics = of;
    const watched = { of, topicArn: design.onCallTopicArn };
    const { lag, lagEarly, others } = design.alarms;
    this.lagAlarm = new Alarm(this, lag.id, { alarm: lag, ...watched });
    for (const alarm of [lagEarly, ...others]) new Alarm(this, alarm.id, { alarm, ...watched });
    new EventAlert(this, design.rule.id, { rule: design.rule, topicArn: design.onCallTopicArn });
    const [{ region } = { region: "" }] = design.providers;
    this.access = { engine: "auroraGlobal", userArn: databaseUserArn({ region, account: design.account }, member.resourceId) };
    this.endpoints = { LEDGER_ENDPOINT: member.endpoint, LEDGER_FORWARDING_ENDPOINT: member.readerEndpoint };
  }
}

import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import { Route53RecoverycontrolconfigCluster } from "@cdktf/provider-aws/lib/route53recoverycontrolconfig-cluster";
import { Route53RecoverycontrolconfigControlPanel } from "@cdktf/provider-aws/lib/route53recoverycontrolconfig-control-panel";
import { Route53RecoverycontrolconfigRoutingControl } from "@cdktf/provider-aws/lib/route53recoverycontrolconfig-routing-control";
import { Route53RecoverycontrolconfigSafetyRule } from "@cdktf/provider-aws/lib/route53recoverycontrolconfig-safety-rule";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { SafetyRuleDesign, SiteSwitchDesign, SiteSwitchesDesign } from "../../design/traffic/site-switches";
import { Alarm } from "../foundation/alarm";
import type { HealthCheckWatch } from "./cell-health";

export interface SiteSwitchesProps {
  readonly switches: SiteSwitchesDesign;
  /** Provider of the Region that routing controls are made in. */
  readonly provider: TerraformProvider;
  readonly watch: HealthCheckWatch;
}

/**
 * A routing control per site. Terraform makes them, off; only people switch them, over the cluster's
 * endpoints (docs/runbooks/routing-controls.md), and no plan ever sees or changes their state.
 */
export class SiteSwitches extends Construct {
  readonly cluster: Route53RecoverycontrolconfigCluster;
  readonly safetyRuleArn: string;
  private readonly placed: readonly PlacedSwitch[];

  constructor(scope: Construct, id: string, { switches, provider, watch }: SiteSwitchesProps) {
    super(scope, id);
    this.cluster = this.defineCluster(switches.cluster, provider);
    const panel = new Route53RecoverycontrolconfigControlPanel(this, "panel", {
      provider,
      clusterArn: this.cluster.arn,
      name: switches.controlPanel,
    });
    this.placed = switches.switches.map((design) => this.defineSwitch(design, { panel, provider, watch }));
    this.safetyRuleArn = this.defineSafetyRule(switches.oneStaysOn, { panel, provider });
  }

  arnOf(site: "a" | "b"): string {
    return this.switchOf(site).arn;
  }

  /** Id of the health check that is well while the site is switched on. */
  healthCheckIdOf(site: "a" | "b"): string {
    return this.switchOf(site).healthCheckId;
  }

  /** The cluster, whose endpoints and switches' ARNs are written down where they can be read without AWS. */
  private defineCluster(name: string, provider: TerraformProvider): Route53RecoverycontrolconfigCluster {
    return new Route53RecoverycontrolconfigCluster(this, "cluster", { provider, name, lifecycle: { preventDestroy: true } });
  }

  private defineSwitch({ site, name, alarm }: SiteSwitchDesign, { panel, provider, watch }: PanelProps & Watched): PlacedSwitch {
    const control = new Route53RecoverycontrolconfigRoutingControl(this, `site-${site}`, {
      provider,
      clusterArn: this.cluster.arn,
      controlPanelArn: panel.arn,
      name,
      lifecycle: { preventDestroy: true },
    });
    const check = new Route53HealthCheck(this, `site-${site}-check`, {
      type: "RECOVERY_CONTROL",
      routingControlArn: control.arn,
      tags: { Name: name },
    });
    new Alarm(this, alarm.id, { alarm, of: { HealthCheckId: check.id }, ...watch });
    return { site, arn: control.arn, healthCheckId: check.id };
  }

  private defineSafetyRule(rule: SafetyRuleDesign, { panel, provider }: PanelProps): string {
    return new Route53RecoverycontrolconfigSafetyRule(this, "one-stays-on", {
      provider,
      controlPanelArn: panel.arn,
      name: rule.name,
      assertedControls: this.placed.map(({ arn }) => arn),
      ruleConfig: { type: "ATLEAST", threshold: rule.atLeast, inverted: false },
      waitPeriodMs: rule.waitMilliseconds,
    }).arn;
  }

  private switchOf(site: "a" | "b"): PlacedSwitch {
    const found = this.placed.find((placed) => placed.site === site);
    if (found === undefined) throw new Error(`no switch was made for site ${site}`);
    return found;
  }
}

interface PlacedSwitch {
  readonly site: "a" | "b";
  readonly arn: string;
  readonly healthCheckId: string;
}

interface PanelProps {
  readonly panel: Route53RecoverycontrolconfigControlPanel;
  readonly provider: TerraformProvider;
}

interface Watched {
  readonly watch: HealthCheckWatch;
}

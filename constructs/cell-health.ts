import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import { Construct } from "constructs";
import type { AlarmCheckDesign, CellHealthDesign, DeepCheckDesign } from "../design/cell-health";
import { HealthCheckAlarm, type HealthCheckWatch } from "./health-check-alarm";

export interface PrivateParts {
  readonly privateFront: { readonly dnsName: string };
  readonly privateHealthAlarm: { readonly alarmName: string };
}

export interface CellHealthProps {
  readonly health: CellHealthDesign;
  /** Of the cell at the site; looked at only where there are private lines. */
  readonly privateParts: PrivateParts;
  readonly watch: HealthCheckWatch;
}

/** Whether a cell is well at one site: asked from the internet, and read from an alarm for private lines. */
export class CellHealth extends Construct {
  readonly internetCheckId: string;
  /** None, where there are no private lines. */
  readonly privateCheckId: string | undefined;

  constructor(scope: Construct, id: string, { health, privateParts, watch }: CellHealthProps) {
    super(scope, id);
    const { internet, privateLine } = health;
    this.internetCheckId = this.defineDeepCheck(internet, watch);
    this.privateCheckId = privateLine === "none" ? undefined : this.defineAlarmCheck(privateLine, { privateParts, watch });
  }

  /** Checkers do not look at the certificate's names or dates: other alarms tell of those. */
  private defineDeepCheck(check: DeepCheckDesign, watch: HealthCheckWatch): string {
    const { id } = new Route53HealthCheck(this, "internet", {
      type: "HTTPS",
      fqdn: check.host,
      port: check.port,
      resourcePath: check.path,
      enableSni: true,
      requestInterval: check.intervalSeconds,
      failureThreshold: check.failures,
      regions: [...check.checkers],
      tags: { Name: check.name },
    });
    new HealthCheckAlarm(this, "internet-alarm", { alarm: check.alarm, healthCheckId: id, watch });
    return id;
  }

  private defineAlarmCheck(check: AlarmCheckDesign, { privateParts, watch }: Omit<CellHealthProps, "health">): string {
    const { id } = new Route53HealthCheck(this, "private-line", {
      type: "CLOUDWATCH_METRIC",
      cloudwatchAlarmName: privateParts.privateHealthAlarm.alarmName,
      cloudwatchAlarmRegion: check.alarmRegion,
      insufficientDataHealthStatus: check.whenSilent,
      triggers: { settings: check.alarmSettings, front: privateParts.privateFront.dnsName },
      tags: { Name: check.name },
    });
    new HealthCheckAlarm(this, "private-line-alarm", { alarm: check.alarm, healthCheckId: id, watch });
    return id;
  }
}

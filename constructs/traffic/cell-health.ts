import { Route53HealthCheck } from "@cdktf/provider-aws/lib/route53-health-check";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { AlarmCheckDesign, CellHealthDesign, DeepCheckDesign, LagCheckDesign } from "../../design/traffic/cell-health";
import { Alarm } from "../foundation/alarm";

/** Where health checks are told of: the Region that has their metrics, and the people on call there. */
export interface HealthCheckWatch {
  readonly provider: TerraformProvider;
  readonly topicArn: string;
}

export interface PrivateParts {
  readonly privateFront: { readonly dnsName: string };
  readonly privateHealthAlarm: { readonly alarmName: string };
}

/** What is read of the cell's ledger at the site, where one is a copy of the other. */
export interface LedgerParts {
  readonly ledgerLagAlarm: { readonly alarmName: string };
}

export interface CellHealthProps {
  readonly health: CellHealthDesign;
  /** The cell's private front at the site; looked at only where there are private lines. */
  readonly privateParts: PrivateParts;
  readonly ledgerParts: LedgerParts;
  readonly watch: HealthCheckWatch;
}

/** Whether a cell is well at one site: asked from the internet, and read from an alarm for private lines. */
export class CellHealth extends Construct {
  readonly internetCheckId: string;
  /** The check of the private front; none, where there are no private lines. */
  readonly privateCheckId: string | undefined;

  constructor(scope: Construct, id: string, { health, privateParts, ledgerParts, watch }: CellHealthProps) {
    super(scope, id);
    const { internet, privateLine, ledgerLag } = health;
    const internetCheckId = this.defineDeepCheck(internet, watch);
    const privateCheckId = privateLine === "none" ? undefined : this.defineAlarmCheck(privateLine, { privateParts, watch });
    const lag = ledgerLag === "none" ? undefined : { ...ledgerLag.together, checkId: this.defineLagCheck(ledgerLag, ledgerParts) };
    this.internetCheckId =
      lag === undefined ? internetCheckId : this.both("internet-and-ledger", lag.internet, [internetCheckId, lag.checkId]);
    this.privateCheckId =
      lag === undefined || privateCheckId === undefined
        ? privateCheckId
        : this.both("private-line-and-ledger", lag.privateLine, [privateCheckId, lag.checkId]);
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
    new Alarm(this, check.alarm.id, { alarm: check.alarm, of: { HealthCheckId: id }, ...watch });
    return id;
  }

  private defineAlarmCheck(check: AlarmCheckDesign, { privateParts, watch }: Pick<CellHealthProps, "privateParts" | "watch">): string {
    const { id } = new Route53HealthCheck(this, "private-line", {
      type: "CLOUDWATCH_METRIC",
      cloudwatchAlarmName: privateParts.privateHealthAlarm.alarmName,
      cloudwatchAlarmRegion: check.alarmRegion,
      insufficientDataHealthStatus: check.whenSilent,
      triggers: { settings: check.alarmSettings, front: privateParts.privateFront.dnsName },
      tags: { Name: check.name },
    });
    new Alarm(this, check.alarm.id, { alarm: check.alarm, of: { HealthCheckId: id }, ...watch });
    return id;
  }

  /** The check of the copy's lag, whose alarm tells on-call in its own Region. */
  private defineLagCheck(check: LagCheckDesign, { ledgerLagAlarm }: LedgerParts): string {
    return new Route53HealthCheck(this, "ledger-lag", {
      type: "CLOUDWATCH_METRIC",
      cloudwatchAlarmName: ledgerLagAlarm.alarmName,
      cloudwatchAlarmRegion: check.alarmRegion,
      insufficientDataHealthStatus: check.whenSilent,
      triggers: { settings: check.alarmSettings },
      tags: { Name: check.name },
    }).id;
  }

  /** An answer hangs on one check; it is well when both of these are. */
  private both(id: string, name: string, children: readonly string[]): string {
    return new Route53HealthCheck(this, id, {
      type: "CALCULATED",
      childHealthchecks: [...children],
      childHealthThreshold: children.length,
      tags: { Name: name },
    }).id;
  }
}

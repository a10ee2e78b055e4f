import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { SiteLogs, TrafficLog } from "../../design/site/site-logs";
import { Alarm } from "../foundation/alarm";
import { LogGroup } from "../protection/log-group";

export interface TrafficLogsProps {
  readonly logs: SiteLogs;
  readonly kmsKeyArn: string;
  readonly vpcId: string;
  readonly onCallTopicArn: string;
}

/** What a site writes down about its traffic, and the alarm that wakes someone when it stops. */
export class TrafficLogs extends Construct {
  readonly delivery: CloudwatchLogResourcePolicy;
  private readonly groups: Readonly<Record<TrafficLog, LogGroup>>;

  constructor(scope: Construct, id: string, props: TrafficLogsProps) {
    super(scope, id);
    this.groups = this.defineGroups(props);
    this.delivery = new CloudwatchLogResourcePolicy(this, "delivery", {
      policyName: props.logs.deliveryPolicy.name,
      policyDocument: props.logs.deliveryPolicy.document,
    });
    this.defineSilenceAlarm(props, this.defineFlowLog(props));
  }

  group(log: TrafficLog): LogGroup {
    return this.groups[log];
  }

  private defineGroups({ logs, kmsKeyArn }: TrafficLogsProps): Readonly<Record<TrafficLog, LogGroup>> {
    const group = (id: string, log: TrafficLog): LogGroup =>
      new LogGroup(this, id, { name: logs.groups[log], retentionDays: logs.retentionDays, kmsKeyArn });
    return {
      flows: group("flows", "flows"),
      firewallAlerts: group("firewall-alerts", "firewallAlerts"),
      firewallFlows: group("firewall-flows", "firewallFlows"),
      resolverQueries: group("resolver-queries", "resolverQueries"),
    };
  }

  private defineFlowLog({ logs, vpcId }: TrafficLogsProps): FlowLog {
    const role = new IamRole(this, "flow-log-role", { name: logs.flowLogRole.name, assumeRolePolicy: logs.flowLogRole.trust });
    const permissions = new IamRolePolicy(this, "flow-log-permissions", {
      name: "write-flow-logs",
      role: role.name,
      policy: logs.flowLogRole.permissions,
    });
    return new FlowLog(this, "flow-log", {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: this.groups.flows.arn,
      iamRoleArn: role.arn,
      logFormat: logs.flowLogFormat,
      maxAggregationInterval: 60,
      tags: { Name: logs.flowLogRole.name },
      dependsOn: [permissions],
    });
  }

  private defineSilenceAlarm({ logs: { groups, silenceAlarm: alarm }, onCallTopicArn }: TrafficLogsProps, flowLog: FlowLog): void {
    const of = { LogGroupName: groups.flows };
    new Alarm(this, alarm.id, { alarm, of, topicArn: onCallTopicArn, dependsOn: [flowLog], addressed: "byIdAlone" });
  }
}

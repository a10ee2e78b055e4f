import type { Deployment, SiteName } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { logGroupArn, siteNameOf } from "../foundation/naming";
import { policyDocument } from "../foundation/policy-document";

/** What a site writes down about its traffic, and who may write it. */
export interface SiteLogs {
  readonly retentionDays: number;
  readonly groups: Readonly<Record<TrafficLog, string>>;
  readonly flowLogRole: { readonly name: string; readonly trust: string; readonly permissions: string };
  /** Lets the log delivery service write the firewall's, the resolver's and the web filters' records. */
  readonly deliveryPolicy: { readonly name: string; readonly document: string };
  /** Format that says who, what, where and with what outcome, for every flow (PCI DSS 10.2.2). */
  readonly flowLogFormat: string;
  readonly silenceAlarm: AlarmDesign<"logGroup">;
}

export type TrafficLog = "flows" | "firewallAlerts" | "firewallFlows" | "resolverQueries";

/** AWS's own prefix for logs of its services: other names count against a policy size that AWS manages itself. */
const groupPrefix = (deployment: Deployment, site: SiteName): string => `/aws/vendedlogs/twinsite/${deployment.name}/site-${site}`;

const flowFields =
  "version account-id vpc-id subnet-id az-id interface-id srcaddr dstaddr srcport dstport pkt-srcaddr pkt-dstaddr protocol tcp-flags " +
  "packets bytes start end action flow-direction traffic-path log-status";

export function siteLogs(deployment: Deployment, site: SiteName): SiteLogs {
  const { region } = deployment.sites[site];
  const prefix = groupPrefix(deployment, site);
  const groups = {
    flows: `${prefix}/flows`,
    firewallAlerts: `${prefix}/firewall-alerts`,
    firewallFlows: `${prefix}/firewall-flows`,
    resolverQueries: `${prefix}/resolver-queries`,
  };
  return {
    retentionDays: deployment.logRetentionDays,
    groups,
    flowLogRole: {
      name: siteNameOf(deployment, site, "flow-logs"),
      trust: flowLogTrust(deployment, region),
      permissions: flowLogPermissions(deployment, site, groups.flows),
    },
    deliveryPolicy: { name: siteNameOf(deployment, site, "log-delivery"), document: deliveryPolicy(deployment, site) },
    // Doubled: Terraform would take a single dollar for a reference of its own.
    flowLogFormat: flowFields.replaceAll(/[\w-]+/g, (field) => `$\${${field}}`),
    silenceAlarm: silenceAlarm(deployment, site),
  };
}

/** An idle interface still writes a record that it was idle, so silence means that the log is off. */
function silenceAlarm(deployment: Deployment, site: SiteName): SiteLogs["silenceAlarm"] {
  return {
    id: "flow-logs-silent",
    name: siteNameOf(deployment, site, "flow-logs-silent"),
    description: "No network flow was recorded for 15 minutes: the flow log is off, or its role or key is broken (PCI DSS 10.7.2)",
    metric: { of: "logGroup", name: "IncomingLogEvents", statistic: "Sum", periodSeconds: 300 },
    comparison: "LessThanThreshold",
    threshold: 1,
    evaluationPeriods: 3,
    missingData: "breaching",
    tells: "troubleAndItsEnd",
    runbook: "log-silent",
  };
}

export function logsKeyAlias(deployment: Deployment, site: SiteName): string {
  return `alias/${siteNameOf(deployment, site, "logs")}`;
}

/** Every log group of a site, for the key that encrypts them. */
export function siteLogGroups(deployment: Deployment, site: SiteName): readonly string[] {
  return [`${groupPrefix(deployment, site)}/*`, webFilterLogs(deployment, site, "??")];
}

/**
 * What a cell's web filter refused; the cell is its two digits. AWS WAF takes no other beginning of
 * a name (waf/latest/developerguide/logging-cw-logs, read 2026-11-25).
 */
export function webFilterLogs(deployment: Deployment, site: SiteName, cell: string): string {
  return `aws-waf-logs-${siteNameOf(deployment, site, `cell-${cell}`)}`;
}

function flowLogTrust(deployment: Deployment, region: string): string {
  const account = deployment.accounts.payments;
  return policyDocument([
    {
      Sid: "FlowLogs",
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${account}:vpc-flow-log/*` },
      },
    },
  ]);
}

/**
 * The group is made here, so the role need not make one, and it looks at this group's streams alone:
 * CloudWatch Logs takes a group for DescribeLogStreams (service-authorization/latest/reference,
 * list_amazoncloudwatchlogs, read 2026-11-30). Writers of an encrypted group need its key.
 * Sources: vpc/latest/userguide/flow-logs-iam-role, AmazonCloudWatch/latest/logs/encrypt-log-data-kms,
 * read 2026-11-23.
 */
function flowLogPermissions(deployment: Deployment, site: SiteName, group: string): string {
  const { region } = deployment.sites[site];
  return policyDocument([
    {
      Sid: "Write",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: `${logGroupArn(deployment, region, group)}:*`,
    },
    // Groups can only be listed, all of them or none.
    { Sid: "Find", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    {
      Sid: "Encrypt",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: `arn:aws:kms:${region}:${deployment.accounts.payments}:key/*`,
      Condition: {
        StringEquals: { "kms:ViaService": `logs.${region}.amazonaws.com` },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": logsKeyAlias(deployment, site) },
      },
    },
  ]);
}

function deliveryPolicy(deployment: Deployment, site: SiteName): string {
  const account = deployment.accounts.payments;
  const { region } = deployment.sites[site];
  return policyDocument([
    {
      Sid: "FirewallResolverAndWebFilters",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: siteLogGroups(deployment, site).map((group) => `${logGroupArn(deployment, region, group)}:log-stream:*`),
      Condition: { StringEquals: { "aws:SourceAccount": account }, ArnLike: { "aws:SourceArn": `arn:aws:logs:${region}:${account}:*` } },
    },
  ]);
}

import type { Deployment } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { bucketArn, logGroupArn, onCallTopicArn, prefixOf, roleArn } from "../foundation/naming";
import { policyDocument } from "../foundation/policy-document";
import { breakGlassRoleArn } from "../protection/break-glass";
import { evidenceReaders } from "../protection/evidence-readers";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { type LogArchiveDesign, logArchiveDesign, trailBucket } from "./log-archive";
import { type SilenceAlarm, silenceAlarm } from "./silence-alarm";

/** One trail for all Regions: what it writes down, where, and what in it wakes someone. */
export interface AuditTrailDesign {
  readonly name: string;
  readonly key: KeyDesign;
  readonly archive: LogArchiveDesign;
  readonly logGroup: { readonly name: string; readonly retentionDays: number };
  readonly deliveryRole: { readonly name: string; readonly arn: string; readonly trust: string; readonly permissions: string };
  /** Buckets whose every read and write is written down: by the start of their ARNs, but for some. */
  readonly watchedBuckets: { readonly startingWith: string; readonly except: string };
  readonly watches: readonly LogWatch[];
  readonly silence: SilenceAlarm;
  readonly onCallTopicArn: string;
}

/** Something in the log that on-call must know of: what counts it, and the alarm on the count. */
export interface LogWatch {
  readonly filter: LogFilter;
  readonly alarm: AlarmDesign<never>;
}

export interface LogFilter {
  readonly name: string;
  /** CloudWatch Logs filter pattern, 1024 characters at most. */
  readonly pattern: string;
  /** The metric that gets 1 for every line that matches. */
  readonly metric: { readonly name: string; readonly namespace: string };
}

export function auditTrailDesign(deployment: Deployment): AuditTrailDesign {
  const name = `${prefixOf(deployment)}-trail`;
  const trailArn = `arn:aws:cloudtrail:${deployment.homeRegion}:${deployment.accounts.payments}:trail/${name}`;
  const logGroup = { name: `/twinsite/${deployment.name}/trail`, retentionDays: deployment.logRetentionDays };
  return {
    name,
    key: trailKey(deployment, trailArn, logGroup.name),
    archive: logArchiveDesign(deployment, trailArn),
    logGroup,
    deliveryRole: deliveryRole(deployment, logGroup.name),
    // Its own deliveries in its own bucket would each make a new entry; that bucket has access logs.
    watchedBuckets: { startingWith: bucketArn(`${prefixOf(deployment)}-`), except: bucketArn(trailBucket(deployment)) },
    watches: logWatches(deployment),
    // CloudTrail delivers within about five minutes, and an account with alarms is never idle for three times that.
    silence: silenceAlarm({
      id: "silence",
      name: `${name}-silent`,
      description: "The audit trail has written nothing for a quarter of an hour: it may have been stopped",
    }),
    onCallTopicArn: onCallTopicArn(deployment, deployment.homeRegion),
  };
}

function trailKey(deployment: Deployment, trailArn: string, logGroup: string): KeyDesign {
  const region = deployment.homeRegion;
  return keyDesign(deployment, {
    alias: trailKeyAlias(deployment),
    description: "Audit trail: its archive and its log group",
    uses: [
      { by: "cloudTrail", trailArn },
      { by: "cloudWatchLogs", region, logGroups: [logGroup] },
      { by: "services", may: "read", region, services: ["logs", "s3"], principals: evidenceReaders(deployment) },
    ],
    tags: {},
  });
}

function trailKeyAlias(deployment: Deployment): string {
  return `alias/${prefixOf(deployment)}-trail`;
}

/** Source: awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs, read 2026-11-23. */
function deliveryRole(deployment: Deployment, logGroup: string): AuditTrailDesign["deliveryRole"] {
  const { homeRegion: region } = deployment;
  const account = deployment.accounts.payments;
  const name = `${prefixOf(deployment)}-trail-delivery`;
  return {
    name,
    arn: roleArn(deployment, name),
    trust: policyDocument([
      { Sid: "Trail", Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]),
    permissions: policyDocument([
      {
        Sid: "Write",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${logGroupArn(deployment, region, logGroup)}:log-stream:${account}_CloudTrail_${region}*`,
      },
      {
        // By its alias: the key's own id is not known before it is made.
        Sid: "Encrypt",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: `arn:aws:kms:${region}:${account}:key/*`,
        Condition: {
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": trailKeyAlias(deployment) },
          StringEquals: { "kms:ViaService": `logs.${region}.amazonaws.com` },
        },
      },
    ]),
  };
}

function logWatches(deployment: Deployment): readonly LogWatch[] {
  const watched = [
    {
      id: "break-glass-use",
      description: "Someone took the break-glass role",
      pattern: `{ ($.eventSource = "sts.amazonaws.com") && ($.eventName = "AssumeRole*") && ($.requestParameters.roleArn = "${breakGlassRoleArn(deployment)}") }`,
    },
    {
      id: "root-use",
      description: "Someone signed in as, or called AWS as, the account's root user",
      // Security Hub's CloudWatch.1 compares this text as it stands.
      pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
    },
    {
      id: "key-loss",
      description: "A key was disabled, is to be deleted or lets others in: all that it encrypts goes with it",
      pattern:
        "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion) || ($.eventName=PutKeyPolicy))}",
    },
  ];
  return watched.map((what) => logWatch(deployment, what));
}

/** A watch that tells at the first line that matches. */
function logWatch(deployment: Deployment, { id, description, pattern }: Record<"description" | "id" | "pattern", string>): LogWatch {
  const name = `${prefixOf(deployment)}-${id}`;
  const metric = { name: id, namespace: `twinsite/${deployment.name}` };
  return {
    filter: { name, pattern, metric },
    alarm: {
      id,
      name,
      description,
      // CloudTrail delivers in batches of about five minutes: looking more often finds nothing sooner.
      metric: { of: { namespace: metric.namespace }, name: metric.name, statistic: "Sum", periodSeconds: 300 },
      comparison: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      tells: "trouble",
      runbook: "audit-alert",
    },
  };
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { bucketArn, onCallTopicArn, reconciliationBucket, siteNameOf } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import { siteLayout } from "../foundation/site-regions";
import { twinOf } from "../network/parties";

/** What carries one Region's files to the other: a rule, the role it works under, and who is told when it fails. */
export interface ReplicationDesign {
  readonly role: { readonly name: string; readonly trust: string; readonly permissions: string };
  readonly rule: string;
  /** Minutes within which S3 undertakes to copy 99.9 % of the files. */
  readonly withinMinutes: number;
  readonly failed: ReplicationAlarm;
  readonly late: ReplicationAlarm;
}

export interface ReplicationAlarm {
  readonly alarm: AlarmDesign<"bucketReplication">;
  readonly onCallTopicArn: string;
}

/** The only time that Replication Time Control offers (AmazonS3/latest/userguide/replication-time-control, read 2026-11-23). */
const WITHIN_MINUTES = 15;

/** Role that copies a site's files to its twin. */
export function replicationRole(deployment: Deployment, from: SiteName): string {
  return siteNameOf(deployment, from, "reconciliation-to-twin");
}

export function replicationDesign(deployment: Deployment, from: SiteName): ReplicationDesign {
  const to = twinOf(from);
  const [here, there] = [placeOf(deployment, from), placeOf(deployment, to)];
  const role = replicationRole(deployment, from);
  return {
    role: { name: role, trust: replicationTrust(), permissions: replicationPermissions(deployment, from) },
    rule: "every-file",
    withinMinutes: WITHIN_MINUTES,
    // Failures are counted in the source's Region and delay in the destination's (AmazonS3/latest/userguide/repl-metrics,
    // read 2026-11-23), and an alarm sees its own Region's metrics only.
    failed: { alarm: failureAlarm(role, here, there), onCallTopicArn: onCallTopicArn(deployment, deployment.sites[from].region) },
    late: { alarm: delayAlarm(role, here, there), onCallTopicArn: onCallTopicArn(deployment, deployment.sites[to].region) },
  };
}

/** An alarm on a limit that is exceeded; where nothing is copied there is nothing to measure, and nothing wrong. */
const exceeded = {
  comparison: "GreaterThanThreshold",
  evaluationPeriods: 1,
  missingData: "notBreaching",
  tells: "troubleAndItsEnd",
  runbook: "reconciliation-files",
} as const;

function failureAlarm(role: string, here: string, there: string): ReplicationAlarm["alarm"] {
  return {
    id: "failed",
    name: `${role}-failed`,
    description: `A reconciliation file could not be copied from ${here} to ${there}: the key, the role or the bucket of one side is broken`,
    metric: { of: "bucketReplication", name: "OperationsFailedReplication", statistic: "Sum", periodSeconds: 300 },
    threshold: 0,
    ...exceeded,
  };
}

function delayAlarm(role: string, here: string, there: string): ReplicationAlarm["alarm"] {
  return {
    id: "late",
    name: `${role}-late`,
    description: `${there} is more than ${WITHIN_MINUTES} minutes behind ${here} in reconciliation files`,
    metric: { of: "bucketReplication", name: "ReplicationLatency", statistic: "Maximum", periodSeconds: 300 },
    threshold: WITHIN_MINUTES * 60,
    ...exceeded,
  };
}

/** Where a bucket is, in words for people. */
function placeOf(deployment: Deployment, site: SiteName): string {
  return siteLayout(deployment) === "oneRegion" ? `site-${site}` : deployment.sites[site].region;
}

/** The role's trust as AWS prints it: only principals of this account can hand the role to S3, and AWS documents no condition for it. */
const replicationTrust = (): string =>
  policyDocument([{ Sid: "Replication", Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" }]);

/** Source: AmazonS3/latest/userguide/setting-repl-config-perm-overview, read 2026-11-23. */
function replicationPermissions(deployment: Deployment, from: SiteName): string {
  const to = twinOf(from);
  const [here, there] = [deployment.sites[from].region, deployment.sites[to].region];
  const source = bucketArn(reconciliationBucket(deployment, from));
  const destination = bucketArn(reconciliationBucket(deployment, to));
  return policyDocument([
    { Sid: "ReadRule", Effect: "Allow", Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource: source },
    {
      Sid: "ReadFiles",
      Effect: "Allow",
      Action: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
      Resource: `${source}/*`,
    },
    {
      Sid: "WriteCopies",
      Effect: "Allow",
      Action: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
      Resource: `${destination}/*`,
    },
    keyStatement(deployment, "Decrypt", { region: here, bucket: source, actions: ["kms:Decrypt"] }),
    // Decrypt as well: S3 checks the bucket key before it uses it (replication-config-for-kms-objects, S3 Bucket Keys and replication).
    keyStatement(deployment, "EncryptCopies", {
      region: there,
      bucket: destination,
      actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
    }),
  ]);
}

interface KeyScope {
  readonly region: string;
  readonly bucket: string;
  readonly actions: readonly string[];
}

/**
 * A key is known by its id only once it is made, so the files that it may open say which it is: the
 * context is the bucket with a bucket key, the file without one.
 */
function keyStatement(deployment: Deployment, sid: string, { region, bucket, actions }: KeyScope): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Action: actions,
    Resource: `arn:aws:kms:${region}:${deployment.accounts.payments}:key/*`,
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
      StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
    },
  };
}

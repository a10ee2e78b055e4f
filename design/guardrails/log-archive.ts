import type { Deployment } from "../../config/deployment";
import { bucketArn, bucketName } from "../foundation/naming";
import { type BucketDesign, keptWithoutLock } from "../protection/buckets";

/** Where the trail is kept, and where reads of that are written down. */
export interface LogArchiveDesign {
  readonly trail: BucketDesign;
  readonly access: BucketDesign;
}

const accessPrefix = "archive/";

export function trailBucket(deployment: Deployment): string {
  return bucketName(deployment, "archive", deployment.homeRegion);
}

export function logArchiveDesign(deployment: Deployment, trailArn: string): LogArchiveDesign {
  const access = bucketName(deployment, "access", deployment.homeRegion);
  return { trail: trailArchive(deployment, trailArn, access), access: accessArchive(deployment, access) };
}

function trailArchive(deployment: Deployment, trailArn: string, accessBucket: string): BucketDesign {
  const name = trailBucket(deployment);
  return {
    name,
    statements: trailStatements(deployment.accounts.payments, bucketArn(name), trailArn),
    // Log file validation writes digests under S3's own key: a policy for one key only would stop the trail.
    foreignKeys: { kind: "allowed" },
    deletion: "refused",
    lifecycle: {
      currentVersions: { kind: "expire", afterDays: deployment.logRetentionDays },
      coldStorage: { kind: "instantRetrieval", afterDays: 90 },
      // The lock keeps a version for its whole time, superseded or not.
      supersededDays: 1,
    },
    retention: { kind: "compliance", days: deployment.logRetentionDays },
    accessLogs: { kind: "bucket", bucket: accessBucket, prefix: accessPrefix },
    tags: {},
  };
}

function accessArchive(deployment: Deployment, name: string): BucketDesign {
  const from = bucketArn(trailBucket(deployment));
  return {
    name,
    statements: [
      {
        Sid: "AccessLogs",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${bucketArn(name)}/${accessPrefix}*`,
        Condition: { ArnLike: { "aws:SourceArn": from }, StringEquals: { "aws:SourceAccount": deployment.accounts.payments } },
      },
    ],
    foreignKeys: { kind: "allowed" },
    ...keptWithoutLock(deployment.logRetentionDays),
    // S3 delivers access logs to no bucket with object lock.
    accessLogs: { kind: "none" },
    tags: {},
  };
}

/** Source: awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail, read 2026-11-23. */
function trailStatements(account: string, bucket: string, trailArn: string): BucketDesign["statements"] {
  const trail = { Service: "cloudtrail.amazonaws.com" };
  return [
    {
      Sid: "TrailLooks",
      Effect: "Allow",
      Principal: trail,
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: { StringEquals: { "aws:SourceArn": trailArn } },
    },
    {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal: trail,
      Action: "s3:PutObject",
      Resource: `${bucket}/AWSLogs/${account}/*`,
      Condition: { StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}

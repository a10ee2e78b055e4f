import type { Deployment } from "../../config/deployment";
import { bucketArn, bucketName, configRoleArn } from "../foundation/naming";
import { type BucketDesign, keptWithoutLock } from "../protection/buckets";
import { type ConformancePackDesign, conformancePack, iamRegion } from "./conformance-pack";

/** AWS Config in one Region: what it records, where it keeps that, and the rules that it judges by. */
export interface ConfigRecorderDesign {
  readonly name: string;
  readonly roleArn: string;
  /** IAM's resources are recorded once. */
  readonly includeGlobalResourceTypes: boolean;
  readonly history: BucketDesign;
  readonly conformancePack: ConformancePackDesign;
}

export function configRecorderDesign(deployment: Deployment, region: string): ConfigRecorderDesign {
  return {
    name: "default",
    roleArn: configRoleArn(deployment),
    includeGlobalResourceTypes: region === iamRegion(deployment),
    history: historyBucket(deployment, region),
    conformancePack: conformancePack(deployment, region),
  };
}

/**
 * A bucket of history in each Region, so that a Region's record neither leaves it nor stops with
 * another Region. Not the trail's bucket: Config delivers to none with a default retention (AWS
 * Config developer guide, manage-delivery-channel, read 2026-11-23).
 */
function historyBucket(deployment: Deployment, region: string): BucketDesign {
  const account = deployment.accounts.payments;
  const name = bucketName(deployment, "config", region);
  const config = { Service: "config.amazonaws.com" };
  return {
    name,
    statements: [
      {
        Sid: "ConfigLooks",
        Effect: "Allow",
        Principal: config,
        Action: ["s3:GetBucketAcl", "s3:ListBucket"],
        Resource: bucketArn(name),
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
      {
        Sid: "ConfigWrites",
        Effect: "Allow",
        Principal: config,
        Action: "s3:PutObject",
        Resource: `${bucketArn(name)}/AWSLogs/${account}/Config/*`,
        Condition: { StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
    ],
    foreignKeys: { kind: "allowed" },
    ...keptWithoutLock(deployment.logRetentionDays),
    // Every read and write of it is a data event of the trail.
    accessLogs: { kind: "none" },
    tags: {},
  };
}

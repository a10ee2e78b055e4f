import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { type BucketDesign, bucketPolicy } from "../../design/protection/buckets";

export interface SecureBucketProps {
  readonly bucket: BucketDesign;
  /** @default - S3's own key: server access logs can be written under no other */
  readonly kmsKeyArn?: string;
  /** @default - the stack's first provider */
  readonly provider?: TerraformProvider;
  /** @default - nothing: the target of access logs, where there is one, is in another stack */
  readonly accessLogsAfter?: readonly ITerraformDependable[];
}

/** A private, versioned, encrypted bucket that only TLS reaches and no destroy removes. */
export class SecureBucket extends Construct {
  readonly arn: string;
  readonly name: string;
  /** What writers and replication must wait for: S3 refuses them before, or keeps what they write without its protection. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecureBucketProps) {
    super(scope, id);
    const bucket = this.defineBucket(props);
    const common = { bucket: bucket.bucket, ...providerOf(props) };
    const block = this.definePublicAccessBlock(common);
    new S3BucketOwnershipControls(this, "ownership", { ...common, rule: { objectOwnership: "BucketOwnerEnforced" } });
    const versioning = new S3BucketVersioningA(this, "versioning", { ...common, versioningConfiguration: { status: "Enabled" } });
    const encryption = this.defineEncryption(common, props.kmsKeyArn);
    const policy = this.definePolicy(common, props, block);
    this.defineLifecycle(common, props.bucket, versioning);
    const retention = this.defineRetention(common, props.bucket, versioning);
    this.defineAccessLogs(common, props);
    this.arn = bucket.arn;
    this.name = bucket.bucket;
    this.ready = [versioning, encryption, block, policy, ...retention];
  }

  private defineBucket(props: SecureBucketProps): S3Bucket {
    return new S3Bucket(this, "bucket", {
      bucket: props.bucket.name,
      objectLockEnabled: props.bucket.retention.kind !== "none",
      tags: { ...props.bucket.tags },
      lifecycle: { preventDestroy: true },
      ...providerOf(props),
    });
  }

  private definePublicAccessBlock(common: Common): S3BucketPublicAccessBlock {
    return new S3BucketPublicAccessBlock(this, "public-access-block", {
      ...common,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  private defineEncryption(common: Common, kmsKeyArn: string | undefined): S3BucketServerSideEncryptionConfigurationA {
    const byDefault = kmsKeyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn };
    return new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      ...common,
      rule: [{ bucketKeyEnabled: kmsKeyArn !== undefined, applyServerSideEncryptionByDefault: byDefault }],
    });
  }

  /** The policy comes after the public access block: S3 refuses two changes of one bucket's access at the same time. */
  private definePolicy(common: Common, props: SecureBucketProps, block: ITerraformDependable): S3BucketPolicy {
    return new S3BucketPolicy(this, "policy", {
      ...common,
      policy: bucketPolicy(props.bucket, props.kmsKeyArn),
      dependsOn: [block],
    });
  }

  private defineLifecycle(common: Common, { lifecycle }: BucketDesign, versioning: ITerraformDependable): void {
    const { currentVersions, coldStorage } = lifecycle;
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      ...common,
      rule: [
        {
          id: "versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays: lifecycle.supersededDays }],
          ...(currentVersions.kind === "kept" ? {} : { expiration: [{ days: currentVersions.afterDays }] }),
          ...(coldStorage.kind === "none" ? {} : { transition: [{ days: coldStorage.afterDays, storageClass: "GLACIER_IR" }] }),
        },
      ],
      dependsOn: [versioning],
    });
  }

  /** The bucket's retention is for what is written from then on: an earlier file stays without it. */
  private defineRetention(
    common: Common,
    { retention }: BucketDesign,
    versioning: ITerraformDependable,
  ): readonly S3BucketObjectLockConfigurationA[] {
    if (retention.kind === "none") return [];
    const lock = new S3BucketObjectLockConfigurationA(this, "retention", {
      ...common,
      rule: { defaultRetention: { mode: "COMPLIANCE", days: retention.days } },
      dependsOn: [versioning],
    });
    return [lock];
  }

  private defineAccessLogs(common: Common, { bucket: { accessLogs }, accessLogsAfter }: SecureBucketProps): void {
    if (accessLogs.kind === "none") return;
    new S3BucketLoggingA(this, "access-logs", {
      ...common,
      targetBucket: accessLogs.bucket,
      targetPrefix: accessLogs.prefix,
      ...(accessLogsAfter === undefined ? {} : { dependsOn: [...accessLogsAfter] }),
    });
  }
}

interface Common {
  readonly bucket: string;
  readonly provider?: TerraformProvider;
}

function providerOf(props: SecureBucketProps): { readonly provider?: TerraformProvider } {
  return props.provider === undefined ? {} : { provider: props.provider };
}

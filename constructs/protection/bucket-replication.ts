import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import {
  S3BucketReplicationConfigurationA,
  type S3BucketReplicationConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ReplicationDesign } from "../../design/shared/replication";
import { Alarm } from "../foundation/alarm";
import type { EncryptionKey } from "./encryption-key";
import type { SecureBucket } from "./secure-bucket";

/** A bucket that files are copied from or to, with its key and its Region's provider. */
export interface ReplicationEnd {
  readonly bucket: SecureBucket;
  readonly key: EncryptionKey;
  readonly provider: TerraformProvider;
}

export interface BucketReplicationProps {
  readonly replication: ReplicationDesign;
  readonly source: ReplicationEnd;
  readonly destination: ReplicationEnd;
}

/** Copies whatever is written to, or deleted from, one bucket to another, and wakes someone when it cannot. */
export class BucketReplication extends Construct {
  constructor(scope: Construct, id: string, props: BucketReplicationProps) {
    super(scope, id);
    const role = this.defineRole(props);
    const permissions = this.definePermissions(role, props);
    this.defineRule(role, permissions, props);
    this.defineAlarms(props);
  }

  private defineRole({ replication: { role }, source }: BucketReplicationProps): IamRole {
    return new IamRole(this, "role", { provider: source.provider, name: role.name, assumeRolePolicy: role.trust });
  }

  private definePermissions(role: IamRole, { replication, source }: BucketReplicationProps): IamRolePolicy {
    return new IamRolePolicy(this, "permissions", {
      provider: source.provider,
      name: "copy-files",
      role: role.name,
      policy: replication.role.permissions,
    });
  }

  private defineRule(role: IamRole, permissions: ITerraformDependable, props: BucketReplicationProps): void {
    const { source, destination } = props;
    new S3BucketReplicationConfigurationA(this, "rule", {
      provider: source.provider,
      bucket: source.bucket.name,
      role: role.arn,
      rule: [this.everyFile(props)],
      dependsOn: [...source.bucket.ready, ...destination.bucket.ready, permissions],
    });
  }

  private everyFile({ replication, destination }: BucketReplicationProps): S3BucketReplicationConfigurationRule {
    const minutes = replication.withinMinutes;
    return {
      id: replication.rule,
      status: "Enabled",
      priority: 1,
      filter: { prefix: "" },
      deleteMarkerReplication: { status: "Enabled" },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" }, replicaModifications: { status: "Enabled" } },
      destination: {
        bucket: destination.bucket.arn,
        encryptionConfiguration: { replicaKmsKeyId: destination.key.arn },
        replicationTime: { status: "Enabled", time: { minutes } },
        metrics: { status: "Enabled", eventThreshold: { minutes } },
      },
    };
  }

  private defineAlarms({ replication, source, destination }: BucketReplicationProps): void {
    const { rule, failed, late } = replication;
    const of = { SourceBucket: source.bucket.name, DestinationBucket: destination.bucket.name, RuleId: rule };
    for (const [{ alarm, onCallTopicArn }, { provider }] of [
      [failed, source],
      [late, destination],
    ] as const) {
      new Alarm(this, alarm.id, { alarm, of, topicArn: onCallTopicArn, provider, addressed: "byIdAlone" });
    }
  }
}

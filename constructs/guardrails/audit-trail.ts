import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { AuditTrailDesign } from "../../design/guardrails/audit-trail";
import { Alarm } from "../foundation/alarm";
import { EncryptionKey } from "../protection/encryption-key";
import { LogGroup } from "../protection/log-group";
import { LogArchive } from "./log-archive";
import { LogWatch } from "./log-watch";

export interface AuditTrailProps {
  readonly trail: AuditTrailDesign;
}

/** The trail of all Regions, its archive, and the alarms on what it says and on its silence. */
export class AuditTrail extends Construct {
  constructor(scope: Construct, id: string, { trail }: AuditTrailProps) {
    super(scope, id);
    const key = new EncryptionKey(this, "key", { key: trail.key });
    const archive = new LogArchive(this, "archive", { archive: trail.archive, kmsKeyArn: key.arn });
    const logGroup = new LogGroup(this, "log", { ...trail.logGroup, kmsKeyArn: key.arn });
    const delivery = this.defineDelivery(trail);
    this.defineTrail(trail, { key, archive, logGroup, waitFor: [...archive.ready, delivery.permissions], roleArn: delivery.role.arn });
    this.defineAlarms(trail, logGroup);
  }

  private defineDelivery({ deliveryRole }: AuditTrailDesign): { readonly role: IamRole; readonly permissions: IamRolePolicy } {
    const role = new IamRole(this, "delivery-role", { name: deliveryRole.name, assumeRolePolicy: deliveryRole.trust });
    const permissions = new IamRolePolicy(this, "delivery-permissions", {
      name: "write-log",
      role: role.name,
      policy: deliveryRole.permissions,
    });
    return { role, permissions };
  }

  private defineTrail(trail: AuditTrailDesign, parts: TrailParts): Cloudtrail {
    return new Cloudtrail(this, "trail", {
      name: trail.name,
      s3BucketName: parts.archive.bucket,
      kmsKeyId: parts.key.arn,
      cloudWatchLogsGroupArn: `${parts.logGroup.arn}:*`,
      cloudWatchLogsRoleArn: parts.roleArn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      enableLogging: true,
      advancedEventSelector: [
        { name: "Every management event", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
        {
          name: "Every read and write of this deployment's buckets",
          fieldSelector: [
            { field: "eventCategory", equalTo: ["Data"] },
            { field: "resources.type", equalTo: ["AWS::S3::Object"] },
            {
              field: "resources.ARN",
              startsWith: [trail.watchedBuckets.startingWith],
              notStartsWith: [trail.watchedBuckets.except],
            },
          ],
        },
      ],
      lifecycle: { preventDestroy: true },
      dependsOn: [...parts.waitFor],
    });
  }

  private defineAlarms(trail: AuditTrailDesign, logGroup: LogGroup): void {
    const { silence, watches, onCallTopicArn: topicArn } = trail;
    for (const watch of watches) new LogWatch(this, watch.alarm.id, { watch, logGroupName: logGroup.name, topicArn });
    new Alarm(this, silence.id, { alarm: silence, of: { LogGroupName: logGroup.name }, topicArn });
  }
}

interface TrailParts {
  readonly key: EncryptionKey;
  readonly archive: LogArchive;
  readonly logGroup: LogGroup;
  readonly roleArn: string;
  readonly waitFor: readonly ITerraformDependable[];
}

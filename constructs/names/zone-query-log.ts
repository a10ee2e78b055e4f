import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Route53QueryLog } from "@cdktf/provider-aws/lib/route53-query-log";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ZoneQueryLogDesign } from "../../design/names/zone-query-log";
import { EncryptionKey } from "../protection/encryption-key";
import { LogGroup } from "../protection/log-group";

export interface ZoneQueryLogProps {
  readonly log: ZoneQueryLogDesign;
  readonly zoneId: string;
  /** Provider of the one Region that Route 53 writes query logs in. */
  readonly provider: TerraformProvider;
}

/** Writes down who asked a public zone for what. */
export class ZoneQueryLog extends Construct {
  constructor(scope: Construct, id: string, { log, zoneId, provider }: ZoneQueryLogProps) {
    super(scope, id);
    const key = new EncryptionKey(this, "key", { key: log.key, provider });
    const group = new LogGroup(this, "queries", { name: log.group, retentionDays: log.retentionDays, kmsKeyArn: key.arn, provider });
    const writer = new CloudwatchLogResourcePolicy(this, "writer", {
      provider,
      policyName: log.writer.name,
      policyDocument: log.writer.document,
    });
    new Route53QueryLog(this, "log", { zoneId, cloudwatchLogGroupArn: group.arn, dependsOn: [writer] });
  }
}

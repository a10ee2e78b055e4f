import type { Deployment } from "../../config/deployment";
import { logGroupArn, prefixOf } from "../foundation/naming";
import { policyDocument } from "../foundation/policy-document";
import { zoneName } from "../layout/service-names";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { ZONE_REGION } from "./zone-signing";

/** Who asked the public zone for what, as far as Route 53's own servers were asked. */
export interface ZoneQueryLogDesign {
  readonly group: string;
  readonly retentionDays: number;
  readonly key: KeyDesign;
  /** Lets Route 53 write it. */
  readonly writer: { readonly name: string; readonly document: string };
}

export function zoneQueryLogDesign(deployment: Deployment): ZoneQueryLogDesign {
  const group = `/aws/route53/${zoneName(deployment, "public")}`;
  return {
    group,
    retentionDays: deployment.logRetentionDays,
    key: keyDesign(deployment, {
      alias: `alias/${prefixOf(deployment)}-zone-queries`,
      description: "Log of queries to the public zone",
      uses: [{ by: "cloudWatchLogs", region: ZONE_REGION, logGroups: [group] }],
      tags: {},
    }),
    writer: { name: `${prefixOf(deployment)}-zone-queries`, document: writerPolicy(deployment, group) },
  };
}

/**
 * The zone's id is known only when there is a zone, so the account's zones are meant: Route 53 logs
 * a zone once, and the group is named after this one (Route 53 API reference,
 * CreateQueryLoggingConfig, read 2026-11-25).
 */
function writerPolicy(deployment: Deployment, group: string): string {
  const arn = logGroupArn(deployment, ZONE_REGION, group);
  return policyDocument([
    {
      Sid: "PublicZone",
      Effect: "Allow",
      Principal: { Service: "route53.amazonaws.com" },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      // With and without its streams: Route 53 looks for the group's ARN before it takes the group.
      Resource: [arn, `${arn}:*`],
      Condition: {
        StringEquals: { "aws:SourceAccount": deployment.accounts.payments },
        ArnLike: { "aws:SourceArn": "arn:aws:route53:::hostedzone/*" },
      },
    },
  ]);
}

import type { Deployment, SiteName } from "../../config/deployment";
import { bucketArn, frontLogsBucket } from "../foundation/naming";
import { type BucketDesign, keptWithoutLock } from "../protection/buckets";

/** Where one load balancer writes what it was asked, and who connected. */
export interface FrontLogs {
  readonly bucket: string;
  readonly accessPrefix: string;
  readonly connectionPrefix: string;
}

export function frontLogs(deployment: Deployment, site: SiteName, thing: string): FrontLogs {
  const bucket = frontLogsBucket(deployment, site);
  return { bucket, accessPrefix: `${thing}/access`, connectionPrefix: `${thing}/connections` };
}

/**
 * A site's bucket for the logs of its load balancers. Elastic Load Balancing delivers to no bucket
 * under a key of ours (elasticloadbalancing/latest/application/enable-access-logging, read 2026-11-25).
 */
export function frontLogsStore(deployment: Deployment, site: SiteName): BucketDesign {
  const { region } = deployment.sites[site];
  const account = deployment.accounts.payments;
  const name = frontLogsBucket(deployment, site);
  return {
    name,
    statements: [
      {
        Sid: "LoadBalancerLogs",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${bucketArn(name)}/*/AWSLogs/${account}/*`,
        Condition: { ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*` } },
      },
    ],
    foreignKeys: { kind: "allowed" },
    ...keptWithoutLock(deployment.logRetentionDays),
    // Every read of it is a data event of the trail.
    accessLogs: { kind: "none" },
    tags: {},
  };
}

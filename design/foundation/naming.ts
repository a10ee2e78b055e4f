import type { Deployment, SiteName } from "../../config/deployment";
import { siteLayout } from "./site-regions";

/**
 * Names and ARNs that are known before anything exists, so that no stack has to ask another for
 * them. All are permanent: changing one destroys and recreates what it names.
 */

/** Prefix of every name: `twinsite-<deployment>`. */
export function prefixOf(deployment: Deployment): string {
  return `twinsite-${deployment.name}`;
}

/** Name of something that exists once per site; IAM names are global in an account. */
export function siteNameOf(deployment: Deployment, site: SiteName, thing: string): string {
  return `${prefixOf(deployment)}-site-${site}-${thing}`;
}

/** Name of something that exists once in an account and Region: two sites in one Region have to say whose it is. */
export function regionalNameOf(deployment: Deployment, site: SiteName, thing: string): string {
  return siteLayout(deployment) === "oneRegion" ? siteNameOf(deployment, site, thing) : `${prefixOf(deployment)}-${thing}`;
}

/** S3 names are global: account and Region make them ours. */
export function bucketName(deployment: Deployment, thing: string, region: string): string {
  return `${prefixOf(deployment)}-${thing}-${deployment.accounts.payments}-${region}`;
}

/** How the names of the buckets begin that hold evidence and state. */
export function evidenceBuckets(deployment: Deployment): readonly string[] {
  return ["access", "archive", "config", "fronts", "state"].map((thing) => `${prefixOf(deployment)}-${thing}-`);
}

export type SiteBucket = "fronts" | "trust" | "journals";

/** Names of buckets beside the twin's in one Region: with the site's letter, nine characters are left. */
const besideTwin: Readonly<Record<SiteBucket, string>> = { fronts: "fronts", trust: "trust", journals: "journal" };

/** What tells a site's buckets from the twin's: their Region, and a letter where both are in one. */
export function siteBucketThing(deployment: Deployment, site: SiteName, thing: SiteBucket): string {
  return siteLayout(deployment) === "oneRegion" ? `${besideTwin[thing]}-${site}` : thing;
}

function siteBucket(deployment: Deployment, site: SiteName, thing: SiteBucket): string {
  return bucketName(deployment, siteBucketThing(deployment, site, thing), deployment.sites[site].region);
}

/** What a site's load balancers write down of requests and connections. */
export function frontLogsBucket(deployment: Deployment, site: SiteName): string {
  return siteBucket(deployment, site, "fronts");
}

/** How the names of a site's image repositories begin: an account has one registry in a Region. */
export function imageNamespace(deployment: Deployment, site: SiteName): string {
  return siteLayout(deployment) === "oneRegion" ? `${prefixOf(deployment)}/site-${site}` : prefixOf(deployment);
}

/** The authorities whose certificates participants may present. */
export function trustBucket(deployment: Deployment, site: SiteName): string {
  return siteBucket(deployment, site, "trust");
}

/**
 * The files in which the two sites compare their journals. A short word: S3 takes 63 characters,
 * and the longest deployment name, account and Region leave ten for it.
 */
export function reconciliationBucket(deployment: Deployment, site: SiteName): string {
  return siteBucket(deployment, site, "journals");
}

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

export function roleArn(deployment: Deployment, role: string): string {
  return `arn:aws:iam::${deployment.accounts.payments}:role/${role}`;
}

/** AWS Config's own role, which it records with. */
export function configRoleArn(deployment: Deployment): string {
  return roleArn(deployment, "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig");
}

export function userArn(deployment: Deployment, user: string): string {
  return `arn:aws:iam::${deployment.accounts.payments}:user/${user}`;
}

export function aliasArn(deployment: Deployment, region: string, alias: string): string {
  return `arn:aws:kms:${region}:${deployment.accounts.payments}:${alias}`;
}

/** The topic that reaches the people on call, one in every Region in use (made by its guardrails). */
export function onCallTopic(deployment: Deployment): string {
  return `${prefixOf(deployment)}-on-call`;
}

export function onCallTopicArn(deployment: Deployment, region: string): string {
  return `arn:aws:sns:${region}:${deployment.accounts.payments}:${onCallTopic(deployment)}`;
}

export function backupVault(deployment: Deployment, site: SiteName): string {
  return siteNameOf(deployment, site, "ledger-backups");
}

export function backupVaultArn(deployment: Deployment, site: SiteName): string {
  return `arn:aws:backup:${deployment.sites[site].region}:${deployment.accounts.payments}:backup-vault:${backupVault(deployment, site)}`;
}

export function logGroupArn(deployment: Deployment, region: string, logGroup: string): string {
  return `arn:aws:logs:${region}:${deployment.accounts.payments}:log-group:${logGroup}`;
}

export const stateKeyAlias = (deployment: Deployment): string => `alias/${prefixOf(deployment)}-state`;

/** Name of the stack that guards a Region; others wait for it. */
export function guardrailsRegionName(region: string): string {
  return `guardrails-${region}`;
}

import type { Deployment, SiteName } from "../config/deployment";

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

/** S3 names are global: account and Region make them ours. */
export function bucketName(deployment: Deployment, thing: string, region: string): string {
  return `${prefixOf(deployment)}-${thing}-${deployment.accounts.payments}-${region}`;
}

/** How the names of the buckets begin that hold evidence and state. */
export function evidenceBuckets(deployment: Deployment): readonly string[] {
  return ["access", "archive", "config", "fronts", "state"].map((thing) => `${prefixOf(deployment)}-${thing}-`);
}

/** What a site's load balancers write down of requests and connections. */
export function frontLogsBucket(deployment: Deployment, region: string): string {
  return bucketName(deployment, "fronts", region);
}

/** The authorities whose certificates participants may present. */
export function trustBucket(deployment: Deployment, region: string): string {
  return bucketName(deployment, "trust", region);
}

/**
 * The files in which the two sites compare their journals. A short word: S3 takes 63 characters,
 * and the longest deployment name, account and Region leave ten for it.
 */
export function reconciliationBucket(deployment: Deployment, region: string): string {
  return bucketName(deployment, "journals", region);
}

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

export function roleArn(deployment: Deployment, role: string): string {
  return `arn:aws:iam::${deployment.accounts.payments}:role/${role}`;
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

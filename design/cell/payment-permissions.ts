import type { Deployment, SiteName } from "../../config/deployment";
import type { AwsService } from "../../facts/endpoint-services";
import { bucketArn, reconciliationBucket } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import { reconciliationBuckets } from "../shared/shared-bucket";
import { type KeyMaterial, replicatedKeys } from "../shared/shared-keys";
import { clearingCredentials } from "../shared/shared-secret";

/** Namespace of the metrics that the payment service may write, and no others. */
export function metricNamespace(deployment: Deployment): string {
  return `twinsite/${deployment.name}/payment-service`;
}

/**
 * What the payment service may do with AWS, besides its ledger: each of it also passes the
 * endpoint of its service (endpoints.ts), and the policy of the key, secret or bucket that it ends at.
 */
export function paymentPermissions(deployment: Deployment, site: SiteName): string {
  return policyDocument(Object.values(permittedWith).flatMap((statements) => statements(deployment, site)));
}

/** What it may do with each AWS service, in the policy's order. Fargate pulls its images and writes its log in another role's name. */
const permittedWith: Readonly<Record<AwsService, (deployment: Deployment, site: SiteName) => readonly Statement[]>> = {
  kms: useKeys,
  secretsmanager: readCredentials,
  s3: exchangeFiles,
  "payment-cryptography": translatePins,
  monitoring: writeMetrics,
  ecr: () => [],
  logs: () => [],
};

function writeMetrics(deployment: Deployment): readonly Statement[] {
  return [
    {
      Sid: "WriteMetrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      // PutMetricData knows no resource (service authorization reference, read 2026-11-25).
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": metricNamespace(deployment) } },
    },
  ];
}

interface UsedKey {
  readonly alias: string;
  readonly material: KeyMaterial;
}

/** Ids of keys are not known beforehand, their aliases are. */
function withAlias(alias: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } };
}

function ownKeys(deployment: Deployment, site: SiteName): string {
  return `arn:aws:kms:${deployment.sites[site].region}:${deployment.accounts.payments}:key/*`;
}

function useKeys(deployment: Deployment, site: SiteName): readonly Statement[] {
  return replicatedKeys(deployment).map((key) => useKey(deployment, site, { alias: key[site].alias, material: key.material }));
}

function useKey(deployment: Deployment, site: SiteName, { alias, material }: UsedKey): Statement {
  const rest = { Effect: "Allow", Resource: ownKeys(deployment, site), Condition: withAlias(alias) } as const;
  switch (material.kind) {
    case "encryption":
      return { Sid: "EncryptFields", Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"], ...rest };
    case "keyedHash":
      return { Sid: "HashAndCompare", Action: ["kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"], ...rest };
  }
}

/** Secrets Manager puts six signs after a secret's name. */
function readCredentials(deployment: Deployment, site: SiteName): readonly Statement[] {
  const { region } = deployment.sites[site];
  const { name, keys } = clearingCredentials(deployment);
  return [
    {
      Sid: "ReadCredentials",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: `arn:aws:secretsmanager:${region}:${deployment.accounts.payments}:secret:${name}-??????`,
    },
    throughService(deployment, site, { service: "secretsmanager", alias: keys[site].alias, actions: ["kms:Decrypt"] }),
  ];
}

/** Journals that the two sites compare, each in its own bucket, which the other's copies arrive in. */
function exchangeFiles(deployment: Deployment, site: SiteName): readonly Statement[] {
  return [
    {
      Sid: "ExchangeFiles",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: `${bucketArn(reconciliationBucket(deployment, site))}/*`,
    },
    throughService(deployment, site, {
      service: "s3",
      alias: reconciliationBuckets(deployment)[site].key.alias,
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    }),
  ];
}

interface KeyThroughService {
  readonly service: "s3" | "secretsmanager";
  readonly alias: string;
  readonly actions: readonly string[];
}

function throughService(deployment: Deployment, site: SiteName, { service, alias, actions }: KeyThroughService): Statement {
  return {
    Sid: service === "s3" ? "EncryptFiles" : "DecryptCredentials",
    Effect: "Allow",
    Action: actions,
    Resource: ownKeys(deployment, site),
    Condition: { StringEquals: { "kms:ViaService": `${service}.${deployment.sites[site].region}.amazonaws.com` }, ...withAlias(alias) },
  };
}

/** The bank makes the PIN keys by its own ceremony; that they are of this account and Region is all that is known of them here. */
function translatePins(deployment: Deployment, site: SiteName): readonly Statement[] {
  if (deployment.pinHsm !== "paymentCryptography") return [];
  return [
    {
      Sid: "TranslatePins",
      Effect: "Allow",
      Action: ["payment-cryptography:TranslatePinData", "payment-cryptography:VerifyPinData"],
      Resource: `arn:aws:payment-cryptography:${deployment.sites[site].region}:${deployment.accounts.payments}:key/*`,
    },
  ];
}

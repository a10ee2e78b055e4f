import { pascalCase } from "../foundation/pascal-case";
import type { Statement } from "../foundation/policy-document";

/** Services that use a key in the name of whoever calls them. */
type CallingService = "backup" | "dsql" | "logs" | "rds" | "s3";

/** A key that roles reach through AWS services. */
export type ServiceKeyUse =
  /** Whoever makes a backup vault under the key; AWS Backup tries the key in that role's name. */
  | { readonly by: "vaultCreation"; readonly region: string; readonly creator: string }
  /** Roles that reach the key through services; ARNs, in which `*` stands for the rest of a name. */
  | {
      readonly by: "services";
      /** Who reads what others wrote needs no key to write with. */
      readonly may: "read" | "readAndWrite";
      readonly region: string;
      readonly services: readonly CallingService[];
      readonly principals: readonly string[];
    }
  /** Aurora DSQL, for the clusters of one Region. */
  | { readonly by: "ledger"; readonly region: string };

export const useData = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"] as const;

function dataActions(may: Extract<ServiceKeyUse, { by: "services" }>["may"]): readonly string[] {
  switch (may) {
    case "read":
      return ["kms:Decrypt", "kms:DescribeKey"];
    case "readAndWrite":
      return useData;
  }
}

/** Services that keep a grant on the key for what they do later on their own. */
const grantKeepers: readonly CallingService[] = ["backup", "rds"];

export function serviceKeyStatements(account: string, use: ServiceKeyUse): readonly Statement[] {
  switch (use.by) {
    case "vaultCreation":
      return [vaultStatement(account, use)];
    case "services":
      return serviceStatements(account, use);
    case "ledger":
      return ledgerStatements(account, use.region);
  }
}

/**
 * The ledger's statements as AWS prints them, for any cluster of ours: a cluster's id is known when
 * it is made, and it is made under its key (aurora-dsql/latest/userguide/data-encryption, read
 * 2026-11-25).
 */
function ledgerStatements(account: string, region: string): readonly Statement[] {
  const principal = { Service: "dsql.amazonaws.com" };
  const clusters = { "aws:SourceArn": `arn:aws:dsql:${region}:${account}:cluster/*` };
  return [
    {
      Sid: "Ledger",
      Effect: "Allow",
      Principal: principal,
      Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
      Resource: "*",
      Condition: { StringLike: { "kms:EncryptionContext:aws:dsql:ClusterId": "*", ...clusters } },
    },
    {
      Sid: "LedgerLooks",
      Effect: "Allow",
      Principal: principal,
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: { StringLike: clusters },
    },
  ];
}

function vaultStatement(account: string, { region, creator }: Extract<ServiceKeyUse, { by: "vaultCreation" }>): Statement {
  return {
    Sid: "MakeVault",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { ArnEquals: { "aws:PrincipalArn": creator }, StringEquals: { "kms:ViaService": `backup.${region}.amazonaws.com` } },
  };
}

function serviceStatements(account: string, use: Extract<ServiceKeyUse, { by: "services" }>): readonly Statement[] {
  const principal = { AWS: `arn:aws:iam::${account}:root` };
  const names = use.services.map(pascalCase).join("");
  const via = (services: readonly CallingService[]) => services.map((service) => `${service}.${use.region}.amazonaws.com`);
  const callers = { ArnLike: { "aws:PrincipalArn": use.principals } };
  const keepers = use.may === "read" ? [] : use.services.filter((service) => grantKeepers.includes(service));
  const data: Statement = {
    Sid: `Through${names}`,
    Effect: "Allow",
    Principal: principal,
    Action: dataActions(use.may),
    Resource: "*",
    Condition: { ...callers, StringEquals: { "kms:ViaService": via(use.services) } },
  };
  if (keepers.length === 0) return [data];
  // AWS Backup takes its role on and looks at a vault's key itself: no service stands between
  // (KMSPermissions in AWSBackupServiceRolePolicyForBackup; aws-backup/latest/devguide/encryption).
  const look: Statement = {
    Sid: "LookForBackup",
    Effect: "Allow",
    Principal: principal,
    Action: "kms:DescribeKey",
    Resource: "*",
    Condition: callers,
  };
  const grants: Statement = {
    Sid: `GrantsThrough${keepers.map(pascalCase).join("")}`,
    Effect: "Allow",
    Principal: principal,
    Action: "kms:CreateGrant",
    Resource: "*",
    Condition: { ...callers, StringEquals: { "kms:ViaService": via(keepers) }, Bool: { "kms:GrantIsForAWSResource": "true" } },
  };
  return use.services.includes("backup") ? [data, look, grants] : [data, grants];
}

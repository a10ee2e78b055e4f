import type { Deployment } from "../../config/deployment";
import { roleArn } from "../foundation/naming";
import type { Statement } from "../foundation/policy-document";

/** Uses of the keys that span both sites. Principals are ARNs of roles, in which `?` and `*` stand for the rest of a name. */
export type TwinKeyUse =
  /** Roles that encrypt and decrypt fields of their own data, calling KMS themselves. */
  | { readonly by: "fieldEncryption"; readonly principals: readonly string[] }
  /** Roles that make and check keyed hashes, calling KMS themselves. */
  | { readonly by: "keyedHashes"; readonly principals: readonly string[] }
  /** The deployer, copying the key to one other Region. */
  | { readonly by: "replication"; readonly toRegion: string }
  /** A secret's value where it is read; those who write it do so in whichever Region is the secret's first. */
  | {
      readonly by: "replicatedSecret";
      readonly readIn: string;
      readonly writtenIn: readonly string[];
      readonly readers: readonly string[];
      readonly writers: readonly string[];
    };

/** Sources: KMS and Secrets Manager documentation, read 2026-11-23. */
export function twinKeyStatements(deployment: Deployment, use: TwinKeyUse): readonly Statement[] {
  const account = { AWS: `arn:aws:iam::${deployment.accounts.payments}:root` };
  switch (use.by) {
    case "fieldEncryption":
      // What the endpoint for KMS lets through too (endpoints.ts), and not ReEncrypt: it would carry data to another key.
      return [
        {
          Sid: "EncryptFields",
          Effect: "Allow",
          Principal: account,
          Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: { ArnLike: { "aws:PrincipalArn": use.principals } },
        },
      ];
    case "keyedHashes":
      return hashStatements(account, use.principals);
    case "replication":
      // Only the primary's own policy can allow it, and a copy's cannot (kms/latest/developerguide/multi-region-keys-auth).
      return [
        {
          Sid: "CopyToTwin",
          Effect: "Allow",
          Principal: account,
          Action: "kms:ReplicateKey",
          Resource: "*",
          Condition: {
            ArnEquals: { "aws:PrincipalArn": roleArn(deployment, deployment.access.deployerRole) },
            StringEquals: { "kms:ReplicaRegion": use.toRegion },
          },
        },
      ];
    case "replicatedSecret":
      return secretStatements(account, use);
  }
}

type Account = { readonly AWS: string };

/** DescribeKey stands apart: it names no algorithm, so the condition on one would refuse it. */
function hashStatements(account: Account, principals: readonly string[]): readonly Statement[] {
  const callers = { ArnLike: { "aws:PrincipalArn": principals } };
  return [
    {
      Sid: "HashAndCompare",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:GenerateMac", "kms:VerifyMac"],
      Resource: "*",
      Condition: { ...callers, StringEquals: { "kms:MacAlgorithm": "HMAC_SHA_256" } },
    },
    { Sid: "LookAtHashKey", Effect: "Allow", Principal: account, Action: "kms:DescribeKey", Resource: "*", Condition: callers },
  ];
}

/**
 * Secrets Manager calls KMS in the name of whoever reads or writes, and copies a value to the other
 * Region in the name of who wrote it. AWS does not say whether that call names the Region of the
 * secret or of the copy, so writers are let in through both
 * (secretsmanager/latest/userguide/security-encryption).
 */
function secretStatements(account: Account, use: Extract<TwinKeyUse, { by: "replicatedSecret" }>): readonly Statement[] {
  const through = (region: string): string => `secretsmanager.${region}.amazonaws.com`;
  return [
    {
      Sid: "ReadSecret",
      Effect: "Allow",
      Principal: account,
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": use.readers }, StringEquals: { "kms:ViaService": through(use.readIn) } },
    },
    {
      Sid: "WriteAndCopySecret",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: { ArnEquals: { "aws:PrincipalArn": use.writers }, StringEquals: { "kms:ViaService": use.writtenIn.map(through) } },
    },
  ];
}

import type { Deployment } from "../../config/deployment";
import { configRoleArn, roleArn } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import type { Tags } from "../foundation/tags";
import { breakGlassRoleArn } from "./break-glass";
import { type KeyUse, useStatements } from "./key-uses";

/** A key of our own in one Region: what it is called, who administers it and what may use it. */
export interface KeyDesign {
  readonly alias: string;
  readonly description: string;
  /** Whole key policy as JSON, with no reference in it: a plan shows every word. */
  readonly policy: string;
  readonly rotationDays: number;
  readonly deletionWindowDays: number;
  readonly tags: Tags;
}

export interface KeyRequest {
  /** Alias of the key, with its `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly uses: readonly KeyUse[];
  readonly tags: Tags;
}

export function keyDesign(deployment: Deployment, request: KeyRequest): KeyDesign {
  return {
    alias: request.alias,
    description: request.description,
    policy: policyDocument([...custody(deployment), ...request.uses.flatMap((use) => useStatements(deployment, use))]),
    // A year is the cryptoperiod that AWS rotates in by default; PCI DSS 3.7.4 asks for one, not for its length.
    rotationDays: 365,
    // The longest that KMS offers: on-call is told of the request and has this long to cancel it.
    deletionWindowDays: 30,
    tags: request.tags,
  };
}

const administer = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RetireGrant",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
  "kms:UpdatePrimaryRegion",
] as const;

/**
 * What AWS Config reads of a key. Its rule on rotation fails every key that its role may not describe
 * (config/latest/developerguide, cmk-backing-key-rotation-enabled), and Security Hub's KMS.5 every key
 * whose policy it may not read; the role's own policy (AWSConfigServiceRolePolicy) allows these four.
 * Read 2026-11-30. Whoever manages AWS Config elsewhere may record with that role too.
 */
const record = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"] as const;

/**
 * Who looks after a key. Roles are named in conditions on the account, not as principals: a
 * principal must exist beforehand and turns into a dead id when its role is made anew, which would
 * lock everybody out. The account's IAM policies must allow these roles the same (README).
 *
 * No condition but the role's name, or KMS refuses the policy: it asks for one under which its
 * author can change it again (KMS API reference, PutKeyPolicy, read 2026-11).
 */
function custody(deployment: Deployment): readonly Statement[] {
  const account = { AWS: `arn:aws:iam::${deployment.accounts.payments}:root` };
  const deployer = roleArn(deployment, deployment.access.deployerRole);
  const administrator = roleArn(deployment, deployment.access.keyAdministratorRole);
  return [
    {
      Sid: "Administer",
      Effect: "Allow",
      Principal: account,
      Action: administer,
      Resource: "*",
      Condition: { ArnEquals: { "aws:PrincipalArn": [deployer, administrator] } },
    },
    {
      // ECR, Backup and Network Firewall work through grants that whoever creates the resource gives them.
      Sid: "LendToServices",
      Effect: "Allow",
      Principal: account,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { ArnEquals: { "aws:PrincipalArn": deployer }, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      Sid: "UndoInEmergency",
      Effect: "Allow",
      Principal: account,
      Action: ["kms:CancelKeyDeletion", "kms:DescribeKey", "kms:EnableKey", "kms:GetKeyPolicy"],
      Resource: "*",
      Condition: { ArnEquals: { "aws:PrincipalArn": breakGlassRoleArn(deployment) } },
    },
    {
      Sid: "RecordForAudit",
      Effect: "Allow",
      Principal: account,
      Action: record,
      Resource: "*",
      Condition: { ArnEquals: { "aws:PrincipalArn": configRoleArn(deployment) } },
    },
  ];
}

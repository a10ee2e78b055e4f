import type { Deployment } from "../../config/deployment";
import { type BoundsStatement, boundsStatements } from "../../facts/tampering/tampering";
import { bucketArn, evidenceBuckets, prefixOf, roleArn, userArn } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import { deniedActions } from "./tampering";

/** The one role for an emergency: what it may do, and what it may never do. */
export interface BreakGlassDesign {
  readonly role: string;
  readonly description: string;
  readonly trust: string;
  readonly maxSessionSeconds: number;
  readonly managedPolicy: string;
  readonly permissions: string;
  readonly boundary: { readonly name: string; readonly description: string; readonly policy: string };
}

/** Name of the role, made by `guardrails-account`; key policies of every stack name it. */
function breakGlassRole(deployment: Deployment): string {
  return `${prefixOf(deployment)}-break-glass`;
}

function boundaryName(deployment: Deployment): string {
  return `${prefixOf(deployment)}-no-tampering`;
}

/** What bounds the role, and the role itself, as IAM's calls name them. */
export function breakGlassBounds(deployment: Deployment): { readonly role: string; readonly boundaryArn: string } {
  const account = deployment.accounts.payments;
  return { role: breakGlassRole(deployment), boundaryArn: `arn:aws:iam::${account}:policy/${boundaryName(deployment)}` };
}

export function breakGlassRoleArn(deployment: Deployment): string {
  return roleArn(deployment, breakGlassRole(deployment));
}

export function breakGlassDesign(deployment: Deployment): BreakGlassDesign {
  return {
    role: breakGlassRole(deployment),
    description: "To mend an outage by hand, with MFA, for an hour; on-call is told of every use",
    trust: trust(deployment),
    // The least that IAM offers.
    maxSessionSeconds: 3600,
    // Everything but IAM, Organizations and the account itself.
    managedPolicy: "arn:aws:iam::aws:policy/PowerUserAccess",
    permissions: passBackupRoles(deployment),
    boundary: {
      name: boundaryName(deployment),
      description: "Whatever its role allows: no stopping of logs, alarms, detectors or backups, and no way out of this",
      policy: noTampering(deployment),
    },
  };
}

/**
 * The role is for users, because only a user's call says that it had MFA: what AssumeRole and IAM
 * Identity Center give out never does
 * (IAM/latest/UserGuide/id_credentials_mfa_configure-api-require, read 2026-11-23). `Bool`, not
 * `BoolIfExists`, so that who says nothing about MFA stays outside. Named by their ARNs in a
 * condition: as principals they would have to exist and turn into dead ids.
 */
function trust(deployment: Deployment): string {
  return policyDocument([
    {
      Sid: "EmergencyUsersWithMfa",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${deployment.accounts.payments}:root` },
      Action: "sts:AssumeRole",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": deployment.access.breakGlassUsers.map((user) => userArn(deployment, user)) },
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        // A session that was opened with MFA in the morning is not somebody at the device now.
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
      },
    },
  ]);
}

/**
 * Restoring a backup hands over the role that it runs with. Not to `ecs-tasks`: whoever passes the
 * payment service's role runs code of their own with its keys. Starting a registered service again
 * passes no role.
 */
function passBackupRoles(deployment: Deployment): string {
  return policyDocument([
    {
      Sid: "PassBackupRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: roleArn(deployment, `${prefixOf(deployment)}-*`),
      Condition: { StringEquals: { "iam:PassedToService": "backup.amazonaws.com" } },
    },
  ]);
}

/** A boundary grants nothing: it allows all, and the denials are what counts. */
function noTampering(deployment: Deployment): string {
  return policyDocument([
    { Sid: "WhatTheRoleAllows", Effect: "Allow", Action: "*", Resource: "*" },
    ...boundsStatements.map((id) => denial(deployment, id)),
  ]);
}

/** S3 names its buckets, so of what buckets hold only the ones with evidence are meant. */
const bounded: Readonly<Record<BoundsStatement, "everything" | "evidenceBuckets">> = {
  KeepWatchers: "everything",
  KeepLogsAndFirewall: "everything",
  KeepAlerts: "everything",
  KeepKeysAndBackups: "everything",
  KeepNames: "everything",
  KeepMoney: "everything",
  KeepBounds: "everything",
  KeepEvidence: "evidenceBuckets",
};

function denial(deployment: Deployment, id: BoundsStatement): Statement {
  const evidence = evidenceBuckets(deployment).map((start) => bucketArn(`${start}*`));
  return {
    Sid: id,
    Effect: "Deny",
    Action: deniedActions(id),
    Resource: bounded[id] === "everything" ? "*" : evidence.flatMap((bucket) => [bucket, `${bucket}/*`]),
  };
}

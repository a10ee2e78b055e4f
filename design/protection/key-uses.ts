import type { Deployment } from "../../config/deployment";
import { logGroupArn } from "../foundation/naming";
import type { Statement } from "../foundation/policy-document";
import { type ServiceKeyUse, serviceKeyStatements, useData } from "./service-key-uses";
import { type TwinKeyUse, twinKeyStatements } from "./twin-key-uses";

/** One thing that a key is for; each lets in exactly what it names. */
export type KeyUse =
  /** Log groups of one Region, by name; `*` stands for the rest of a name. */
  | { readonly by: "cloudWatchLogs"; readonly region: string; readonly logGroups: readonly string[] }
  /** CloudWatch alarms and EventBridge rules that publish to an encrypted topic. */
  | { readonly by: "alarmsAndEvents" }
  | { readonly by: "cloudTrail"; readonly trailArn: string }
  /** AWS Config writing its history. */
  | { readonly by: "configHistory" }
  /** EBS volumes of whoever starts an instance in the account, AWS's own roles included. */
  | { readonly by: "volumes"; readonly region: string }
  /** Route 53 signing the account's public zones. */
  | { readonly by: "zoneSigning" }
  | ServiceKeyUse
  | TwinKeyUse;

/** Sources of the statements: AWS documentation per service, read 2026-11-23. */
export function useStatements(deployment: Deployment, use: KeyUse): readonly Statement[] {
  const account = deployment.accounts.payments;
  switch (use.by) {
    case "cloudWatchLogs":
      return logStatements(deployment, use);
    case "alarmsAndEvents":
      return topicStatements(account);
    case "cloudTrail":
      return trailStatements(account, use.trailArn);
    case "configHistory":
      return [
        {
          Sid: "ConfigHistory",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ];
    case "volumes":
      return volumeStatements(account, use.region);
    case "zoneSigning":
      return zoneSigningStatements(account);
    case "vaultCreation":
    case "services":
    case "ledger":
      return serviceKeyStatements(account, use);
    // What is left are the uses of both sites' keys; another kind that is forgotten here is no TwinKeyUse.
    default:
      return twinKeyStatements(deployment, use);
  }
}

function logStatements(deployment: Deployment, use: Extract<KeyUse, { by: "cloudWatchLogs" }>): readonly Statement[] {
  return [
    {
      Sid: "LogGroups",
      Effect: "Allow",
      Principal: { Service: `logs.${use.region}.amazonaws.com` },
      Action: useData,
      Resource: "*",
      Condition: {
        ArnLike: { "kms:EncryptionContext:aws:logs:arn": use.logGroups.map((group) => logGroupArn(deployment, use.region, group)) },
      },
    },
    {
      // Writers and readers of an encrypted group need the key too (CloudWatch Logs user guide,
      // encrypt-log-data-kms); their IAM policies say who they are.
      Sid: "LogWritersAndReaders",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${deployment.accounts.payments}:root` },
      Action: useData,
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": `logs.${use.region}.amazonaws.com` } },
    },
  ];
}

function topicStatements(account: string): readonly Statement[] {
  const publish = ["kms:Decrypt", "kms:GenerateDataKey*"];
  return [
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: publish,
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
    // aws:SourceAccount and aws:SourceArn are not supported for EventBridge to an encrypted topic
    // (SNS developer guide, sns-key-management): a condition here would silence every event.
    { Sid: "Events", Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: publish, Resource: "*" },
  ];
}

function trailStatements(account: string, trailArn: string): readonly Statement[] {
  const trail = { Service: "cloudtrail.amazonaws.com" };
  const fromTrail = { "aws:SourceArn": trailArn };
  return [
    {
      Sid: "TrailEncrypts",
      Effect: "Allow",
      Principal: trail,
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        StringEquals: fromTrail,
        StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
      },
    },
    {
      Sid: "TrailLooks",
      Effect: "Allow",
      Principal: trail,
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: { StringEquals: fromTrail },
    },
    // Without a condition, as AWS prints it: a trail into a bucket with a bucket key cannot be made otherwise.
    { Sid: "TrailUsesBucketKey", Effect: "Allow", Principal: trail, Action: "kms:Decrypt", Resource: "*" },
  ];
}

/**
 * The principal is everyone, narrowed to the account and to EC2, as in AWS's own key for volumes:
 * service-linked roles such as Auto Scaling's have no IAM permission that the account could lend.
 */
function volumeStatements(account: string, region: string): readonly Statement[] {
  const fromHere = { "kms:CallerAccount": account, "kms:ViaService": `ec2.${region}.amazonaws.com` };
  return [
    { Sid: "Volumes", Effect: "Allow", Principal: { AWS: "*" }, Action: useData, Resource: "*", Condition: { StringEquals: fromHere } },
    {
      Sid: "VolumeGrants",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { StringEquals: fromHere, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/**
 * A grant takes no source, as the provider's own example has it (aws_route53_key_signing_key, in
 * the copy of the Pulumi registry for provider 6.83, read 2026-11-25; AWS's page could not be had).
 */
function zoneSigningStatements(account: string): readonly Statement[] {
  const signer = { Service: "dnssec-route53.amazonaws.com" };
  return [
    {
      Sid: "ZoneSigning",
      Effect: "Allow",
      Principal: signer,
      Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
      Resource: "*",
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": "arn:aws:route53:::hostedzone/*" },
      },
    },
    {
      Sid: "ZoneSigningGrants",
      Effect: "Allow",
      Principal: signer,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

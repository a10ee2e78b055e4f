import { stringify } from "yaml";
import type { Deployment } from "../../config/deployment";
import { type ConfigRule, configRules } from "../../facts/config-rules";
import { bucketArn, bucketName, prefixOf, roleArn } from "../foundation/naming";
import { pascalCase } from "../foundation/pascal-case";
import { type BucketDesign, keptWithoutLock } from "../protection/buckets";

/** AWS Config in one Region: what it records, where it keeps that, and the rules that it judges by. */
export interface ConfigRecorderDesign {
  readonly name: string;
  readonly roleArn: string;
  /** IAM's resources are recorded once. */
  readonly includeGlobalResourceTypes: boolean;
  readonly history: BucketDesign;
  readonly conformancePack: { readonly name: string; readonly template: string };
}

export function configRecorderDesign(deployment: Deployment, region: string): ConfigRecorderDesign {
  return {
    name: "default",
    roleArn: roleArn(deployment, "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"),
    includeGlobalResourceTypes: region === deployment.homeRegion,
    history: historyBucket(deployment, region),
    conformancePack: {
      name: `${prefixOf(deployment)}-pci-dss-4-0-1`,
      template: packTemplate(configRules.filter(({ where }) => where === "everyRegion" || region === deployment.homeRegion)),
    },
  };
}

/**
 * A bucket of history in each Region, so that a Region's record neither leaves it nor stops with
 * another Region. Not the trail's bucket: Config delivers to none with a default retention (AWS
 * Config developer guide, manage-delivery-channel, read 2026-11-23).
 */
function historyBucket(deployment: Deployment, region: string): BucketDesign {
  const account = deployment.accounts.payments;
  const name = bucketName(deployment, "config", region);
  const config = { Service: "config.amazonaws.com" };
  return {
    name,
    statements: [
      {
        Sid: "ConfigLooks",
        Effect: "Allow",
        Principal: config,
        Action: ["s3:GetBucketAcl", "s3:ListBucket"],
        Resource: bucketArn(name),
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
      {
        Sid: "ConfigWrites",
        Effect: "Allow",
        Principal: config,
        Action: "s3:PutObject",
        Resource: `${bucketArn(name)}/AWSLogs/${account}/Config/*`,
        Condition: { StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
    ],
    foreignKeys: { kind: "allowed" },
    ...keptWithoutLock(deployment.logRetentionDays),
    // Every read and write of it is a data event of the trail.
    accessLogs: { kind: "none" },
    tags: {},
  };
}

/** CloudFormation's form of rules, which is what a conformance pack is written in. */
function packTemplate(rules: readonly ConfigRule[]): string {
  const resources: Readonly<Record<string, object>> = Object.fromEntries(
    rules.map((rule): readonly [string, object] => [pascalCase(rule.name), packRule(rule)]),
  );
  return stringify({ Resources: resources }, { lineWidth: 0 });
}

function packRule(rule: ConfigRule): object {
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: rule.name,
      Description: `PCI DSS v4.0.1 ${rule.requirements.join(" ")}`,
      Source: { Owner: "AWS", SourceIdentifier: rule.identifier },
      ...(Object.keys(rule.parameters).length === 0 ? {} : { InputParameters: rule.parameters }),
    },
  };
}

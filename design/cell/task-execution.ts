import type { Deployment, SiteName } from "../../config/deployment";
import { logGroupArn } from "../foundation/naming";
import { policyDocument, type Statement } from "../foundation/policy-document";
import { imageRepository } from "../site/image-repository";

/**
 * What Fargate does before and beside the payment service, in a role that its code never sees:
 * pull the image, write down what the container prints. It reads no secret: those that the task
 * definition names would be read with this role, and the secret's own policy admits the service's
 * role only (shared-secret.ts).
 */
export interface TaskLogs {
  readonly group: string;
  readonly keyAlias: string;
}

/**
 * The trust of both roles: only ECS takes either on, for this account's tasks in this Region; it
 * takes no narrower ARN than this (task-iam-roles of its developer guide, read 2026-11-25).
 */
export function taskTrust(deployment: Deployment, site: SiteName): string {
  const account = deployment.accounts.payments;
  return policyDocument([
    {
      Sid: "Tasks",
      Effect: "Allow",
      Principal: { Service: "ecs-tasks.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": `arn:aws:ecs:${deployment.sites[site].region}:${account}:*` },
      },
    },
  ]);
}

export function executionPermissions(deployment: Deployment, site: SiteName, logs: TaskLogs): string {
  const { region } = deployment.sites[site];
  const account = deployment.accounts.payments;
  return policyDocument([
    // It knows no resource (service authorization reference, read 2026-11-25).
    { Sid: "SignIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "PullImage",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: `arn:aws:ecr:${region}:${account}:repository/${imageRepository(deployment, site)}`,
    },
    ...writeLogs(deployment, region, logs),
  ]);
}

/** The group is made here, so the role need not make one. Writers of an encrypted group need its key (encrypt-log-data-kms, read 2026-11-25). */
function writeLogs(deployment: Deployment, region: string, { group, keyAlias }: TaskLogs): readonly Statement[] {
  return [
    {
      Sid: "Write",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${logGroupArn(deployment, region, group)}:*`,
    },
    {
      Sid: "Encrypt",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: `arn:aws:kms:${region}:${deployment.accounts.payments}:key/*`,
      Condition: {
        StringEquals: { "kms:ViaService": `logs.${region}.amazonaws.com` },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias },
      },
    },
  ];
}

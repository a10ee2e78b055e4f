import type { Scope } from "../scope";

/** Tasks: what runs, where, as whom, with which keys, secrets and images. */
export const taskTypes: Scope = {
  aws_ecs_service: { blocks: "none", why: "TODO" },
  aws_ecs_cluster: { blocks: "none", why: "TODO" },
  aws_ecs_cluster_capacity_providers: { blocks: "none", why: "TODO" },
  aws_ecs_task_definition: { blocks: "none", why: "TODO" },
  aws_ecr_repository: { blocks: "none", why: "TODO" },
  aws_iam_role: { blocks: "none", why: "TODO" },
  aws_iam_role_policy: { blocks: "none", why: "TODO" },
  aws_iam_role_policy_attachment: { blocks: "none", why: "TODO" },
  aws_kms_key: { blocks: "none", why: "TODO" },
  aws_kms_replica_key: { blocks: "none", why: "TODO" },
  aws_kms_key_policy: { blocks: "none", why: "TODO" },
  aws_kms_alias: { blocks: "none", why: "TODO" },
  aws_secretsmanager_secret: { blocks: "none", why: "TODO" },
  aws_secretsmanager_secret_policy: { blocks: "none", why: "TODO" },
  aws_vpc_endpoint: { blocks: "none", why: "TODO" },
  aws_dynamodb_table: { blocks: "none", why: "TODO" },
};

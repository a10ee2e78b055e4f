import { between, including, is, naming, nothing, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const BOUNDED = "it bounds what is kept or how long it is kept, and what a payment meets meanwhile is the same";
const OF_ITS_OWN = "it is made in the Region of what it names, or AWS refuses it";
const LABEL_COPY = "it says which labels are copied to tasks, and labels let nothing in or out";

/** Tasks: what runs, where, as whom, with which keys, secrets and images. */
export const taskTypes: Scope = {
  aws_ecs_service: {
    blocks: "asked",
    must: {
      availability_zone_rebalancing: is("ENABLED", "DISABLED"),
      "capacity_provider_strategy.capacity_provider": written(is("FARGATE")),
      "capacity_provider_strategy.weight": between(1, 1000),
      deployment_maximum_percent: between(101, 200),
      deployment_minimum_healthy_percent: written(between(100, 100)),
      "deployment_circuit_breaker.enable": is(true),
      "deployment_circuit_breaker.rollback": is(true),
      enable_execute_command: is(false),
      // None at all has ECS stop tasks that the load balancers have not asked yet.
      health_check_grace_period_seconds: written(between(1, 2_147_483_647)),
      launch_type: is("FARGATE"),
      platform_version: is("1.4.0", "LATEST"),
      scheduling_strategy: is("REPLICA"),
      "network_configuration.assign_public_ip": is(false),
    },
    withoutEffect: {
      ...labels("name"),
      enable_ecs_managed_tags: LABEL_COPY,
      propagate_tags: LABEL_COPY,
      wait_for_steady_state: "it is how long an apply waits, and what ECS does is the same",
    },
  },
  aws_ecs_cluster: {
    blocks: "asked",
    must: { "configuration.execute_command_configuration.logging": is("NONE", "DEFAULT", "OVERRIDE") },
    withoutEffect: {
      ...labels("name"),
      setting: "it is containerInsights alone that can be set there, which measures tasks that run all the same",
    },
  },
  aws_ecs_cluster_capacity_providers: {
    blocks: "hanging",
    must: { capacity_providers: written(including("FARGATE")), cluster_name: naming("aws_ecs_cluster") },
  },
  aws_ecs_task_definition: {
    blocks: "asked",
    must: {
      requires_compatibilities: written(including("FARGATE")),
      network_mode: written(is("awsvpc")),
      cpu: written(is(256, 512, 1024, 2048, 4096, 8192, 16_384)),
      memory: written(between(512, 122_880)),
      "runtime_platform.cpu_architecture": is("X86_64"),
      "runtime_platform.operating_system_family": is("LINUX"),
      volume: nothing,
      proxy_configuration: nothing,
    },
    withoutEffect: { ...labels("family"), skip_destroy: "it keeps earlier revisions, which no service runs" },
  },
  aws_ecr_repository: {
    blocks: "asked",
    withoutEffect: {
      ...labels("name"),
      image_scanning_configuration: "it looks at images after they are pushed, and refuses none",
      image_tag_mutability: "tasks take their image by its digest, which no tag moves",
    },
  },
  aws_iam_role: {
    blocks: "asked",
    withoutEffect: {
      ...labels("description"),
      max_session_duration: "ECS renews the tasks' credentials, and asks for no longer ones than it may",
    },
  },
  aws_iam_role_policy: { blocks: "asked", withoutEffect: labels("name") },
  aws_iam_role_policy_attachment: { blocks: "asked" },
  aws_kms_key: {
    blocks: "asked",
    withoutEffect: {
      ...labels("description"),
      deletion_window_in_days: BOUNDED,
      multi_region: "a key of one Region works there just as well, and a copy of such a key is told by the copy",
      enable_key_rotation: "a key that has been turned decrypts what was under it before (evidence reads that it turns)",
      rotation_period_in_days: "a key that has been turned decrypts what was under it before (evidence reads that it turns)",
    },
  },
  aws_kms_replica_key: { blocks: "asked", withoutEffect: { ...labels("description"), deletion_window_in_days: BOUNDED } },
  aws_kms_key_policy: { blocks: "asked" },
  aws_kms_alias: { blocks: "asked", withoutEffect: { provider: OF_ITS_OWN } },
  aws_secretsmanager_secret: {
    blocks: "asked",
    withoutEffect: { ...labels("description"), recovery_window_in_days: BOUNDED },
  },
  aws_secretsmanager_secret_policy: {
    blocks: "asked",
    withoutEffect: {
      provider: OF_ITS_OWN,
      block_public_policy: "it refuses to write a policy that is open to everybody, and the policy is read as it stands",
    },
  },
  aws_vpc_endpoint: { blocks: "asked", must: { vpc_id: written(naming("aws_vpc")) } },
  aws_dynamodb_table: { blocks: "none", why: "no payment reads or writes a table: no variable of the tasks and no flow names one" },
};

import { between, including, is, listOf, text, written } from "../../findings/rules";
import type { Scope } from "../../findings/scope";
import { labels } from "../labels";

const KEPT = "it says what is kept and for how long once it is there, which no payment waits for";
const REMOVAL = "it refuses or shapes a removal, and what is there meanwhile is the same";
const OF_ITS_OWN = "it is made in the Region of the bucket that it names, or AWS refuses it";
const WINDOW = "when the engine's own work is done: another instance takes over meanwhile, in whichever hour";

/** The ledger, its doors, and the logs that a payment leaves. */
export const ledgerTypes: Scope = {
  aws_dsql_cluster: { blocks: "asked", withoutEffect: { deletion_protection_enabled: REMOVAL } },
  aws_dsql_cluster_policy: { blocks: "hanging" },
  aws_dsql_cluster_peering: { blocks: "asked" },
  aws_rds_global_cluster: {
    blocks: "asked",
    must: {
      engine: is("aurora-postgresql"),
      storage_encrypted: written(is(true)),
      engine_version: text("PostgreSQL 16", /^16(\.\d+)?$/),
      // Members are upgraded by themselves; whatever else were left as it is would not be what is read here.
      "lifecycle.ignore_changes": listOf(is("engine_version")),
    },
    withoutEffect: {
      provider: "it has no Region of its own: it is where its members are",
      deletion_protection: REMOVAL,
      force_destroy: REMOVAL,
    },
  },
  aws_rds_cluster: {
    blocks: "asked",
    must: {
      engine: written(is("aurora-postgresql")),
      engine_version: text("PostgreSQL 16", /^16(\.\d+)?$/),
      // A switchover would else have Terraform take the cluster out of its global database.
      "lifecycle.ignore_changes": including("global_cluster_identifier"),
      enabled_cloudwatch_logs_exports: written(including("postgresql")),
    },
    withoutEffect: {
      ...labels("cluster_identifier"),
      backup_retention_period: KEPT,
      copy_tags_to_snapshot: KEPT,
      delete_automated_backups: REMOVAL,
      deletion_protection: REMOVAL,
      final_snapshot_identifier: REMOVAL,
      skip_final_snapshot: REMOVAL,
      preferred_backup_window: "backups are taken from the storage, beside the instances",
      preferred_maintenance_window: WINDOW,
      master_password_wo: "the administrator's password signs in no task: tasks show tokens",
      master_password_wo_version: "the administrator's password signs in no task: tasks show tokens",
    },
  },
  aws_rds_cluster_instance: {
    blocks: "asked",
    must: {
      engine: written(is("aurora-postgresql")),
      engine_version: text("PostgreSQL 16", /^16(\.\d+)?$/),
      promotion_tier: between(0, 15),
      // AWS's own authorities, which the bundle for tasks has.
      ca_cert_identifier: is("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"),
    },
    withoutEffect: {
      ...labels("identifier"),
      auto_minor_version_upgrade: "a minor version is taken in a maintenance window, one instance after the other",
      copy_tags_to_snapshot: KEPT,
      instance_class: "how much an instance takes is for the judgement on capacity (assess will read it)",
      preferred_maintenance_window: WINDOW,
    },
  },
  aws_rds_cluster_parameter_group: {
    blocks: "asked",
    must: { family: is("aurora-postgresql16") },
    withoutEffect: {
      ...labels("name", "description"),
      "parameter.apply_method": "it says when a change is taken, and a new cluster has all of them",
    },
  },
  aws_db_subnet_group: { blocks: "asked", withoutEffect: labels("name", "description") },
  aws_cloudwatch_log_group: {
    blocks: "asked",
    must: { log_group_class: is("STANDARD") },
    withoutEffect: { ...labels("name"), retention_in_days: KEPT, skip_destroy: REMOVAL },
  },
  aws_cloudwatch_log_resource_policy: { blocks: "asked", withoutEffect: labels("policy_name") },
  aws_s3_bucket: {
    blocks: "asked",
    withoutEffect: { ...labels("bucket"), object_lock_enabled: "it keeps what has arrived from being removed", force_destroy: REMOVAL },
  },
  aws_s3_bucket_policy: { blocks: "asked", withoutEffect: { provider: OF_ITS_OWN } },
  aws_s3_bucket_server_side_encryption_configuration: {
    blocks: "asked",
    withoutEffect: { provider: OF_ITS_OWN, "rule.bucket_key_enabled": "it saves calls of the key, and what lies there is under the same" },
  },
};

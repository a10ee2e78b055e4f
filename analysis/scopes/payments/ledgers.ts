import type { Scope } from "../scope";

/** The ledger, its doors, and the logs that a payment leaves. */
export const ledgerTypes: Scope = {
  aws_dsql_cluster: { blocks: "none", why: "TODO" },
  aws_dsql_cluster_peering: { blocks: "none", why: "TODO" },
  aws_rds_global_cluster: { blocks: "none", why: "TODO" },
  aws_rds_cluster: { blocks: "none", why: "TODO" },
  aws_rds_cluster_instance: { blocks: "none", why: "TODO" },
  aws_rds_cluster_parameter_group: { blocks: "none", why: "TODO" },
  aws_db_subnet_group: { blocks: "none", why: "TODO" },
  aws_cloudwatch_log_group: { blocks: "none", why: "TODO" },
  aws_cloudwatch_log_resource_policy: { blocks: "none", why: "TODO" },
  aws_s3_bucket: { blocks: "none", why: "TODO" },
  aws_s3_bucket_policy: { blocks: "none", why: "TODO" },
  aws_s3_bucket_server_side_encryption_configuration: { blocks: "none", why: "TODO" },
};

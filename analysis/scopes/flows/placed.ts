import type { Scope } from "../../findings/scope";

const ANSWERS = "what it answers is read by the judgement on payments; its way in is its subnets and groups";

/** What stands in the networks with addresses and groups of its own. What it does there is not what may pass. */
export const placedTypes: Scope = {
  aws_ecs_service: { blocks: "none", why: ANSWERS },
  aws_lb: { blocks: "none", why: ANSWERS },
  aws_rds_cluster: { blocks: "none", why: ANSWERS },
  aws_rds_cluster_instance: { blocks: "none", why: ANSWERS },
  aws_db_subnet_group: { blocks: "none", why: "its subnets are read with what stands in them" },
};

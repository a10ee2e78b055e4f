import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksIn, type StackBlock } from "../../synthesized/estate/stack-block";
import type { Template } from "../../synthesized/template";
import type { Payment } from "./payment";

const DSQL = "aws_dsql_cluster";
const AURORA = "aws_rds_cluster";

/** The ledger of a payment's cell at its site, of whichever engine: a member there, or the one of both sites that its endpoint leads to. */
export function clusterOf({ cell, estate }: Payment): StackBlock | undefined {
  return (
    cell.flatMap((template) => blocksIn(template, DSQL))[0] ??
    cell.flatMap((template) => blocksIn(template, AURORA))[0] ??
    ledgersBehind(estate, cell)[0]
  );
}

/** The ledgers that some stacks' endpoints lead to. */
export function ledgersBehind(estate: Estate, stacks: readonly Template[]): readonly StackBlock[] {
  return stacks
    .flatMap((template) => blocksIn(template, "aws_vpc_endpoint"))
    .flatMap((endpoint) => follow(estate, endpoint, "service_name") ?? [])
    .filter(({ block }) => block.type === DSQL);
}

/** What a role must be allowed to connect to it. */
export function connectActionOf({ block }: StackBlock): "dsql:DbConnect" | "rds-db:connect" {
  return block.type === AURORA ? "rds-db:connect" : "dsql:DbConnect";
}

/** Whether it stands in the network with addresses of its own, and so needs no endpoint. */
export function isItsOwnDoor({ block }: StackBlock): boolean {
  return block.type === AURORA;
}

/** What leads to a ledger: the endpoints of its cell, or the ledger itself. */
export function doorsTo(cluster: StackBlock, { cell, estate }: Payment): readonly StackBlock[] {
  if (isItsOwnDoor(cluster)) return [cluster];
  return cell
    .flatMap((template) => blocksIn(template, "aws_vpc_endpoint"))
    .filter((endpoint) => follow(estate, endpoint, "service_name")?.block === cluster.block);
}

export function groupsOf({ block }: StackBlock): "vpc_security_group_ids" | "security_group_ids" {
  return block.type === AURORA ? "vpc_security_group_ids" : "security_group_ids";
}

/** Members of a database that stands in the network, and the subnets that they may be in. */
export function databaseParts(
  estate: Estate,
  cluster: StackBlock,
): { readonly instances: readonly StackBlock[]; readonly subnets: StackBlock | undefined } {
  return {
    instances: blocksNaming(estate, cluster, { type: "aws_rds_cluster_instance", key: "cluster_identifier" }),
    subnets: follow(estate, cluster, "db_subnet_group_name"),
  };
}

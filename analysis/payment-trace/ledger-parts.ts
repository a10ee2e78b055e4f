import { referenceAt } from "../../synthesized/attributes";
import { allOf, follow, type Located } from "../../synthesized/estate/located";
import { blockAt, type Template } from "../../synthesized/template";
import type { Passenger } from "./passenger";

const DSQL = "aws_dsql_cluster";
const AURORA = "aws_rds_cluster";

/** The ledger of a payment's cell at its site, of whichever engine: a member there, or the one of both sites that its endpoint leads to. */
export function clusterOf({ cell, templates }: Passenger): Located | undefined {
  return allOf(DSQL, cell)[0] ?? allOf(AURORA, cell)[0] ?? ledgersBehind(cell, templates)[0];
}

/** The ledgers that some stacks' endpoints lead to. */
export function ledgersBehind(stacks: readonly Template[], templates: readonly Template[]): readonly Located[] {
  return allOf("aws_vpc_endpoint", stacks)
    .flatMap((endpoint) => follow(endpoint, "service_name", templates) ?? [])
    .filter(({ block }) => block.type === DSQL);
}

/** What a role must be allowed to connect to it. */
export function connectActionOf({ block }: Located): "dsql:DbConnect" | "rds-db:connect" {
  return block.type === AURORA ? "rds-db:connect" : "dsql:DbConnect";
}

/** Whether it stands in the network with addresses of its own, and so needs no endpoint. */
export function isItsOwnDoor({ block }: Located): boolean {
  return block.type === AURORA;
}

/** What leads to a ledger: the endpoints of its cell, or the ledger itself. */
export function doorsTo(cluster: Located, { cell, templates }: Passenger): readonly Located[] {
  if (isItsOwnDoor(cluster)) return [cluster];
  return allOf("aws_vpc_endpoint", cell).filter((endpoint) => follow(endpoint, "service_name", templates)?.block === cluster.block);
}

export function groupsOf({ block }: Located): "vpc_security_group_ids" | "security_group_ids" {
  return block.type === AURORA ? "vpc_security_group_ids" : "security_group_ids";
}

/** Members of a database that stands in the network, and the subnets that they may be in. */
export function databaseParts({ template, block }: Located): {
  readonly instances: readonly Located[];
  readonly subnets: Located | undefined;
} {
  const group = blockAt(template, referenceAt(block.attributes, "db_subnet_group_name")?.address ?? "");
  const instances = allOf("aws_rds_cluster_instance", [template]).filter(
    (one) => follow(one, "cluster_identifier", [template])?.block === block,
  );
  return { instances, subnets: group === undefined ? undefined : { template, block: group } };
}

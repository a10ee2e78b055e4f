import { allOf, follow, type Located } from "./located";
import type { Passenger } from "./passenger";

/** The ledger's member of a payment's cell at its site. */
export function clusterOf({ cell }: Passenger): Located | undefined {
  return allOf("aws_dsql_cluster", cell)[0];
}

export const LEDGER_CONNECT = "dsql:DbConnect";

/** The endpoints of a cell that lead to its ledger. */
export function doorsTo(cluster: Located, { cell, templates }: Passenger): readonly Located[] {
  return allOf("aws_vpc_endpoint", cell).filter((endpoint) => follow(endpoint, "service_name", templates)?.block === cluster.block);
}

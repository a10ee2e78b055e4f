import { textAt, textsAt } from "../../synthesized/attributes";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { textOf } from "../../synthesized/estate/stack-block";
import { clusterOf, isItsOwnDoor } from "./ledger-parts";
import { logKeyPieces } from "./log-key";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { found, missing, type Piece } from "./step";

/** What Aurora itself writes down of whoever comes: it makes the group's name from the cluster's. DSQL has no such log. */
export function ledgerLogPieces(payment: Payment): readonly Piece[] {
  const { estate, region } = payment;
  const cluster = clusterOf(payment);
  if (cluster === undefined || !isItsOwnDoor(cluster)) return [];
  const { attributes } = cluster.block;
  if (textsAt(attributes, "enabled_cloudwatch_logs_exports")?.includes("postgresql") !== true)
    return [missing(`${textOf(cluster)} hands its log on to nobody`)];
  const name = `/aws/rds/cluster/${textAt(attributes, "cluster_identifier") ?? "?"}/postgresql`;
  const group = blocksCalled(estate, "aws_cloudwatch_log_group", name).find((one) => placeOf(estate, one) === region);
  return group === undefined
    ? [missing(`there is no log group ${name}`)]
    : [found(`ledger: ${textOf(group)}`), ...logKeyPieces(group, payment)];
}

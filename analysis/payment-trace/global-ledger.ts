import { blocksAt, flagAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { blocksOfType, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { databaseParts } from "./ledger-parts";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { isPrimaryCluster } from "./primary-cluster";
import { check, missing, type Piece, unreadable } from "./step";

/** A member of an Aurora Global Database: that it has a twin, that it survives a zone, and what it asks of connections. */
export function globalLedgerPieces(cluster: StackBlock, payment: Payment): readonly Piece[] {
  const { attributes } = cluster.block;
  const title = textOf(cluster);
  return [
    ...unionPieces(cluster, payment),
    ...instancePieces(payment.estate, cluster),
    check(
      flagAt(attributes, "enable_global_write_forwarding") === true,
      "hands writes on to the primary",
      `${title} hands no writes on, so its site takes no payment while the other is the primary`,
    ),
    check(
      flagAt(attributes, "iam_database_authentication_enabled") === true,
      "takes tokens for passwords",
      `${title} takes no tokens, only passwords`,
    ),
    check(flagAt(attributes, "storage_encrypted") === true, "encrypted at rest", `${title} is not encrypted`),
    tlsPiece(payment.estate, cluster),
  ];
}

function unionPieces(cluster: StackBlock, { estate }: Payment): readonly Piece[] {
  const name = textAt(cluster.block.attributes, "global_cluster_identifier");
  if (name === undefined) return [missing(`${textOf(cluster)} is of no global database, and so is alone`)];
  const [union] = blocksCalled(estate, "aws_rds_global_cluster", name);
  const members = blocksOfType(estate, "aws_rds_cluster").filter(
    (one) => textAt(one.block.attributes, "global_cluster_identifier") === name,
  );
  const twin = members.find((one) => placeOf(estate, one) !== placeOf(estate, cluster));
  return [
    union === undefined ? missing(`nothing makes the global database ${name}`) : check(true, `of ${textOf(union)}`, ""),
    twin === undefined
      ? missing(`${name} has no other member in another Region`)
      : check(true, `copied with ${textOf(twin)} in ${placeOf(estate, twin)}`, ""),
    primaryPiece(estate, name, members),
  ];
}

/** The role that each is made in: a database without a first has no administrator, one with two cannot be made. */
function primaryPiece(estate: Estate, name: string, members: readonly StackBlock[]): Piece {
  const roles = members.map((member) => isPrimaryCluster(estate, member));
  if (roles.includes(undefined)) return unreadable(`which member of ${name} is made as the primary cannot be read`);
  const primaries = members.filter((_, index) => roles[index] === true);
  const [first] = primaries;
  return check(
    primaries.length === 1 && first !== undefined,
    `${first === undefined ? "" : textOf(first)} is made as the primary`,
    `${name} has ${primaries.length} members that are made as the primary`,
  );
}

/** Two at least, and no two in one zone: with a zone lost, one of the rest takes over. */
function instancePieces(estate: Estate, cluster: StackBlock): readonly Piece[] {
  const { instances } = databaseParts(estate, cluster);
  const zones = instances.map(({ block }) => textAt(block.attributes, "availability_zone") ?? "");
  const open = instances.filter(({ block }) => flagAt(block.attributes, "publicly_accessible") !== false);
  return [
    check(
      instances.length > 1 && !zones.includes("") && new Set(zones).size === zones.length,
      `${instances.length} instances, each in a zone of its own`,
      `${textOf(cluster)} has ${instances.length} instances in ${new Set(zones).size} zones that are named`,
    ),
    ...open.map((one) => missing(`${textOf(one)} may have an address of the internet`)),
  ];
}

function tlsPiece(estate: Estate, cluster: StackBlock): Piece {
  const group = follow(estate, cluster, "db_cluster_parameter_group_name");
  const parameters = group === undefined ? [] : blocksAt(group.block.attributes, "parameter");
  const read = parameters.map((parameter) => ({ name: textAt(parameter, "name") ?? "?", value: textAt(parameter, "value") }));
  const unknown = read.filter(({ name, value }) => name !== "rds.force_ssl" && !isOfLog(name, value));
  if (unknown.length > 0)
    return unreadable(`what ${unknown.map(({ name }) => name).join(", ")} does to ${textOf(cluster)} is not read here`);
  const forced = read.some(({ name, value }) => name === "rds.force_ssl" && value === "1");
  return check(forced, "over TLS only", `${textOf(cluster)} takes connections without TLS`);
}

const KNOWN_LIBRARIES = /^(?:pgaudit|pg_stat_statements)(?:,(?:pgaudit|pg_stat_statements))*$/;

/** What is written down of statements stops none of them; of libraries only those that count and write them down are known. */
function isOfLog(name: string | undefined, value: string | undefined): boolean {
  return (
    /^(?:log_[a-z_]+|pgaudit\.[a-z_]+)$/.test(name ?? "") || (name === "shared_preload_libraries" && KNOWN_LIBRARIES.test(value ?? ""))
  );
}

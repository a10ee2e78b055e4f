import { blockIn, numberAt, textAt, textsAt, valueAt } from "../../synthesized/attributes";
import { blocksNamed, targetOf } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { areOfTwoSites, cellOf, siteOf } from "../../synthesized/estate/stacks";
import { clusterPolicyPieces } from "./cluster-policy";
import { containersOf } from "./containers";
import { toldPieces } from "./environment";
import { globalLedgerPieces } from "./global-ledger";
import { clusterOf, doorsTo, groupsOf, isItsOwnDoor, ledgersBehind } from "./ledger-parts";
import { type Payment, partyBehind } from "./payment";
import { placeOf } from "./place";
import { check, found, missing, NOTHING, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** Where the payment is kept: a member of a ledger that the other site has one of too, and that the tasks are told of. */
export function ledgerStep(payment: Payment): TraceStep {
  const cluster = clusterOf(payment);
  if (cluster === undefined) return stepOf("ledger", [missing("the cell has no ledger at this site")]);
  return stepOf("ledger", [
    ...enginePieces(cluster, payment),
    ...legPieces(cluster, payment),
    ...clusterPolicyPieces(cluster, payment),
    toldPiece(cluster, payment),
    ...toldPieces("ledger", payment),
  ]);
}

function enginePieces(cluster: StackBlock, payment: Payment): readonly Piece[] {
  if (isItsOwnDoor(cluster)) return globalLedgerPieces(cluster, payment);
  return isShared(cluster, payment) ? sharedPieces(cluster, payment) : peeredPieces(cluster, payment);
}

function peeredPieces(cluster: StackBlock, payment: Payment): readonly Piece[] {
  const witness = textAt(blockIn(cluster.block.attributes, "multi_region_properties") ?? {}, "witness_region");
  return [
    check(witness !== undefined, `${textOf(cluster)}, witness ${witness}`, `${textOf(cluster)} has no witness, and so is alone`),
    peeringPiece(cluster, payment),
  ];
}

/** Whether a ledger is of no site: one cluster, in the one Region of both. */
function isShared({ template }: StackBlock, { cell }: Payment): boolean {
  return !cell.includes(template) && siteOf(template) === undefined;
}

/** A ledger of both sites is this cell's and no other's, and the cell's stacks at the other site lead to it as well. */
function sharedPieces(cluster: StackBlock, { cell, estate, region, site }: Payment): readonly Piece[] {
  const [wanted] = cell.flatMap((template) => cellOf(template) ?? []);
  const there = estate.stacks.filter((stack) => cellOf(stack) === wanted && areOfTwoSites(site, stack));
  const twins = ledgersBehind(estate, there);
  const where = placeOf(estate, cluster);
  return [
    check(
      wanted !== undefined && cellOf(cluster.template) === wanted,
      `${textOf(cluster)} of ${wanted}`,
      `${textOf(cluster)} is no ledger of ${wanted ?? "this cell"}`,
    ),
    check(where === region, `in ${where}, the Region of both sites`, `${textOf(cluster)} is in ${where}, and the site in ${region}`),
    check(
      twins.some((one) => isSame(one, cluster)),
      "the other site's endpoint leads to the same",
      `no endpoint of the other site leads to ${textOf(cluster)}`,
    ),
  ];
}

/** The flow that leads there: without one, nothing of the passage says that packets arrive. */
function legPieces(cluster: StackBlock, payment: Payment): readonly Piece[] {
  return doorsTo(cluster, payment).map((door) => {
    const party = partyBehind(payment, door, valueAt(door.block.attributes, groupsOf(door)));
    const leg = payment.legs.onward.find(({ to }) => to.party === party);
    if (leg !== undefined && isItsOwnDoor(door) && numberAt(door.block.attributes, "port") !== leg.port)
      return missing(`${textOf(door)} does not listen on ${leg.port}, where ${leg.name} goes`);
    return leg === undefined ? missing(`no flow is declared from the service to ${textOf(door)}`) : found(`reached by ${leg.name}`);
  });
}

function peeringPiece(cluster: StackBlock, { estate }: Payment): Piece {
  const [peering, ...more] = blocksNaming(estate, cluster, { type: "aws_dsql_cluster_peering", key: "identifier" });
  if (more.length > 0) return unreadable(`${textOf(cluster)} is peered twice, and which holds is not known`);
  if (peering === undefined) return missing(`nothing peers ${textOf(cluster)} with the other site's`);
  const peers = (textsAt(peering.block.attributes, "clusters") ?? []).map((text) => targetOf(estate, peering.template, text));
  const [peer] = peers;
  const lacking = peers.find(({ kind }) => kind !== "block");
  if (peer?.kind !== "block" || lacking !== undefined)
    return notFound(lacking ?? NOTHING, `${textOf(peering)} names a ledger that is not there`);
  // A peer that peers with nobody is told at its own site.
  const back = blocksNaming(estate, peer, { type: "aws_dsql_cluster_peering", key: "identifier" });
  const witnesses = [cluster, peer].map(({ block }) =>
    textAt(blockIn(block.attributes, "multi_region_properties") ?? {}, "witness_region"),
  );
  if ([peering, ...back].some((one, at) => placeOf(estate, one) !== placeOf(estate, at === 0 ? cluster : peer)))
    return missing(`${textOf(peering)} is made in another Region than its ledger`);
  const named = [...witnesses, ...[peering, ...back].map(({ block }) => textAt(block.attributes, "witness_region"))];
  if (new Set(named).size > 1)
    return missing(`${textOf(cluster)} and ${textOf(peer)} have no common witness: ${[...new Set(named)].join(", ")}`);
  if ([cluster, peer].some((one) => placeOf(estate, one) === named[0])) return missing(`${named[0]} is witness and member at once`);
  return check(
    placeOf(estate, peer) !== placeOf(estate, cluster),
    `peered with ${textOf(peer)} in ${placeOf(estate, peer)} by ${textOf(peering)}`,
    `${textOf(peering)} peers within one Region`,
  );
}

function toldPiece(cluster: StackBlock, { definition, estate }: Payment): Piece {
  if (definition === undefined) return found("told to the tasks, which have no definition");
  const containers = containersOf(definition.block);
  if (containers === undefined) return unreadable("what the tasks are told cannot be read");
  const hosts = containers.flatMap(({ values }) =>
    values.filter((value) => blocksNamed(estate, definition.template, value).some((one) => isSame(one, cluster))),
  );
  // A writer, and the instances that hand writes on: which of the two a task needs changes with a promotion.
  const needed = isItsOwnDoor(cluster) ? 2 : 1;
  const told = needed === 1 ? "the tasks are told its host" : "the tasks are told its writer's host and its readers'";
  const untold =
    hosts.length === 0 ? `does not tell the tasks of ${textOf(cluster)}` : `tells the tasks one host of ${textOf(cluster)} only`;
  return check(new Set(hosts).size >= needed, told, `${textOf(definition)} ${untold}`);
}

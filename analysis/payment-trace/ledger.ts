import { blockIn, textAt, textsAt } from "../../synthesized/attributes";
import { containersOf } from "./containers";
import { clusterOf, doorsTo } from "./ledger-parts";
import { allOf, follow, followAll, followValue, isSame, type Located, textOf } from "./located";
import { type Passenger, partyBehind, regionAt } from "./passenger";
import { check, found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** Where the payment is kept: a member of a ledger that is peered with the other site's, and that the tasks are told of. */
export function ledgerStep(passenger: Passenger): TraceStep {
  const cluster = clusterOf(passenger);
  if (cluster === undefined) return stepOf("ledger", [missing("the cell has no ledger at this site")]);
  const witness = textAt(blockIn(cluster.block.attributes, "multi_region_properties") ?? {}, "witness_region");
  return stepOf("ledger", [
    check(witness !== undefined, `${textOf(cluster)}, witness ${witness}`, `${textOf(cluster)} has no witness, and so is alone`),
    peeringPiece(cluster, passenger),
    ...legPieces(cluster, passenger),
    toldPiece(cluster, passenger),
  ]);
}

/** The flow that leads there: without one, nothing of the passage says that packets arrive. */
function legPieces(cluster: Located, passenger: Passenger): readonly Piece[] {
  return doorsTo(cluster, passenger).map((door) => {
    const party = partyBehind(passenger, door, door.block.attributes["security_group_ids"]);
    const leg = passenger.legs.onward.find(({ to }) => to.party === party);
    return leg === undefined ? missing(`no flow is declared from the service to ${textOf(door)}`) : found(`reached by ${leg.name}`);
  });
}

function peeringPiece(cluster: Located, { templates }: Passenger): Piece {
  const peering = allOf("aws_dsql_cluster_peering", templates).find((one) => isSame(follow(one, "identifier", templates), cluster));
  if (peering === undefined) return missing(`nothing peers ${textOf(cluster)} with the other site's`);
  const peers = (textsAt(peering.block.attributes, "clusters") ?? []).map((text) => followValue(text, peering.template, templates));
  const [peer] = peers.flatMap((one) => one ?? []);
  if (peer === undefined || peers.includes(undefined)) return missing(`${textOf(peering)} names a ledger that is not there`);
  return check(
    regionAt(peer) !== regionAt(cluster),
    `peered with ${textOf(peer)} in ${regionAt(peer)} by ${textOf(peering)}`,
    `${textOf(peering)} peers within one Region`,
  );
}

function toldPiece(cluster: Located, { definition, templates }: Passenger): Piece {
  if (definition === undefined) return found("told to the tasks, which have no definition");
  const containers = containersOf(definition.block);
  if (containers === undefined) return unreadable("what the tasks are told cannot be read");
  const told = containers.some(({ values }) =>
    values.some((value) => followAll(value, definition.template, templates).some((one) => isSame(one, cluster))),
  );
  return check(told, "the tasks are told its host", `${textOf(definition)} does not tell the tasks of ${textOf(cluster)}`);
}

import { blockIn, blocksAt, textAt, textsAt, valueAt } from "../../synthesized/attributes";
import { blockNamed, targetAt } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { blocksOfType, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { subnetsIn } from "../flows/network/network";
import { type Payment, partyBehind } from "./payment";
import { check, missing, notFound, type Piece, unreadable } from "./step";

/** Where the tasks stand: in every zone of their segment, no two subnets in one, in a cluster, and alone in their party. */
export function placementPieces(service: StackBlock, payment: Payment): readonly Piece[] {
  const { estate } = payment;
  const cluster = targetAt(estate, service, "cluster");
  return [
    ...zonePieces(service, payment),
    cluster.kind === "block"
      ? check(cluster.block.type === "aws_ecs_cluster", `in ${textOf(cluster)}`, `${textOf(service)} is in ${textOf(cluster)}, no cluster`)
      : notFound(cluster, `the cluster of ${textOf(service)} is not there`),
    ...(cluster.kind === "block" ? capacityPieces(service, cluster, payment) : []),
    ...strangers(service, payment),
  ];
}

function zonePieces(service: StackBlock, { estate, network, legs }: Payment): readonly Piece[] {
  const settings = blockIn(service.block.attributes, "network_configuration") ?? {};
  const placed = (textsAt(settings, "subnets") ?? []).map((text) => blockNamed(estate, service.template, text)?.block.address);
  const zones = subnetsIn(network, legs.toService?.to.segment ?? "");
  const lacking = zones.filter(({ address }) => !placed.includes(address));
  const outside = placed.filter((address) => !zones.some((zone) => zone.address === address));
  return [
    check(
      lacking.length === 0 && zones.length > 1,
      `${zones.length} zones`,
      `${textOf(service)} has no tasks in ${lacking.map(({ address }) => address).join(", ") || "a second zone"}`,
    ),
    ...(outside.length > 0 ? [missing(`${textOf(service)} has tasks outside its segment`)] : []),
    ...apartPieces(zones.map(({ zone }) => zone)),
  ];
}

/** A strategy takes its providers from the cluster's own (AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem). */
function capacityPieces(service: StackBlock, cluster: StackBlock, { estate }: Payment): readonly Piece[] {
  const wanted = blocksAt(service.block.attributes, "capacity_provider_strategy").map((item) => textAt(item, "capacity_provider") ?? "?");
  const held = blocksNaming(estate, cluster, { type: "aws_ecs_cluster_capacity_providers", key: "cluster_name" }).flatMap(
    ({ block }) => textsAt(block.attributes, "capacity_providers") ?? [],
  );
  return wanted.filter((one) => !held.includes(one)).map((one) => missing(`${textOf(cluster)} has no capacity provider ${one}`));
}

/** Two subnets in one zone are lost together. */
function apartPieces(zones: readonly (string | undefined)[]): readonly Piece[] {
  if (zones.includes(undefined)) return [unreadable("in which zones its subnets are cannot be read")];
  return new Set(zones).size === zones.length ? [] : [missing(`two of its subnets are in one zone: ${zones.join(", ")}`)];
}

/** Whoever runs in the service's own group is let in wherever the service is. */
function strangers(service: StackBlock, payment: Payment): readonly Piece[] {
  const { estate, network, legs } = payment;
  return blocksOfType(estate, "aws_ecs_service")
    .filter((other) => !isSame(other, service) && payment.cell.includes(other.template))
    .filter((other) => {
      const settings = blockIn(other.block.attributes, "network_configuration");
      const party = settings === undefined ? undefined : partyBehind({ network, estate }, other, valueAt(settings, "security_groups"));
      return party === undefined || party === legs.toService?.to.party;
    })
    .map((other) => missing(`${textOf(other)} stands beside ${textOf(service)}, and may pass for it`));
}

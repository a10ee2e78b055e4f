import { blockIn, blocksAt, textAt, textsAt } from "../../synthesized/attributes";
import { blocksIn, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { recordsByZone } from "./answers";
import type { Asker } from "./asker";
import { containersOf } from "./containers";
import type { Payment } from "./payment";
import { check, found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** What leads the other site's tasks here: a record of its own zone with every fixed address, and that its tasks are told the name. */
export function twinNameStep(payment: Payment): TraceStep {
  const { asker, legs, fronts } = payment;
  if (asker === undefined) return stepOf("name", [missing("nothing says that the other site has this cell too")]);
  const [first] = fronts;
  if (first === undefined) return stepOf("name", [missing(`no load balancer stands for ${legs.entry.to.party}`)]);
  const fixed = fixedAddressesOf(first.balancer);
  if (fixed.length === 0) return stepOf("name", [missing(`${textOf(first.balancer)} has no addresses that stay`)]);
  return stepOf("name", [...recordPieces(payment, asker), ...toldPieces(payment, asker), ...legPieces(asker, legs.entry.port)]);
}

/** Names under which the other site's tasks find this one's cell. */
export function twinNamesOf({ asker, estate, fronts }: Payment): readonly string[] {
  const [first] = fronts;
  if (asker === undefined || first === undefined) return [];
  return recordsOf({ asker, estate, fronts }).flatMap(({ block }) => textAt(block.attributes, "name") ?? []);
}

function recordPieces(payment: Payment, asker: Asker): readonly Piece[] {
  const fixed = payment.fronts.flatMap(({ balancer }) => fixedAddressesOf(balancer));
  const records = recordsOf(payment);
  if (records.length === 0) return [missing(`no record in the zone of ${asker.site.stack} leads to ${fixed.join(", ")}`)];
  return records.map((record) => {
    const title = `${textAt(record.block.attributes, "name") ?? "?"} (${textOf(record)})`;
    const there = textsAt(record.block.attributes, "records") ?? [];
    const lacking = fixed.filter((address) => !there.includes(address));
    const astray = there.filter((address) => !fixed.includes(address));
    if (astray.length > 0) return missing(`${title} leads to ${astray.join(", ")}, where nothing of this cell is`);
    return check(lacking.length === 0, `${title} leads to ${there.join(", ")}`, `${title} lacks ${lacking.join(", ")}`);
  });
}

/** Records of the private zone that the other site's network is answered from, and that lead to an address of the load balancer. */
function recordsOf({ asker, estate, fronts }: Pick<Payment, "asker" | "estate" | "fronts">): readonly StackBlock[] {
  const fixed = fronts.flatMap(({ balancer }) => fixedAddressesOf(balancer));
  const zones = asker === undefined ? [] : blocksIn(asker.site, "aws_route53_zone");
  return zones
    .filter(({ block }) => blockIn(block.attributes, "vpc") !== undefined)
    .flatMap(({ block }) => recordsByZone(estate).get(block) ?? [])
    .filter(({ block }) => (textsAt(block.attributes, "records") ?? []).some((address) => fixed.includes(address)));
}

function toldPieces(payment: Payment, { definition, site }: Asker): readonly Piece[] {
  if (definition === undefined) return [missing(`no tasks at ${site.stack} could ask`)];
  const containers = containersOf(definition.block);
  if (containers === undefined) return [unreadable(`what ${textOf(definition)} tells its tasks cannot be read`)];
  const wanted = twinNamesOf(payment).map((name) => `${name}:${payment.legs.entry.port}`);
  // A record that is not there is told by itself.
  if (wanted.length === 0) return [];
  const told = wanted.find((place) => containers.some(({ values }) => values.includes(place)));
  return [
    told === undefined
      ? missing(`${textOf(definition)} does not tell its tasks of ${wanted.join(" or ")}`)
      : found(`${textOf(definition)} tells its tasks of ${told}`),
  ];
}

function legPieces({ traces, site }: Asker, port: number): readonly Piece[] {
  return traces.length === 0 ? [missing(`${site.stack} declares no flow to its twin on ${port}`)] : [];
}

function fixedAddressesOf({ block }: StackBlock): readonly string[] {
  return blocksAt(block.attributes, "subnet_mapping").flatMap((mapping) => textAt(mapping, "private_ipv4_address") ?? []);
}

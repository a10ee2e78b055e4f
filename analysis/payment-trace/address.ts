import { blocksAt, flagAt, listAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { subnetAt, subnetsIn } from "../flows/network/network";
import { covers } from "../flows/terms/interval";
import { prefixOf } from "../flows/terms/prefix";
import type { Payment } from "./payment";
import { linePieces } from "./private-line";
import { check, missing, type Piece, stepOf, type TraceStep } from "./step";

/** Where the name leads to: load balancers with an address in every zone of their segment, facing who comes. */
export function addressStep(payment: Payment): TraceStep {
  const { fronts, legs } = payment;
  if (fronts.length === 0) return stepOf("address", [missing(`no load balancer stands for ${legs.entry.to.party}`)]);
  return stepOf("address", [
    ...fronts.flatMap(({ balancer }) => balancerPieces(balancer, payment)),
    ...(payment.path === "privateLine" ? linePieces(payment) : []),
  ]);
}

function balancerPieces(balancer: StackBlock, { network, legs, estate, path }: Payment): readonly Piece[] {
  const { attributes } = balancer.block;
  const placed = [
    ...listAt(attributes, "subnets").map((subnet) => ({ subnet, fixed: undefined })),
    ...blocksAt(attributes, "subnet_mapping").map((mapping) => ({
      subnet: valueAt(mapping, "subnet_id"),
      fixed: textAt(mapping, "private_ipv4_address"),
    })),
  ].map(({ subnet, fixed }) => ({ address: blockNamed(estate, balancer.template, subnet)?.block.address, fixed }));
  const zones = subnetsIn(network, legs.entry.to.segment ?? "");
  const lacking = zones.filter(({ address }) => !placed.some((one) => one.address === address));
  const outside = placed.filter(({ address, fixed }) => {
    const subnet = address === undefined ? undefined : subnetAt(network, address);
    const at = fixed === undefined ? undefined : prefixOf(`${fixed}/32`);
    return fixed !== undefined && (subnet === undefined || at === undefined || !covers(subnet.addresses, at));
  });
  const faces = flagAt(attributes, "internal") === true ? "private" : "public";
  const wanted = path === "privateLine" || path === "reconciliation" ? "private" : "public";
  const fixed = placed.flatMap((one) => one.fixed ?? []);
  const title = textOf(balancer);
  return [
    check(
      lacking.length === 0 && zones.length > 0,
      `${title}, ${placed.length} zones`,
      `${title} has no address in ${lacking.map(({ address }) => address).join(", ")}`,
    ),
    check(
      faces === wanted,
      `${wanted} addresses${fixed.length === 0 ? "" : `, fixed: ${fixed.join(", ")}`}`,
      `${title} has ${faces} addresses`,
    ),
    ...outside.map((one) => missing(`${one.fixed} is not in ${one.address ?? "a subnet of the site"}`)),
  ];
}

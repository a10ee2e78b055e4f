import { textsAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { subnetsIn } from "../flows/network/network";
import { decide, policyOf } from "../flows/policies/policy";
import { requestOf } from "./call";
import { doorSettings } from "./door";
import { clusterOf, connectActionOf, databaseParts, doorsTo, isItsOwnDoor } from "./ledger-parts";
import { neededServices } from "./needed-services";
import type { Payment } from "./payment";
import { taskRole } from "./permissions";
import { check, found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** The private doors to the ledger and to AWS's services: in every zone, and open for this role. */
export function endpointStep(payment: Payment): TraceStep {
  const cluster = clusterOf(payment);
  const doors = cluster === undefined ? [] : doorsTo(cluster, payment);
  const none = cluster === undefined ? found("goes with the ledger") : missing(`no endpoint leads to ${textOf(cluster)}`);
  return stepOf("endpoint", [
    ...(doors.length === 0 ? [none] : doors.flatMap((door) => doorPieces(door, payment))),
    ...servicePieces(payment),
    ...neededPieces(payment),
  ]);
}

function doorPieces(door: StackBlock, payment: Payment): readonly Piece[] {
  const { network, legs, estate } = payment;
  const segment = legs.onward.find(({ to }) => to.actions === undefined)?.to.segment ?? "";
  const placed = isItsOwnDoor(door) ? databaseParts(estate, door).subnets : door;
  const here = (textsAt(placed?.block.attributes ?? {}, "subnet_ids") ?? []).map(
    (text) => blockNamed(estate, door.template, text)?.block.address,
  );
  const lacking = subnetsIn(network, segment).filter(({ address }) => !here.includes(address));
  return [
    check(
      lacking.length === 0 && here.length > 0,
      `${textOf(door)}, ${here.length} zones`,
      `${textOf(door)} lacks ${lacking.map(({ address }) => address).join(", ")}`,
    ),
    // What stands in the network itself has no policy: its security group and its own sign-in are all.
    ...(isItsOwnDoor(door) ? [] : [policyPiece(door, payment), ...doorSettings(door, payment)]),
  ];
}

function policyPiece(door: StackBlock, payment: Payment): Piece {
  const action = connectActionOf(door);
  const policy = policyOf(payment.estate, door);
  const role = taskRole(payment);
  if (role === undefined) return found("its policy goes with the role");
  if (policy.kind === "none") return missing(`${textOf(door)} has no policy, so it lets everyone do everything`);
  if (policy.kind === "unreadable") return unreadable(`the policy of ${textOf(door)} cannot be read`);
  const decision = decide(policy.statements, requestOf(role, { action, arn: "" }, payment));
  switch (decision) {
    case "allowed":
      return found(`lets this role ${action}`);
    case "notAllowed":
      return missing(`${textOf(door)} does not let this role ${action}`);
    case "unknown":
      return unreadable(`whether ${textOf(door)} lets this role ${action} cannot be read`);
  }
}

/** What the tasks turn out to need, whatever is declared: a way that nobody declared is not there. */
function neededPieces(payment: Payment): readonly Piece[] {
  const declared = payment.legs.onward.flatMap(({ to }) => to.actions ?? []).map(({ service }) => service);
  const { services, unknown } = neededServices(payment);
  return [
    ...services
      .filter((service) => !declared.includes(service))
      .map((service) => missing(`the tasks need ${service}, and no flow leads there`)),
    ...unknown.map((action) => unreadable(`the tasks may call ${action}, and which endpoint that passes is not known`)),
  ];
}

/** The site's own endpoints, as the flow's own trace judges them: each service once. */
function servicePieces({ legs, site }: Payment): readonly Piece[] {
  const hops = legs.traces.flatMap(({ policyHops }) => policyHops).filter(({ kind }) => kind !== "keyPolicy");
  const addresses = [...new Set(hops.map(({ address }) => address))];
  return addresses.map((address) => {
    const here = hops.filter((hop) => hop.address === address);
    const wrong = here.find(({ verdict }) => verdict === "notMet") ?? here.find(({ verdict }) => verdict === "undetermined");
    if (wrong === undefined) return found(`${site.stack} ${address}`);
    const text = `${site.stack} ${address} ${wrong.why}`;
    return wrong.verdict === "notMet" ? missing(text) : unreadable(text);
  });
}

import { blockIn, blocksAt, flagAt, numberAt, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { isSame, textOf } from "../../synthesized/estate/stack-block";
import type { Json, JsonObject } from "../../synthesized/json";
import { type Front, forwardOf, readsRequests } from "./fronts";
import type { Payment } from "./payment";
import { check, found, notFound, type Piece, stepOf, type TraceStep } from "./step";

/** What the load balancers hand on to, under which health check, and that the tasks are registered there. */
export function targetStep(payment: Payment): TraceStep {
  return stepOf(
    "target",
    payment.fronts.flatMap((front) => targetPieces(front, payment)),
  );
}

function targetPieces({ balancer, listener, targetGroup, endsTls }: Front, payment: Payment): readonly Piece[] {
  if (listener === undefined) return [found(`of ${textOf(balancer)} goes with the listener`)];
  if (targetGroup === undefined) {
    return [notFound(forwardOf(payment.estate, listener), `${textOf(listener)} hands on to nothing that is there`)];
  }
  const { attributes } = targetGroup.block;
  const title = `${textOf(targetGroup)}: ${textAt(attributes, "protocol")} ${numberAt(attributes, "port")}`;
  const question = blockIn(attributes, "health_check") ?? {};
  const isAsked = flagAt(question, "enabled") === true;
  return [
    check(
      isAskedWhereItServes(question, valueAt(attributes, "port")),
      "asked on the port that it serves",
      `${title} asks its targets on a port where none of them answers`,
    ),
    check(isAsked, `${title}, asked for ${textAt(question, "path") ?? "a connection"}`, `${title} asks its targets for no health`),
    ...(endsTls ? servicePieces({ balancer, group: targetGroup }, payment) : relayPieces(targetGroup, payment)),
  ];
}

/** Without a port of its own, a health check asks on the one that requests go to. */
function isAskedWhereItServes(question: JsonObject, served: Json | undefined): boolean {
  const port = valueAt(question, "port") ?? "traffic-port";
  return port === "traffic-port" || JSON.stringify(port).replaceAll('"', "") === JSON.stringify(served);
}

type Group = NonNullable<Front["targetGroup"]>;

function relayPieces(group: Group, { estate }: Payment): readonly Piece[] {
  const attached = blocksNaming(estate, group, { type: "aws_lb_target_group_attachment", key: "target_group_arn" });
  return [check(attached.length > 0, "the next load balancer is its target", `nothing is registered in ${textOf(group)}`)];
}

interface Served {
  readonly balancer: Front["balancer"];
  readonly group: Group;
}

function servicePieces({ balancer, group }: Served, { legs, service, estate }: Payment): readonly Piece[] {
  const { attributes } = group.block;
  const port = legs.toService?.port;
  const protocol = readsRequests(balancer) ? "HTTPS" : "TLS";
  const registered = blocksAt(service?.block.attributes ?? {}, "load_balancer").some((behind) =>
    isSame(service === undefined ? undefined : blockNamed(estate, service.template, valueAt(behind, "target_group_arn")), group),
  );
  return [
    check(
      numberAt(attributes, "port") === port && textAt(attributes, "protocol") === protocol,
      "over TLS, on the declared port",
      `${textOf(group)} is not on ${protocol} ${port}`,
    ),
    check(registered || service === undefined, "the tasks are registered", `no tasks are registered in ${textOf(group)}`),
  ];
}

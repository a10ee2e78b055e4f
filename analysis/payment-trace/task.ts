import { blockIn, blocksAt, flagAt, numberAt, textAt } from "../../synthesized/attributes";
import { blockNamed, targetAt } from "../../synthesized/estate/follow";
import { isSame, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { containersOf } from "./containers";
import { toldPieces } from "./environment";
import { imagePieces } from "./image";
import type { Payment } from "./payment";
import { placementPieces } from "./placement";
import { check, missing, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** The tasks that do the work: how many, what image, on which port. */
export function taskStep(payment: Payment): TraceStep {
  const { service, definition, legs } = payment;
  if (service === undefined) return stepOf("task", [missing(`no service stands for ${legs.toService?.to.party ?? "the payment service"}`)]);
  const { attributes } = service.block;
  const count = numberAt(attributes, "desired_count");
  const isPublic = flagAt(blockIn(attributes, "network_configuration") ?? {}, "assign_public_ip") === true;
  return stepOf("task", [
    check(count !== undefined && count > 0, `${textOf(service)}, ${count} tasks`, `${textOf(service)} runs no tasks`),
    check(!isPublic, "without addresses of the internet", `${textOf(service)} gives its tasks addresses of the internet`),
    ...(definition === undefined
      ? [notFound(targetAt(payment.estate, service, "task_definition"), `the definition of ${textOf(service)} is not there`)]
      : [...containerPieces(payment), ...imagePieces(payment), ...toldPieces("task", payment)]),
    ...placementPieces(service, payment),
  ]);
}

function containerPieces(payment: Payment): readonly Piece[] {
  const { definition, legs } = payment;
  const containers = definition === undefined ? undefined : containersOf(definition.block);
  if (definition === undefined || containers === undefined) return [unreadable("what the tasks run cannot be read")];
  const port = legs.toService?.port;
  const listening = containers.filter(({ ports }) => port !== undefined && ports.includes(port));
  const forwarded = registrations(payment).every(
    (behind) => numberAt(behind, "container_port") === port && containers.some(({ name }) => name === textAt(behind, "container_name")),
  );
  const unread = containers.flatMap(({ name, unknown }) => unknown.map((setting) => `${name}: ${setting}`));
  return [
    check(
      listening.length > 0 && forwarded,
      `container ${listening.map(({ name }) => name).join(", ")} on ${port}`,
      `no container of ${textOf(definition)} is reached on ${port}`,
    ),
    ...(unread.length > 0 ? [unreadable(`what ${unread.join(", ")} does to a container is not read here`)] : []),
  ];
}

/** What of the service is registered behind this way's load balancers; behind others it may be on other ports. */
function registrations({ service, fronts, estate }: Payment): readonly JsonObject[] {
  if (service === undefined) return [];
  return blocksAt(service.block.attributes, "load_balancer").filter((behind) => {
    const group = blockNamed(estate, service.template, behind["target_group_arn"]);
    return group !== undefined && fronts.some(({ targetGroup }) => isSame(targetGroup, group));
  });
}

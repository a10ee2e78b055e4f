import { blockIn, blocksAt, flagAt, numberAt, textAt } from "../../synthesized/attributes";
import { blockNamed, targetAt } from "../../synthesized/estate/follow";
import { isSame, textOf } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { containersOf } from "./containers";
import type { Payment } from "./payment";
import { check, found, missing, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";

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
      : containerPieces(payment)),
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
  const unpinned = containers.filter(({ image }) => !/@sha256:[0-9a-f]{64}$/.test(image));
  return [
    check(
      listening.length > 0 && forwarded,
      `container ${listening.map(({ name }) => name).join(", ")} on ${port}`,
      `no container of ${textOf(definition)} is reached on ${port}`,
    ),
    unpinned.length === 0
      ? found(`image ${containers[0]?.image ?? "?"}`)
      : missing(`the image of ${unpinned[0]?.name} is named by no digest`),
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

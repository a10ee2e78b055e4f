import { blockIn, textAt, valueAt } from "../../synthesized/attributes";
import { blockNamed } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { isSet } from "../flows/terms/set-attribute";
import { type Container, containersOf } from "./containers";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { found, missing, type Piece, unreadable } from "./step";
import { enabledPieces } from "./usable-key";

const IMAGE = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([a-z0-9._/-]+)@sha256:[0-9a-f]{64}$/;

export interface Repository {
  readonly arn: string;
  readonly block: StackBlock;
}

/** The repositories of the output that the tasks' images come from. */
export function repositoriesOf(payment: Payment): readonly Repository[] {
  const { definition } = payment;
  const containers = definition === undefined ? [] : (containersOf(definition.block) ?? []);
  return containers.flatMap((container) => repositoryOf(container, payment) ?? []);
}

function repositoryOf({ image }: Container, { estate, account, region }: Payment): Repository | undefined {
  const [, owner, place, name] = IMAGE.exec(image) ?? [];
  if (name === undefined || owner !== account || place !== region) return undefined;
  const block = blocksCalled(estate, "aws_ecr_repository", name).find((one) => placeOf(estate, one) === region);
  return block === undefined ? undefined : { arn: `arn:aws:ecr:${region}:${account}:repository/${name}`, block };
}

/** Every image by its digest, from a registry of this account and Region that is made here: tasks reach no other. */
export function imagePieces(payment: Payment): readonly Piece[] {
  const { definition, region } = payment;
  const containers = definition === undefined ? [] : (containersOf(definition.block) ?? []);
  return containers.flatMap((container): readonly Piece[] => {
    const { name, image } = container;
    if (!/@sha256:[0-9a-f]{64}$/.test(image)) return [missing(`the image of ${name} is named by no digest`)];
    const repository = repositoryOf(container, payment);
    if (repository === undefined)
      return [missing(`the image of ${name}, ${image}, is in no repository of ${region ?? "the site's Region"}`)];
    return [found(`image ${image}`), ...keyPieces(repository.block, payment)];
  });
}

/** What the registry keeps is under a key; whose policy lets it is read with the flow that leads there. */
function keyPieces(repository: StackBlock, payment: Payment): readonly Piece[] {
  const settings = blockIn(repository.block.attributes, "encryption_configuration") ?? {};
  if (textAt(settings, "encryption_type") !== "KMS" || !isSet(settings, "kms_key")) return [];
  const key = blockNamed(payment.estate, repository.template, valueAt(settings, "kms_key"));
  if (key === undefined) return [unreadable(`under which key ${textOf(repository)} is cannot be read`)];
  return enabledPieces({ title: "images", key }, payment);
}

import { type DataSender, dataSenders } from "../../facts/data-senders";
import type { Json } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import type { Place, Where } from "./place";
import { type Files, type Located, regionNamed, targetBlock, valuesAt, whereIs } from "./target";

/** A resource that sends data on, what it names as the other end, and that end where it is in the files. */
export interface Sending extends Located {
  readonly sender: DataSender;
  readonly to: Json;
  readonly target: Located | undefined;
}

export function sendingsOf(template: Template, files: Files): readonly Sending[] {
  return template.resources.flatMap((block) =>
    dataSenders
      .filter(({ type }) => type === block.type)
      .flatMap((sender) =>
        valuesAt(block.attributes, sender.attribute).map((to) => ({
          template,
          block,
          sender,
          to,
          target: targetBlock(to, template, files),
        })),
      ),
  );
}

/** The other ends that are places of their own: what operations send within one Region is told where it is kept. */
export function sentPlaces(sendings: readonly Sending[]): readonly Place[] {
  return sendings.flatMap((sending) => {
    const { template, block, sender } = sending;
    const [own, where] = [whereIs(sending), otherEnd(sending)];
    const atHome = where.kind === "region" && own.kind === "region" && where.region === own.region;
    if (sender.data === "operations" && atHome) return [];
    const { does, data, what, attribute } = sender;
    return [{ stack: template.stack, address: `${block.address} ${attribute}`, does, data, what, where }];
  });
}

function otherEnd(sending: Sending): Where {
  const { sender, to, target } = sending;
  if (target !== undefined) return whereIs(target);
  // CloudWatch Logs is meant by a name alone: that has no other Region.
  return sender.attribute.endsWith(".logGroup") ? whereIs(sending) : regionNamed(to);
}

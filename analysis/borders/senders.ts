import { dataSenders } from "../../facts/data-senders";
import type { Estate } from "../../synthesized/estate/estate";
import type { Template } from "../../synthesized/template";
import type { Place, Where } from "./place";
import { regionNamed, targetBlock, valuesAt, whereIs } from "./target";
import type { Sending, Traffic } from "./traffic";

export function sendingsOf(estate: Estate, template: Template): readonly Sending[] {
  return template.resources.flatMap((block) =>
    dataSenders
      .filter(({ type }) => type === block.type)
      .flatMap((sender) =>
        valuesAt(block.attributes, sender.attribute).map((to) => ({
          template,
          block,
          sender,
          to,
          target: targetBlock(estate, template, to),
        })),
      ),
  );
}

/** The other ends that are places of their own: what operations send within one Region is told where it is kept. */
export function sentPlaces({ estate, sendings }: Pick<Traffic, "estate" | "sendings">): readonly Place[] {
  return sendings.flatMap((sending) => {
    const { template, block, sender } = sending;
    const [own, where] = [whereIs(estate, sending), otherEnd(estate, sending)];
    const atHome = where.kind === "region" && own.kind === "region" && where.region === own.region;
    if (sender.data === "operations" && atHome) return [];
    const { does, data, what, attribute } = sender;
    return [{ stack: template.stack, address: `${block.address} ${attribute}`, does, data, what, where }];
  });
}

function otherEnd(estate: Estate, sending: Sending): Where {
  const { sender, to, target } = sending;
  if (target !== undefined) return whereIs(estate, target);
  // CloudWatch Logs is meant by a name alone: that has no other Region.
  return sender.attribute.endsWith(".logGroup") ? whereIs(estate, sending) : regionNamed(to);
}

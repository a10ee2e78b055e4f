import type { DataHolder } from "../../facts/data-holders";
import { directConnectLocations } from "../../facts/direct-connect-locations";
import { typesWithoutData } from "../../facts/types-without-data";
import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { modulesOf } from "../../synthesized/estate/stacks";
import type { Block, Template } from "../../synthesized/template";
import { logText, logUses, taskLogPlaces, taskLogs } from "./logs";
import { inRegion, type Place, type Where } from "./place";
import { sendingsOf, sentPlaces } from "./senders";
import { regionNamed, whereIs } from "./target";
import type { Traffic } from "./traffic";
import { holderOf, usedFor } from "./uses";

/** Every place where data or its log rests or passes, as far as the files say. */
export function placesIn(estate: Estate): readonly Place[] {
  const sendings = estate.stacks.flatMap((template) => sendingsOf(estate, template));
  const traffic: Traffic = { estate, sendings, taskLogs: taskLogs(estate) };
  const ofStacks = estate.stacks.flatMap((template) => [
    statePlace(template),
    ...modulePlaces(template),
    ...template.resources.flatMap((block) => [
      ...blockPlaces(block, template, traffic),
      ...linePlaces(block, template),
      ...taskLogPlaces(block, template),
    ]),
  ]);
  return [...ofStacks, ...sentPlaces(traffic)];
}

const operations = { does: "rests", data: "operations" } as const;

function statePlace({ stack, backend }: Template): Place {
  const settings = backend?.settings ?? {};
  const where: Where =
    backend?.kind === "local"
      ? { kind: "outsideAws", at: textAt(settings, "path") ?? "a file" }
      : inRegion(
          backend?.kind === "s3" ? textAt(settings, "region") : undefined,
          `nothing says where backend ${backend?.kind ?? "none"} keeps it`,
        );
  return { stack, address: "terraform.backend", ...operations, what: "Terraform's state", where };
}

function modulePlaces(template: Template): readonly Place[] {
  const where: Where = { kind: "unknown", why: "what a module makes is not in these files" };
  return modulesOf(template).map((address) => ({ stack: template.stack, address, does: "rests", data: "unknown", what: "module", where }));
}

const withoutData = new Set(typesWithoutData.types);

function blockPlaces(block: Block, template: Template, traffic: Traffic): readonly Place[] {
  const holder = holderOf(block);
  const own = { stack: template.stack, address: block.address };
  if (holder !== undefined) return holderPlaces(holder, { template, block }, traffic);
  if (withoutData.has(block.type)) return [];
  const where: Where = {
    kind: "unknown",
    why: `neither facts/data-holders.ts nor facts/types-without-data.ts says what ${block.type} keeps`,
  };
  return [{ ...own, does: "rests", data: "unknown", what: block.type, where }];
}

function holderPlaces({ does, data, what, place }: DataHolder, located: StackBlock, traffic: Traffic): readonly Place[] {
  const where: Where = place === "provider" ? whereIs(traffic.estate, located) : { kind: "region", region: place };
  const kinds = data === "asUsed" ? usedFor(located, traffic) : data;
  const { stack } = located.template;
  const { type, address } = located.block;
  const said = type === "aws_cloudwatch_log_group" ? logText(logUses(located, traffic)) : what;
  return kinds.map((kind) => ({ stack, address, does, data: kind, what: said, where }));
}

/** A private line ends in a building, and an alarm with a person or in a queue. */
function linePlaces({ type, address, attributes }: Block, { stack }: Template): readonly Place[] {
  if (type === "aws_dx_connection") {
    const where = locationOf(textAt(attributes, "location"));
    return [{ stack, address: `${address} location`, does: "passes", data: "paymentData", what: "end of a private line", where }];
  }
  if (type !== "aws_sns_topic_subscription") return [];
  const protocol = textAt(attributes, "protocol") ?? "nothing";
  const endpoint = attributes["endpoint"] ?? "nobody";
  const where: Where = WITHIN_AWS.has(protocol)
    ? regionNamed(endpoint)
    : { kind: "outsideAws", at: `${protocol} to ${JSON.stringify(endpoint)}` };
  return [{ stack, address, ...operations, what: "alarm to whom it is for", where }];
}

const WITHIN_AWS = new Set(["sqs", "lambda", "firehose"]);

function locationOf(location: string | undefined): Where {
  const known = directConnectLocations.find(({ code, apiCode }) => code === location || (apiCode !== undefined && apiCode === location));
  if (known !== undefined) return { kind: "location", code: known.code };
  return { kind: "unknown", why: `facts/direct-connect-locations.ts has no location ${location ?? "that is written there"}` };
}

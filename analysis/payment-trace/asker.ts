import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksIn, type StackBlock } from "../../synthesized/estate/stack-block";
import { areOfTwoSites, cellOf, siteOf, stacksOfSite } from "../../synthesized/estate/stacks";
import type { PermittedFlow } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";
import { readNetwork } from "../flows/network/network";
import { type FlowTrace, traceFlow } from "../flows/ways/trace";
import { siteNetworks } from "./answers";

/** The same cell at the other site, whose tasks ask this one for its journals. */
export interface Asker {
  readonly site: Template;
  readonly definition: StackBlock | undefined;
  /** Traces of the flows by which it asks, through its own network. */
  readonly traces: readonly FlowTrace[];
}

export interface AskedPlace {
  readonly site: Template;
  readonly cell: string;
  /** The flow by which the question comes in here. */
  readonly entry: PermittedFlow;
}

/** Who asks a cell at a site for its journals; none where the other site or its cell is not there. */
export function askerOf(estate: Estate, { site, cell, entry }: AskedPlace): Asker | undefined {
  const there = siteNetworks(estate).find((other) => areOfTwoSites(other, site));
  if (there === undefined) return undefined;
  const ofCell = stacksOfSite(estate, siteOf(there) ?? "").filter((stack) => cellOf(stack) === cell);
  const [service] = ofCell.flatMap((stack) => blocksIn(stack, "aws_ecs_service"));
  return {
    site: there,
    definition: service === undefined ? undefined : follow(estate, service, "task_definition"),
    traces: askingTraces(estate, there, entry),
  };
}

function askingTraces(estate: Estate, there: Template, { protocol, port }: PermittedFlow): readonly FlowTrace[] {
  const reading = readNetwork(estate, there);
  if (reading.kind === "unreadable" || there.evidence.kind !== "read") return [];
  return there.evidence.evidence.permittedFlows
    .filter((flow) => flow.to.place === "twin" && flow.protocol === protocol && flow.port === port)
    .map((flow) => traceFlow(reading.network, flow));
}

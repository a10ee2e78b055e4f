import type { Estate } from "../../synthesized/estate/estate";
import type { PermittedFlow } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";
import { overall, type Verdict } from "../findings/verdict";
import { endingOf, type FlowEnding } from "./findings/flow-ends";
import { idleRules } from "./findings/idle-rules";
import { type NamePassage, nameFilterPassages } from "./findings/name-filter";
import { undeclaredPassages } from "./findings/passages";
import { placementFaults } from "./findings/placement-faults";
import { unreadBlocks } from "./findings/unread-blocks";
import { unreadElsewhere } from "./findings/unread-elsewhere";
import { unreadRules } from "./findings/unread-rules";
import { type WideOpening, wideOpenings } from "./findings/wide-openings";
import { type Network, readNetwork } from "./network/network";
import type { Misplacement } from "./network/placements";
import type { Unread } from "./terms/unread";
import { type FlowTrace, traceFlow } from "./ways/trace";

/** A flow's way, and what listens at the end of it. */
export interface JudgedFlow extends FlowTrace {
  readonly ending: FlowEnding;
}

/** Whether a site lets its declared flows pass, both ways, and nothing else. */
export interface FlowsVerdict {
  readonly verdict: Verdict;
  readonly stack: string;
  readonly traces: readonly JudgedFlow[];
  /** What passes though no flow declares it. */
  readonly undeclared: readonly NamePassage[];
  /** Rules and routes that no flow needs. */
  readonly idle: readonly string[];
  /** Rules and routes that let pass more than the flows need that pass by them. */
  readonly wide: readonly WideOpening[];
  /** What other stacks put into the site's network, where it does not belong or with a door that no flow needs. */
  readonly misplaced: readonly Misplacement[];
  /** What cannot be read. */
  readonly unread: readonly Unread[];
}

/** Judges one site, with what other stacks add to its network and put into it. */
export function judgeFlows(estate: Estate, site: Template): FlowsVerdict {
  const reading = readNetwork(estate, site);
  const { evidence } = site;
  if (reading.kind === "unreadable") return undetermined(site.stack, reading.unread);
  if (evidence.kind !== "read") {
    return undetermined(site.stack, [
      { address: "output.twinsite_evidence", attribute: "value", why: `is ${evidence.kind}, so no flow is declared` },
    ]);
  }
  const flows = evidence.evidence.permittedFlows;
  if (flows.length === 0) {
    const why = "declares no flow, so nothing says what may pass";
    return undetermined(site.stack, [{ address: "output.twinsite_evidence", attribute: "value.permittedFlows", why }]);
  }
  const placed = placementFaults(reading.network, flows);
  const unread = [...placed.unread, ...unreadRules(reading.network), ...unreadBlocks(estate, site), ...unreadElsewhere(estate, site)];
  const once = [...new Map(unread.map((one) => [one.address, one])).values()];
  return judgeNetwork(reading.network, flows, { misplaced: placed.misplaced, unread: once });
}

function judgeNetwork(
  network: Network,
  flows: readonly PermittedFlow[],
  { misplaced, unread }: Pick<FlowsVerdict, "misplaced" | "unread">,
): FlowsVerdict {
  const traces = flows.map((flow) => judgeFlow(network, flow, unread.length > 0 ? "inPart" : "whole"));
  const undeclared = [...undeclaredPassages(network, flows), ...nameFilterPassages(network)];
  const idle = idleRules(network, traces);
  const wide = wideOpenings(network, traces);
  const more = undeclared.length + idle.length + wide.length + misplaced.length;
  const nothingElse: Verdict = more > 0 ? "notMet" : unread.length > 0 ? "undetermined" : "met";
  return {
    verdict: overall([...traces.map((trace) => trace.verdict), nothingElse]),
    stack: network.template.stack,
    traces,
    undeclared,
    idle,
    wide,
    misplaced,
    unread,
  };
}

/** What is not read may be what listens. */
function judgeFlow(network: Network, flow: PermittedFlow, read: "inPart" | "whole"): JudgedFlow {
  const trace = traceFlow(network, flow);
  const end = endingOf(network, flow);
  const ending: FlowEnding = end.verdict === "notMet" && read === "inPart" ? { ...end, verdict: "undetermined" } : end;
  return { ...trace, ending, verdict: overall([trace.verdict, ending.verdict]) };
}

function undetermined(stack: string, unread: readonly Unread[]): FlowsVerdict {
  return { verdict: "undetermined", stack, traces: [], undeclared: [], idle: [], wide: [], misplaced: [], unread };
}

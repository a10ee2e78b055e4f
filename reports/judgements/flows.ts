import type { Verdict } from "../../analysis/findings/verdict";
import type { FlowsVerdict, JudgedFlow } from "../../analysis/flows/permitted-flows";
import { table } from "../text/table";

const SHOWN_AT_MOST = 12;

/** A site's flows as lines for a terminal: what each is, whether it passes both ways, and what else does. */
export function flowsReport(flows: FlowsVerdict): readonly string[] {
  return [
    headline(flows),
    ...rows(flows.traces),
    ...flows.traces.flatMap(faultsOf),
    ...shortened(besides(flows)).map((line) => `  ${line}`),
  ];
}

function headline({ verdict, stack, traces, undeclared, idle, wide, misplaced }: FlowsVerdict): string {
  const passing = traces.filter((trace) => trace.verdict === "met").length;
  switch (verdict) {
    case "met":
      return `flows of ${stack}: all ${passing} pass both ways, and nothing else does`;
    case "undetermined":
      return `flows of ${stack}: undetermined, ${passing} of ${traces.length} surely pass both ways`;
    case "notMet":
      return `flows of ${stack}: ${passing} of ${traces.length} pass both ways; undeclared: ${undeclared.length}, idle: ${idle.length}, wide: ${wide.length}, misplaced: ${misplaced.length}`;
  }
}

function rows(traces: readonly JudgedFlow[]): readonly string[] {
  if (traces.length === 0) return [];
  const columns = ["flow", "from", "to", "port", "request", "reply", "policies", "listens", "verdict"].map((title) => ({
    title,
    align: "left" as const,
  }));
  const lines = traces.map(({ flow, request, reply, policies, policyHops, ending, verdict }) => [
    flow.name,
    flow.from.party,
    flow.to.party,
    `${flow.protocol} ${flow.port}`,
    verdictText(request),
    verdictText(reply),
    policyHops.length === 0 ? "-" : verdictText(policies),
    verdictText(ending.verdict),
    verdictText(verdict),
  ]);
  return table(columns, lines).split("\n");
}

function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case "met":
      return "met";
    case "notMet":
      return "not met";
    case "undetermined":
      return "undetermined";
  }
}

/** What stops a flow, each once, however many ways meet it. */
function faultsOf({ flow, ways, policyHops, ending }: JudgedFlow): readonly string[] {
  const hops = [...ways.flatMap(({ request, reply }) => [...request, ...reply]), ...policyHops, ending].filter(
    ({ verdict }) => verdict !== "met",
  );
  const faults = new Set(
    hops.map(({ address, attribute, why }) => `${flow.name}: ${attribute === "" ? address : `${address}.${attribute}`} ${why}`),
  );
  return shortened([...faults]).map((fault) => `  ${fault}`);
}

function besides({ undeclared, idle, wide, misplaced, unread }: FlowsVerdict): readonly string[] {
  return [
    ...undeclared.map(({ what, rule }) => `undeclared: ${what} (${rule})`),
    ...idle.map((id) => `no flow needs ${id}`),
    ...wide.map(({ rule, excess }) => `wider than declared: ${rule} lets pass ${firstFew(excess)} as well`),
    ...[...misplaced, ...unread].map(({ address, attribute, why }) => `${attribute === "" ? address : `${address}.${attribute}`} ${why}`),
  ];
}

const PARTS_SHOWN = 2;

/** What a rule is too wide by falls into many parts where the rule lets all pass. */
function firstFew(parts: readonly string[]): string {
  const more = parts.length - PARTS_SHOWN;
  return [...parts.slice(0, PARTS_SHOWN), ...(more > 0 ? [`${more} more`] : [])].join("; ");
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN_AT_MOST) return lines;
  return [...lines.slice(0, SHOWN_AT_MOST), `and ${lines.length - SHOWN_AT_MOST} more`];
}

import type { Draft, DraftFlow } from "../../draft";
import type { Finding } from "../../fault";
import { repeats } from "../../repeats";

export function repeatedFlowFindings({ flows }: Draft): readonly Finding[] {
  return [...repeatedNames(flows), ...repeatedWays(flows)];
}

function repeatedNames(flows: readonly DraftFlow[]): readonly Finding[] {
  return repeats(flows, ({ name }) => name).map(({ item, index, firstIndex }) => ({
    path: ["flows", index, "name"],
    at: "value",
    what: `${item.name} is also the name of flows[${firstIndex}].`,
    allowed: "A name of its own for each flow: resources are named after it.",
    mend: "Rename one of the two.",
  }));
}

function repeatedWays(flows: readonly DraftFlow[]): readonly Finding[] {
  return repeats(flows, wayOf).map(({ index, firstIndex }) => ({
    path: ["flows", index],
    at: "value",
    what: `This flow passes what flows[${firstIndex}] passes already.`,
    allowed: "One flow for the same ends, protocol and port.",
    mend: "Remove one of the two, or put what it adds into the other.",
  }));
}

function wayOf({ from, to, protocol, port }: DraftFlow): string | undefined {
  const parts = [from, to, protocol, port];
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

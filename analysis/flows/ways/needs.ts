import { remembered } from "../../../synthesized/estate/remembered";
import type { FlowEnd } from "../../../synthesized/evidence";
import { covers, type Interval } from "../terms/interval";
import { prefixOf } from "../terms/prefix";
import { type Traffic, trafficWithout } from "../terms/traffic";
import type { Hop } from "./hop";
import type { FlowTrace } from "./trace";

/** The traffic of declared flows, and of their replies, that passed by each rule or route, by its id. */
export type Needs = ReadonlyMap<string, readonly Traffic[]>;

export function needsOf(traces: readonly FlowTrace[]): Needs {
  const uses = traces.flatMap(({ flow: { from, to }, ways }) =>
    ways.flatMap(({ request, reply }) => [...usesIn(request, { from, to }), ...usesIn(reply, { from: to, to: from })]),
  );
  // The ways between many zones need the same: each once.
  const byRule = new Map<string, Map<string, Traffic>>();
  for (const { id, traffic } of uses) byRule.set(id, (byRule.get(id) ?? new Map<string, Traffic>()).set(keyOf(traffic), traffic));
  return new Map([...byRule].map(([id, different]) => [id, [...different.values()]]));
}

function keyOf({ protocol, source, destination, ports }: Traffic): string {
  return `${protocol} ${source.first} ${source.last} ${destination.first} ${destination.last} ${ports.first} ${ports.last}`;
}

function usesIn(hops: readonly Hop[], { from, to }: { readonly from: FlowEnd; readonly to: FlowEnd }): Hop["rules"] {
  return hops.flatMap(({ rules }) =>
    rules.map(({ id, traffic }) => ({
      id,
      traffic: { ...traffic, source: declaredAt(from, traffic.source), destination: declaredAt(to, traffic.destination) },
    })),
  );
}

/** An end is declared by prefixes, an inside one by its segment's: a rule may name the whole of one for each place in it. */
function declaredAt(end: FlowEnd, addresses: Interval): Interval {
  return prefixesOf(end).find((prefix) => covers(prefix, addresses)) ?? addresses;
}

const prefixesOf = remembered(({ prefixes }: FlowEnd): readonly Interval[] => prefixes.flatMap((text) => prefixOf(text) ?? []));

/** What is open without what is needed. */
export function excessOver(needs: readonly Traffic[], open: readonly Traffic[]): readonly Traffic[] {
  return needs.reduce((rest, need) => rest.flatMap((part) => trafficWithout(part, need)), open);
}

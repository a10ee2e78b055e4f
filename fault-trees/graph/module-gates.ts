import { ALWAYS } from "../diagrams/node-store";
import { firstGate, type Graph, sharedThing } from "./graph";

/**
 * The gates that share nothing with the rest of the tree: what lies below them is reached through them
 * alone, but for ALWAYS, which may stand in any exclusive or. Found in one walk that notes when each
 * thing is met first and last, and when a gate is left (Dutuit and Rauzy 1996).
 */
export function moduleGates(graph: Graph): ReadonlySet<number> {
  const { first, last, left } = visitsOf(graph);
  const modules = new Set<number>();
  for (const [index, { inputs }] of graph.gates.entries()) {
    const gate = firstGate(graph) + index;
    const entered = first[gate] ?? 0;
    if (entered === 0) continue;
    let [earliest, latest] = [Infinity, 0];
    for (const input of inputs) {
      if (input === ALWAYS) continue;
      const thing = sharedThing(graph, input);
      earliest = Math.min(earliest, first[thing] ?? 0);
      latest = Math.max(latest, last[thing] ?? 0);
    }
    if (earliest > entered && latest < (left[gate] ?? 0)) modules.add(gate);
    first[gate] = Math.min(earliest, entered);
    last[gate] = Math.max(latest, last[gate] ?? 0);
  }
  return modules;
}

interface Visits {
  /** When a thing is met first, from 1; 0 where it is never met. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly left: Int32Array;
}

function visitsOf(graph: Graph): Visits {
  const things = firstGate(graph) + graph.gates.length;
  const [first, last, left] = [new Int32Array(things), new Int32Array(things), new Int32Array(things)];
  const path: { thing: number; next: number }[] = [];
  let time = 0;
  const meet = (input: number): void => {
    const thing = sharedThing(graph, input);
    time += 1;
    last[thing] = time;
    if (first[thing] !== 0) return;
    first[thing] = time;
    if (thing >= firstGate(graph)) path.push({ thing, next: 0 });
  };
  meet(graph.top);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const input = graph.gates[step.thing - firstGate(graph)]?.inputs[step.next];
    step.next += 1;
    if (input === undefined) {
      time += 1;
      left[step.thing] = time;
      path.pop();
    } else {
      meet(input);
    }
  }
  return { first, last, left };
}

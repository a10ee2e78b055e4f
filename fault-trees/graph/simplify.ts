import { firstGate, type Gate, type GateKind, type Graph, GraphBuilder, oppositeOf } from "./graph";
import { moduleGates } from "./module-gates";

/**
 * The same function from fewer gates and in smaller modules: an "or" joins the "or" that it alone leads
 * to, an "and" likewise; then what a gate shares with nobody is set apart from what it shares.
 */
export function simplified(graph: Graph): Graph {
  return withOwnApart(withAlikeJoined(graph));
}

function withAlikeJoined(graph: Graph): Graph {
  const { uses, usedBy } = usesOf(graph);
  return redrawn(graph, (number, { kind, min, inputs }, { builder, of }) => {
    const joins = kind !== "atLeast" && uses[number] === 1 && usedBy[number] === kind;
    return joins ? of(inputs) : [builder.gate(kind, of(inputs), min)];
  });
}

function withOwnApart(graph: Graph): Graph {
  const { uses } = usesOf(graph);
  const modules = moduleGates(graph);
  const isOwn = (input: number): boolean => {
    if (input >= firstGate(graph)) return uses[input] === 1 && modules.has(input);
    return input > 1 && (uses[input] ?? 0) + (uses[oppositeOf(input)] ?? 0) === 1;
  };
  return redrawn(graph, (_, { kind, min, inputs }, { builder, of }) => {
    const own = kind === "and" || kind === "or" ? inputs.filter(isOwn) : [];
    if (own.length < 2 || own.length === inputs.length) return [builder.gate(kind, of(inputs), min)];
    const shared = inputs.filter((input) => !isOwn(input));
    return [builder.gate(kind, [...of(shared), builder.gate(kind, of(own))])];
  });
}

interface Uses {
  /** How often each thing is an input of a gate that the top leads to. */
  readonly uses: Int32Array;
  /** Of the gate that uses a thing, of any one where several do. */
  readonly usedBy: readonly (GateKind | undefined)[];
}

function usesOf(graph: Graph): Uses {
  const things = firstGate(graph) + graph.gates.length;
  const uses = new Int32Array(things);
  const usedBy = Array.from<GateKind | undefined>({ length: things });
  uses[graph.top] = 1;
  for (let gate = things - 1; gate >= firstGate(graph); gate -= 1) {
    const { kind, inputs } = graph.gates[gate - firstGate(graph)] ?? {};
    if (uses[gate] === 0 || inputs === undefined) continue;
    for (const input of inputs) {
      uses[input] = (uses[input] ?? 0) + 1;
      usedBy[input] = kind;
    }
  }
  return { uses, usedBy };
}

interface Redrawing {
  readonly builder: GraphBuilder;
  /** What has taken the place of these inputs. */
  readonly of: (inputs: readonly number[]) => readonly number[];
}

/** A graph made anew, upwards: every gate gives way to the things that are then inputs in its place. */
function redrawn(graph: Graph, redraw: (number: number, gate: Gate, made: Redrawing) => readonly number[]): Graph {
  const builder = new GraphBuilder(graph.events);
  const places = new Map<number, readonly number[]>();
  const of = (inputs: readonly number[]): readonly number[] => inputs.flatMap((input) => places.get(input) ?? [input]);
  for (const [index, gate] of graph.gates.entries()) {
    const number = firstGate(graph) + index;
    places.set(number, redraw(number, gate, { builder, of }));
  }
  return { events: graph.events, gates: builder.gates, top: of([graph.top])[0] ?? graph.top };
}

import { AnswerCache, UNKNOWN } from "./answer-cache";
import type { Diagram } from "./graph-diagram";
import { ALWAYS, NEVER, NodeStore } from "./node-store";
import { SetDiagrams } from "./set-diagrams";

/**
 * The smallest sets of variables that make a function hold, all others failing to: of a fault tree its
 * minimal cut sets. The function must be monotone. Throws a TooManyNodesError beyond `mostNodes`.
 */
export function minimalSolutions({ store, root }: Diagram, mostNodes: number): Diagram {
  const solver = new Solver(store, mostNodes);
  const roots = Int32Array.of(solver.solutions()[root] ?? NEVER);
  solver.sets.keepOnly(roots);
  return { store: solver.sets.store, root: roots[0] ?? NEVER };
}

/** The smallest sets of variables that keep the function from holding by failing: of a fault tree its minimal path sets. */
export function minimalPathSets(diagram: Diagram, mostNodes: number): Diagram {
  return minimalSolutions(dualOf(diagram, mostNodes), mostNodes);
}

/**
 * Those without the first variable; and with it, those of the rest that do not hold without it anyway
 * (Rauzy 1993).
 */
class Solver {
  readonly sets: SetDiagrams;
  private readonly functions: NodeStore;
  private readonly rests = new AnswerCache();

  constructor(functions: NodeStore, mostNodes: number) {
    this.functions = functions;
    this.sets = new SetDiagrams(mostNodes);
  }

  /** Of every node, children first. */
  solutions(): Int32Array {
    const { functions, sets } = this;
    const solved = new Int32Array(functions.size);
    solved[ALWAYS] = ALWAYS;
    for (let node = 2; node < functions.size; node += 1) {
      const low = functions.low(node);
      this.rests.fit(sets.size);
      const rest = this.notMaking(low, solved[functions.high(node)] ?? NEVER);
      solved[node] = sets.node(functions.level(node), solved[low] ?? NEVER, rest);
    }
    return solved;
  }

  /** Of the sets of a family, those that do not make `f` hold. */
  private notMaking(f: number, family: number): number {
    if (f === NEVER || family === NEVER) return family;
    if (f === ALWAYS) return NEVER;
    if (family === ALWAYS) return ALWAYS;
    const known = this.rests.answer(f, family);
    if (known !== UNKNOWN) return known;
    const { functions, sets } = this;
    const levelOfF = functions.level(f);
    const level = sets.store.level(family);
    if (levelOfF < level) return this.notMaking(functions.low(f), family);
    const low = this.notMaking(levelOfF === level ? functions.low(f) : f, sets.store.low(family));
    const high = this.notMaking(levelOfF === level ? functions.high(f) : f, sets.store.high(family));
    const result = sets.node(level, low, high);
    this.rests.remember(f, family, result);
    return result;
  }
}

/** What holds where the function, of everything turned round, does not. */
function dualOf({ store, root }: Diagram, mostNodes: number): Diagram {
  const duals = new NodeStore(mostNodes);
  const made = new Int32Array(store.size);
  made[NEVER] = ALWAYS;
  made[ALWAYS] = NEVER;
  for (let node = 2; node < store.size; node += 1) {
    made[node] = duals.node(store.level(node), made[store.high(node)] ?? 0, made[store.low(node)] ?? 0);
  }
  return { store: duals, root: made[root] ?? NEVER };
}

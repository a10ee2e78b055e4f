import type { Diagram } from "../diagrams/graph-diagram";
import { ALWAYS, NEVER } from "../diagrams/node-store";
import type { Variable } from "../graph/modules";
import { withinRoom } from "../too-large";
import type { SetFamily } from "./set-families";

/** Every set with at most so many events, as their numbers; the smallest first. Throws a TooLargeError where the sets are too many or too large. */
export function setsUpTo(families: readonly SetFamily[], largestSize: number): readonly (readonly number[])[] {
  return withinRoom("a list of the sets", () => {
    const lister = new Lister(families);
    return lister.sets(families.length - 1, largestSize).toSorted((a, b) => a.length - b.length);
  });
}

/** Lists a module's sets, each size once; goes nowhere that leads only to larger ones. */
class Lister {
  private readonly families: readonly SetFamily[];
  /** Of each module by node: the fewest events that its sets have. */
  private readonly smallest: Float64Array[] = [];
  private readonly listed = new Map<string, readonly (readonly number[])[]>();

  constructor(families: readonly SetFamily[]) {
    this.families = families;
    for (const { variables, diagram } of families) {
      const ofLevels = variables.map((variable) => (variable.kind === "event" ? 1 : this.smallestOf(variable.module)));
      this.smallest.push(smallestSizes(diagram, ofLevels));
    }
  }

  sets(module: number, most: number): readonly (readonly number[])[] {
    const key = `${module} ${most}`;
    const known = this.listed.get(key);
    if (known !== undefined) return known;
    const root = this.families[module]?.diagram.root ?? NEVER;
    const sets = this.below(module, root, most);
    this.listed.set(key, sets);
    return sets;
  }

  private smallestOf(module: number): number {
    return this.smallestFrom(module, this.families[module]?.diagram.root ?? NEVER);
  }

  /** Goes along those without the first event, one after the other: there may be as many as events. */
  private below(module: number, start: number, most: number): readonly (readonly number[])[] {
    const family = this.families[module];
    if (family === undefined) return [];
    const { store } = family.diagram;
    const sets: (readonly number[])[] = [];
    let node = start;
    for (; node > ALWAYS && this.smallestFrom(module, node) <= most; node = store.low(node)) {
      const high = store.high(node);
      for (const first of this.firsts(family.variables[store.level(node)], most - this.smallestFrom(module, high))) {
        for (const rest of this.below(module, high, most - first.length)) sets.push([...first, ...rest]);
      }
    }
    return node === ALWAYS ? [...sets, []] : sets;
  }

  private firsts(variable: Variable | undefined, most: number): readonly (readonly number[])[] {
    if (variable === undefined || most < 1) return [];
    return variable.kind === "event" ? [[variable.event]] : this.sets(variable.module, most);
  }

  private smallestFrom(module: number, node: number): number {
    return this.smallest[module]?.[node] ?? Number.POSITIVE_INFINITY;
  }
}

function smallestSizes({ store }: Diagram, ofLevels: readonly number[]): Float64Array {
  const smallest = new Float64Array(store.size);
  smallest[NEVER] = Number.POSITIVE_INFINITY;
  for (let node = 2; node < store.size; node += 1) {
    const withIt = (ofLevels[store.level(node)] ?? 0) + (smallest[store.high(node)] ?? 0);
    smallest[node] = Math.min(smallest[store.low(node)] ?? 0, withIt);
  }
  return smallest;
}

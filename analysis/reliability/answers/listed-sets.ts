import type { Diagram } from "../diagrams/graph-diagram";
import { ALWAYS, NEVER } from "../diagrams/node-store";
import type { SetFamily } from "./set-families";

/** Every set with at most so many events, as their numbers; the smallest first. */
export function setsUpTo(families: readonly SetFamily[], largestSize: number): readonly (readonly number[])[] {
  const lister = new Lister(families);
  return lister.sets(families.length - 1, largestSize).toSorted((a, b) => a.length - b.length);
}

/** Lists a module's sets, each size once; goes nowhere that leads only to larger ones. */
class Lister {
  private readonly families: readonly SetFamily[];
  /** Of each module by node: the fewest events that its sets have. */
  private readonly smallest: Float64Array[] = [];
  private readonly smallestOfLevels: (readonly number[])[] = [];
  private readonly listed = new Map<string, readonly (readonly number[])[]>();

  constructor(families: readonly SetFamily[]) {
    this.families = families;
    for (const { variables, diagram } of families) {
      const ofLevels = variables.map((variable) => (variable.kind === "event" ? 1 : this.smallestOf(variable.module)));
      this.smallestOfLevels.push(ofLevels);
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
    return this.smallest[module]?.[this.families[module]?.diagram.root ?? NEVER] ?? Number.POSITIVE_INFINITY;
  }

  private below(module: number, node: number, most: number): readonly (readonly number[])[] {
    const family = this.families[module];
    if (family === undefined || (this.smallest[module]?.[node] ?? Number.POSITIVE_INFINITY) > most) return [];
    if (node === ALWAYS) return [[]];
    const { store } = family.diagram;
    const level = store.level(node);
    const variable = family.variables[level];
    const rests = this.smallest[module]?.[store.high(node)] ?? Number.POSITIVE_INFINITY;
    const firsts = variable?.kind === "event" ? [[variable.event]] : this.sets(variable?.module ?? 0, most - rests);
    return [
      ...this.below(module, store.low(node), most),
      ...firsts.flatMap((first) => this.below(module, store.high(node), most - first.length).map((rest) => [...first, ...rest])),
    ];
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

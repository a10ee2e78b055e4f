import { ALWAYS } from "../diagrams/node-store";
import type { SolvedModule, SolvedTree } from "../solved-tree";
import { type Chance, chanceOf, moduleChances, nodeProbabilities, probabilityOf } from "./probability";

/** What one event means for the top event. */
export interface Importance {
  readonly event: string;
  readonly probability: number;
  /** By how much the top's probability rises as the event's goes from 0 to 1 (Birnbaum). */
  readonly birnbaum: number;
  /** How many times as probable the top is where the event is sure. */
  readonly riskAchievementWorth: number;
  /** How many times as probable the top is as where the event cannot be; Infinity where the top then cannot. */
  readonly riskReductionWorth: number;
}

/** Below this part of the numbers that it is the difference of, a difference has lost most of its digits. */
const LOST = 1e-6;

/** Of every event, in the order of their numbers: one pass downwards through each module. */
export function importances(tree: SolvedTree): readonly Importance[] {
  const ofModules = moduleChances(tree);
  const top = ofModules.at(-1)?.holds ?? 0;
  return eventChanges(tree, ofModules).map(({ birnbaum, terms }, number) => {
    const probability = tree.probabilities[number] ?? 0;
    const topIf = (chance: 0 | 1): number => {
      const change = chance - probability;
      const difference = top + change * birnbaum;
      const isLost = Math.abs(difference) < LOST * (top + Math.abs(change) * terms);
      return isLost ? topWith(tree, number, chance) : difference;
    };
    return {
      event: tree.events[number] ?? "",
      probability,
      birnbaum,
      riskAchievementWorth: timesAs(topIf(1), top),
      riskReductionWorth: timesAs(top, topIf(0)),
    };
  });
}

/** Once where neither can be; Infinity where only the second cannot. */
function timesAs(probability: number, other: number): number {
  return probability === other ? 1 : probability / other;
}

/** Reckoned anew, as a sum of positive numbers. */
function topWith(tree: SolvedTree, event: number, chance: 0 | 1): number {
  return probabilityOf({ ...tree, probabilities: tree.probabilities.with(event, chance) });
}

/** What a variable's change from never to always changes. */
interface Change {
  readonly birnbaum: number;
  /** The positive numbers that it is the difference of, added up: so large are its rounding errors, in units of the last place. */
  readonly terms: number;
}

const NO_CHANGE: Change = { birnbaum: 0, terms: 0 };

/** From the whole down: what a module means for it, times what a variable means for the module. */
function eventChanges({ modules, probabilities }: SolvedTree, chances: readonly Chance[]): readonly Change[] {
  const ofEvents = probabilities.map(() => NO_CHANGE);
  const ofModules = modules.map(() => NO_CHANGE);
  ofModules[modules.length - 1] = { birnbaum: 1, terms: 1 };
  for (const [number, module] of [...modules.entries()].toReversed()) {
    const around = ofModules[number] ?? NO_CHANGE;
    const ofLevels = module.variables.map((variable) =>
      variable.kind === "event" ? chanceOf(probabilities[variable.event] ?? 0) : (chances[variable.module] ?? chanceOf(0)),
    );
    const { birnbaums, terms } = levelChanges(module, ofLevels);
    for (const [level, variable] of module.variables.entries()) {
      const change = { birnbaum: around.birnbaum * (birnbaums[level] ?? 0), terms: around.terms * (terms[level] ?? 0) };
      if (variable.kind === "event") ofEvents[variable.event] = change;
      else ofModules[variable.module] = change;
    }
  }
  return ofEvents;
}

interface LevelChanges {
  readonly birnbaums: Float64Array;
  readonly terms: Float64Array;
}

/** Of each level: how probable it is to be asked, times what its answer changes. */
function levelChanges({ diagram, variables }: SolvedModule, chances: readonly Chance[]): LevelChanges {
  const { store, root } = diagram;
  const probabilities = nodeProbabilities(diagram, chances, ALWAYS);
  const reached = new Float64Array(store.size);
  reached[root] = 1;
  const birnbaums = new Float64Array(variables.length);
  const terms = new Float64Array(variables.length);
  for (let node = store.size - 1; node > 1; node -= 1) {
    const [level, low, high] = [store.level(node), store.low(node), store.high(node)];
    const [ifNot, ifSo] = [probabilities[low] ?? 0, probabilities[high] ?? 0];
    const share = reached[node] ?? 0;
    const { holds, fails } = chances[level] ?? chanceOf(0);
    birnbaums[level] = (birnbaums[level] ?? 0) + share * (ifSo - ifNot);
    terms[level] = (terms[level] ?? 0) + share * (ifSo + ifNot);
    reached[low] = (reached[low] ?? 0) + share * fails;
    reached[high] = (reached[high] ?? 0) + share * holds;
  }
  return { birnbaums, terms };
}

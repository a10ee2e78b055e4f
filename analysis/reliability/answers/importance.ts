import type { SolvedModule, SolvedTree } from "../solved-tree";
import { moduleProbabilities, nodeProbabilities } from "./probability";

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

/** Below this part of the whole, a difference of two probabilities has lost most of its digits. */
const LOST = 1e-6;

/** Of every event, in the order of their numbers: one pass downwards through each module. */
export function importances(tree: SolvedTree): readonly Importance[] {
  const whole = moduleProbabilities(tree);
  const top = whole.at(-1) ?? 0;
  const birnbaums = eventBirnbaums(tree, whole);
  return tree.events.map((event, number) => {
    const probability = tree.probabilities[number] ?? 0;
    const birnbaum = birnbaums[number] ?? 0;
    const ifSure = top + (1 - probability) * birnbaum;
    const difference = top - probability * birnbaum;
    const ifNever = Math.abs(difference) < LOST * top ? withoutEvent(tree, number) : difference;
    return { event, probability, birnbaum, riskAchievementWorth: timesAs(ifSure, top), riskReductionWorth: timesAs(top, ifNever) };
  });
}

/** Once where neither can be; Infinity where only the second cannot. */
function timesAs(probability: number, other: number): number {
  return probability === other ? 1 : probability / other;
}

/** Reckoned anew, as a sum of positive numbers. */
function withoutEvent(tree: SolvedTree, event: number): number {
  return moduleProbabilities({ ...tree, probabilities: tree.probabilities.with(event, 0) }).at(-1) ?? 0;
}

/** From the whole down: what a module means for it, times what a variable means for the module. */
function eventBirnbaums({ modules, probabilities }: SolvedTree, whole: readonly number[]): Float64Array {
  const ofEvents = new Float64Array(probabilities.length);
  const ofModules = new Float64Array(modules.length);
  ofModules[modules.length - 1] = 1;
  for (const [number, module] of [...modules.entries()].toReversed()) {
    const shares = module.variables.map((variable) =>
      variable.kind === "event" ? (probabilities[variable.event] ?? 0) : (whole[variable.module] ?? 0),
    );
    const ofLevels = levelBirnbaums(module, shares);
    for (const [level, variable] of module.variables.entries()) {
      const share = (ofModules[number] ?? 0) * (ofLevels[level] ?? 0);
      if (variable.kind === "event") ofEvents[variable.event] = share;
      else ofModules[variable.module] = share;
    }
  }
  return ofEvents;
}

/** Of each level: how probable it is to be asked, times what its answer changes. */
function levelBirnbaums({ diagram, variables }: SolvedModule, shares: readonly number[]): Float64Array {
  const { store, root } = diagram;
  const probabilities = nodeProbabilities(diagram, shares);
  const reached = new Float64Array(store.size);
  reached[root] = 1;
  const ofLevels = new Float64Array(variables.length);
  for (let node = store.size - 1; node > 1; node -= 1) {
    const [level, low, high] = [store.level(node), store.low(node), store.high(node)];
    const share = reached[node] ?? 0;
    const probability = shares[level] ?? 0;
    ofLevels[level] = (ofLevels[level] ?? 0) + share * ((probabilities[high] ?? 0) - (probabilities[low] ?? 0));
    reached[low] = (reached[low] ?? 0) + share * (1 - probability);
    reached[high] = (reached[high] ?? 0) + share * probability;
  }
  return ofLevels;
}

import type { Diagram } from "../diagrams/graph-diagram";
import { ALWAYS } from "../diagrams/node-store";
import { folded } from "../solved-tree";
import type { SetFamily } from "./set-families";

/** So many sets, those of all modules together, are looked at one by one; beyond, a series tells nearly the same without. */
const FEW_SETS = 200_000;
const MOST_TERMS = 64;

/** A set's weight is the product of its events'. All of them, added up. */
export function setSum(families: readonly SetFamily[], weightOf: (event: number) => number): number {
  return carried(families, weightOf, added).at(-1) ?? 0;
}

function added(low: number, weight: number, high: number): number {
  return low + weight * high;
}

/**
 * The logarithm of the product of 1 - w over the weights w of all sets, given the logarithms of the
 * events' weights: that no set holds, if they shared no event. Where a series is cut off, what is left
 * out is made up for by at least as much, so the result is never too large.
 */
export function noneHolds(families: readonly SetFamily[], logOf: (event: number) => number): number {
  const sets = carried(families, () => 1, added).reduce((sum, ofModule) => sum + ofModule, 0);
  return sets <= FEW_SETS ? oneByOne(families, logOf) : bySeries(families, logOf);
}

function oneByOne(families: readonly SetFamily[], logOf: (event: number) => number): number {
  const logs = folded<readonly number[], SetFamily>(
    families,
    (event) => [logOf(event)],
    ({ diagram }, shares) => setLogs(diagram, shares),
  );
  return (logs.at(-1) ?? []).reduce((sum, log) => sum + logOfOpposite(log), 0);
}

/** log(1 - w) from log(w), each way where it loses no digits. */
function logOfOpposite(log: number): number {
  return log > -Math.LN2 ? Math.log(-Math.expm1(log)) : Math.log1p(-Math.exp(log));
}

/** The logarithm of every set's weight. It keeps its own stack: a tree may have any number of events, and a set all of them. */
function setLogs({ store, root }: Diagram, shares: readonly (readonly number[])[]): readonly number[] {
  const logs: number[] = [];
  const ahead = [{ node: root, log: 0 }];
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    const { node, log } = step;
    if (node === ALWAYS) logs.push(log);
    if (node <= ALWAYS) continue;
    ahead.push({ node: store.low(node), log });
    for (const share of shares[store.level(node)] ?? []) ahead.push({ node: store.high(node), log: log + share });
  }
  return logs;
}

/** log(1 - w) = -(w + w²/2 + w³/3 ...), and the k-th powers of all weights are added up in one pass. */
function bySeries(families: readonly SetFamily[], logOf: (event: number) => number): number {
  const weights = carried(
    families,
    (event) => Math.exp(logOf(event)),
    (low, weight, high) => Math.max(low, weight * high),
  );
  const largest = weights.at(-1) ?? 0;
  let sum = 0;
  for (let power = 1; ; power += 1) {
    const powers = setSum(families, (event) => Math.exp(power * logOf(event)));
    sum += powers / power;
    const left = (powers / (power + 1)) * (largest / (1 - largest));
    if (left <= sum * Number.EPSILON) return -(sum + left);
    if (power === MOST_TERMS) return -(sum + powers * restOfSeries(largest));
  }
}

/** Of the terms after MOST_TERMS, as a part of the last power: no smaller weight has more left. */
function restOfSeries(weight: number): number {
  const powers = Array.from({ length: MOST_TERMS }, (_, place) => weight ** (place + 1));
  const told = powers.reduce((sum, power, place) => sum + power / (place + 1), 0);
  return (-Math.log1p(-weight) - told) / weight ** MOST_TERMS;
}

/** Carries the events' weights up to every family, the whole's last. */
function carried(
  families: readonly SetFamily[],
  weightOf: (event: number) => number,
  join: (low: number, weight: number, high: number) => number,
): readonly number[] {
  return folded(families, weightOf, ({ diagram: { store, root } }, shares) => {
    const ofNode = new Float64Array(store.size);
    ofNode[ALWAYS] = 1;
    for (let node = 2; node < store.size; node += 1) {
      ofNode[node] = join(ofNode[store.low(node)] ?? 0, shares[store.level(node)] ?? 0, ofNode[store.high(node)] ?? 0);
    }
    return ofNode[root] ?? 0;
  });
}

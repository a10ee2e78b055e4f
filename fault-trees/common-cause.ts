import type { FaultTree, Formula } from "./fault-tree";

/**
 * Events that one cause can make happen together. Each happens with the same probability in all; the
 * model and its factors say how much of it is shared, and with how many.
 */
export interface CommonCauseGroup {
  readonly name: string;
  readonly members: readonly string[];
  /** Of each member, alone and shared together: 0 to 1. */
  readonly probability: number;
  readonly model: CommonCauseModel;
}

/**
 * `beta`: the part of the probability that strikes all members together. `mgl` (multiple Greek letters):
 * for 2, 3 ... members, the part of what strikes at least one member less that strikes at least so many.
 * `alpha`: for 1, 2 ... members, the part of all causes that strike just so many (testing not staggered).
 * `phi`: for 1, 2 ... members, a cause's probability of striking one set of just so many, as a part of
 * the whole.
 */
export type CommonCauseModel =
  | { readonly kind: "beta"; readonly factor: number }
  | { readonly kind: "mgl" | "alpha" | "phi"; readonly factors: readonly number[] };

/** The probability that a cause strikes one particular set of 1, 2 ... members and no other. */
function levelProbabilities({ members, probability, model }: CommonCauseGroup): readonly number[] {
  const sizes = members.map((_, place) => place + 1);
  switch (model.kind) {
    case "beta":
      return sizes.map((size) => partOfBeta(model.factor, size, members.length) * probability);
    case "mgl":
      return sizes.map((size) => (partOfMgl(model.factors, size) / setsWithOne(members.length, size)) * probability);
    case "alpha": {
      const factor = (size: number): number => model.factors[size - 1] ?? 0;
      const mean = sizes.reduce((sum, size) => sum + size * factor(size), 0);
      return sizes.map((size) => ((size * factor(size)) / (setsWithOne(members.length, size) * mean)) * probability);
    }
    case "phi":
      return sizes.map((size) => (model.factors[size - 1] ?? 0) * probability);
  }
}

/** Level 1 and the level of all members; a group of one has both in one. */
function partOfBeta(factor: number, size: number, members: number): number {
  if (members === 1) return 1;
  if (size === 1) return 1 - factor;
  return size === members ? factor : 0;
}

/** Of what strikes one member, the part that strikes just so many. */
function partOfMgl(factors: readonly number[], size: number): number {
  const atLeast = factors.slice(0, size - 1).reduce((product, factor) => product * factor, 1);
  return size - 1 > factors.length ? 0 : atLeast * (1 - (factors[size - 1] ?? 0));
}

/** How many sets of so many members hold one particular member. */
function setsWithOne(members: number, size: number): number {
  let sets = 1;
  for (let others = 1; others < size; others += 1) sets = (sets * (members - others)) / others;
  return sets;
}

/**
 * The tree in which each member happens if any cause does that strikes it: its own, or one that it
 * shares. What cannot be is left out, so a beta factor adds one event a group.
 */
export function withCommonCauses(tree: FaultTree, groups: readonly CommonCauseGroup[]): FaultTree {
  const probabilities = new Map(tree.probabilities);
  const gates = new Map(tree.gates);
  const causes = new Map<string, string[]>();
  for (const group of groups) {
    for (const member of group.members) {
      if (gates.has(member) || causes.has(member))
        throw new Error(`${member} is a gate or in two groups, so it cannot be in ${group.name}`);
      probabilities.delete(member);
      causes.set(member, []);
    }
    for (const { name, members, probability } of causesOf(group)) {
      probabilities.set(name, probability);
      for (const member of members) causes.get(member)?.push(name);
    }
  }
  for (const [name, formula] of tree.gates) gates.set(name, withGatesFor(causes, formula));
  for (const [member, names] of causes) gates.set(member, { kind: "or", of: names.map((name) => ({ kind: "event", name })) });
  return { ...tree, gates, probabilities };
}

interface Cause {
  readonly name: string;
  readonly members: readonly string[];
  readonly probability: number;
}

function causesOf(group: CommonCauseGroup): readonly Cause[] {
  const ofSize = levelProbabilities(group);
  return ofSize.flatMap((probability, place) => {
    if (probability === 0) return [];
    return setsOf(group.members, place + 1).map((members) => ({ name: `[${members.join(" ")}]`, members, probability }));
  });
}

/** Every set of so many of the items. */
function setsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, place) => setsOf(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]));
}

/** Members have become gates of the same name. */
function withGatesFor(members: ReadonlyMap<string, unknown>, formula: Formula): Formula {
  switch (formula.kind) {
    case "event":
      return members.has(formula.name) ? { kind: "gate", name: formula.name } : formula;
    case "gate":
    case "constant":
      return formula;
    case "not":
      return { kind: "not", of: withGatesFor(members, formula.of) };
    default:
      return { ...formula, of: formula.of.map((part) => withGatesFor(members, part)) };
  }
}

import type { FaultTree, Formula } from "../../fault-trees/fault-tree";

/** Whether each event happens, by name. */
type State = ReadonlyMap<string, boolean>;

/** A fault tree by its plain meaning: every state of its events looked at, one by one. */
export class AllStates {
  private readonly tree: FaultTree;
  private readonly events: readonly string[];
  /** Of each state, by the number whose bits say which events happen: whether the top holds. */
  private readonly holds: readonly boolean[];

  constructor(tree: FaultTree) {
    this.tree = tree;
    this.events = [...tree.probabilities.keys()];
    this.holds = Array.from({ length: 2 ** this.events.length }, (_, state) => topHolds(tree, this.stateOf(state)));
  }

  probability(): number {
    return this.holds.reduce((sum, holds, state) => (holds ? sum + this.probabilityOfState(state) : sum), 0);
  }

  /** The smallest sets whose events make the top hold, in the form of `namedSets`. */
  minimalCutSets(): readonly string[] {
    return this.minimal((state) => this.holds[state] === true);
  }

  /** The smallest sets whose events keep the top from holding by not happening. */
  minimalPathSets(): readonly string[] {
    const all = this.holds.length - 1;
    return this.minimal((state) => this.holds[all - state] === false);
  }

  private stateOf(state: number): State {
    return new Map(this.events.map((name, bit) => [name, ((state >> bit) & 1) === 1]));
  }

  private probabilityOfState(state: number): number {
    return [...this.tree.probabilities.values()].reduce(
      (product, probability, bit) => product * (((state >> bit) & 1) === 1 ? probability : 1 - probability),
      1,
    );
  }

  private minimal(serves: (state: number) => boolean): readonly string[] {
    const bits = this.events.map((_, bit) => 1 << bit);
    const minimal = this.holds.flatMap((_, state) =>
      serves(state) && bits.every((bit) => (state & bit) === 0 || !serves(state & ~bit)) ? [state] : [],
    );
    return minimal
      .map((state) => this.events.filter((_, bit) => ((state >> bit) & 1) === 1).toSorted())
      .map((set) => set.join(" "))
      .toSorted();
  }
}

function topHolds(tree: FaultTree, state: State): boolean {
  const known = new Map<string, boolean>();
  const gateHolds = (name: string): boolean => {
    const value = known.get(name) ?? holdsIn(tree.gates.get(name) ?? { kind: "constant", value: false });
    known.set(name, value);
    return value;
  };
  const holdsIn = (formula: Formula): boolean => {
    switch (formula.kind) {
      case "event":
        return state.get(formula.name) === true;
      case "gate":
        return gateHolds(formula.name);
      case "constant":
        return formula.value;
      case "not":
        return !holdsIn(formula.of);
      default:
        return joinHolds(formula, formula.of.filter(holdsIn).length);
    }
  };
  return gateHolds(tree.top);
}

/** Whether a formula of many parts holds where so many of them do. */
function joinHolds(formula: Exclude<Formula, { readonly kind: "event" | "gate" | "constant" | "not" }>, holding: number): boolean {
  switch (formula.kind) {
    case "and":
      return holding === formula.of.length;
    case "or":
      return holding > 0;
    case "xor":
      return holding % 2 === 1;
    case "atLeast":
      return holding >= formula.min;
  }
}

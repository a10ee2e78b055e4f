import fc from "fast-check";
import { importances } from "../../fault-trees/answers/importance";
import { pathSetFamilies } from "../../fault-trees/answers/set-families";
import { checkOf } from "../../fault-trees/check";
import type { FaultTree, Formula } from "../../fault-trees/fault-tree";
import { LARGEST_COUNTED } from "../../fault-trees/solution";
import { AllStates } from "./all-states";
import { cutSetsOf, mostNodes, namedSets, probabilityOf, solutionOf } from "./answers";
import { relativeError } from "./numbers";
import { randomTrees } from "./random-trees";

const anyTree = randomTrees("any");
const coherentTree = randomTrees("coherent");
const numRuns = 300;

function withProbability(tree: FaultTree, event: string, probability: number): FaultTree {
  return { ...tree, probabilities: new Map(tree.probabilities).set(event, probability) };
}

/** As the sets of one size and the next are counted. */
function countsBySize(sets: readonly string[]): readonly bigint[] {
  const sizes = sets.map((set) => (set === "" ? 0 : set.split(" ").length));
  return Array.from({ length: LARGEST_COUNTED + 1 }, (_, size) => BigInt(sizes.filter((one) => one === size).length));
}

describe("a random tree, held against every state of its events", () => {
  test("has the probability that its states add up to", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(relativeError(probabilityOf(tree), new AllStates(tree).probability())).toBeLessThan(1e-12);
      }),
      { numRuns: 600 },
    );
  });

  test("has the minimal cut sets that the states show, listed and counted, where it is coherent", () => {
    fc.assert(
      fc.property(coherentTree, (tree) => {
        const sets = new AllStates(tree).minimalCutSets();
        expect(cutSetsOf(tree)).toEqual(sets);
        const { counts } = solutionOf(tree).cutSets ?? {};
        expect(counts).toEqual({ all: BigInt(sets.length), bySize: countsBySize(sets) });
      }),
      { numRuns },
    );
  });

  test("has the minimal path sets that the states show, where it is coherent", () => {
    fc.assert(
      fc.property(coherentTree, (tree) => {
        const { solved } = solutionOf(tree);
        const families = pathSetFamilies(solved.tree, mostNodes);
        expect(namedSets(families, solved.tree.events)).toEqual(new AllStates(tree).minimalPathSets());
      }),
      { numRuns },
    );
  });

  test("has as many cut sets by a second algorithm, and lies in its bounds, where it is coherent", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const solution = solutionOf(tree);
        expect(checkOf(tree, solution, mostNodes)?.disagreements).toEqual(solution.cutSets === undefined ? undefined : []);
      }),
      { numRuns },
    );
  });
});

describe("the probability of a random tree", () => {
  test("never falls as an event becomes more probable, where the tree is coherent", () => {
    const two = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(coherentTree, two, fc.nat(), (tree, [one, other], nth) => {
        const event = `e${nth % tree.probabilities.size}`;
        const less = probabilityOf(withProbability(tree, event, Math.min(one, other)));
        const more = probabilityOf(withProbability(tree, event, Math.max(one, other)));
        expect(less).toBeLessThanOrEqual(more * (1 + 1e-14));
      }),
      { numRuns },
    );
  });

  test("and that of its opposite make one", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const opposite: Formula = { kind: "not", of: { kind: "gate", name: tree.top } };
        const negated = { ...tree, top: "opposite", gates: new Map(tree.gates).set("opposite", opposite) };
        expect(probabilityOf(tree) + probabilityOf(negated)).toBeCloseTo(1, 14);
      }),
      { numRuns },
    );
  });

  test("and its cut sets do not change with the order in which events, gates and inputs stand", () => {
    fc.assert(
      fc.property(anyTree, fc.nat(20), (tree, by) => {
        expect(answersTo(reordered(tree, by))).toEqual(answersTo(tree));
      }),
      { numRuns },
    );
  });

  test("and its cut sets do not change with what events and gates are called", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { probability, cutSets } = answersTo(tree);
        const renamedSets = cutSets?.map((set) => set.replaceAll("e", "event-"));
        expect(answersTo(renamed(tree))).toEqual({ probability, cutSets: renamedSets });
      }),
      { numRuns },
    );
  });
});

/** Twelve digits of the probability, and the cut sets where there are any. */
function answersTo(tree: FaultTree): { readonly probability: string; readonly cutSets: readonly string[] | undefined } {
  const { solved, cutSets } = solutionOf(tree);
  const named = cutSets === undefined ? undefined : namedSets(cutSets.families, solved.tree.events);
  return { probability: solved.probability.toPrecision(12), cutSets: named };
}

/** Turned by some places, and from back to front. */
function turned<Item>(items: Iterable<Item>, by: number): readonly Item[] {
  const all = [...items];
  const start = by % Math.max(1, all.length);
  return [...all.slice(start), ...all.slice(0, start)].toReversed();
}

/** A formula whose parts, at every depth, are put in another order, and whose references get other names. */
function changed(formula: Formula, order: (parts: readonly Formula[]) => readonly Formula[], rename: (name: string) => string): Formula {
  switch (formula.kind) {
    case "event":
    case "gate":
      return { ...formula, name: rename(formula.name) };
    case "constant":
      return formula;
    case "not":
      return { kind: "not", of: changed(formula.of, order, rename) };
    default:
      return { ...formula, of: order(formula.of.map((part) => changed(part, order, rename))) };
  }
}

function reordered(tree: FaultTree, by: number): FaultTree {
  const gates = turned(tree.gates, by).map(([name, formula]) => {
    const parts = changed(
      formula,
      (of) => turned(of, by),
      (same) => same,
    );
    return [name, parts] as const;
  });
  return { ...tree, gates: new Map(gates), probabilities: new Map(turned(tree.probabilities, by)) };
}

/** Events and gates may have the same name, and after this some do. */
function renamed(tree: FaultTree): FaultTree {
  const rename = (name: string): string => name.replace(/^[eg]/, "event-");
  const gates = [...tree.gates].map(([name, formula]) => [rename(name), changed(formula, (of) => of, rename)] as const);
  const events = [...tree.probabilities].map(([name, probability]) => [rename(name), probability] as const);
  return { ...tree, top: rename(tree.top), gates: new Map(gates), probabilities: new Map(events) };
}

describe("what an event means for a random tree", () => {
  test("is what the tree comes to with the event at 1 and at 0", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { solved } = solutionOf(tree);
        const { probability } = solved;
        for (const { event, birnbaum, riskAchievementWorth, riskReductionWorth } of importances(solved.tree)) {
          const sure = probabilityOf(withProbability(tree, event, 1));
          const never = probabilityOf(withProbability(tree, event, 0));
          expect(Math.abs(birnbaum - (sure - never))).toBeLessThan(1e-14);
          expect(relativeError(riskAchievementWorth, worth(sure, probability))).toBeLessThan(1e-9);
          expect(relativeError(riskReductionWorth, worth(probability, never))).toBeLessThan(1e-9);
        }
      }),
      { numRuns },
    );
  });
});

/** As often as the other; once where both are 0, and for ever where only the other is. */
function worth(probability: number, other: number): number {
  return probability === other ? 1 : probability / other;
}

import { importances } from "../../fault-trees/answers/importance";
import { noneHolds } from "../../fault-trees/answers/set-weights";
import { checkOf } from "../../fault-trees/check";
import type { FaultTree } from "../../fault-trees/fault-tree";
import { AllStates } from "./all-states";
import { cutSetsOf, mostNodes, probabilityOf, solutionOf } from "./answers";
import { and, atLeast, constant, gate, not, or, treeOf, xor } from "./formulas";
import { relativeError } from "./numbers";

const chances = { a: 0.1, b: 0.2, c: 0.3 };

function isCoherent(tree: FaultTree): boolean {
  return solutionOf(tree).solved.tree.coherent;
}

describe("a tree is coherent", () => {
  test.each([
    { what: "with a negation of a negation", top: not(not("a")) },
    { what: "with only negated inputs in a negation", top: not(and(not("a"), atLeast(2, not("a"), not("b"), not("c")))) },
    { what: "with an exclusive or of one event and what never holds", top: xor("a", constant(false)) },
    { what: "with a negation beside what decides the whole", top: or("b", and(constant(false), xor("a", "c"))) },
    { what: "not with an event that is negated once more than its gate is", top: not(and("a", not("b"))), coherent: false },
    { what: "not with an exclusive or of two events", top: xor("a", "b"), coherent: false },
    { what: "not with an exclusive or of one event and what always holds", top: xor("a", constant(true)), coherent: false },
    { what: "not with a negated event, though it may change nothing", top: or("a", and(not("a"), "a", "b"), not("c")), coherent: false },
  ])("$what", ({ top, coherent = true }) => {
    const tree = treeOf(top, chances);
    expect(isCoherent(tree)).toBe(coherent);
    expect(relativeError(probabilityOf(tree), new AllStates(tree).probability())).toBeLessThan(1e-14);
  });
});

describe("what is no gate at all", () => {
  test("one event as the top is the only cut set", () => {
    const tree = treeOf("a", chances);
    expect([probabilityOf(tree), cutSetsOf(tree)]).toEqual([0.1, ["a"]]);
    expect(solutionOf(tree).solved.tree.events).toEqual(["a"]);
  });

  test("the opposite of one event is as probable as it is not, and has no cut sets", () => {
    const { solved, cutSets } = solutionOf(treeOf(not("a"), chances));
    expect([solved.probability, cutSets]).toEqual([0.9, undefined]);
  });

  test("a top that always holds needs no event, and one that never does has no cut set", () => {
    expect([probabilityOf(treeOf(constant(true), {})), cutSetsOf(treeOf(constant(true), {}))]).toEqual([1, [""]]);
    expect([probabilityOf(treeOf(constant(false), {})), cutSetsOf(treeOf(constant(false), {}))]).toEqual([0, []]);
  });

  test.each([true, false])("the bounds of a top that is %p meet in it", (value) => {
    const tree = treeOf(constant(value), chances);
    const exact = value ? 1 : 0;
    expect(checkOf(tree, solutionOf(tree), mostNodes)).toMatchObject({
      bounds: { path: exact, minCut: expect.closeTo(exact, 15), rareEvent: exact },
      disagreements: [],
    });
  });

  test("an event that the top does not lead to is none of the tree's", () => {
    expect(importances(solutionOf(treeOf(or("a", "b"), chances)).solved.tree).map(({ event }) => event)).toEqual(["a", "b"]);
  });
});

describe("at least so many", () => {
  test("of none asked for always hold, and of more than there are never do", () => {
    expect(cutSetsOf(treeOf(atLeast(0, "a", "b"), chances))).toEqual([""]);
    expect(cutSetsOf(treeOf(atLeast(3, "a", "b"), chances))).toEqual([]);
  });

  test("count an input that stands twice twice", () => {
    expect(cutSetsOf(treeOf(atLeast(2, "a", "a", "b"), chances))).toEqual(["a"]);
    expect(cutSetsOf(treeOf(atLeast(3, "a", "a", "b", "c"), chances))).toEqual(["a b", "a c"]);
  });

  test("count what always holds as one, and what never does as none", () => {
    expect(cutSetsOf(treeOf(atLeast(2, constant(true), constant(false), "a", "b"), chances))).toEqual(["a", "b"]);
  });
});

describe("a module", () => {
  const shared = { module: or("c", "d"), left: and("a", gate("module")), right: and("b", gate("module")) };

  test("that two gates share is asked about once, and stands in the sets of both", () => {
    const tree = treeOf(or(gate("left"), gate("right")), { ...chances, d: 0.4 }, shared);
    expect(cutSetsOf(tree)).toEqual(["a c", "a d", "b c", "b d"]);
    expect(relativeError(probabilityOf(tree), (1 - 0.9 * 0.8) * (1 - 0.7 * 0.6))).toBeLessThan(1e-14);
  });

  test("that is nearly sure keeps the digits of what it leaves to its opposite", () => {
    const sure = { ...chances, b: 1 - 1e-9 };
    const tree = treeOf(not(xor(gate("sure"), "a")), { ...sure, a: 0 }, { sure: or("b", "c") });
    expect(relativeError(probabilityOf(tree), (1 - sure.b) * 0.7)).toBeLessThan(1e-14);
    expect(importances(solutionOf(tree).solved.tree).find(({ event }) => event === "c")?.riskReductionWorth).toBeCloseTo(0.7, 12);
  });

  test("is found on both sides of a gate whose inputs are both negated exclusive ors", () => {
    const tree = treeOf(and(not(xor("a", "b")), not(xor("c", "d"))), { ...chances, d: 0.4 });
    expect(solutionOf(tree).solved.tree.modules).toHaveLength(3);
    expect(relativeError(probabilityOf(tree), new AllStates(tree).probability())).toBeLessThan(1e-14);
  });

  test("that no cut set needs is not walked through, however many sets it has", () => {
    const events = Array.from({ length: 80 }, (_, number) => `e${number}`);
    const choices = and(...Array.from({ length: 40 }, (_, pair) => or(`e${2 * pair}`, `e${2 * pair + 1}`)));
    const tree = treeOf(or("a", and("a", choices)), { a: 0.25, ...Object.fromEntries(events.map((event) => [event, 0.5])) });
    expect(checkOf(tree, solutionOf(tree), mostNodes)).toMatchObject({ bounds: { rareEvent: 0.25 }, disagreements: [] });
  });
});

test("that none of very many sets holds is told by a series as it is one by one, though one weighs nearly all", () => {
  const votes = Array.from({ length: 22 }, (_, number) => `e${number}`);
  const tree = treeOf(or("heavy", atLeast(11, ...votes)), { heavy: 0.99, ...Object.fromEntries(votes.map((event) => [event, 0.01])) });
  const { solved, cutSets } = solutionOf(tree);
  const log = noneHolds(cutSets?.families ?? [], (event) => Math.log(solved.tree.probabilities[event] ?? 0));
  expect(cutSets?.counts.all).toBe(705_433n);
  expect(relativeError(log, Math.log1p(-0.99))).toBeLessThan(1e-12);
  expect(checkOf(tree, solutionOf(tree), mostNodes)?.disagreements).toEqual([]);
});

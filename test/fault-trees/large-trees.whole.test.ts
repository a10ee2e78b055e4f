import { importances } from "../../fault-trees/answers/importance";
import { setsUpTo } from "../../fault-trees/answers/listed-sets";
import { cutSetCountsBottomUp } from "../../fault-trees/answers/second-way";
import { cutSetFamilies } from "../../fault-trees/answers/set-families";
import { checkOf } from "../../fault-trees/check";
import type { FaultTree, Formula } from "../../fault-trees/fault-tree";
import { solve } from "../../fault-trees/solution";
import { TooLargeError } from "../../fault-trees/too-large";
import { mostNodes, probabilityOf, solutionOf } from "./answers";
import { and, gate, or, treeOf } from "./formulas";
import { relativeError } from "./numbers";
import { readPublished } from "./published-trees";

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${prefix}${number}`);
}

function alike(events: readonly string[], probability: number): Readonly<Record<string, number>> {
  return Object.fromEntries(events.map((event) => [event, probability]));
}

/** Alternately "this event and ..." and "this event or ...", each gate in the next. */
function chainOf(length: number): FaultTree {
  const gates = Object.fromEntries(
    numbered("g", length).map((name, place): readonly [string, Formula] => {
      const rest = place + 1 < length ? gate(`g${place + 1}`) : `e${length}`;
      return [name, place % 2 === 0 ? and(`e${place}`, rest) : or(`e${place}`, rest)];
    }),
  );
  return treeOf(gate("g0"), alike(numbered("e", length + 1), 0.5), gates);
}

describe("more cut sets than a floating-point number can count", () => {
  const ors = numbered("g", 60).map((name) => ({ name, events: numbered(`${name}-`, 4) }));
  const tree = treeOf(
    and(...ors.map(({ name }) => gate(name))),
    alike(
      ors.flatMap(({ events }) => events),
      0.5,
    ),
    Object.fromEntries(ors.map(({ name, events }) => [name, or(...events)])),
  );

  test("are counted exactly, both ways: sixty choices among four", () => {
    expect(solutionOf(tree).cutSets?.counts.all).toBe(4n ** 60n);
    expect(cutSetCountsBottomUp(tree, 1, mostNodes).all).toBe(4n ** 60n);
  });

  test("are of no small size, and not listed", () => {
    const { cutSets } = solutionOf(tree);
    expect(cutSets?.counts.bySize).toEqual([0n, 0n, 0n, 0n, 0n, 0n, 0n]);
    expect(setsUpTo(cutSets?.families ?? [], 59)).toEqual([]);
  });

  test("leave the probability and its bounds finite", () => {
    const check = checkOf(tree, solutionOf(tree), mostNodes);
    expect(relativeError(probabilityOf(tree), (1 - 0.5 ** 4) ** 60)).toBeLessThan(1e-12);
    expect(check?.disagreements).toEqual([]);
    expect(check?.bounds.rareEvent).toBeCloseTo(2 ** 60, 5);
  });

  test("are counted by size where some beside them are small", () => {
    const pair = { a: 0.1, b: 0.1, ...Object.fromEntries(tree.probabilities) };
    const gates = { ...Object.fromEntries(tree.gates), choices: tree.gates.get("top") ?? and() };
    const { counts } = solutionOf(treeOf(or(gate("choices"), and("a", "b")), pair, gates)).cutSets ?? {};
    expect([counts?.all, counts?.bySize[2]]).toEqual([4n ** 60n + 1n, 1n]);
  });
});

describe("a deep tree", () => {
  test("of a hundred thousand gates, each in the next, is solved", () => {
    const tree = chainOf(100_000);
    // Two more gates make x into (1 + x) / 4, which ends at a third.
    expect(relativeError(probabilityOf(tree), 1 / 3)).toBeLessThan(1e-12);
  });

  test("has all its answers", () => {
    const tree = chainOf(1000);
    const solution = solutionOf(tree);
    expect(solution.cutSets?.counts.all).toBe(501n);
    expect(checkOf(tree, solution, mostNodes)?.disagreements).toEqual([]);
    expect(importances(solution.solved.tree)[0]?.birnbaum).toBeCloseTo(2 / 3, 12);
    expect(setsUpTo(solution.cutSets?.families ?? [], 3)).toHaveLength(2);
  });
});

describe.each([
  { join: or, chance: 1e-6, cutSets: 20_000n, smallest: 1 },
  { join: and, chance: 1 - 1e-6, cutSets: 1n, smallest: 20_000 },
])("a wide tree, one gate over twenty thousand events of which $smallest must happen", ({ join, chance, cutSets, smallest }) => {
  const events = numbered("e", 20_000);
  const tree = treeOf(join(...events), alike(events, chance));

  test("is solved, its cut sets are counted, and those of one event are listed", () => {
    const solution = solutionOf(tree).cutSets;
    expect(solution?.counts.all).toBe(cutSets);
    expect(setsUpTo(solution?.families ?? [], 1)).toHaveLength(smallest === 1 ? Number(cutSets) : 0);
  });

  test("agrees with a second algorithm, and lies in its bounds", () => {
    expect(checkOf(tree, solutionOf(tree), mostNodes)?.disagreements).toEqual([]);
  });
});

test("a list of sets that are larger than the call stack is deep is refused, and says why", () => {
  const events = numbered("e", 20_000);
  const { cutSets } = solutionOf(treeOf(and(...events), alike(events, 0.5)));
  expect(() => setsUpTo(cutSets?.families ?? [], 20_000)).toThrow(
    new TooLargeError("a list of the sets is deeper than the call stack, or larger than an array can be"),
  );
});

describe("a tree too large for the nodes given", () => {
  const tree = readPublished("edfpa15p");

  test("has no answer, but says which module was too large, and how many nodes there were", () => {
    expect(solve(tree, { mostNodes: 1000 })).toEqual({
      solved: undefined,
      cutSets: undefined,
      tooLarge: expect.stringMatching(
        /^module \d+ of \d+ \(\d+ variables, \d+ gates\) needs more than 1000 nodes; \d+ gates of \d+ are drawn by then$/,
      ),
    });
  });

  test("keeps its probability where only the cut sets do not fit, and says so", () => {
    const { solved } = solutionOf(tree);
    expect(() => cutSetFamilies(solved.tree, 1000)).toThrow(
      new TooLargeError("the probability is known; for the cut sets, module 1 of 1 (23127 nodes) needs more than 1000 nodes"),
    );
  });

  test("says so too where the second algorithm does not fit", () => {
    expect(() => cutSetCountsBottomUp(tree, 1, 1000)).toThrow(
      new TooLargeError("counting cut sets a second way needs more than 1000 nodes"),
    );
  });
});

test("a bridge of five links that work nine times in ten works 97.848 % of the time", () => {
  const links = ["a", "b", "c", "d", "bridge"];
  const fails = or(and("a", "b"), and("c", "d"), and("a", "bridge", "d"), and("b", "bridge", "c"));
  expect(relativeError(1 - probabilityOf(treeOf(fails, alike(links, 0.1))), 0.978_48)).toBeLessThan(1e-14);
  const works = or(and("a", "c"), and("b", "d"), and("a", "bridge", "d"), and("b", "bridge", "c"));
  expect(relativeError(probabilityOf(treeOf(works, alike(links, 0.9))), 0.978_48)).toBeLessThan(1e-14);
});

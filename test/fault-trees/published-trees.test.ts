import { checkOf } from "../../fault-trees/check";
import { type FaultTree, sizeOf } from "../../fault-trees/fault-tree";
import { type Solution, solve } from "../../fault-trees/solution";
import { relativeError } from "./numbers";
import { publishedTree, publishedTrees, readPublished } from "./published-trees";

const mostNodes = 10_000_000;
interface SolvedPublished {
  readonly tree: FaultTree;
  readonly solution: Solution;
}

const solutions = new Map<string, SolvedPublished>();

/** Solved when a test first asks, and kept for the others. */
function solutionOf(name: string): SolvedPublished {
  const known = solutions.get(name);
  if (known !== undefined) return known;
  const tree = readPublished(name);
  const made = { tree, solution: solve(tree, { mostNodes }) };
  solutions.set(name, made);
  return made;
}

function probabilityOf(name: string): number | undefined {
  return solutionOf(name).solution.solved?.probability;
}

describe.each(publishedTrees)("the published tree $tree", (published) => {
  const { tree: name } = published;

  test("has its gates and events, and is coherent where it has no negation", () => {
    const { tree, solution } = solutionOf(name);
    expect(sizeOf(tree)).toEqual({ events: published.events, gates: published.gates });
    expect(solution.solved?.tree.coherent).toBe(!published.noncoherent);
  });

  test("has its probability to twelve digits", () => {
    expect(relativeError(probabilityOf(name), published.computedP)).toBeLessThan(1e-12);
  });

  test("has its minimal cut sets, all and of each size, or none where it has negations", () => {
    const { cutSets } = solutionOf(name).solution;
    const bySize = cutSets?.counts.bySize.slice(1).map(String);
    expect([cutSets?.counts.all.toString() ?? null, bySize ?? null]).toEqual([published.computedMcs, published.mcsByOrder1to6]);
  });

  test("agrees with a second algorithm, and lies in its bounds", () => {
    const { tree, solution } = solutionOf(name);
    const check = checkOf(tree, solution, mostNodes);
    expect(check?.disagreements).toEqual(published.noncoherent ? undefined : []);
    expect(check?.secondCounts.all.toString() ?? null).toBe(published.computedMcs);
  });
});

describe("what is published", () => {
  const isWrong: readonly string[] = ["das9204", "jbd9601"];

  test("is the probability to its six digits, and the number of cut sets, of all trees but two", () => {
    const others = publishedTrees.filter(({ tree, noncoherent }) => !isWrong.includes(tree) && !noncoherent);
    expect(others.map(({ tree }) => [tree, probabilityOf(tree)?.toExponential(5).toUpperCase()])).toEqual(
      others.map(({ tree, publishedP }) => [tree, publishedP.replace(/E([+-])0/, "E$1")]),
    );
    expect(others.map(({ tree }) => solutionOf(tree).solution.cutSets?.counts.all.toString())).toEqual(
      others.map(({ publishedMcs }) => publishedMcs),
    );
  });

  test("of das9204 is a probability above the sum of its cut sets' probabilities, so it is wrong", () => {
    const { tree, solution } = solutionOf("das9204");
    const rareEvent = checkOf(tree, solution, mostNodes)?.bounds.rareEvent ?? Number.NaN;
    expect(Number(publishedTree("das9204").publishedP)).toBeGreaterThan(2000 * rareEvent);
    expect(probabilityOf("das9204")).toBeLessThan(rareEvent);
  });

  test("of jbd9601 is isp9607's number of cut sets, so it is wrong", () => {
    const { tree, solution } = solutionOf("jbd9601");
    expect(publishedTree("jbd9601").publishedMcs).toBe(publishedTree("isp9607").publishedMcs);
    expect(solution.cutSets?.counts.all).toBe(14_007n);
    expect(checkOf(tree, solution, mostNodes)?.secondCounts.all).toBe(14_007n);
  });
});

import type { Diagram } from "../diagrams/graph-diagram";
import { ALWAYS } from "../diagrams/node-store";
import { folded } from "../solved-tree";
import type { SetFamily } from "./set-families";

/** How many sets there are, exactly. */
export interface SetCounts {
  readonly all: bigint;
  /** Of those with 0, 1, 2 ... events. */
  readonly bySize: readonly bigint[];
}

/** How many sets the families make up together, and how many of each size up to the largest asked for. */
export function setCounts(families: readonly SetFamily[], largestSize: number): SetCounts {
  const sizes = Array.from({ length: largestSize + 1 }, (_, size) => size);
  const ofEvent: SetCounts = { all: 1n, bySize: sizes.map((size) => (size === 1 ? 1n : 0n)) };
  const counts = folded(
    families,
    () => ofEvent,
    ({ diagram }, shares) => countsIn(diagram, shares, largestSize),
  );
  return counts.at(-1) ?? { all: 0n, bySize: sizes.map(() => 0n) };
}

/** As floating-point numbers while they are exact, which the largest tells, or else as integers of any length. */
function countsIn(diagram: Diagram, shares: readonly SetCounts[], largestSize: number): SetCounts {
  const lengths = shares.map(({ all, bySize }) => [all, ...bySize]);
  const width = largestSize + 2;
  const fast = reckoned(diagram, { shares: lengths.map((counts) => counts.map(Number)), width }, floating);
  const [all = 0n, ...bySize] =
    (fast[0] ?? 0) < Number.MAX_SAFE_INTEGER ? fast.map(BigInt) : reckoned(diagram, { shares: lengths, width }, unbounded);
  return { all, bySize };
}

interface Arithmetic<Count> {
  readonly zero: Count;
  readonly one: Count;
  readonly zeros: (length: number) => { [index: number]: Count };
  readonly plusProduct: (sum: Count, a: Count, b: Count) => Count;
}

const floating: Arithmetic<number> = {
  zero: 0,
  one: 1,
  zeros: (length) => new Float64Array(length),
  plusProduct: (sum, a, b) => sum + a * b,
};

const unbounded: Arithmetic<bigint> = {
  zero: 0n,
  one: 1n,
  zeros: (length) => Array.from({ length }, () => 0n),
  plusProduct: (sum, a, b) => sum + a * b,
};

interface Reckoning<Count> {
  /** By level: of the variable's sets all, and those of each size. */
  readonly shares: readonly (readonly Count[])[];
  /** How many counts are kept of a node: of all, and of each size from 0. */
  readonly width: number;
}

/** Of the root: all, and those of each size from 0. */
function reckoned<Count>({ store, root }: Diagram, { shares, width }: Reckoning<Count>, arithmetic: Arithmetic<Count>): readonly Count[] {
  const { zero, one, zeros, plusProduct } = arithmetic;
  const counts = zeros(store.size * width);
  counts[ALWAYS * width] = one;
  counts[ALWAYS * width + 1] = one;
  const terms = shares.map((share) => termsOf(share, zero));
  for (let node = 2; node < store.size; node += 1) {
    const [at, low, high] = [node * width, store.low(node) * width, store.high(node) * width];
    for (let place = 0; place < width; place += 1) counts[at + place] = counts[low + place] ?? zero;
    for (const { from, shift, count } of terms[store.level(node)] ?? []) {
      const to = from === 0 ? 1 : width;
      for (let place = from; place < to; place += 1) {
        counts[at + place] = plusProduct(counts[at + place] ?? zero, count, counts[high + place - shift] ?? zero);
      }
    }
  }
  return Array.from({ length: width }, (_, place) => counts[root * width + place] ?? zero);
}

interface Term<Count> {
  /** The first place that it adds to: 0 to all sets alone, else to those of a size and larger ones. */
  readonly from: number;
  /** How many events it adds to a set. */
  readonly shift: number;
  readonly count: Count;
}

function termsOf<Count>(share: readonly Count[], zero: Count): readonly Term<Count>[] {
  return share.flatMap((count, place) => {
    if (count === zero) return [];
    return place === 0 ? [{ from: 0, shift: 0, count }] : [{ from: place, shift: place - 1, count }];
  });
}

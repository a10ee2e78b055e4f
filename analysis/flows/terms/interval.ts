import { givenAnswer, type Kept, keptAnswer } from "../../../synthesized/estate/remembered";

/** All whole numbers from `first` to `last`, both included: addresses or ports. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

export function overlap(a: Interval, b: Interval): Interval | undefined {
  const first = Math.max(a.first, b.first);
  const last = Math.min(a.last, b.last);
  return first <= last ? { first, last } : undefined;
}

/** Whether two intervals have anything in common. */
export function touch(a: Interval, b: Interval): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** What is left of an interval without another: up to two parts. */
export function without(whole: Interval, taken: Interval): readonly Interval[] {
  const common = overlap(whole, taken);
  if (common === undefined) return [whole];
  return [
    { first: whole.first, last: common.first - 1 },
    { first: common.last + 1, last: whole.last },
  ].filter(({ first, last }) => first <= last);
}

export function covers(whole: Interval, part: Interval): boolean {
  return whole.first <= part.first && part.last <= whole.last;
}

/** A function of an interval that works the answer out once. */
export function rememberedInterval<Answer>(work: (interval: Interval) => Answer): (interval: Interval) => Answer {
  const known = new Map<number, Map<number, Kept<Answer>>>();
  return (interval) => {
    const { first, last } = interval;
    const ofFirst = known.get(first) ?? new Map<number, Kept<Answer>>();
    const kept = ofFirst.get(last) ?? keptAnswer(() => work(interval));
    known.set(first, ofFirst.set(last, kept));
    return givenAnswer(kept);
  };
}

import { type Claims, isEmpty, relyOn, withClaims } from "../claims";

/** An answer, and what was asked for it; none, where it was worked out without asking a block anything. */
export interface Kept<Answer> {
  readonly answer: Answer;
  readonly claims: Claims | undefined;
}

/** An answer that is kept: what it claims is claimed by everyone who is given it. */
export function keptAnswer<Answer>(work: () => Answer): Kept<Answer> {
  const { answer, claims } = withClaims(work);
  return { answer, claims: isEmpty(claims) ? undefined : claims };
}

export function givenAnswer<Answer>({ answer, claims }: Kept<Answer>): Answer {
  if (claims !== undefined) relyOn(claims);
  return answer;
}

/**
 * A function that works the answer out once for a thing that never changes, such as a template, and
 * forgets it with the thing. What is asked for every cell would else be worked out from all cells.
 */
export function remembered<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Kept<Answer>>();
  return (thing) => {
    const earlier = known.get(thing);
    const kept = earlier ?? keptAnswer(() => work(thing));
    if (earlier === undefined) known.set(thing, kept);
    return givenAnswer(kept);
  };
}

/** A function of a text that works the answer out once; it forgets when the function itself is forgotten. */
export function rememberedText<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Kept<Answer>>();
  return (text) => {
    const earlier = known.get(text);
    const kept = earlier ?? keptAnswer(() => work(text));
    if (earlier === undefined) known.set(text, kept);
    return givenAnswer(kept);
  };
}

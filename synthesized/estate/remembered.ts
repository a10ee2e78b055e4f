import { type Claims, relyOn, withClaims } from "../claims";

/**
 * A function that works the answer out once for a thing that never changes, such as a template, and
 * forgets it with the thing. What is asked for every cell would else be worked out from all cells.
 * What the answer claims is claimed by everyone who is given it.
 */
export function remembered<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { readonly answer: Answer; readonly claims: Claims }>();
  return (thing) => {
    const earlier = known.get(thing);
    const result = earlier ?? withClaims(() => work(thing));
    if (earlier === undefined) known.set(thing, result);
    relyOn(result.claims);
    return result.answer;
  };
}

/**
 * A function of a text that works the answer out once; it forgets when the function itself is
 * forgotten. It may ask nothing of a block but through what is remembered by itself.
 */
export function rememberedText<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const { answer } = known.get(text) ?? { answer: work(text) };
    known.set(text, { answer });
    return answer;
  };
}

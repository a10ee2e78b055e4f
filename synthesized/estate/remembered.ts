/**
 * A function that works the answer out once for a thing that never changes, such as a template, and
 * forgets it with the thing. What is asked for every cell would else be worked out from all cells.
 */
export function remembered<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    const { answer } = known.get(thing) ?? { answer: work(thing) };
    known.set(thing, { answer });
    return answer;
  };
}

/** A function of a text that works the answer out once; it forgets when the function itself is forgotten. */
export function rememberedText<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const { answer } = known.get(text) ?? { answer: work(text) };
    known.set(text, { answer });
    return answer;
  };
}

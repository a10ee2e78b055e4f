import { type Formula, gatesIn } from "../fault-tree";

/** The gates that no other refers to. */
export function topGates(gates: ReadonlyMap<string, Formula>): readonly string[] {
  const used = new Set([...gates.values()].flatMap(gatesIn));
  return [...gates.keys()].filter((name) => !used.has(name));
}

/**
 * Circles of gates, each as the names on the way round, the first of them again at the end. Every gate
 * is walked from once, so of circles that share gates some are found, and where there is one, one is.
 */
export function circlesIn(gates: ReadonlyMap<string, Formula>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of gates.keys()) circles.push(...circlesFrom(start, gates, done));
  return circles;
}

function circlesFrom(start: string, gates: ReadonlyMap<string, Formula>, done: Set<string>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const inputsOf = (name: string): readonly string[] => {
    const formula = gates.get(name);
    return formula === undefined ? [] : gatesIn(formula);
  };
  const path = done.has(start) ? [] : [{ name: start, inputs: inputsOf(start), next: 0 }];
  const places = new Map(path.map(({ name }, place) => [name, place]));
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const input = step.inputs[step.next];
    step.next += 1;
    const place = input === undefined ? undefined : places.get(input);
    if (input === undefined) {
      path.pop();
      places.delete(step.name);
      done.add(step.name);
    } else if (place !== undefined) {
      circles.push([...path.slice(place).map(({ name }) => name), input]);
    } else if (!done.has(input)) {
      places.set(input, path.length);
      path.push({ name: input, inputs: inputsOf(input), next: 0 });
    }
  }
  return circles;
}

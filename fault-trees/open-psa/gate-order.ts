import { type Formula, gatesIn } from "../fault-tree";

/** The gates that no other refers to. */
export function topGates(gates: ReadonlyMap<string, Formula>): readonly string[] {
  const used = new Set<string>();
  for (const formula of gates.values()) for (const name of gatesIn(formula)) used.add(name);
  return [...gates.keys()].filter((name) => !used.has(name));
}

/** A way from a gate back to itself. */
export interface Circle {
  /** On the way round, the first few. */
  readonly names: readonly string[];
  /** How many gates there are on the whole way. */
  readonly length: number;
}

const NAMES_KEPT = 6;

interface Step {
  readonly name: string;
  readonly inputs: readonly string[];
  next: number;
}

/**
 * The first circles of gates, at most so many. Every reference is followed once, so of circles that
 * share gates some are found, and where there is one, one is.
 */
export function circlesIn(gates: ReadonlyMap<string, Formula>, most: number): readonly Circle[] {
  const circles: Circle[] = [];
  const done = new Set<string>();
  const places = new Map<string, number>();
  const path: Step[] = [];
  const enter = (name: string): void => {
    const formula = gates.get(name);
    places.set(name, path.length);
    path.push({ name, inputs: formula === undefined ? [] : [...new Set(gatesIn(formula))], next: 0 });
  };
  const follow = (input: string): void => {
    const place = places.get(input);
    if (place !== undefined) circles.push(circleFrom(path, place));
    else if (!done.has(input)) enter(input);
  };
  const leave = (name: string): void => {
    path.pop();
    places.delete(name);
    done.add(name);
  };
  for (const start of gates.keys()) {
    follow(start);
    for (let step = path.at(-1); step !== undefined && circles.length < most; step = path.at(-1)) {
      const input = step.inputs[step.next];
      step.next += 1;
      if (input === undefined) leave(step.name);
      else follow(input);
    }
    if (circles.length === most) break;
  }
  return circles;
}

function circleFrom(path: readonly Step[], place: number): Circle {
  return { names: path.slice(place, place + NAMES_KEPT).map(({ name }) => name), length: path.length - place };
}

import { closest, distance } from "fastest-levenshtein";
import type { Definitions } from "./definitions";
import type { KnownNames } from "./formula";

/** So many pairs of names are compared: looking among more takes longer than reading the model. */
const MOST_COMPARED = 1_000_000;
/** Longer names take too long to compare, and nobody mistypes them. */
const LONGEST_COMPARED = 60;

/** `shared` are members of common-cause groups, which need no definition of their own; `holding` the house events that hold. */
export function knownNames(definitions: Definitions, shared: ReadonlySet<string>, holding: ReadonlySet<string>): KnownNames {
  const { gates, basicEvents, houseEvents } = definitions;
  let compared = 0;
  let names: readonly string[] | undefined;
  return {
    kindOf: (name) => {
      if (gates.has(name)) return "gate";
      if (basicEvents.has(name) || shared.has(name)) return "basic-event";
      return houseEvents.has(name) ? "house-event" : undefined;
    },
    holds: (house) => holding.has(house),
    nearest: (name) => {
      names ??= [...gates.keys(), ...basicEvents.keys(), ...houseEvents.keys()].filter(({ length }) => length <= LONGEST_COMPARED);
      compared += names.length;
      if (name === "" || name.length > LONGEST_COMPARED || names.length === 0 || compared > MOST_COMPARED) return undefined;
      const nearest = closest(name, names);
      const difference = distance(name, nearest);
      return difference <= 2 && difference * 2 <= name.length ? nearest : undefined;
    },
  };
}

import type { CommonCauseGroup, CommonCauseModel } from "../common-cause";
import type { ExpressionReader } from "./expression";
import { type PlacedFault, placedFault, type Told } from "./model-fault";
import { saidBy, type XmlElement } from "./xml-element";

/** Beyond, a group's causes (every set of its members) are more than the tree that they belong to. */
const MOST_MEMBERS = 12;

export interface GroupReading {
  /** Their names, also where the group is faulty: the rest of the model may use them. */
  readonly members: readonly string[];
  /** None where it is faulty. */
  readonly group: CommonCauseGroup | undefined;
  readonly faults: readonly PlacedFault[];
}

/** Reads a CCF group. `expressions` keeps the faults of its numbers. */
export function readGroup(element: XmlElement, expressions: ExpressionReader): GroupReading {
  const { name = "", model = "" } = element.attributes;
  const parts = partsOf(element);
  const members = parts.members.map(({ attributes }) => attributes["name"] ?? "");
  const kind = kinds.get(model);
  const factors = factorsByLevel(parts.factors, expressions);
  const [distribution, ...more] = parts.distributions;
  const probability = distribution === undefined ? Number.NaN : expressions.probabilityIn(distribution);
  const told = [
    ...(kind === undefined ? [unknownModel(model)] : wrongFactors(kind, factors, members.length)),
    ...wrongMembers(members),
    ...(distribution === undefined ? [noDistribution] : []),
    ...(more.length === 0 ? [] : [manyDistributions]),
  ];
  const faults = [...told.map((one) => placedFault(element, one)), ...parts.others.map((other) => placedFault(other, noPart(other.name)))];
  if (kind === undefined || faults.length > 0) return { members, group: undefined, faults };
  const values = factors.map(({ value }) => value);
  return { members, group: { name, members, probability, model: modelOf(kind, values) }, faults };
}

interface Parts {
  readonly members: readonly XmlElement[];
  readonly distributions: readonly XmlElement[];
  readonly factors: readonly XmlElement[];
  /** What belongs to no group. */
  readonly others: readonly XmlElement[];
}

/** A factor may stand among others in `factors`, or by itself. */
function partsOf(group: XmlElement): Parts {
  const children = saidBy(group);
  const named = (name: string): readonly XmlElement[] => children.filter((child) => child.name === name);
  const within = (name: string): readonly XmlElement[] => named(name).flatMap((child) => child.children);
  const members = within("members");
  const factors = [...within("factors"), ...named("factor")];
  return {
    members,
    distributions: named("distribution"),
    factors,
    others: [
      ...children.filter(({ name }) => !["members", "distribution", "factors", "factor"].includes(name)),
      ...members.filter(({ name, children: inner }) => name !== "basic-event" || inner.length > 0),
      ...factors.filter(({ name }) => name !== "factor"),
    ],
  };
}

type Kind = CommonCauseModel["kind"];

/** Of the format's names for the models. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ["beta-factor", "beta"],
  ["MGL", "mgl"],
  ["alpha-factor", "alpha"],
  ["phi-factor", "phi"],
]);

interface Factor {
  /** As it is written; none where a factor has no level. */
  readonly level: string | undefined;
  readonly value: number;
}

/** In the order of their levels where they have any, else as they stand. */
function factorsByLevel(factors: readonly XmlElement[], expressions: ExpressionReader): readonly Factor[] {
  return factors
    .map((factor, place) => ({ place, level: factor.attributes["level"], value: expressions.probabilityIn(factor) }))
    .toSorted((a, b) => Number(a.level ?? a.place) - Number(b.level ?? b.place));
}

function modelOf(kind: Kind, factors: readonly number[]): CommonCauseModel {
  return kind === "beta" ? { kind, factor: factors[0] ?? 0 } : { kind, factors };
}

/** For so many members struck together. */
function levelsNeeded(kind: Kind, members: number): readonly number[] {
  const all = Array.from({ length: members }, (_, place) => place + 1);
  switch (kind) {
    case "beta":
      return all.slice(-1);
    case "mgl":
      return all.slice(1);
    case "alpha":
    case "phi":
      return all;
  }
}

function wrongFactors(kind: Kind, factors: readonly Factor[], members: number): readonly Told[] {
  if (members > MOST_MEMBERS) return [];
  const needed = levelsNeeded(kind, members);
  if (factors.length !== needed.length) return [wrongNumber(factors.length, needed.length, members)];
  const levels = factors.map(({ level }) => level);
  // A beta factor that says 2 is common, whatever the number of members.
  const isNeeded = (level: string | undefined, place: number): boolean =>
    level === undefined || level === String(needed[place]) || (kind === "beta" && level === "2");
  const wrong = levels.every(isNeeded) && new Set(levels.map((level) => level === undefined)).size < 2 ? [] : [wrongLevels(levels, needed)];
  return kind === "alpha" && factors.every(({ value }) => value === 0) ? [...wrong, noAlpha] : wrong;
}

function wrongNumber(given: number, needed: number, members: number): Told {
  return {
    what: `Factors: ${given}, for ${members} members.`,
    allowed: `${needed}: one for beta, one fewer than members for MGL, as many as members for alpha and phi.`,
    mend: "Give a factor for every level.",
  };
}

function wrongLevels(levels: readonly (string | undefined)[], needed: readonly number[]): Told {
  return {
    what: `The levels of the factors are ${levels.map((level) => level ?? "missing").join(", ")}.`,
    allowed: `${needed.join(", ")}: for so many members struck together; or none at all, and the factors in this order.`,
    mend: 'Correct level="...".',
  };
}

const noAlpha: Told = {
  what: "All alpha factors are 0.",
  allowed: "At least one above 0: they say how the causes are divided.",
  mend: "Correct the factors.",
};

function unknownModel(model: string): Told {
  return {
    what: model === "" ? "The group names no model." : `The model is ${model}.`,
    allowed: `${[...kinds.keys()].join(", ")}.`,
    mend: 'Write model="..." with one of them.',
  };
}

function wrongMembers(members: readonly string[]): readonly Told[] {
  const wrongNumberOfThem: Told = {
    what: `Members: ${members.length}.`,
    allowed: `2 to ${MOST_MEMBERS}: there is a cause for every set of them.`,
    mend: "Name the basic events in <members>; split a larger group.",
  };
  return [
    ...(members.length < 2 || members.length > MOST_MEMBERS ? [wrongNumberOfThem] : []),
    ...(new Set(members).size < members.length || members.some((name) => name.trim() === "") ? [doubledMembers] : []),
  ];
}

const doubledMembers: Told = {
  what: "A member has no name, or is named twice.",
  allowed: "Every member once, by its name.",
  mend: "Correct the list in <members>.",
};

const noDistribution: Told = {
  what: "The probability of the members is missing.",
  allowed: '<distribution><float value="..."/></distribution>, the same for all of them.',
  mend: "Add it.",
};

const manyDistributions: Told = {
  what: "There are several distributions.",
  allowed: "One, for all members.",
  mend: "Leave the one that is meant.",
};

function noPart(name: string): Told {
  return {
    what: `<${name}> has no place here.`,
    allowed: "members with basic-event in it, distribution, and factor, by itself or in factors.",
    mend: "Remove it, or correct its name.",
  };
}

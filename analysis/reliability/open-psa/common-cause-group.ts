import type { CommonCauseGroup, CommonCauseModel } from "../common-cause";
import type { ExpressionReader } from "./expression";
import { type PlacedFault, placedFault, type Told } from "./model-fault";
import type { XmlElement } from "./xml-element";

/** Beyond, a group's causes (every set of its members) are more than the tree that they belong to. */
const MOST_MEMBERS = 12;

export type GroupReading = { readonly group: CommonCauseGroup; readonly faults: readonly [] } | { readonly faults: readonly PlacedFault[] };

/** Reads a CCF group. `expressions` keeps the faults of its numbers. */
export function readGroup(element: XmlElement, expressions: ExpressionReader): GroupReading {
  const { name = "", model = "" } = element.attributes;
  const parts = partsOf(element);
  const members = parts.members.map(({ attributes }) => attributes["name"] ?? "");
  const kind = kinds.get(model);
  const factors = factorsByLevel(parts.factors, expressions);
  const probability = parts.distribution === undefined ? Number.NaN : expressions.probabilityIn(parts.distribution);
  const told = [
    ...(kind === undefined ? [unknownModel(model)] : wrongFactors(kind, factors.length, members.length)),
    ...wrongMembers(members),
    ...(parts.distribution === undefined ? [noDistribution] : []),
  ];
  if (kind === undefined || told.length > 0) return { faults: told.map((one) => placedFault(element, one)) };
  return { group: { name, members, probability, model: modelOf(kind, factors) }, faults: [] };
}

interface Parts {
  readonly members: readonly XmlElement[];
  readonly distribution: XmlElement | undefined;
  readonly factors: readonly XmlElement[];
}

/** A factor may stand among others in `factors`, or by itself. */
function partsOf({ children }: XmlElement): Parts {
  const named = (name: string): readonly XmlElement[] => children.filter((child) => child.name === name);
  const within = (name: string): readonly XmlElement[] => named(name).flatMap((child) => child.children);
  return { members: within("members"), distribution: named("distribution")[0], factors: [...within("factors"), ...named("factor")] };
}

type Kind = CommonCauseModel["kind"];

/** Of the format's names for the models. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ["beta-factor", "beta"],
  ["MGL", "mgl"],
  ["alpha-factor", "alpha"],
  ["phi-factor", "phi"],
]);

/** In the order of their levels where they have any, else as they stand. */
function factorsByLevel(factors: readonly XmlElement[], expressions: ExpressionReader): readonly number[] {
  return factors
    .map((factor, place) => ({ level: Number(factor.attributes["level"] ?? place), value: expressions.probabilityIn(factor) }))
    .toSorted((a, b) => a.level - b.level)
    .map(({ value }) => value);
}

function modelOf(kind: Kind, factors: readonly number[]): CommonCauseModel {
  return kind === "beta" ? { kind, factor: factors[0] ?? 0 } : { kind, factors };
}

function factorsNeeded(kind: Kind, members: number): number {
  switch (kind) {
    case "beta":
      return 1;
    case "mgl":
      return members - 1;
    case "alpha":
    case "phi":
      return members;
  }
}

function wrongFactors(kind: Kind, given: number, members: number): readonly Told[] {
  const needed = factorsNeeded(kind, members);
  if (given === needed) return [];
  return [
    {
      what: `It has ${given} factors for ${members} members.`,
      allowed: `${needed}: one for beta, one fewer than members for MGL, as many as members for alpha and phi.`,
      mend: "Give a factor for every level.",
    },
  ];
}

function unknownModel(model: string): Told {
  return {
    what: model === "" ? "The group names no model." : `The model is ${model}.`,
    allowed: `${[...kinds.keys()].join(", ")}.`,
    mend: 'Write model="..." with one of them.',
  };
}

function wrongMembers(members: readonly string[]): readonly Told[] {
  const wrongNumber: Told = {
    what: `The group has ${members.length} members.`,
    allowed: `2 to ${MOST_MEMBERS}: there is a cause for every set of them.`,
    mend: "Name the basic events in <members>; split a larger group.",
  };
  return [
    ...(members.length < 2 || members.length > MOST_MEMBERS ? [wrongNumber] : []),
    ...(new Set(members).size < members.length || members.includes("") ? [doubledMembers] : []),
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

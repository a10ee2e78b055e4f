import { type CommonCauseGroup, withCommonCauses } from "../common-cause";
import type { FaultTree, Formula } from "../fault-tree";
import { readGroup } from "./common-cause-group";
import { type Definitions, definitionsIn } from "./definitions";
import { ExpressionReader } from "./expression";
import { FormulaReader } from "./formula";
import { type Circle, circlesIn, topGates } from "./gate-order";
import { groupFaults } from "./group-faults";
import { houseValue } from "./house-event";
import { knownNames } from "./known-names";
import { fileFault, located, MOST_FAULTS, type ModelFault, type PlacedFault, placedFault, type Told } from "./model-fault";
import { modelText } from "./model-text";
import { readXml, type XmlElement } from "./xml-element";

export type ModelReading = { readonly kind: "sound"; readonly tree: FaultTree } | FaultyModel;

interface FaultyModel {
  readonly kind: "faulty";
  readonly faults: readonly ModelFault[];
}

/**
 * Reads a fault tree in the Open-PSA model exchange format. `top` names the gate in question; without
 * it, it is the one that no other refers to.
 */
export function readOpenPsa(bytes: Uint8Array, top?: string): ModelReading {
  const reading = modelText(bytes);
  const { text } = reading;
  if (reading.kind === "faulty") return faulty(reading.faults, text);
  const xml = readXml(text);
  if (xml.kind === "faulty") return faulty(xml.faults, text);
  const definitions = definitionsIn(xml.root);
  const content = contentOf(definitions);
  const faults = [...definitions.faults, ...content.faults];
  if (faults.length > 0) return faulty(faults, text);
  const chosen = chosenTop(content.gates, top);
  if (typeof chosen !== "string") return { kind: "faulty", faults: [fileFault(chosen)] };
  const { gates, probabilities, groups } = content;
  const tree = { name: definitions.name?.trim() || chosen, top: chosen, gates, probabilities };
  return { kind: "sound", tree: groups.length === 0 ? tree : withCommonCauses(tree, groups) };
}

function faulty(faults: readonly PlacedFault[], text: string): FaultyModel {
  return { kind: "faulty", faults: located(faults, text) };
}

interface Content {
  readonly gates: ReadonlyMap<string, Formula>;
  readonly probabilities: ReadonlyMap<string, number>;
  readonly groups: readonly CommonCauseGroup[];
  readonly faults: readonly PlacedFault[];
}

function contentOf(definitions: Definitions): Content {
  const expressions = new ExpressionReader(definitions.parameters);
  const readings = [...definitions.commonCauses.values()].map((element) => readGroup(element, expressions));
  const groups = readings.flatMap(({ group }) => group ?? []);
  const shared = new Set(readings.flatMap(({ members }) => members));
  const houses = houseEventsIn(definitions);
  const formulas = new FormulaReader(knownNames(definitions, shared, houses.holding));
  const gates = new Map<string, Formula>();
  for (const [name, element] of definitions.gates) gates.set(name, formulas.ofGate(element));
  const probabilities = new Map<string, number>();
  for (const [name, element] of definitions.basicEvents) if (!shared.has(name)) probabilities.set(name, expressions.probabilityIn(element));
  const faults = [
    ...readings.flatMap((reading) => reading.faults),
    ...groupFaults(groups, definitions),
    ...houses.faults,
    ...formulas.faults,
    ...expressions.faults,
    ...circlesIn(gates, MOST_FAULTS).flatMap((circle) => circleFault(circle, definitions.gates)),
  ];
  return { gates, probabilities, groups, faults };
}

interface HouseEvents {
  readonly holding: ReadonlySet<string>;
  readonly faults: readonly PlacedFault[];
}

function houseEventsIn({ houseEvents }: Definitions): HouseEvents {
  const holding = new Set<string>();
  const faults: PlacedFault[] = [];
  for (const [name, element] of houseEvents) {
    const value = houseValue(element);
    if (typeof value === "object") faults.push(placedFault(element, value));
    else if (value) holding.add(name);
  }
  return { holding, faults };
}

function circleFault({ names, length }: Circle, gates: ReadonlyMap<string, XmlElement>): readonly PlacedFault[] {
  const [first = ""] = names;
  const element = gates.get(first);
  if (element === undefined) return [];
  const way = length > names.length ? `${names.slice(0, 4).join(" > ")} > ... > ${first} (${length} gates)` : [...names, first].join(" > ");
  return [
    placedFault(element, {
      what: `The gate leads back to itself: ${way}.`,
      allowed: "Gates that come from others without a circle.",
      mend: "Remove one of the references on the way round.",
    }),
  ];
}

/** A name, or why there is none. */
function chosenTop(gates: ReadonlyMap<string, Formula>, asked: string | undefined): string | Told {
  if (asked !== undefined) return gates.has(asked) ? asked : noSuchGate(asked);
  const tops = topGates(gates);
  const [top] = tops;
  if (top === undefined) return noGates;
  return tops.length === 1 ? top : manyTops(tops);
}

const noGates: Told = {
  what: "The model has no gate.",
  allowed: "A fault tree with a top gate.",
  mend: "Define one, or name another file.",
};

function noSuchGate(asked: string): Told {
  return { what: `There is no gate ${asked} to be the top.`, allowed: "A gate that the model defines.", mend: "Name another after --top." };
}

function manyTops(tops: readonly string[]): Told {
  const named = tops.length > 5 ? `${tops.slice(0, 5).join(", ")} and ${tops.length - 5} more` : tops.join(", ");
  return {
    what: `${tops.length} gates are referred to by no other: ${named}.`,
    allowed: "One top gate, or one that is named.",
    mend: `Name the one in question with --top, such as --top ${tops[0] ?? ""}.`,
  };
}

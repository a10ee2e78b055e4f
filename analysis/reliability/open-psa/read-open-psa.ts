import { closest, distance } from "fastest-levenshtein";
import { type CommonCauseGroup, withCommonCauses } from "../common-cause";
import type { FaultTree, Formula } from "../fault-tree";
import { type GroupReading, readGroup } from "./common-cause-group";
import { type Definitions, definitionsIn } from "./definitions";
import { ExpressionReader } from "./expression";
import { FormulaReader, type KnownNames } from "./formula";
import { circlesIn, topGates } from "./gate-order";
import { fileFault, located, type ModelFault, type PlacedFault, placedFault, type Told } from "./model-fault";
import { readXml, saidBy, type XmlElement } from "./xml-element";

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
  const text = new TextDecoder("utf-8").decode(bytes);
  const unread = text.indexOf("\u{fffd}");
  if (unread !== -1) return faulty([{ offset: unread, path: "(file)", ...notUtf8 }], text);
  const xml = readXml(text);
  if (xml.kind === "faulty") return faulty(xml.faults, text);
  const definitions = definitionsIn(xml.root);
  const content = contentOf(definitions);
  const faults = [...definitions.faults, ...content.faults];
  if (faults.length > 0) return faulty(faults, text);
  const chosen = chosenTop(content.gates, top);
  if (typeof chosen !== "string") return { kind: "faulty", faults: [fileFault(chosen)] };
  const { gates, probabilities, groups } = content;
  const tree = { name: definitions.name ?? chosen, top: chosen, gates, probabilities };
  return { kind: "sound", tree: withCommonCauses(tree, groups) };
}

/** The decoder writes U+FFFD for every byte that is not UTF-8. */
const notUtf8: Told = {
  what: "Here are bytes that are not UTF-8.",
  allowed: "UTF-8 text.",
  mend: "Save the model as UTF-8 and type this place anew.",
};

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
  const groups = readings.flatMap((reading) => ("group" in reading ? [reading.group] : []));
  const shared = new Set(groups.flatMap(({ members }) => members));
  const formulas = new FormulaReader(knownNames(definitions, shared));
  const gates = new Map([...definitions.gates].map(([name, element]) => [name, formulas.ofGate(element)]));
  const probabilities = new Map<string, number>();
  for (const [name, element] of definitions.basicEvents) if (!shared.has(name)) probabilities.set(name, expressions.probabilityIn(element));
  const faults = [
    ...readings.flatMap((reading: GroupReading) => reading.faults),
    ...sharedTwice(groups, definitions),
    ...formulas.faults,
    ...expressions.faults,
    ...circlesIn(gates).flatMap((names) => circleFault(names, definitions.gates)),
  ];
  return { gates, probabilities, groups, faults };
}

function knownNames({ gates, basicEvents, houseEvents }: Definitions, shared: ReadonlySet<string>): KnownNames {
  return {
    isGate: (name) => gates.has(name),
    isBasicEvent: (name) => basicEvents.has(name) || shared.has(name),
    house: (name) => {
      const definition = houseEvents.get(name);
      return definition === undefined ? undefined : saidBy(definition)[0]?.attributes["value"] === "true";
    },
    nearest: (name) => {
      const names = [...gates.keys(), ...basicEvents.keys(), ...houseEvents.keys()];
      if (names.length === 0 || names.length > MOST_COMPARED) return undefined;
      const nearest = closest(name, names);
      return distance(name, nearest) <= 2 ? nearest : undefined;
    },
  };
}

/** Looking for a likely name among more takes longer than reading the model. */
const MOST_COMPARED = 10_000;

/** A member belongs to one group and is no gate: its causes take its place. */
function sharedTwice(groups: readonly CommonCauseGroup[], { commonCauses, gates, houseEvents }: Definitions): readonly PlacedFault[] {
  const owners = new Map<string, string>();
  const faults: PlacedFault[] = [];
  for (const { name, members } of groups) {
    const element = commonCauses.get(name);
    for (const member of members) {
      const owner = owners.get(member);
      const what = owner === undefined ? `${member} is defined as something else.` : `${member} is in the group ${owner} already.`;
      if (element !== undefined && (owner !== undefined || gates.has(member) || houseEvents.has(member))) {
        faults.push(placedFault(element, { what, allowed: "Basic events, each in one group at most.", mend: `Take ${member} out.` }));
      }
      owners.set(member, name);
    }
  }
  return faults;
}

function circleFault(names: readonly string[], gates: ReadonlyMap<string, XmlElement>): readonly PlacedFault[] {
  const element = gates.get(names[0] ?? "");
  if (element === undefined) return [];
  const shown = names.length > 6 ? [...names.slice(0, 4), "...", ...names.slice(-1)] : names;
  return [
    placedFault(element, {
      what: `The gate leads back to itself: ${shown.join(" > ")}.`,
      allowed: "Gates that come from others without a circle.",
      mend: "Take one reference on the way out.",
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
  return { what: `There is no gate ${asked} to be the top.`, allowed: "A gate that the model defines.", mend: "Name another." };
}

function manyTops(tops: readonly string[]): Told {
  const named = tops.length > 5 ? `${tops.slice(0, 5).join(", ")} and ${tops.length - 5} more` : tops.join(", ");
  return {
    what: `${tops.length} gates are referred to by no other: ${named}.`,
    allowed: "One top gate, or one that is named.",
    mend: `Name the one in question with --top, such as --top ${tops[0] ?? ""}.`,
  };
}

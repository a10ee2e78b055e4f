import { FaultList, type PlacedFault, type Told } from "./model-fault";
import type { XmlElement } from "./xml-element";

/** What a model defines, each name once. Gates and events share one space of names. */
export interface Definitions {
  /** Of the fault tree; of the first where there are several. */
  readonly name: string | undefined;
  readonly gates: ReadonlyMap<string, XmlElement>;
  readonly basicEvents: ReadonlyMap<string, XmlElement>;
  readonly houseEvents: ReadonlyMap<string, XmlElement>;
  readonly parameters: ReadonlyMap<string, XmlElement>;
  readonly commonCauses: ReadonlyMap<string, XmlElement>;
  readonly faults: readonly PlacedFault[];
}

const CONTAINERS: readonly string[] = ["opsa-mef", "define-fault-tree", "define-component", "model-data"];

/** They ask other questions of the same events, or only describe: a fault tree's answer is the same without. */
const WITHOUT_EFFECT: readonly string[] = [
  "label",
  "attributes",
  "define-initiating-event",
  "define-event-tree",
  "define-functional-event",
  "define-sequence",
  "define-consequence",
  "define-consequence-group",
  "define-alignment",
  "define-rule",
];

export function definitionsIn(root: XmlElement): Definitions {
  const collector = new Collector();
  collector.collect(root);
  return collector;
}

class Collector implements Definitions {
  name: string | undefined;
  readonly gates = new Map<string, XmlElement>();
  readonly basicEvents = new Map<string, XmlElement>();
  readonly houseEvents = new Map<string, XmlElement>();
  readonly parameters = new Map<string, XmlElement>();
  readonly commonCauses = new Map<string, XmlElement>();
  private readonly taken = new Map<string, XmlElement>();
  private readonly list = new FaultList();
  private readonly kinds: ReadonlyMap<string, Map<string, XmlElement>> = new Map([
    ["define-gate", this.gates],
    ["define-basic-event", this.basicEvents],
    ["define-house-event", this.houseEvents],
    ["define-parameter", this.parameters],
    ["define-CCF-group", this.commonCauses],
  ]);

  get faults(): readonly PlacedFault[] {
    return this.list.faults;
  }

  collect(root: XmlElement): void {
    if (root.name === "opsa-mef") this.enter(root);
    else this.list.note(root, notAModel(root));
  }

  private enter(container: XmlElement): void {
    const { attributes } = container;
    if (container.name === "define-fault-tree") this.name ??= attributes["name"];
    if (attributes["role"] === "private") this.list.note(container, privateNames);
    for (const element of container.children) {
      if (CONTAINERS.includes(element.name)) this.enter(element);
      else if (!WITHOUT_EFFECT.includes(element.name)) this.define(element);
    }
  }

  private define(element: XmlElement): void {
    const kind = this.kinds.get(element.name);
    if (kind === undefined) return this.list.note(element, notSolved(element));
    const { name = "" } = element.attributes;
    if (name.trim() === "") return this.list.note(element, nameless(element));
    if (element.attributes["role"] === "private") this.list.note(element, privateNames);
    const isEvent = kind !== this.parameters && kind !== this.commonCauses;
    const earlier = isEvent ? this.taken.get(name) : kind.get(name);
    if (earlier !== undefined) return this.list.note(element, definedTwice(name, earlier));
    kind.set(name, element);
    if (isEvent) this.taken.set(name, element);
  }
}

function notAModel({ name }: XmlElement): Told {
  return {
    what: `The outermost element is <${name}>.`,
    allowed: "<opsa-mef>, with which a model in the Open-PSA exchange format begins.",
    mend: "Name the file of such a model.",
  };
}

const privateNames: Told = {
  what: "Its names are private, so others may have the same.",
  allowed: "Public names, each for one thing in the whole model.",
  mend: 'Remove role="private", and give what has the same name another.',
};

function notSolved({ name }: XmlElement): Told {
  return {
    what: `<${name}> is not read here, and the answer might be another with it.`,
    allowed: "Fault trees and components; gates, basic events, house events, parameters and CCF groups; model data.",
    mend: "Remove it, or write what it says with those.",
  };
}

function nameless({ name }: XmlElement): Told {
  return { what: `This <${name}> has no name.`, allowed: 'An attribute name="..." of one letter or more.', mend: "Name it." };
}

function definedTwice(name: string, { name: as }: XmlElement): Told {
  return {
    what: `${name} is defined a second time, earlier by <${as}>.`,
    allowed: "Every gate and event once, under a name that no other has.",
    mend: "Remove one of the two, or rename it where it is defined and used.",
  };
}

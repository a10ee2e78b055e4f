import type { Formula } from "../fault-tree";
import { type PlacedFault, placedFault, type Told } from "./model-fault";
import { saidBy, type XmlElement } from "./xml-element";

/** What a reference may name. */
export interface KnownNames {
  readonly isGate: (name: string) => boolean;
  readonly isBasicEvent: (name: string) => boolean;
  /** Of a house event, whether it holds. */
  readonly house: (name: string) => boolean | undefined;
  /** The known name that is most like this one. */
  readonly nearest: (name: string) => string | undefined;
}

const NOTHING: Formula = { kind: "constant", value: false };

/** Turns gates' elements into formulas; what it cannot read is a fault, and false in its place. */
export class FormulaReader {
  readonly faults: PlacedFault[] = [];
  private readonly names: KnownNames;

  constructor(names: KnownNames) {
    this.names = names;
  }

  ofGate(gate: XmlElement): Formula {
    const parts = saidBy(gate);
    const [part] = parts;
    return parts.length === 1 && part !== undefined ? this.read(part) : this.fault(gate, oneFormula(parts.length));
  }

  private read(element: XmlElement): Formula {
    switch (element.name) {
      case "gate":
      case "basic-event":
      case "house-event":
      case "event":
        return this.reference(element);
      case "constant":
        return this.constant(element);
      case "not":
        return { kind: "not", of: this.parts(element, 1, 1)[0] ?? NOTHING };
      case "and":
      case "or":
        return { kind: element.name, of: this.parts(element, 1) };
      case "xor":
        return { kind: "xor", of: this.parts(element, 2) };
      default:
        return this.derived(element);
    }
  }

  /** What can be said with the others. */
  private derived(element: XmlElement): Formula {
    switch (element.name) {
      case "nand":
        return { kind: "not", of: { kind: "and", of: this.parts(element, 1) } };
      case "nor":
        return { kind: "not", of: { kind: "or", of: this.parts(element, 1) } };
      case "iff":
        return { kind: "not", of: { kind: "xor", of: this.parts(element, 2, 2) } };
      case "imply": {
        const [first = NOTHING, second = NOTHING] = this.parts(element, 2, 2);
        return { kind: "or", of: [{ kind: "not", of: first }, second] };
      }
      case "atleast":
        return { kind: "atLeast", min: this.number(element, "min"), of: this.parts(element, 1) };
      case "cardinality": {
        const of = this.parts(element, 1);
        const more: Formula = { kind: "atLeast", min: this.number(element, "max") + 1, of };
        return {
          kind: "and",
          of: [
            { kind: "atLeast", min: this.number(element, "min"), of },
            { kind: "not", of: more },
          ],
        };
      }
      default:
        return this.fault(element, notAFormula(element.name));
    }
  }

  private parts(element: XmlElement, fewest: number, most = Number.POSITIVE_INFINITY): readonly Formula[] {
    const { length } = element.children;
    if (length < fewest || length > most) this.fault(element, wrongNumber(element.name, length, { fewest, most }));
    return element.children.map((part) => this.read(part));
  }

  private reference(element: XmlElement): Formula {
    const { name = "", type = "event" } = element.attributes;
    const as = element.name === "event" ? type : element.name;
    const found = this.meant(name, as);
    return found ?? this.fault(element, unknownName(as, name, this.names.nearest(name)));
  }

  /** What a name stands for; an `event` may be anything. */
  private meant(name: string, as: string): Formula | undefined {
    const { isGate, isBasicEvent, house } = this.names;
    const mayBe = (kind: string): boolean => as === kind || as === "event";
    if (mayBe("gate") && isGate(name)) return { kind: "gate", name };
    if (mayBe("basic-event") && isBasicEvent(name)) return { kind: "event", name };
    const value = mayBe("house-event") ? house(name) : undefined;
    return value === undefined ? undefined : { kind: "constant", value };
  }

  private constant(element: XmlElement): Formula {
    const { value } = element.attributes;
    if (value === "true" || value === "false") return { kind: "constant", value: value === "true" };
    return this.fault(element, notTruth(value));
  }

  private number(element: XmlElement, attribute: "min" | "max"): number {
    const given = element.attributes[attribute];
    const { length } = element.children;
    if (given !== undefined && /^\d{1,9}$/.test(given) && Number(given) <= length) return Number(given);
    this.fault(element, notANumber(attribute, given, length));
    return 0;
  }

  private fault(element: XmlElement, told: Told): Formula {
    this.faults.push(placedFault(element, told));
    return NOTHING;
  }
}

function oneFormula(parts: number): Told {
  return {
    what: `The gate holds ${parts === 0 ? "no formula" : `${parts} formulas`}.`,
    allowed: "One formula, which may hold others: and, or, atleast, not, xor, or a reference.",
    mend: parts === 0 ? "Say what makes it hold, or remove the gate." : "Put them into one <or> or <and>.",
  };
}

function notAFormula(name: string): Told {
  return {
    what: `<${name}> is not a formula.`,
    allowed: "and, or, not, xor, atleast, cardinality, nand, nor, iff, imply; gate, basic-event, house-event, event, constant.",
    mend: "Write the formula with these.",
  };
}

function wrongNumber(name: string, parts: number, { fewest, most }: { readonly fewest: number; readonly most: number }): Told {
  const least = fewest === most ? `Just ${fewest}` : `${fewest} or more`;
  return { what: `<${name}> holds ${parts} formulas.`, allowed: `${least}.`, mend: "Add what is missing, or take out what is too much." };
}

function unknownName(as: string, name: string, nearest: string | undefined): Told {
  return {
    what: name === "" ? `This ${as} has no name.` : `There is no ${as} ${name}.`,
    allowed: `A name that the model defines${as === "event" ? "" : `, as a ${as}`}.`,
    mend: nearest === undefined ? "Define it, or name another." : `Write ${nearest}, if that was meant, and what it is defined as.`,
  };
}

function notTruth(value: string | undefined): Told {
  return { what: `The constant's value is ${value ?? "missing"}.`, allowed: "true or false.", mend: "Write one of the two." };
}

function notANumber(attribute: string, given: string | undefined, parts: number): Told {
  return {
    what: given === undefined ? `${attribute} is missing.` : `${attribute} is ${given}.`,
    allowed: `A whole number from 0 to ${parts}, which is how many formulas stand in it.`,
    mend: `Write ${attribute}="..." with such a number.`,
  };
}

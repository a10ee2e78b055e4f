import type { Formula } from "../fault-tree";
import {
  MOST_CARDINALITIES,
  notAFormula,
  notANumber,
  notTruth,
  oneFormula,
  otherKind,
  tooManyCardinalities,
  unknownName,
  wrongNumber,
} from "./formula-faults";
import { FaultList, notEmpty, type PlacedFault, type Told } from "./model-fault";
import { saidBy, type XmlElement } from "./xml-element";

/** What a reference may name. */
export interface KnownNames {
  readonly kindOf: (name: string) => "gate" | "basic-event" | "house-event" | undefined;
  /** Of a house event, whether it holds. */
  readonly holds: (house: string) => boolean;
  /** The known name that is most like this one. */
  readonly nearest: (name: string) => string | undefined;
}

const NOTHING: Formula = { kind: "constant", value: false };

/** Turns gates' elements into formulas; what it cannot read is a fault, and false in its place. */
export class FormulaReader {
  private readonly list = new FaultList();
  private readonly names: KnownNames;
  private cardinalities = 0;

  constructor(names: KnownNames) {
    this.names = names;
  }

  get faults(): readonly PlacedFault[] {
    return this.list.faults;
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
        return { kind: "atLeast", min: this.number(element, "min", 1), of: this.parts(element, 1) };
      case "cardinality":
        return this.cardinality(element);
      default:
        return this.fault(element, notAFormula(element.name));
    }
  }

  /** From `min` to `max` of them: not more than `max`. */
  private cardinality(element: XmlElement): Formula {
    if (this.cardinalities === MOST_CARDINALITIES) return this.fault(element, tooManyCardinalities);
    this.cardinalities += 1;
    const of = this.parts(element, 1);
    this.cardinalities -= 1;
    const min = this.number(element, "min", 0);
    const max = this.number(element, "max", min);
    const more: Formula = { kind: "atLeast", min: max + 1, of };
    return {
      kind: "and",
      of: [
        { kind: "atLeast", min, of },
        { kind: "not", of: more },
      ],
    };
  }

  private parts(element: XmlElement, fewest: number, most = Number.POSITIVE_INFINITY): readonly Formula[] {
    const { length } = element.children;
    if (length < fewest || length > most) this.fault(element, wrongNumber(element.name, length, { fewest, most }));
    return element.children.map((part) => this.read(part));
  }

  private reference(element: XmlElement): Formula {
    const { name = "", type = "event" } = element.attributes;
    const as = element.name === "event" ? type : element.name;
    const is = this.names.kindOf(name);
    if (element.children.length > 0) return this.fault(element, notEmpty(element.name));
    if (is === undefined) return this.fault(element, unknownName(as, name, this.names.nearest(name)));
    if (as !== "event" && as !== is) return this.fault(element, otherKind(as, name, is));
    switch (is) {
      case "gate":
        return { kind: "gate", name };
      case "basic-event":
        return { kind: "event", name };
      case "house-event":
        return { kind: "constant", value: this.names.holds(name) };
    }
  }

  private constant(element: XmlElement): Formula {
    const { value } = element.attributes;
    if (element.children.length > 0) return this.fault(element, notEmpty(element.name));
    if (value === "true" || value === "false") return { kind: "constant", value: value === "true" };
    return this.fault(element, notTruth(value));
  }

  private number(element: XmlElement, attribute: "min" | "max", least: number): number {
    const given = element.attributes[attribute];
    const { length } = element.children;
    if (given !== undefined && /^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= length) return Number(given);
    if (length > 0) this.fault(element, notANumber(attribute, given, { least, most: length }));
    return least;
  }

  private fault(element: XmlElement, told: Told): Formula {
    this.list.note(element, told);
    return NOTHING;
  }
}

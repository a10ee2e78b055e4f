import { FaultList, notEmpty, type PlacedFault, type Told } from "./model-fault";
import { saidBy, type XmlElement } from "./xml-element";

interface Operation {
  readonly fewest: number;
  readonly most: number;
  readonly reckon: (numbers: readonly number[]) => number;
}

const operations: ReadonlyMap<string, Operation> = new Map([
  ["neg", { fewest: 1, most: 1, reckon: ([a = 0]) => -a }],
  ["add", { fewest: 1, most: Number.POSITIVE_INFINITY, reckon: (numbers) => numbers.reduce((sum, number) => sum + number) }],
  ["sub", { fewest: 2, most: Number.POSITIVE_INFINITY, reckon: (numbers) => numbers.reduce((rest, number) => rest - number) }],
  ["mul", { fewest: 1, most: Number.POSITIVE_INFINITY, reckon: (numbers) => numbers.reduce((product, number) => product * number) }],
  ["div", { fewest: 2, most: Number.POSITIVE_INFINITY, reckon: (numbers) => numbers.reduce((quotient, number) => quotient / number) }],
  ["pow", { fewest: 2, most: 2, reckon: ([base = 0, power = 0]) => base ** power }],
  ["exp", { fewest: 1, most: 1, reckon: ([power = 0]) => Math.exp(power) }],
  // Failed by a time, at a constant rate.
  ["exponential", { fewest: 2, most: 2, reckon: ([rate = 0, time = 0]) => -Math.expm1(-rate * time) }],
]);

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+$/;
/** Of operations and parameters that come from each other; the call stack holds several times as many. */
const DEEPEST = 500;

/** Reckons what definitions say a number is; what it cannot is a fault, and NaN in its place. */
export class ExpressionReader {
  private readonly list = new FaultList();
  private readonly parameters: ReadonlyMap<string, XmlElement>;
  private readonly values = new Map<string, number>();
  /** Parameters that are being reckoned: who meets one of them again has come round in a circle. */
  private readonly open = new Set<string>();
  private depth = 0;

  constructor(parameters: ReadonlyMap<string, XmlElement>) {
    this.parameters = parameters;
  }

  get faults(): readonly PlacedFault[] {
    return this.list.faults;
  }

  /** The probability that a definition holds, 0 to 1. */
  probabilityIn(definition: XmlElement): number {
    const expression = this.expressionIn(definition);
    if (expression === undefined) return Number.NaN;
    const value = this.read(expression);
    return Number.isNaN(value) || (value >= 0 && value <= 1) ? value : this.fault(expression, outOfRange(value));
  }

  private expressionIn(definition: XmlElement): XmlElement | undefined {
    const parts = saidBy(definition);
    if (parts.length !== 1) this.fault(definition, notOneNumber(parts.length));
    return parts.length === 1 ? parts[0] : undefined;
  }

  private read(element: XmlElement): number {
    if (this.depth === DEEPEST) return this.fault(element, tooDeep);
    this.depth += 1;
    const value = this.valueOf(element);
    this.depth -= 1;
    return value;
  }

  private valueOf(element: XmlElement): number {
    if (element.name === "float" || element.name === "int") return this.literal(element);
    if (element.name === "parameter") return this.parameter(element);
    const operation = operations.get(element.name);
    if (operation === undefined) return this.fault(element, notReckoned(element.name));
    const { fewest, most, reckon } = operation;
    const { length } = element.children;
    if (length < fewest || length > most) return this.fault(element, wrongNumber(element.name, length, operation));
    const numbers = element.children.map((part) => this.read(part));
    if (numbers.some(Number.isNaN)) return Number.NaN;
    const value = reckon(numbers);
    return Number.isFinite(value) ? value : this.fault(element, notFinite(element.name, numbers));
  }

  private literal(element: XmlElement): number {
    const given = element.attributes["value"]?.trim() ?? "";
    if (element.children.length > 0) return this.fault(element, notEmpty(element.name));
    const form = element.name === "int" ? WHOLE : DECIMAL;
    const value = form.test(given) ? Number(given) : Number.NaN;
    return Number.isFinite(value) ? value : this.fault(element, notANumber(element.name, given));
  }

  private parameter(element: XmlElement): number {
    const { name = "" } = element.attributes;
    const known = this.values.get(name);
    if (known !== undefined) return known;
    if (element.children.length > 0) return this.fault(element, notEmpty(element.name));
    const definition = this.parameters.get(name);
    if (definition === undefined) return this.fault(element, noParameter(name));
    if (this.open.has(name)) return this.fault(element, circle(name));
    this.open.add(name);
    const expression = this.expressionIn(definition);
    const value = expression === undefined ? Number.NaN : this.read(expression);
    this.open.delete(name);
    this.values.set(name, value);
    return value;
  }

  private fault(element: XmlElement, told: Told): number {
    this.list.note(element, told);
    return Number.NaN;
  }
}

function outOfRange(value: number): Told {
  return {
    what: `The probability is ${value}.`,
    allowed: "0 to 1.",
    mend: "Correct the number; a rate needs a time to become a probability.",
  };
}

function notOneNumber(parts: number): Told {
  return {
    what: parts === 0 ? "The number is missing." : `It holds ${parts} expressions.`,
    allowed: 'One expression, such as <float value="1e-3"/>.',
    mend: parts === 0 ? "Write it here." : "Leave the one that is meant.",
  };
}

function notReckoned(name: string): Told {
  return {
    what: `<${name}> is not reckoned here.`,
    allowed: `float, int, parameter, ${[...operations.keys()].join(", ")}: point values, no distributions.`,
    mend: "Write the value that it has.",
  };
}

function wrongNumber(name: string, parts: number, { fewest, most }: Operation): Told {
  const allowed = fewest === most ? `Exactly ${fewest}.` : `${fewest} or more.`;
  return {
    what: `<${name}> holds ${parts === 1 ? "1 number" : `${parts} numbers`}.`,
    allowed,
    mend: "Add what is missing, or take out what is too much.",
  };
}

function notFinite(name: string, numbers: readonly number[]): Told {
  return { what: `<${name}> of ${numbers.join(" and ")} is no number.`, allowed: "A finite number.", mend: "Correct what goes into it." };
}

function notANumber(name: string, given: string): Told {
  return {
    what: given === "" ? "The value is missing." : `The value is ${given}.`,
    allowed: name === "int" ? "A whole number such as 12." : "A number such as 0.001 or 1e-3.",
    mend: 'Write value="..." with one.',
  };
}

const tooDeep: Told = {
  what: `This number comes from others, and these from others, more than ${DEEPEST} deep.`,
  allowed: `At most ${DEEPEST} steps to a number.`,
  mend: "Write the value that it has.",
};

function noParameter(name: string): Told {
  const what = name === "" ? "This parameter has no name." : `There is no parameter ${name}.`;
  return { what, allowed: "A parameter that the model defines.", mend: "Define it, or name another." };
}

function circle(name: string): Told {
  return {
    what: `The parameter ${name} is reckoned from itself.`,
    allowed: "Parameters that come from others without a circle.",
    mend: "Give one of them a number.",
  };
}

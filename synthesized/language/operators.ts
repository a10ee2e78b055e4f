import type { Json } from "../json";
import { asFlag, asNumber, asText } from "./conversion";

/** What an operator makes of two constants; none where Terraform would refuse them. */
export type Operator = (left: Json, right: Json) => Json | undefined;

/** Operators by how tightly they bind, loosest first (Terraform's "Arithmetic and Logical Operators"). */
export const LEVELS: readonly ReadonlyMap<string, Operator>[] = [
  new Map([["||", logical((left, right) => left || right)]]),
  new Map([["&&", logical((left, right) => left && right)]]),
  new Map([
    ["==", (left, right) => equal(left, right)],
    ["!=", (left, right) => negated(equal(left, right))],
  ]),
  new Map([
    ["<", numeric((left, right) => left < right)],
    [">", numeric((left, right) => left > right)],
    ["<=", numeric((left, right) => left <= right)],
    [">=", numeric((left, right) => left >= right)],
  ]),
  new Map([
    ["+", numeric((left, right) => left + right)],
    ["-", numeric((left, right) => left - right)],
  ]),
  new Map([
    ["*", numeric((left, right) => left * right)],
    ["/", numeric((left, right) => (right === 0 ? undefined : left / right))],
    ["%", numeric((left, right) => (right === 0 ? undefined : left % right))],
  ]),
];

export function negated(value: Json | undefined): boolean | undefined {
  const flag = asFlag(value);
  return flag === undefined ? undefined : !flag;
}

export function minus(value: Json | undefined): number | undefined {
  const number = asNumber(value);
  return number === undefined ? undefined : -number;
}

/** The two results of a conditional as values of one type, as Terraform makes them; lists and objects as they are. */
export function unified(chosen: Json, other: Json): Json | undefined {
  if (chosen === null || other === null || typeof chosen === typeof other) return chosen;
  const isText = typeof chosen === "string" || typeof other === "string";
  return isText && typeof chosen !== "object" && typeof other !== "object" ? asText(chosen) : undefined;
}

/** Values of different types are not equal, whatever they look like. */
function equal(left: Json, right: Json): boolean | undefined {
  return isPrimitive(left) && isPrimitive(right) ? left === right : undefined;
}

function isPrimitive(value: Json): boolean {
  return value === null || typeof value !== "object";
}

function logical(work: (left: boolean, right: boolean) => boolean): Operator {
  return (left, right) => {
    const [one, other] = [asFlag(left), asFlag(right)];
    return one === undefined || other === undefined ? undefined : work(one, other);
  };
}

/** Terraform reckons exactly; what JavaScript cannot hold is unknown. */
function numeric(work: (left: number, right: number) => number | boolean | undefined): Operator {
  return (left, right) => {
    const [one, other] = [asNumber(left), asNumber(right)];
    const result = one === undefined || other === undefined ? undefined : work(one, other);
    return typeof result === "number" && !Number.isSafeInteger(result) ? undefined : result;
  };
}

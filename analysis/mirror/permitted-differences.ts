import type { PermittedDifference } from "../../synthesized/evidence";

/** Something wrong with the list itself: a list that excuses anything proves nothing. */
export interface ListFault {
  readonly name: string;
  readonly what: string;
}

const SHORTEST_VALUE = 3;
const LONGEST_VALUE = 200;
/** Smallest private ASN: a smaller bare number may be a port, a size or a number of days. */
const SMALLEST_NUMBER = 64512;
/** Words and ranges that decide what is let through: as values they would excuse a lock that is open on one side. */
const DECIDING =
  /^(allow|deny|pass|drop|alert|accept|reject|true|false|null|enable[d]?|disable[d]?|yes|no|none|any|tcp|udp|ingress|egress|0\.0\.0\.0\/0|::\/0)$/i;

/** Faults of both sides' lists: names that do not pair, and values that could excuse too much. */
export function listFaults(a: readonly PermittedDifference[], b: readonly PermittedDifference[]): readonly ListFault[] {
  return [...valueFaults("A", a), ...valueFaults("B", b), ...pairFaults(a, b)];
}

function valueFaults(side: string, list: readonly PermittedDifference[]): readonly ListFault[] {
  return list.flatMap(({ name, value }) => {
    const fault = valueFault(value);
    return fault === undefined ? [] : [{ name, what: `${side}'s value "${value}" ${fault}` }];
  });
}

function valueFault(value: string): string | undefined {
  if (value.length < SHORTEST_VALUE) return `is shorter than ${SHORTEST_VALUE} characters and would match too much`;
  if (value.length > LONGEST_VALUE) return `is longer than ${LONGEST_VALUE} characters: list the parts that differ`;
  if (!/^[\w.:/@+=-]+$/.test(value)) return "is not one name, address or number: list the parts that differ";
  if (DECIDING.test(value)) return "decides what is let through: it must be equal on both sides";
  if (/^\d+$/.test(value) && Number(value) < SMALLEST_NUMBER) return "is a number that could be a port, a size or a duration";
  return undefined;
}

function pairFaults(a: readonly PermittedDifference[], b: readonly PermittedDifference[]): readonly ListFault[] {
  const names = [...new Set([...a, ...b].map((entry) => entry.name))];
  return names.flatMap((name) => {
    const [ofA, ...moreA] = a.filter((entry) => entry.name === name);
    const [ofB, ...moreB] = b.filter((entry) => entry.name === name);
    if (moreA.length + moreB.length > 0) return [{ name, what: "is listed twice on one side" }];
    if (ofA === undefined || ofB === undefined) return [{ name, what: `is listed by ${ofA === undefined ? "B" : "A"} only` }];
    return ofA.reason === ofB.reason ? [] : [{ name, what: `has two reasons: "${ofA.reason}" and "${ofB.reason}"` }];
  });
}

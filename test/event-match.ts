import { isList, isObject, type Json, parseJson } from "../synthesized/json";

/** Whether an EventBridge pattern finds an event: as much of its language as the patterns here use (eventbridge/latest/userguide/eb-event-patterns). */
export function finds(pattern: string, event: object): boolean {
  return isFound(parseJson(pattern), parseJson(JSON.stringify(event)));
}

function isFound(pattern: Json, event: Json | undefined): boolean {
  if (isList(pattern)) return (isList(event) ? event : [event]).some((value) => pattern.some((wanted) => equals(wanted, value)));
  if (!isObject(pattern)) throw new Error(`a pattern is made of objects and lists, not of ${JSON.stringify(pattern)}`);
  return Object.entries(pattern).every(([key, inner]) => {
    if (key === "$or" && isList(inner)) return inner.some((one) => isFound(one, event));
    return isFound(inner, isObject(event) ? event[key] : undefined);
  });
}

function equals(wanted: Json, value: Json | undefined): boolean {
  if (!isObject(wanted)) return wanted === value;
  const { prefix, numeric } = wanted;
  if (typeof prefix === "string") return typeof value === "string" && value.startsWith(prefix);
  if (!isList(numeric) || numeric.length !== 2) throw new Error(`the tests do not know the comparison ${JSON.stringify(wanted)}`);
  const [operator, limit] = numeric;
  if (typeof value !== "number") return false;
  switch (operator) {
    case "<":
      return value < Number(limit);
    case ">=":
      return value >= Number(limit);
    default:
      throw new Error(`the tests do not know the comparison ${JSON.stringify(operator)}`);
  }
}

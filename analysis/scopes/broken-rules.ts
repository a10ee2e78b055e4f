import type { Estate } from "../../synthesized/estate/estate";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { isList, isObject, type Json, type JsonObject } from "../../synthesized/json";
import type { Observation } from "../findings/finding";
import type { Rule } from "../findings/rules";

/** Every argument of a block that breaks a rule of its type, or of which nobody can tell whether it does. */
export function brokenRules(estate: Estate, at: StackBlock, rules: Readonly<Record<string, Rule>>): readonly Observation[] {
  return Object.entries(rules).flatMap(([path, rule]) =>
    valuesAt(at.block.attributes, path.split(".")).flatMap((value): readonly Observation[] => {
      const holds = value === undefined ? rule.mayBeAbsent({ estate, at }) : rule.holds(value, { estate, at });
      if (holds === true) return [];
      return [
        {
          verdict: holds === false ? "notMet" : "undetermined",
          stack: at.template.stack,
          address: at.block.address,
          attribute: path,
          expected: rule.expected,
          found: value === undefined ? "nothing" : JSON.stringify(value),
        },
      ];
    }),
  );
}

/** The values at a path, one for each block on the way to it; where a block on the way is missing there is nothing to ask. */
function valuesAt(attributes: JsonObject, [key = "", ...rest]: readonly string[]): readonly (Json | undefined)[] {
  const value = attributes[key];
  const isWritten = value !== undefined && value !== null && !(isList(value) && value.length === 0);
  if (rest.length === 0) return [isWritten ? value : undefined];
  const inner = isObject(value) ? [value] : isList(value) ? value.filter(isObject) : [];
  return inner.flatMap((block) => valuesAt(block, rest));
}

import type { Estate } from "../../synthesized/estate/estate";
import { targetOf } from "../../synthesized/estate/follow";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { isList, type Json } from "../../synthesized/json";
import { asFlag, asNumber, asText } from "../../synthesized/language/conversion";
import { isExpression } from "../../synthesized/reference";

/** What an argument must be. */
export interface Rule {
  /** Ends the sentence "It must be …". */
  readonly expected: string;
  /** Whether a written value is so; none where nobody can tell. */
  readonly holds: (value: Json, where: RuleContext) => boolean | undefined;
  /** Whether the block may go without it: then the provider's or AWS's default is one that holds. */
  readonly mayBeAbsent: (where: RuleContext) => boolean;
}

/** Where the argument stands. */
export interface RuleContext {
  readonly estate: Estate;
  readonly at: StackBlock;
}

/** A rule for an argument that has to be written, since its default does not hold. */
export function written(rule: Rule): Rule {
  return { ...rule, expected: `${rule.expected}, and written`, mayBeAbsent: () => false };
}

/** One of some values, as Terraform converts them. */
export function is(...allowed: readonly (string | number | boolean)[]): Rule {
  const expected = allowed.map((value) => JSON.stringify(value)).join(" or ");
  const matches = (value: Json): boolean =>
    allowed.some((one) =>
      typeof one === "boolean" ? asFlag(value) === one : typeof one === "number" ? asNumber(value) === one : asText(value) === one,
    );
  return literal(expected, matches);
}

/** A number within bounds, both included. */
export function between(least: number, most: number): Rule {
  return literal(`a number from ${least} to ${most}`, (value) => {
    const number = asNumber(value);
    return number !== undefined && number >= least && number <= most;
  });
}

/** A text that a pattern describes. */
export function text(expected: string, pattern: RegExp): Rule {
  return literal(expected, (value) => pattern.test(asText(value) ?? ""));
}

/** A list of which every item keeps a rule. */
export function listOf(rule: Rule): Rule {
  return {
    expected: `a list of ${rule.expected}`,
    mayBeAbsent: () => true,
    holds: (value, where) => (isList(value) ? allOf(value.map((item) => rule.holds(item, where))) : rule.holds(value, where)),
  };
}

/** A list that has an item of such a value. */
export function including(item: string): Rule {
  return literal(`a list with ${JSON.stringify(item)}`, (value) => isList(value) && value.includes(item));
}

/** A reference to a block of one of some types, in whichever stack. */
export function naming(...types: readonly string[]): Rule {
  return {
    expected: `a reference to ${types.join(" or ")}`,
    mayBeAbsent: () => true,
    holds: (value, { estate, at }) => {
      const target = targetOf(estate, at.template, value);
      if (target.kind === "unresolved") return undefined;
      return (target.kind === "block" || target.kind === "lookedUp") && types.includes(target.block.type);
    },
  };
}

/** Nothing at all: neither block nor value. */
export const nothing: Rule = { expected: "left out", mayBeAbsent: () => true, holds: () => false };

function literal(expected: string, matches: (value: Json) => boolean): Rule {
  return { expected, mayBeAbsent: () => true, holds: (value) => (isExpressionIn(value) ? undefined : matches(value)) };
}

function allOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** An expression may become anything; what it is now is only its text. */
function isExpressionIn(value: Json): boolean {
  return isList(value) ? value.some(isExpressionIn) : typeof value === "string" && isExpression(value);
}

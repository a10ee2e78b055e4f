import type { Json } from "../json";
import { asFlag, asText } from "./conversion";
import { LEVELS, minus, negated, unified } from "./operators";
import { escaped, partsOf, unescaped } from "./template-text";
import { type Token, tokensOf } from "./tokens";

/** The constants that an expression may name: `local.x`, `terraform.workspace`; none where it is unknown. */
export type Scope = (name: string) => Json | undefined;

/** A value that expressions, too, may stand in; longer ones nobody wrote by hand. */
const LONGEST = 4096;
const DEEPEST = 40;

/**
 * The value of an expression that depends on nothing but what is written: literals, operators,
 * conditions and names that are constant themselves. None where anything in it is unknown, which is
 * less than Terraform could tell (`false && var.x`), and never something else.
 */
export function constantOf(expression: string, scope: Scope): Json | undefined {
  const tokens = expression.length > LONGEST ? undefined : tokensOf(expression);
  if (tokens === undefined) return undefined;
  const reading = { tokens, at: 0, scope, depth: 0 };
  const value = conditional(reading);
  return reading.at === tokens.length ? value : undefined;
}

/** What a template text stands for: the value itself where it is one expression and nothing else, otherwise a text. */
export function constantText(text: string, scope: Scope): Json | undefined {
  const parts = partsOf(text);
  const [first, ...more] = parts;
  if (first?.kind === "expression" && more.length === 0) return constantOf(first.text, scope);
  const texts = parts.map((part) => {
    if (part.kind === "directive") return undefined;
    return part.kind === "literal" ? unescaped(part.text) : asText(constantOf(part.text, scope));
  });
  return texts.every((one) => one !== undefined) ? texts.join("") : undefined;
}

/** The source of a text that stands for a constant. */
export function sourceOf(value: Json): Json {
  return typeof value === "string" ? escaped(value) : value;
}

/** A place in an expression that is being read. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly scope: Scope;
  at: number;
  depth: number;
}

function conditional(reading: Reading): Json | undefined {
  if (reading.depth > DEEPEST) return undefined;
  reading.depth++;
  const value = operation(reading, 0);
  reading.depth--;
  if (!takes(reading, "?")) return value;
  const whenTrue = conditional(reading);
  if (!takes(reading, ":")) return unreadable(reading);
  const whenFalse = conditional(reading);
  const condition = asFlag(value);
  if (condition === undefined) return undefined;
  const [chosen, other] = condition ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  return chosen === undefined || other === undefined ? chosen : unified(chosen, other);
}

function operation(reading: Reading, level: number): Json | undefined {
  const operators = LEVELS[level];
  if (operators === undefined) return unary(reading);
  let left = operation(reading, level + 1);
  for (;;) {
    const sign = reading.tokens[reading.at];
    const operator = sign?.kind === "sign" ? operators.get(sign.text) : undefined;
    if (operator === undefined) return left;
    reading.at++;
    const right = operation(reading, level + 1);
    left = left === undefined || right === undefined ? undefined : operator(left, right);
  }
}

function unary(reading: Reading): Json | undefined {
  if (takes(reading, "!")) return negated(unary(reading));
  return takes(reading, "-") ? minus(unary(reading)) : term(reading);
}

function term(reading: Reading): Json | undefined {
  const token = reading.tokens[reading.at];
  if (token === undefined) return undefined;
  reading.at++;
  if (token.kind === "number") return Number(token.text);
  if (token.kind === "text") return quoted(token.text, reading.scope);
  if (token.kind === "name") return named(token.text, reading);
  if (token.text !== "(") return unreadable(reading);
  const value = conditional(reading);
  return takes(reading, ")") ? value : unreadable(reading);
}

const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** A word, or a path of two names; what goes on after it, such as a call or an index, is not constant here. */
function named(word: string, reading: Reading): Json | undefined {
  const literal = WORDS.get(word);
  if (literal !== undefined) return literal;
  const [dot, name] = reading.tokens.slice(reading.at, reading.at + 2);
  if (dot?.text !== "." || name?.kind !== "name") return unreadable(reading);
  reading.at += 2;
  const next = reading.tokens[reading.at]?.text;
  const value = reading.scope(`${word}.${name.text}`);
  return value === undefined || next === "." || next === "[" || next === "(" ? unreadable(reading) : value;
}

/** A text in quotes is a template too, with a programming language's escapes beside. */
function quoted(source: string, scope: Scope): Json | undefined {
  const text = source.replaceAll(/\\(n|r|t|"|\\)/g, (_, letter: string) => ESCAPES.get(letter) ?? "");
  return /\\/.test(source.replaceAll(/\\(n|r|t|"|\\)/g, "")) ? undefined : asText(constantText(text, scope));
}

const ESCAPES = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

function takes(reading: Reading, sign: string): boolean {
  const token = reading.tokens[reading.at];
  const isNext = token?.kind === "sign" && token.text === sign;
  if (isNext) reading.at++;
  return isNext;
}

/** The rest is not read: the reading comes to no end, and has no value. */
function unreadable(reading: Reading): undefined {
  reading.at = reading.tokens.length + 1;
  return undefined;
}

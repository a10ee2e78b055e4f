import { isList, isObject, type Json } from "./json";

/** A mention of another block's attribute in an expression. */
export interface Reference {
  /** `aws_vpc.network` or `data.aws_x.y`. */
  readonly address: string;
  /** What follows the address, such as `id` or `firewall_status[0].sync_states`. */
  readonly attribute: string;
}

// A resource's type always has an underscore; what has none (each, local, var, path) is no block.
const REFERENCE = /(?<![\w.-])((?:data\.)?[a-z][a-z0-9]*_\w+\.[A-Za-z_][\w-]*)((?:\.[A-Za-z_*][\w-]*|\.\d+|\[[^\]]*\])*)/g;
const STRING_LITERAL = /"(?:[^"\\]|\\.)*"/g;

/** The expressions in a Terraform string: the text between `${` and its brace; `$${` is literal text. */
function expressionsIn(text: string): readonly string[] {
  const expressions: string[] = [];
  let from = text.indexOf("${");
  while (from !== -1) {
    const end = endOfExpression(text, from + 2);
    if (text[from - 1] !== "$") expressions.push(text.slice(from + 2, end));
    from = text.indexOf("${", end);
  }
  return expressions;
}

/**
 * A text with expressions in it, such as a JSON document, as one that can be parsed: strings inside
 * the expressions, whose quotes would end the text's own, are left empty and unquoted.
 */
export function withoutInnerStrings(text: string): string {
  return expressionsIn(text).reduce(
    (rest, expression) => rest.replace(`\${${expression}}`, `\${${expression.replaceAll(STRING_LITERAL, "")}}`),
    text,
  );
}

/** The references in one Terraform string, in order. */
export function referencesInText(text: string): readonly Reference[] {
  if (!text.includes("${")) return [];
  return expressionsIn(text).flatMap(referencesInExpression);
}

/** The references anywhere in a value, `depends_on` included, whose entries are bare addresses. */
export function referencesIn(value: Json): readonly Reference[] {
  if (typeof value === "string") return referencesInText(value);
  if (isList(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === "//") return [];
    return key === "depends_on" && isList(item) ? item.flatMap(bareReference) : referencesIn(item);
  });
}

/** The reference, where a value is one reference and nothing else. */
export function soleReference(value: Json | undefined): Reference | undefined {
  if (typeof value !== "string") return undefined;
  const [expression, ...more] = expressionsIn(value);
  if (expression === undefined || more.length > 0 || value !== `\${${expression}}`) return undefined;
  const [reference, ...others] = referencesInExpression(expression);
  if (reference === undefined || others.length > 0) return undefined;
  const whole = reference.attribute === "" ? reference.address : `${reference.address}.${reference.attribute}`;
  return whole === expression ? reference : undefined;
}

/** An expression is the same wherever it stands, and every judgement follows it again. */
const known = new Map<string, readonly Reference[]>();

function referencesInExpression(expression: string): readonly Reference[] {
  const found = known.get(expression) ?? readReferences(expression);
  known.set(expression, found);
  return found;
}

function readReferences(expression: string): readonly Reference[] {
  return [...expression.replaceAll(STRING_LITERAL, '""').matchAll(REFERENCE)].map(([, address = "", rest = ""]) => ({
    address,
    attribute: rest.replace(/^\./, ""),
  }));
}

function bareReference(value: Json): readonly Reference[] {
  return typeof value === "string" ? referencesInExpression(value) : [];
}

/** Braces nest in an expression, and those in its strings do not count. */
function endOfExpression(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at + 1);
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

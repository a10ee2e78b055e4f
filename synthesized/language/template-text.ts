/**
 * Strings of Terraform's JSON are templates: `${…}` holds an expression, `%{…}` a directive, and
 * `$${` and `%%{` stand for the two characters themselves (JSON Configuration Syntax, "Expression
 * Mapping", and hclsyntax/scan_tokens.rl; read 2026-11-30).
 */

export interface TextPart {
  readonly kind: "literal" | "expression" | "directive";
  /** Of an expression or directive what stands between its braces; of a literal its source, escapes and all. */
  readonly text: string;
}

/** Expressions within texts within expressions: nobody writes more, and a hostile text must end somewhere. */
const DEEPEST = 20;

/** The parts of a template text in order; none of them is empty but an expression. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let literal = 0;
  for (let at = nextMarker(text, 0); at !== -1; at = nextMarker(text, at)) {
    if (isEscaped(text, at)) {
      at += 2;
      continue;
    }
    if (at > literal) parts.push({ kind: "literal", text: text.slice(literal, at) });
    const end = endOfExpression(text, at + 2, 0);
    // What has no end, Terraform refuses: nobody reads it as an expression.
    const isExpression = text[at] === "$" && end < text.length;
    parts.push({ kind: isExpression ? "expression" : "directive", text: text.slice(at + 2, end) });
    at = end;
    literal = end + 1;
  }
  if (literal < text.length) parts.push({ kind: "literal", text: text.slice(literal) });
  return parts;
}

/** Whether a text may hold anything but itself. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/** The expressions in a Terraform string: the text between `${` and its brace. */
export function expressionsIn(text: string): readonly string[] {
  return partsOf(text).flatMap((part) => (part.kind === "expression" ? [part.text] : []));
}

/** What a literal's source stands for. */
export function unescaped(literal: string): string {
  return literal.replaceAll("$${", () => "${").replaceAll("%%{", "%{");
}

/** A value's text as the source of a literal. */
export function escaped(value: string): string {
  return value.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}

function nextMarker(text: string, from: number): number {
  for (let brace = text.indexOf("{", from + 1); brace !== -1; brace = text.indexOf("{", brace + 1)) {
    const before = text[brace - 1];
    if (before === "$" || before === "%") return brace - 1;
  }
  return -1;
}

function isEscaped(text: string, marker: number): boolean {
  return marker > 0 && text[marker - 1] === text[marker];
}

/** Place of the brace that ends an expression: braces nest, and those in its strings do not count. */
function endOfExpression(text: string, from: number, depth: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfQuoted(text, at + 1, depth + 1);
    else if (char === "{") open++;
    else if (char === "}" && --open === 0) return at;
  }
  return text.length;
}

/** Place of the quote that ends a string in an expression, which may hold expressions itself. */
export function endOfQuoted(text: string, from: number, depth = 0): number {
  if (depth >= DEEPEST) return text.length;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') return at;
    else if (char === "{" && (text[at - 1] === "$" || text[at - 1] === "%") && !isEscaped(text, at - 1))
      at = endOfExpression(text, at + 1, depth + 1);
  }
  return text.length;
}

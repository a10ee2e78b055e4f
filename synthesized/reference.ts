import { isList, isObject, type Json, pathTo } from "./json";

/** A mention of another block's attribute in an expression. */
export interface Reference {
  /** `aws_vpc.network` or `data.aws_x.y`. */
  readonly address: string;
  /** What follows the address, such as `id` or `firewall_status[0].sync_states`. */
  readonly attribute: string;
}

/** A mention of what is no block: a local value, or what only Terraform knows when it runs. */
export interface Name {
  readonly kind: "local" | "variable" | "module" | "each";
  /** `local.x`, with whatever follows. */
  readonly whole: string;
  readonly name: string;
}

/** Anything that an expression takes its value from. */
export type Mention = ({ readonly kind: "block" } & Reference) | Name;

// A resource's type always has an underscore; what has none (each, local, var, path) is no block.
const REFERENCE = /(?<![\w.-])((?:data\.)?[a-z][a-z0-9]*_\w+\.[A-Za-z_][\w-]*)((?:\.[A-Za-z_*][\w-]*|\.\d+|\[[^\]]*\])*)/g;
const NAME = /(?<![\w.-])(local|var|module|each)\.([A-Za-z_][\w-]*)((?:\.[A-Za-z_*][\w-]*|\.\d+|\[[^\]]*\])*)/g;
const kinds: Readonly<Record<string, Name["kind"]>> = { local: "local", var: "variable", module: "module", each: "each" };
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
  return mentionsInText(text).flatMap(referenceIn);
}

/** The references anywhere in a value, `depends_on` included, whose entries are bare addresses. */
export function referencesIn(value: Json): readonly Reference[] {
  return mentionsIn(value).flatMap(({ mention }) => referenceIn(mention));
}

/** The reference, where a value is one reference and nothing else. */
export function soleReference(value: Json | undefined): Reference | undefined {
  const mention = soleMention(value);
  return mention === undefined ? undefined : referenceIn(mention)[0];
}

function referenceIn(mention: Mention): readonly Reference[] {
  return mention.kind === "block" ? [{ address: mention.address, attribute: mention.attribute }] : [];
}

/** A mention and the place below a value where it stands. */
export interface PlacedMention {
  readonly path: string;
  readonly mention: Mention;
  /** Whether the text there is the mention and nothing else. */
  readonly alone: boolean;
}

const BARE_ADDRESSES = new Set(["depends_on", "replace_triggered_by"]);

/** Everything that a value mentions, whatever it is a part of, in document order. */
export function mentionsIn(value: Json): readonly PlacedMention[] {
  const found: PlacedMention[] = [];
  const visit = (item: Json, path: string, isBare: boolean): void => {
    if (typeof item === "string") {
      const mentions = isBare ? mentionsInExpression(item) : mentionsInText(item);
      if (mentions.length > 0)
        found.push(...mentions.map((mention) => ({ path, mention, alone: isBare || soleMention(item) !== undefined })));
    } else if (isList(item)) for (const [index, inner] of item.entries()) visit(inner, `${path}[${index}]`, isBare);
    else if (isObject(item)) {
      for (const [key, inner] of Object.entries(item)) if (key !== "//") visit(inner, pathTo(path, key), BARE_ADDRESSES.has(key));
    }
  };
  visit(value, "", false);
  return found;
}

/** Whether Terraform makes a text out of something else; `$${` and `%%{` are themselves. */
export function isExpression(text: string): boolean {
  return (text.includes("${") && expressionsIn(text).length > 0) || /(?<!%)%\{/.test(text);
}

/** Everything that one Terraform string mentions, in order. */
export function mentionsInText(text: string): readonly Mention[] {
  return text.includes("${") ? expressionsIn(text).flatMap(mentionsInExpression) : [];
}

/** What a value takes itself from, where it is one mention and nothing else. */
export function soleMention(value: Json | undefined): Mention | undefined {
  if (typeof value !== "string" || !value.startsWith("${")) return undefined;
  const [expression, ...more] = expressionsIn(value);
  if (expression === undefined || more.length > 0 || value !== `\${${expression}}`) return undefined;
  const [mention, ...others] = mentionsInExpression(expression);
  return mention !== undefined && others.length === 0 && wholeOf(mention) === expression.trim() ? mention : undefined;
}

function wholeOf(mention: Mention): string {
  if (mention.kind !== "block") return mention.whole;
  const { address, attribute } = mention;
  return attribute === "" || attribute.startsWith("[") ? `${address}${attribute}` : `${address}.${attribute}`;
}

/** An expression is the same wherever it stands, and every judgement follows it again. */
const known = new Map<string, readonly Mention[]>();

function mentionsInExpression(expression: string): readonly Mention[] {
  const found = known.get(expression) ?? readMentions(expression);
  known.set(expression, found);
  return found;
}

function readMentions(expression: string): readonly Mention[] {
  const quoted = withoutStrings(expression);
  const references = [...quoted.matchAll(REFERENCE)].map((match) => {
    const [, address = "", rest = ""] = match;
    const mention: Mention = { kind: "block", address, attribute: rest.replace(/^\./, "") };
    return { at: match.index, mention };
  });
  const names = [...quoted.matchAll(NAME)].flatMap((match) => {
    const [whole, word = "", name = ""] = match;
    const kind = kinds[word];
    return kind === undefined ? [] : [{ at: match.index, mention: { kind, whole, name } satisfies Mention }];
  });
  return [...references, ...names].toSorted((one, other) => one.at - other.at).map(({ mention }) => mention);
}

/** An index in brackets keeps its string: it says which output of a state is meant. */
function withoutStrings(expression: string): string {
  return expression.replaceAll(STRING_LITERAL, (text, at: number) => (expression[at - 1] === "[" && /^"[\w-]+"$/.test(text) ? text : '""'));
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

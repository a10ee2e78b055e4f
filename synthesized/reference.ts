import { isList, isObject, type Json, pathTo } from "./json";
import { expressionsIn } from "./language/template-text";

/** A mention of another block's attribute in an expression. */
export interface Reference {
  /** `aws_vpc.network`, `data.aws_x.y`, or `aws_x.y[0]` where it names one of several. */
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
// What stands in brackets right after a name is which of several blocks is meant.
const ADDRESS = String.raw`(?:data\.)?[a-z][a-z0-9]*_\w+\.[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"\]]*")\])?`;
const STEP = String.raw`\.[A-Za-z_*][\w-]*|\.\d+|\[[^\]]*\]`;
const REFERENCE = new RegExp(String.raw`(?<![\w.-])(${ADDRESS})((?:${STEP})*)`, "g");
/** A text that is a reference and nothing else. */
const SOLE = new RegExp(String.raw`^\$\{\s*(${ADDRESS})(?:\.([A-Za-z_*\d][\w-]*(?:${STEP})*))?\s*\}$`);
const NAME = new RegExp(String.raw`(?<![\w.-])(local|var|module|each)\.([A-Za-z_][\w-]*)(?:${STEP})*`, "g");
const kinds: Readonly<Record<string, Name["kind"]>> = { local: "local", var: "variable", module: "module", each: "each" };
const STRING_LITERAL = /"(?:[^"\\]|\\.)*"/g;
/** Texts in an expression that name nothing: those without an expression of their own, keys in brackets aside. */
const PLAIN_STRING = /(?<![\w-]\[)"(?:[^"\\$%]|[$%](?!\{)|\\.)*"/g;

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

/** Whether a text is one reference and nothing else, without telling which. */
export function isSoleReference(text: string): boolean {
  return SOLE.test(text);
}

/** The reference, where a value is one reference and nothing else. */
export function soleReference(value: Json | undefined): Reference | undefined {
  const [, address, attribute = ""] = typeof value === "string" ? (SOLE.exec(value) ?? []) : [];
  return address === undefined ? undefined : { address, attribute };
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
  // Most values mention nothing: a path is put together for those that do.
  const keys: (string | number)[] = [];
  const visit = (item: Json, isBare: boolean): void => {
    if (typeof item === "string") {
      const mentions = isBare ? mentionsInExpression(item) : mentionsInText(item);
      if (mentions.length === 0) return;
      const path = keys.reduce<string>((before, key) => (typeof key === "number" ? `${before}[${key}]` : pathTo(before, key)), "");
      const alone = mentions.length === 1 && (isBare || soleMention(item) !== undefined);
      for (const mention of mentions) found.push({ path, mention, alone });
    } else if (isList(item)) {
      for (let index = 0; index < item.length; index++) below(index, item[index], isBare);
    } else if (isObject(item)) {
      for (const key of Object.keys(item)) if (key !== "//") below(key, item[key], BARE_ADDRESSES.has(key));
    }
  };
  const below = (key: string | number, item: Json | undefined, isBare: boolean): void => {
    if (item === undefined || typeof item === "number" || typeof item === "boolean" || item === null) return;
    keys.push(key);
    visit(item, isBare);
    keys.pop();
  };
  visit(value, false);
  return found;
}

/** Whether Terraform makes a text out of something else; `$${` and `%%{` are themselves. */
export function isExpression(text: string): boolean {
  return (text.includes("${") && expressionsIn(text).length > 0) || (text.includes("%{") && /(?<!%)%\{/.test(text));
}

/** Everything that one Terraform string mentions, in order. */
function mentionsInText(text: string): readonly Mention[] {
  if (!text.includes("${")) return [];
  const sole = soleReference(text);
  return sole === undefined ? expressionsIn(text).flatMap(mentionsInExpression) : [{ kind: "block", ...sole }];
}

/** What a value takes itself from, where it is one mention and nothing else. */
export function soleMention(value: Json | undefined): Mention | undefined {
  if (typeof value !== "string" || !value.startsWith("${")) return undefined;
  const sole = soleReference(value);
  if (sole !== undefined) return { kind: "block", ...sole };
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
  const quoted = expression.replaceAll(PLAIN_STRING, '""');
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

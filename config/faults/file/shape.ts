import type { z } from "zod";
import type { Finding, Path } from "../../fault";
import { allowedIn, deploymentField, exampleOf, type Field, fieldAt, knownKeys, knownWords, valueAt } from "../../field-meaning";
import { nearest } from "../../nearest";
import { pathText, printable, quoted } from "../../printable";
import { repeats } from "../../repeats";

/** A file as it was read: its values, and its scalars as they are written. */
export interface ReadFile {
  readonly value: unknown;
  readonly written: (path: Path) => string | undefined;
}

/** One issue of the schema, with what is known of the field that it is about. */
interface Case {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
  readonly field: Field;
  readonly value: unknown;
  /** The value as the file has it, for quoting. */
  readonly shown: string;
  readonly written: string | undefined;
}

/**
 * Faults that one field has by itself: missing, unknown, of a wrong type or form, out of limits.
 * The schema can have more issues with one field; the first says what to mend.
 */
export function shapeFindings(file: ReadFile, issues: readonly z.core.$ZodIssue[]): readonly Finding[] {
  const top = deploymentField();
  const findings = issues.flatMap((issue) => findingsOf(caseOf(file, top, issue)));
  const more = new Set(repeats(findings, ({ path, at }) => JSON.stringify([path, at])).map(({ item }) => item));
  return findings.filter((finding) => !more.has(finding));
}

function caseOf(file: ReadFile, top: Field, issue: z.core.$ZodIssue): Case {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const value = valueAt(file.value, path);
  const written = file.written(path);
  const shown = typeof value === "number" && written !== undefined ? printable(written) : quoted(value);
  const field = issue.code === "invalid_key" ? nameField(fieldAt(top, file.value, path.slice(0, -1))) : fieldAt(top, file.value, path);
  return { issue, path, field, value, shown, written };
}

function nameField(group: Field): Field {
  return typeof group.propertyNames === "object" ? group.propertyNames : {};
}

function findingsOf(one: Case): readonly Finding[] {
  const { issue, path, field } = one;
  if (one.value === undefined) return [missing(one)];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...path, key], knownKeys(field)));
  if (issue.code === "invalid_key") return [wrongName(one)];
  return [wrong(one, whatIsWrong(one))];
}

function whatIsWrong(one: Case): string {
  switch (one.issue.code) {
    case "invalid_type":
      return wrongType(one, one.issue.expected);
    case "too_small":
      return `${sizeOf(one)} is too ${Array.isArray(one.value) ? "few" : "small"}.`;
    case "too_big":
      return `${sizeOf(one)} is too ${Array.isArray(one.value) ? "many" : "large"}.`;
    case "invalid_value":
    case "invalid_union":
      return `${one.shown} is not one of the values that can stand here.`;
    default:
      return `${one.shown} does not have the form that is needed here.`;
  }
}

function wrongName(one: Case): Finding {
  const name = quoted(one.path.at(-1));
  return { ...wrong(one, `${name} is not a name that can stand here.`), at: "key", mend: "Rename it, here and in the flows." };
}

function wrong({ path, field, value, written }: Case, what: string): Finding {
  return { path, at: "value", what, allowed: allowedIn(field), mend: remedy(field, value, written) };
}

function missing({ path, field }: Case): Finding {
  const key = printable(String(path.at(-1)));
  const example = exampleOf(field);
  const where = path.length === 1 ? "at the top level" : `in ${pathText(path.slice(0, -1))}`;
  return {
    path,
    at: "key",
    what: `The key \`${key}\` is missing.`,
    allowed: allowedIn(field),
    mend: example === undefined ? `Add \`${key}\` ${where}, with its keys.` : `Add \`${key}\` ${where}, such as \`${key}: ${example}\`.`,
  };
}

function unknownKey(path: Path, known: readonly string[]): Finding {
  const key = String(path.at(-1));
  if (path[0] === "sites" && path.length === 2) return thirdSite(path, key);
  const meant = nearest(key, known);
  return {
    path,
    at: "key",
    what: `${quoted(key)} is not a known key.`,
    allowed: `Here: ${known.join(", ")}.`,
    mend: meant === undefined ? "Remove it." : `Rename it to \`${meant}\`, or remove it.`,
  };
}

/** More than a slip: somebody wants what the twin is not. */
function thirdSite(path: Path, key: string): Finding {
  return {
    path,
    at: "key",
    what: `${quoted(key)} would be a site besides a and b.`,
    allowed: "Two sites, each the other's mirror, that each carry the whole peak. The third vote is a witness's, with no site.",
    mend: "Remove it. More load is more cells: raise `capacity.peakPaymentsPerSecond`.",
  };
}

function wrongType({ value, shown }: Case, expected: string): string {
  if (typeof value === "number" && expected === "int" && Number.isFinite(value)) return `${shown} is not a whole number.`;
  if (typeof value === "number" && expected !== "string" && !Number.isFinite(value)) return `${shown} is not a finite number.`;
  return `${typeof value === "number" ? `The number ${shown}` : shown} stands where ${typeWords[expected] ?? "another type"} belongs.`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function sizeOf({ value, shown }: Case): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? "entry" : "entries"}`;
  return typeof value === "string" ? `Text of ${value.length} characters` : shown;
}

function remedy(field: Field, value: unknown, written: string | undefined): string {
  const quotable = typeof value !== "string" && written !== undefined && field.pattern !== undefined;
  if (quotable && new RegExp(field.pattern ?? "", "u").test(written)) return `Put it in quotes: "${written}".`;
  const meant = typeof value === "string" ? nearest(value, knownWords(field)) : undefined;
  if (meant !== undefined) return `Write \`${meant}\`, if that was meant.`;
  const example = exampleOf(field);
  return example === undefined
    ? "Write it as config/deployments/sweden.yaml has it."
    : `Write it like \`${example}\`, with your own value.`;
}

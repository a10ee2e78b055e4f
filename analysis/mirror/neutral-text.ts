import { rememberedText } from "../../synthesized/estate/remembered";
import type { PermittedDifference } from "../../synthesized/evidence";

/** A text with a gap for every permitted value, and the names that fit each gap. */
export interface NeutralText {
  readonly text: string;
  readonly gaps: readonly (readonly string[])[];
}

export type Neutralise = (text: string) => NeutralText;

const GAP = "⟨⟩";
const BRACKET = "⟨";

/**
 * Takes permitted values out of texts, longest first and whole tokens only: 10.16.0.1 is not part
 * of 10.16.0.10, nor eu-north-1 of eu-north-12. The bracket that marks a gap is doubled where a
 * text has it already, so no text can pretend to have a gap.
 */
export function neutraliser(list: readonly PermittedDifference[]): Neutralise {
  const names = namesByValue(list);
  const values = [...names.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp([...values.map(asToken), BRACKET].join("|"), "g");
  return rememberedText((original) => {
    // Most texts hold none.
    if (original.search(pattern) === -1) return { text: original, gaps: [] };
    const gaps = [...original.matchAll(pattern)].flatMap(([found]) => (found === BRACKET ? [] : [names.get(found) ?? []]));
    return { text: original.replace(pattern, (found) => (found === BRACKET ? BRACKET + BRACKET : GAP)), gaps };
  });
}

/**
 * The names by which two texts are the same: a value may have several names on one side, and one
 * that fits on both is enough. None where the texts are not the same.
 */
export function commonNames(a: NeutralText, b: NeutralText): readonly string[] | undefined {
  if (a.text !== b.text || a.gaps.length !== b.gaps.length) return undefined;
  if (a.gaps.length === 0) return [];
  const common = a.gaps.map((names, index) => names.filter((name) => b.gaps[index]?.includes(name)));
  return common.every((names) => names.length > 0) ? [...new Set(common.flat())].toSorted() : undefined;
}

function namesByValue(list: readonly PermittedDifference[]): ReadonlyMap<string, readonly string[]> {
  const values = new Set(list.map(({ value }) => value).filter((value) => value !== ""));
  return new Map([...values].map((value) => [value, list.filter((entry) => entry.value === value).map(({ name }) => name)]));
}

/** Ends where letters and digits end; a dot between digits belongs to the number. */
function asToken(value: string): string {
  const before = /^\d/.test(value) ? "(?<![A-Za-z0-9]|\\d\\.)" : /^[A-Za-z]/.test(value) ? "(?<![A-Za-z0-9])" : "";
  const after = /\d$/.test(value) ? "(?![A-Za-z0-9]|\\.\\d)" : /[A-Za-z]$/.test(value) ? "(?![A-Za-z0-9])" : "";
  return before + value.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&") + after;
}

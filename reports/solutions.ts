import type { Colors } from "picocolors/types";
import type { Importance } from "../fault-trees/answers/importance";
import type { Check } from "../fault-trees/check";
import type { Solution } from "../fault-trees/solution";
import type { Renderers } from "./renderers";
import { moreInJson } from "./text/long-list";
import { shownCount } from "./text/numbers";
import { printableJson, shownName } from "./text/printable";
import { left, right, table } from "./text/table";
import { wrappedText } from "./text/wrap";

/** A model file, what it says, and what it comes to. */
export interface SolvedFile {
  readonly file: string;
  readonly name: string;
  /** Basic events that the top gate leads to. */
  readonly events: number;
  readonly gates: number;
  readonly solution: Solution;
  /** The time that solving took, without reading the file and starting the program. */
  readonly solveMs: number;
  /** Names of each cut set's events, the smallest sets first; undefined where they were not asked for. */
  readonly listed: readonly (readonly string[])[] | undefined;
  /** Importances of the events, the largest Birnbaum first; undefined where they were not asked for. */
  readonly importances: readonly Importance[] | undefined;
  /** What a second algorithm says; undefined where it was not asked for, or where the tree has no cut sets. */
  readonly check: Check | undefined;
  /** What was asked for and cannot be had, since a tree with negations has no minimal cut sets. */
  readonly unanswered: readonly ("check" | "listed")[];
  /** What did not fit into the memory, question by question; nothing where all did. */
  readonly tooLarge: readonly string[];
}

/** So many rows of a long list are shown; the JSON has them all. */
const SHOWN_AT_MOST = 40;
/** What is left to a name in a row of 100 cells. */
const TREE_NAME = 26;
const EVENT_NAME = 45;
const SIZES = [1, 2, 3, 4, 5, 6];

const NOT_CHECKED = "not checked: it has negations, so no minimal cut sets to count a second way or take bounds from";
const NONE_LISTED = "none listed: it has negations, so no minimal cut sets";

export const solutionsRenderers: Renderers<readonly SolvedFile[], "text" | "json"> = {
  text: solutionsText,
  json: solutionsJson,
};

/** A row a tree, its cut sets by size where it has any, then what was asked for besides. */
function solutionsText(files: readonly SolvedFile[], colors: Colors): string {
  const counted = files.filter(({ solution }) => solution.cutSets !== undefined);
  return [
    table([left("tree"), ...["events", "gates", "probability", "cut sets", "nodes", "ms"].map(right)], files.map(rowOf)),
    ...(counted.length === 0 ? [] : ["", table([left("cut sets of"), ...SIZES.map((size) => right(String(size)))], counted.map(sizesOf))]),
    ...files.flatMap((file) => detailsOf(file, colors)),
  ].join("\n");
}

function rowOf({ name, events, gates, solution: { solved, cutSets }, solveMs }: SolvedFile): readonly string[] {
  const uncounted = solved?.tree.coherent === false ? "not coherent" : "too large";
  return [
    shownName(name, TREE_NAME),
    String(events),
    String(gates),
    solved === undefined ? "too large" : String(solved.probability),
    cutSets === undefined ? uncounted : shownCount(cutSets.counts.all),
    solved === undefined ? "" : String(solved.nodes),
    solveMs.toFixed(solveMs < 10 ? 1 : 0),
  ];
}

function sizesOf({ name, solution: { cutSets } }: SolvedFile): readonly string[] {
  return [shownName(name, TREE_NAME), ...SIZES.map((size) => shownCount(cutSets?.counts.bySize[size] ?? 0n))];
}

function detailsOf({ name, tooLarge, unanswered, listed, importances, check }: SolvedFile, colors: Colors): readonly string[] {
  const lines = [
    ...unanswered.map((what) => colors.yellow(what === "check" ? NOT_CHECKED : NONE_LISTED)),
    ...tooLarge.map((what) =>
      colors.yellow(wrappedText(`too large: ${what}${/more than \d+ nodes/.test(what) ? "; --memory gives it more room" : ""}`, "  ")),
    ),
    ...(check === undefined ? [] : checkText(check, colors)),
    ...(importances === undefined ? [] : [importancesText(importances)]),
    ...(listed === undefined ? [] : listedText(listed)),
  ];
  return lines.length === 0 ? [] : ["", colors.bold(shownName(name, EVENT_NAME)), ...lines];
}

function checkText({ bounds, disagreements }: Check, colors: Colors): readonly string[] {
  const between = `path bound ${bounds.path}, min-cut bound ${bounds.minCut}, rare-event sum ${bounds.rareEvent}`;
  if (disagreements.length > 0) return disagreements.map((one) => colors.red(wrappedText(`does not agree: ${one}`, "  ")));
  return [wrappedText(`agrees with a second algorithm, and lies in its bounds: ${between}`, "  ")];
}

function importancesText(importances: readonly Importance[]): string {
  const columns = [left("event"), ...["probability", "Birnbaum", "risk achievement", "risk reduction"].map(right)];
  const rows = importances
    .slice(0, SHOWN_AT_MOST)
    .map((one) => [
      shownName(one.event, EVENT_NAME),
      ...[one.probability, one.birnbaum, one.riskAchievementWorth, one.riskReductionWorth].map(figure),
    ]);
  const more = importances.length - rows.length;
  const text = table(columns, rows);
  return more > 0 ? `${text}\n${moreInJson(more)}` : text;
}

function figure(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(6) : "infinite";
}

function listedText(listed: readonly (readonly string[])[]): readonly string[] {
  const shown = listed
    .slice(0, SHOWN_AT_MOST)
    .map((set) => wrappedText(`${set.length}: ${set.map((event) => shownName(event, EVENT_NAME)).join(", ")}`, "   "));
  return listed.length > shown.length ? [...shown, moreInJson(listed.length - shown.length)] : shown;
}

/** One object a file. Counts are strings, for they may be larger than a number can be; what is not known is null. */
function solutionsJson(files: readonly SolvedFile[]): string {
  return printableJson(files.map((file) => ({ ...answerOf(file), ...extrasOf(file) })));
}

function answerOf({ file, name, events, gates, solution: { solved, cutSets }, solveMs }: SolvedFile): object {
  return {
    file,
    name,
    events,
    gates,
    coherent: solved?.tree.coherent ?? null,
    probability: solved?.probability ?? null,
    cutSets: cutSets === undefined ? null : String(cutSets.counts.all),
    cutSetsByOrder: cutSets === undefined ? null : SIZES.map((size) => String(cutSets.counts.bySize[size] ?? 0)),
    solveMs: Math.round(solveMs * 1000) / 1000,
    nodes: solved?.nodes ?? null,
  };
}

/** Answers to further questions: one that was not asked for has no key, one that cannot be had is null. */
function extrasOf({ tooLarge, unanswered, listed, importances, check }: SolvedFile): object {
  const { bounds, secondCounts, disagreements } = check ?? {};
  const cannotBe = Object.fromEntries(unanswered.map((what) => [what, null]));
  return {
    tooLarge: tooLarge.length === 0 ? undefined : tooLarge,
    listed,
    importances: importances?.map(withFiniteWorth),
    check: check === undefined ? undefined : { ...bounds, secondCutSets: String(secondCounts?.all), disagreements },
    ...cannotBe,
  };
}

/** An importance as JSON can hold it, which has no infinity. */
function withFiniteWorth(one: Importance): object {
  const told = (worth: number): number | string => (Number.isFinite(worth) ? worth : "infinite");
  return { ...one, riskAchievementWorth: told(one.riskAchievementWorth), riskReductionWorth: told(one.riskReductionWorth) };
}

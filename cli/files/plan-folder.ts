import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { isSystemError, systemProblem } from "../terminal/system-problem";

/** A folder in which all plans are ours. */
export interface PlanFolder {
  readonly path: string;
  /** Stacks whose plans earlier runs left there. */
  readonly earlier: readonly string[];
}

/** A marker lies in every folder of plans and names them: we replace and remove no other file. */
const MARKER = ".twinsite-plans";

const markerSchema = z.object({ plans: z.array(z.string().regex(/^\w[\w.-]*$/)) });
/** A plan from before there were markers; Terraform's own JSON of a plan has the time that we leave out. */
const unmarkedPlanSchema = z.looseObject({
  format_version: z.string(),
  timestamp: z.never().optional(),
  planned_values: z.looseObject({ outputs: z.looseObject({ twinsite_evidence: z.unknown() }) }),
});

/** Takes a folder that is new, empty or of earlier plans, and refuses what else it might replace. */
export function takePlanFolder(folder: string, stacks: readonly string[]): PlanFolder {
  const path = resolve(folder);
  const refuse = (what: string): never => {
    throw new Refusal(
      exitCodes.badInput,
      `${folder} ${what}; nothing was planned. Let --out name a new folder, an empty one or that of earlier plans.`,
    );
  };
  const entries = entriesOf(path, folder);
  const earlier = entries.length === 0 ? [] : (markedPlans(path) ?? unmarkedPlans(path, entries));
  if (earlier === undefined) return refuse("holds other files and no earlier plans");
  const foreign = stacks.find((stack) => entries.includes(`${stack}.json`) && !earlier.includes(stack));
  if (foreign !== undefined) return refuse(`holds a ${foreign}.json that is no plan of ours`);
  return { path, earlier };
}

/** Replaces the plans of some stacks, by name; without a text, there is none any more. */
export function keepPlans({ path, earlier }: PlanFolder, plans: ReadonlyMap<string, string | undefined>): void {
  const kept = new Set(earlier.filter((stack) => !plans.has(stack)));
  const made = [...plans].filter(([, text]) => text !== undefined).map(([stack]) => stack);
  // The marker names plans before they are there: what an interrupted run leaves is known as ours.
  replace(join(path, MARKER), markerText([...new Set([...earlier, ...made])]));
  for (const [stack, text] of plans) {
    if (text === undefined) rmSync(join(path, `${stack}.json`), { force: true });
    else replace(join(path, `${stack}.json`), text);
  }
  replace(join(path, MARKER), markerText([...kept, ...made]));
}

function markerText(stacks: readonly string[]): string {
  return `${JSON.stringify({ plans: stacks.toSorted() })}\n`;
}

function entriesOf(path: string, folder: string): readonly string[] {
  try {
    mkdirSync(path, { recursive: true });
    return readdirSync(path);
  } catch (error) {
    throw new Refusal(
      exitCodes.badInput,
      `plans cannot be written to ${folder}: ${isSystemError(error) ? systemProblem(error) : String(error)}`,
    );
  }
}

function markedPlans(path: string): readonly string[] | undefined {
  return parsed(join(path, MARKER), markerSchema)?.plans;
}

function unmarkedPlans(path: string, entries: readonly string[]): readonly string[] | undefined {
  const areOurs = entries.every((name) => name.endsWith(".json") && parsed(join(path, name), unmarkedPlanSchema) !== undefined);
  return areOurs ? entries.map((name) => name.replace(/\.json$/, "")) : undefined;
}

function parsed<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    if (!lstatSync(file).isFile()) return undefined;
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Replaces a file in one step, so that nobody reads half a plan; a link of that name is replaced, not followed. */
function replace(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, text, { flag: "wx" });
  renameSync(unfinished, file);
}

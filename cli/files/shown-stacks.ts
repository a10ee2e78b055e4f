import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Estate, EstateSource } from "../../synthesized/estate/estate";
import type { ReadingFault } from "../../synthesized/reading-fault";
import { parsePlanTemplate } from "../../synthesized/sources/plan-template";
import { sourceOfFile } from "../../synthesized/sources/source-of";
import { parseStateTemplate } from "../../synthesized/sources/state-template";
import type { Template } from "../../synthesized/template";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { readOutputFile, textOf } from "./output-file";

interface ShownFile {
  readonly name: string;
  readonly text: string;
  readonly source: Exclude<EstateSource, "synthesized">;
}

export type ShownStacks = Pick<Estate, "source" | "stacks" | "faults">;

/** Lies in a folder of plans and names them. */
const MARKER = ".twinsite-plans";

/** The plans or states of a folder, one file a stack, as `terraform show -json` writes them; none where there are no such files. */
export function readShownStacks(folder: string): ShownStacks | undefined {
  const names = readdirSync(folder).toSorted();
  const files = names.filter((name) => name.endsWith(".json")).map((name) => shownFile(folder, name));
  const [first, ...more] = files;
  if (first === undefined) return undefined;
  const other = more.find(({ source }) => source !== first.source);
  if (other !== undefined)
    throw new Refusal(
      exitCodes.badInput,
      `${folder} holds plans and states together: ${first.name} is a ${first.source}, ${other.name} a ${other.source}. Put each kind into a folder of its own.`,
    );
  const stacks = files.map(templateOf);
  const foreign = names.filter((name) => name !== MARKER && !name.endsWith(".json")).map(foreignFault);
  return { source: first.source, stacks, faults: [...foreign, ...stacks.flatMap(({ faults }) => faults)] };
}

function shownFile(folder: string, name: string): ShownFile {
  const file = join(folder, name);
  const text = textOf(readOutputFile(folder, name), file);
  const source = sourceOfFile(text, file);
  if (source === "plan" || source === "state") return { name, text, source };
  const what = source === "rawState" ? "is a state as it is kept, which nobody else should read" : "is neither a plan nor a state";
  throw new Refusal(
    exitCodes.badInput,
    `${file} ${what}. Write it with \`terraform show -json\`, or name the folder that a synth wrote into.`,
  );
}

function templateOf({ name, text, source }: ShownFile): Template {
  const stack = name.replace(/\.json$/, "");
  return source === "plan" ? parsePlanTemplate(text, stack) : parseStateTemplate(text, stack);
}

function foreignFault(name: string): ReadingFault {
  return {
    verdict: "undetermined",
    stack: "",
    address: name,
    attribute: "",
    expected: "only plans, or only states",
    found: "nobody here knows what it is for",
  };
}

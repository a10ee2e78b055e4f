import { z } from "zod";
import type { EstateSource } from "../estate/estate";
import { jsonObject } from "../json";
import { parseFile } from "../unreadable";

/** What a file of an output is, told by what is in it; none of what is neither a plan nor a state. */
export function sourceOfFile(text: string, file: string): Exclude<EstateSource, "synthesized"> | "rawState" | undefined {
  const document = parseFile(text, jsonObject, { file, mend: "Write plans and states with `terraform show -json`" });
  if (isPlan.safeParse(document).success) return "plan";
  if (isState.safeParse(document).success) return "state";
  return isRawState.safeParse(document).success ? "rawState" : undefined;
}

const isPlan = z.looseObject({ format_version: z.string(), planned_values: jsonObject, configuration: jsonObject });
/** Of an empty state, `terraform show -json` says its format and nothing else. */
const isState = z.looseObject({ format_version: z.string(), planned_values: z.never().optional(), resource_changes: z.never().optional() });
/** As it lies in a bucket, or as `terraform state pull` prints it. */
const isRawState = z.looseObject({ version: z.number(), lineage: z.string() });

import { z } from "zod";
import { type Diagnostic, parseDiagnosticStream } from "./diagnostics";
import type { Json } from "./json";
import { parseFile } from "./unreadable";

/** What `terraform test -json -verbose` said about the runs of one stack. */
export interface TerraformTest {
  readonly diagnostics: readonly Diagnostic[];
  /** What the last run with `command = apply` left; none where it came to no end. */
  readonly state: TestedState | undefined;
  /** Addresses that the last run with `command = plan` would make, replace or remove; none where it came to no end. */
  readonly moved: readonly string[] | undefined;
  readonly outcome: "passed" | "failed";
}

export interface TestedState {
  /** Resources that are there, data sources aside. */
  readonly resources: number;
  readonly outputs: Outputs;
}

/** Outputs as a state file has them, sensitive ones in plain text too. */
export type Outputs = Readonly<Record<string, RecordedOutput>>;

export interface RecordedOutput {
  readonly value: Json;
  readonly type: Json;
  readonly sensitive: boolean;
}

const jsonPresent = z.custom<Json>((value) => value !== undefined);
const recordedOutput = z.object({ value: jsonPresent, type: jsonPresent, sensitive: z.boolean().default(false) });

const stateSchema = z.looseObject({
  outputs: z.record(z.string(), recordedOutput).optional(),
  root_module: z.looseObject({ resources: z.array(z.looseObject({ mode: z.enum(["managed", "data"]) })).optional() }).optional(),
});

const planSchema = z.looseObject({
  resource_changes: z.array(z.looseObject({ address: z.string(), change: z.looseObject({ actions: z.array(z.string()) }) })).optional(),
});

const messageSchema = z.looseObject({
  type: z.string(),
  test_state: stateSchema.optional(),
  test_plan: planSchema.optional(),
  test_summary: z.looseObject({ status: z.string() }).optional(),
});

export function parseTerraformTest(text: string, stack: string): TerraformTest {
  const source = { file: `the test messages of stack ${stack}`, mend: "Write them with `terraform test -json -verbose`" };
  const lines = text.split("\n").filter((line) => line.startsWith("{"));
  const messages = lines.map((line) => parseFile(line, messageSchema, source));
  const state = messages.findLast(({ test_state }) => test_state !== undefined)?.test_state;
  const plan = messages.findLast(({ test_plan }) => test_plan !== undefined)?.test_plan;
  const summary = messages.findLast(({ test_summary }) => test_summary !== undefined)?.test_summary;
  return {
    diagnostics: parseDiagnosticStream(lines.filter((line) => line.includes('"diagnostic"')).join("\n"), stack),
    state: state === undefined ? undefined : testedState(state),
    moved: plan === undefined ? undefined : movedIn(plan),
    outcome: summary?.status === "pass" ? "passed" : "failed",
  };
}

function testedState({ outputs = {}, root_module }: z.infer<typeof stateSchema>): TestedState {
  const resources = root_module?.resources ?? [];
  return { resources: resources.filter(({ mode }) => mode === "managed").length, outputs };
}

/**
 * Updates do not count: a mock does not correlate nested sets as the provider does, and plans one
 * where AWS's own would be unchanged (aws_backup_plan with copy_action, Terraform 1.11).
 */
function movedIn({ resource_changes = [] }: z.infer<typeof planSchema>): readonly string[] {
  const moves = (actions: readonly string[]): boolean => actions.includes("create") || actions.includes("delete");
  return resource_changes.filter(({ change }) => moves(change.actions)).map(({ address }) => address);
}

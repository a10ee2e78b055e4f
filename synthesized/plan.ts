import { z } from "zod";
import { type JsonObject, jsonObject } from "./json";
import { parseFile } from "./unreadable";

/**
 * How many resources a plan would make, as the stream of `terraform plan -json` says at its end; none
 * where it came to no end.
 */
export function parsePlannedAdditions(stream: string, stack: string): number | undefined {
  const source = { file: `the plan messages of stack ${stack}`, mend: "Write them with `terraform plan -json`" };
  const summary = stream.split("\n").findLast((line) => line.startsWith("{") && line.includes('"change_summary"'));
  return summary === undefined ? undefined : parseFile(summary, summarySchema, source).changes.add;
}

const summarySchema = z.looseObject({ changes: z.looseObject({ add: z.number().int() }) });

/** What `terraform show -json` says about a plan. */
export interface Plan {
  readonly terraformVersion: string;
  readonly changes: readonly ResourceChange[];
  readonly counts: Readonly<Record<PlannedAction, number>>;
  /** Whether Terraform marked the plan as failed. */
  readonly outcome: "complete" | "errored";
}

export type PlannedAction = "create" | "read" | "update" | "replace" | "delete" | "forget" | "none";

export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
  readonly after: JsonObject | undefined;
}

const planSchema = z.looseObject({
  format_version: z.string().regex(/^1\./, "must be a plan of format 1"),
  terraform_version: z.string(),
  errored: z.boolean().optional(),
  resource_changes: z
    .array(
      z.looseObject({
        address: z.string(),
        type: z.string(),
        change: z.looseObject({
          actions: z.array(z.enum(["no-op", "create", "read", "update", "delete", "forget"])).min(1),
          after: jsonObject.nullish(),
        }),
      }),
    )
    .optional(),
});

type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

export function parsePlan(text: string, stack: string): Plan {
  const plan = parseFile(text, planSchema, { file: `the plan of stack ${stack}`, mend: "Write it with `terraform show -json`" });
  const changes = (plan.resource_changes ?? []).map(({ address, type, change }) => ({
    address,
    type,
    action: plannedAction(change.actions),
    after: change.after ?? undefined,
  }));
  return {
    terraformVersion: plan.terraform_version,
    changes,
    counts: countActions(changes),
    outcome: plan.errored === true ? "errored" : "complete",
  };
}

function plannedAction(actions: readonly Action[]): PlannedAction {
  if (actions.length > 1) return "replace";
  const [action] = actions;
  return action === undefined || action === "no-op" ? "none" : action;
}

function countActions(changes: readonly ResourceChange[]): Plan["counts"] {
  const count = (action: PlannedAction): number => changes.filter((change) => change.action === action).length;
  return {
    create: count("create"),
    read: count("read"),
    update: count("update"),
    replace: count("replace"),
    delete: count("delete"),
    forget: count("forget"),
    none: count("none"),
  };
}

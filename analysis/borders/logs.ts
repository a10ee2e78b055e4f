import { type NamedLog, namedLogs } from "../../facts/named-logs";
import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blocksOfType, type StackBlock } from "../../synthesized/estate/stack-block";
import type { Block, Template } from "../../synthesized/template";
import { type Container, containersOf } from "../payment-trace/containers";
import type { Place, Where } from "./place";
import { regionNamed } from "./target";
import type { Traffic } from "./traffic";

/** What somebody writes into a log, by class and in words. */
export type LogUse = Pick<NamedLog, "data" | "what">;

const printed: LogUse = { data: "paymentData", what: "what tasks write down" };

/** The names of the log groups that tasks write to. */
export function taskLogs(estate: Estate): ReadonlySet<string> {
  const tasks = blocksOfType(estate, "aws_ecs_task_definition");
  return new Set(tasks.flatMap(({ block }) => (containersOf(block) ?? []).flatMap(({ logGroup }) => logGroup ?? [])));
}

/** Who is seen to write to a log group: who leads there, tasks that name it, and services that name it themselves. */
export function logUses({ block }: StackBlock, { sendings, taskLogs: ofTasks }: Pick<Traffic, "sendings" | "taskLogs">): readonly LogUse[] {
  const name = textAt(block.attributes, "name") ?? "";
  return [
    ...sendings.filter(({ target }) => target?.block === block).map(({ sender }) => sender),
    ...(ofTasks.has(name) ? [printed] : []),
    ...namedLogs.filter((log) => name.startsWith(log.name)),
  ];
}

/** What a log holds, in words; one that nobody is seen to write may hold anything. */
export function logText(uses: readonly LogUse[]): string {
  const whats = [...new Set(uses.map(({ what }) => what))];
  return whats.length === 0 ? "log that nobody is seen to write" : `log: ${whats.join(", ")}`;
}

/** Where a task has its containers' output go: into another Region, too, if its definition says so. */
export function taskLogPlaces(block: Block, { stack }: Template): readonly Place[] {
  if (block.type !== "aws_ecs_task_definition") return [];
  const place = (where: Where): Place => ({
    stack,
    address: `${block.address} container_definitions`,
    does: "rests",
    data: printed.data,
    what: printed.what,
    where,
  });
  const containers = containersOf(block);
  if (containers === undefined) return [place({ kind: "unknown", why: "what its containers write down, and where, cannot be read" })];
  return containers.flatMap(({ log }) => (log === undefined ? [] : [place(whereTo(log))]));
}

function whereTo({ driver, region }: NonNullable<Container["log"]>): Where {
  if (driver !== "awslogs") return { kind: "unknown", why: `where log driver ${driver} sends it is in none of these files` };
  return regionNamed(region ?? "its awslogs-region");
}

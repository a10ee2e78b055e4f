import { blockIn, flagAt, textAt } from "../../synthesized/attributes";
import { follow } from "../../synthesized/estate/follow";
import { blocksOfType, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { cellOf } from "../../synthesized/estate/stacks";
import { type Answer, answersOf } from "./answers";
import type { Payment } from "./payment";
import { missing, type Piece, unreadable } from "./step";

/**
 * What else answers for a name that payments are led by. Where several records of a name have a
 * weight, each gets a share: one that leads to no load balancer of a cell takes payments away.
 */
export function rivalPieces(zone: StackBlock, names: readonly string[], payment: Payment): readonly Piece[] {
  const answers = answersOf(payment.estate, zone);
  const asked = namesFrom(answers, names);
  const aliases = answers.filter(({ name }) => name !== undefined && asked.has(name));
  return [
    ...aliases.flatMap((answer) => aliasPieces(answer, aliases)),
    ...plainRecords(zone, asked, payment).map((record) =>
      missing(`${textOf(record)} answers ${textAt(record.block.attributes, "name")} too, with addresses of its own`),
    ),
  ];
}

/** The names themselves, and every name that they lead to. */
function namesFrom(answers: readonly Answer[], names: readonly string[]): ReadonlySet<string> {
  const asked = new Set<string>();
  const waiting = [...names];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (asked.has(next)) continue;
    asked.add(next);
    const name = next;
    waiting.push(...answers.flatMap((answer) => (answer.name === name && answer.target.kind === "name" ? [answer.target.name] : [])));
  }
  return asked;
}

function aliasPieces({ record, name, target }: Answer, all: readonly Answer[]): readonly Piece[] {
  const { attributes } = record.block;
  const same = all.filter((other) => other.name === name && textAt(other.record.block.attributes, "type") === textAt(attributes, "type"));
  const isShare = blockIn(attributes, "weighted_routing_policy") !== undefined;
  const title = `${textOf(record)} answers ${name ?? "?"} too`;
  return [
    ...(same.length > 1 && !isShare ? [missing(`${title}, beside ${same.length - 1} others and without a share`)] : []),
    ...(target.kind === "unknown" ? [unreadable(`${title}, with what cannot be followed`)] : []),
    ...(target.kind === "block" && !isFront(target.block) ? [missing(`${title}, with what is no load balancer of a cell`)] : []),
    ...(target.kind === "name" && !all.some((other) => other.name === target.name)
      ? [missing(`${title}, with ${target.name}, which nothing here answers`)]
      : []),
    ...(textAt(attributes, "type") === "A"
      ? []
      : [missing(`${title}, by a type that is not A, which clients without IPv6 do not ask for`)]),
    ...(isUnwatched(record) ? [missing(`${title}, whether or not what it leads to is well`)] : []),
  ];
}

function isFront({ block, template }: StackBlock): boolean {
  return block.type === "aws_lb" && cellOf(template) !== undefined;
}

function isUnwatched({ block }: StackBlock): boolean {
  return flagAt(blockIn(block.attributes, "alias") ?? {}, "evaluate_target_health") !== true;
}

/** Records with addresses of their own, of a name that payments are led by. */
function plainRecords(zone: StackBlock, asked: ReadonlySet<string>, { estate }: Payment): readonly StackBlock[] {
  return blocksOfType(estate, "aws_route53_record").filter((record) => {
    const { attributes } = record.block;
    if (blockIn(attributes, "alias") !== undefined) return false;
    const name = textAt(attributes, "name");
    return name !== undefined && asked.has(name) && isSame(follow(estate, record, "zone_id"), zone);
  });
}

/** Whether two sites hang on one switch: then the rule that keeps one of them open guards nothing. */
export function sharedSwitchPieces(records: readonly Answer[], answers: readonly Answer[], { estate }: Payment): readonly Piece[] {
  return records.flatMap(({ record, name, zone }): readonly Piece[] => {
    const own = follow(estate, record, "health_check_id");
    if (own === undefined || textAt(own.block.attributes, "type") !== "RECOVERY_CONTROL") return [];
    const control = follow(estate, own, "routing_control_arn");
    const others = answers.filter((other) => other.name === name && isSame(other.zone, zone) && other.record.block !== record.block);
    const shared = others.find((other) => {
      const check = follow(estate, other.record, "health_check_id");
      return check !== undefined && control !== undefined && isSame(follow(estate, check, "routing_control_arn"), control);
    });
    return shared === undefined ? [] : [missing(`${textOf(record)} and ${textOf(shared.record)} hang on one switch`)];
  });
}

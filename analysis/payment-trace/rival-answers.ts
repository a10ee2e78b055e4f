import { blockIn, flagAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { remembered, rememberedText } from "../../synthesized/estate/remembered";
import { isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { cellOf } from "../../synthesized/estate/stacks";
import type { Block } from "../../synthesized/template";
import { type Answer, answersByName, answersOf, clientNamesOf, recordsByZone } from "./answers";
import type { Payment } from "./payment";
import { missing, type Piece, unreadable } from "./step";

/**
 * What else answers for a name that payments are led by. Where several records of a name have a
 * weight, each gets a share: one that leads to no load balancer of a cell takes payments away.
 */
export function rivalPieces(zone: StackBlock, payment: Payment): readonly Piece[] {
  const names = clientNamesOf(payment).join(" ");
  return rivalsByZone(payment.estate)(zone.block)(names);
}

/** Every payment that asks a zone for the same names has the same rivals there. */
const rivalsByZone = remembered((estate: Estate) =>
  remembered((zone: Block) => rememberedText((names) => rivalsIn(estate, zone, names === "" ? [] : names.split(" ")))),
);

function rivalsIn(estate: Estate, zone: Block, names: readonly string[]): readonly Piece[] {
  const records = recordsByZone(estate).get(zone) ?? [];
  const byName = answersByName(answersOf(estate, zone));
  const asked = namesFrom(byName, names);
  return [
    ...[...asked].flatMap((name) => (byName.get(name) ?? []).flatMap((answer, _, same) => aliasPieces(answer, { same, byName }))),
    ...plainRecords(records, asked).map((record) =>
      missing(`${textOf(record)} answers ${textAt(record.block.attributes, "name")} too, with addresses of its own`),
    ),
  ];
}

type ByName = ReadonlyMap<string | undefined, readonly Answer[]>;

/** The names themselves, and every name that they lead to. */
function namesFrom(byName: ByName, names: readonly string[]): ReadonlySet<string> {
  const asked = new Set<string>();
  const waiting = [...names];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (asked.has(next)) continue;
    asked.add(next);
    waiting.push(...(byName.get(next) ?? []).flatMap(({ target }) => (target.kind === "name" ? [target.name] : [])));
  }
  return asked;
}

interface Beside {
  /** Every answer of the name, this one too. */
  readonly same: readonly Answer[];
  readonly byName: ByName;
}

function aliasPieces({ record, name, target }: Answer, { same, byName }: Beside): readonly Piece[] {
  const { attributes } = record.block;
  const isShare = blockIn(attributes, "weighted_routing_policy") !== undefined;
  const title = `${textOf(record)} answers ${name ?? "?"} too`;
  return [
    ...(same.length > 1 && !isShare ? [missing(`${title}, beside ${same.length - 1} others and without a share`)] : []),
    ...(target.kind === "unknown" ? [unreadable(`${title}, with what cannot be followed`)] : []),
    ...(target.kind === "block" && !isFront(target.block) ? [missing(`${title}, with what is no load balancer of a cell`)] : []),
    ...(target.kind === "name" && !byName.has(target.name) ? [missing(`${title}, with ${target.name}, which nothing here answers`)] : []),
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
function plainRecords(records: readonly StackBlock[], asked: ReadonlySet<string>): readonly StackBlock[] {
  return records.filter(({ block: { attributes } }) => {
    if (blockIn(attributes, "alias") !== undefined) return false;
    const name = textAt(attributes, "name");
    return name !== undefined && asked.has(name);
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

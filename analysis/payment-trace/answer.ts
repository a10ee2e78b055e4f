import { blockIn, numberAt, textAt } from "../../synthesized/attributes";
import { type Answer, answersIn, chainsTo, clientNamesOf, zonesOf } from "./answers";
import { follow, isSame, type Located, textOf } from "./located";
import type { Passenger } from "./passenger";
import { check, found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** What makes the name lead here: a weight, and health checks that ask for this cell at this site. */
export function answerStep(passenger: Passenger): TraceStep {
  const answers = answersIn(passenger.templates);
  const front = passenger.fronts[0]?.balancer;
  if (front === undefined) return stepOf("answer", [missing("there is no load balancer to answer with")]);
  const pieces = zonesOf(passenger).flatMap((zone) => {
    const here = answers.filter((answer) => isSame(answer.zone, zone));
    const chains = clientNamesOf(passenger).flatMap((name) => chainsTo(here, name, front));
    // A name that leads nowhere is told by its own step: what is left of the answer is still looked at.
    const steered = here.filter(({ target, record }) => target.kind === "block" && isSame(target.block, front) && isChecked(record));
    const records = [...new Set(chains.length > 0 ? chains.flat() : steered)];
    return records.length === 0 ? [missing(`no answer in ${textOf(zone)} is under a health check`)] : piecesOf(records, answers, passenger);
  });
  return stepOf("answer", [...new Map(pieces.map((piece) => [piece.text, piece])).values()]);
}

function isChecked({ block }: Located): boolean {
  return block.attributes["health_check_id"] !== undefined;
}

function piecesOf(records: readonly Answer[], answers: readonly Answer[], passenger: Passenger): readonly Piece[] {
  const checked = records.filter(({ record }) => isChecked(record));
  const asking = checked.map(({ record }) => healthPiece(record, answers, passenger));
  return [
    ...records.flatMap(({ record }) => weightPiece(record)),
    ...asking.map(({ piece }) => piece),
    ...(asking.some(({ asksHere }) => asksHere) ? [] : [missing("no health check asks for this cell at this site")]),
  ];
}

function weightPiece(record: Located): readonly Piece[] {
  const { attributes } = record.block;
  const weighted = blockIn(attributes, "weighted_routing_policy");
  const evaluates = blockIn(attributes, "alias")?.["evaluate_target_health"] === true;
  const weight = weighted === undefined ? undefined : numberAt(weighted, "weight");
  const name = textAt(attributes, "name") ?? textOf(record);
  return [
    ...(weight === undefined ? [] : [check(weight > 0, `${name}: weight ${weight}`, `${name} has weight 0 and is never answered`)]),
    ...(evaluates ? [] : [missing(`${name} is answered even where what it leads to is not well`)]),
  ];
}

interface Asked {
  readonly piece: Piece;
  /** Whether it is this cell at this site that is asked. */
  readonly asksHere: boolean;
}

/** A check of the site's own cell, or one that people switch; only the former says that payments go through. */
function healthPiece(record: Located, answers: readonly Answer[], passenger: Passenger): Asked {
  const health = follow(record, "health_check_id", passenger.templates);
  if (health === undefined) return { piece: missing(`the health check of ${textOf(record)} is not there`), asksHere: false };
  switch (textAt(health.block.attributes, "type")) {
    case "RECOVERY_CONTROL":
      return { piece: switchPiece(health, passenger), asksHere: false };
    case "CLOUDWATCH_METRIC":
      return alarmPiece(health, passenger);
    default:
      return askedPiece(health, answers, passenger);
  }
}

function switchPiece(health: Located, { templates }: Passenger): Piece {
  const control = follow(health, "routing_control_arn", templates);
  return control === undefined ? missing(`the switch of ${textOf(health)} is not there`) : found(`switch ${textOf(control)}`);
}

function alarmPiece(health: Located, { templates, cell }: Passenger): Asked {
  const alarm = follow(health, "cloudwatch_alarm_name", templates);
  if (alarm === undefined || !cell.includes(alarm.template))
    return { piece: missing(`${textOf(health)} watches no alarm of this cell`), asksHere: false };
  return { piece: found(`health ${textOf(health)}, by ${textOf(alarm)}`), asksHere: true };
}

function askedPiece(health: Located, answers: readonly Answer[], { fronts }: Passenger): Asked {
  const { attributes } = health.block;
  const host = textAt(attributes, "fqdn");
  if (host === undefined || host.includes("${")) return { piece: unreadable(`what ${textOf(health)} asks cannot be read`), asksHere: true };
  const asksHere = answers
    .filter(({ name }) => name === host)
    .some(({ target }) => target.kind === "block" && fronts.some(({ balancer }) => isSame(balancer, target.block)));
  const question = `${textAt(attributes, "type") ?? "?"} ${host}:${numberAt(attributes, "port") ?? "?"}${textAt(attributes, "resource_path") ?? "/"}`;
  return { piece: check(asksHere, `health ${question}`, `${textOf(health)} asks ${host}, which does not lead here`), asksHere };
}

import { auroraMetrics } from "../../facts/aurora";
import { blockIn, numberAt, textAt, textsAt, valueAt } from "../../synthesized/attributes";
import { blocksNamed, follow, targetAt, targetOf } from "../../synthesized/estate/follow";
import { isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import type { Target } from "../../synthesized/estate/target";
import { weightPieces } from "./answer-weight";
import { type Answer, answersIn, answersOf, chainsTo, clientNamesOf, zonesOf } from "./answers";
import { whyDeaf, whyDeafToLag, whyElsewhere, whyUnheard } from "./health-alarm";
import { whyUnanswered } from "./health-listener";
import { whyNotLetIn } from "./health-regions";
import { clusterOf } from "./ledger-parts";
import type { Payment } from "./payment";
import { sharedSwitchPieces } from "./rival-answers";
import { check, found, missing, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** What makes the name lead here: a weight, and health checks that ask for this cell at this site. */
export function answerStep(payment: Payment): TraceStep {
  const answers = answersIn(payment.estate);
  const front = payment.fronts[0]?.balancer;
  if (front === undefined) return stepOf("answer", [missing("there is no load balancer to answer with")]);
  const pieces = zonesOf(payment).flatMap((zone) => {
    const here = answersOf(payment.estate, zone.block);
    const chains = clientNamesOf(payment).flatMap((name) => chainsTo(here, name, front));
    // A name that leads nowhere is told by its own step: what is left of the answer is still looked at.
    const steered = here.filter(({ target, record }) => target.kind === "block" && isSame(target.block, front) && isChecked(record));
    const records = [...new Set(chains.length > 0 ? chains.flat() : steered)];
    return records.length === 0 ? [missing(`no answer in ${textOf(zone)} is under a health check`)] : piecesOf(records, answers, payment);
  });
  return stepOf("answer", [...new Map([...pieces, ...wayPieces(payment)].map((piece) => [piece.text, piece])).values()]);
}

/** Names lead here only while checkers come through. */
function wayPieces({ path, legs }: Payment): readonly Piece[] {
  if (path === "privateLine") return [];
  if (legs.asking.length === 0) return [missing("no flow is declared that checkers come by")];
  return legs.asking.map(({ flow, verdict }) => {
    if (verdict === "undetermined") return unreadable(`whether checkers come through by ${flow.name} cannot be read`);
    return check(verdict === "met", `checkers come through by ${flow.name}`, `checkers do not come through by ${flow.name}`);
  });
}

function isChecked({ block }: StackBlock): boolean {
  return valueAt(block.attributes, "health_check_id") !== undefined;
}

function piecesOf(records: readonly Answer[], answers: readonly Answer[], payment: Payment): readonly Piece[] {
  const checked = records.filter(({ record }) => isChecked(record));
  const asking = checked.map(({ record }) => healthPiece(record, answers, payment));
  return [
    ...records.flatMap(({ record }) => weightPieces(record)),
    ...sharedSwitchPieces(records, answers, payment),
    ...asking.map(({ piece }) => piece),
    ...(asking.some(({ asksHere }) => asksHere) ? [] : [missing("no health check asks for this cell at this site")]),
  ];
}

interface Asked {
  readonly piece: Piece;
  /** Whether it is this cell at this site that is asked. */
  readonly asksHere: boolean;
}

/** What cannot be told may ask for this cell. */
function notAsked(target: Target, text: string): Asked {
  const piece = notFound(target, text);
  return { piece, asksHere: piece.state === "unreadable" };
}

/** A check of the site's own cell, or one that people switch; only the former says that payments go through. */
function healthPiece(record: StackBlock, answers: readonly Answer[], payment: Payment): Asked {
  const health = follow(payment.estate, record, "health_check_id");
  if (health === undefined)
    return notAsked(targetAt(payment.estate, record, "health_check_id"), `the health check of ${textOf(record)} is not there`);
  switch (textAt(health.block.attributes, "type")) {
    case "RECOVERY_CONTROL":
      return { piece: switchPiece(health, payment), asksHere: false };
    case "CLOUDWATCH_METRIC":
      return alarmPiece(health, payment);
    case "CALCULATED":
      return togetherPiece(health, answers, payment);
    default:
      return askedPiece(health, answers, payment);
  }
}

/** One check that is well when all that it names are; each of them must be about this cell at this site. */
function togetherPiece(health: StackBlock, answers: readonly Answer[], payment: Payment): Asked {
  const children = textsAt(health.block.attributes, "child_healthchecks");
  if (children === undefined)
    return { piece: unreadable(`which health checks ${textOf(health)} stands for cannot be read`), asksHere: true };
  const named = children.map((child) => targetOf(payment.estate, health.template, child));
  const isAll = numberAt(health.block.attributes, "child_health_threshold") === children.length;
  const parts = named.map((child) =>
    child.kind === "block" ? partOf(child, answers, payment) : notAsked(child, `a health check that ${textOf(health)} names is not there`),
  );
  const lacking = parts.find(({ piece }) => piece.state !== "found");
  const whole = check(
    isAll && parts.length > 0,
    parts.map(({ piece }) => piece.text).join(" and "),
    `${textOf(health)} is well without all that it names`,
  );
  return { piece: lacking?.piece ?? whole, asksHere: parts.some(({ asksHere }) => asksHere) };
}

function partOf(child: StackBlock, answers: readonly Answer[], payment: Payment): Asked {
  if (textAt(child.block.attributes, "type") !== "CLOUDWATCH_METRIC") return askedPiece(child, answers, payment);
  return lagPiece(child, payment) ?? alarmPiece(child, payment);
}

/** A check that the site's copy of the ledger is not too far behind; what has no such metric, as a primary, is well. */
function lagPiece(health: StackBlock, payment: Payment): Asked | undefined {
  const alarm = follow(payment.estate, health, "cloudwatch_alarm_name");
  const cluster = clusterOf(payment);
  if (alarm === undefined || cluster === undefined || textAt(alarm.block.attributes, "metric_name") !== auroraMetrics.lossLag)
    return undefined;
  const isSilentWell = textAt(health.block.attributes, "insufficient_data_health_status") === "Healthy";
  const isHere = dimensionsOf(alarm, payment).some((one) => isSame(one, cluster));
  const deaf = whyDeafToLag(alarm) ?? whyElsewhere(health, alarm, payment);
  const piece =
    !isHere || deaf !== undefined
      ? missing(`${textOf(alarm)} ${isHere ? deaf : "is not about this cell's ledger"}`)
      : check(
          isSilentWell,
          `not too far behind, by ${textOf(alarm)}`,
          `${textOf(health)} is unwell at the primary, which is behind nobody`,
        );
  return { piece, asksHere: false };
}

function switchPiece(health: StackBlock, { estate }: Payment): Piece {
  const control = follow(estate, health, "routing_control_arn");
  if (control !== undefined) return found(`switch ${textOf(control)}`);
  return notFound(targetAt(estate, health, "routing_control_arn"), `the switch of ${textOf(health)} is not there`);
}

function alarmPiece(health: StackBlock, payment: Payment): Asked {
  const { estate, cell } = payment;
  const alarm = follow(estate, health, "cloudwatch_alarm_name");
  if (alarm === undefined || !cell.includes(alarm.template))
    return notAsked(targetAt(estate, health, "cloudwatch_alarm_name"), `${textOf(health)} watches no alarm of this cell`);
  if (!isAbout(alarm, payment)) return { piece: missing(`${textOf(alarm)} is not about this load balancer`), asksHere: false };
  const deaf = whyDeaf(alarm) ?? whyUnheard(health, alarm, payment);
  if (deaf !== undefined) return { piece: missing(`${textOf(alarm)} ${deaf}`), asksHere: true };
  return { piece: found(`health ${textOf(health)}, by ${textOf(alarm)}`), asksHere: true };
}

/** A metric without dimensions, or with another's, has no data of this load balancer. */
function isAbout(alarm: StackBlock, payment: Payment): boolean {
  const dimensions = blockIn(alarm.block.attributes, "dimensions") ?? {};
  const isNamed = (name: string, block: StackBlock): boolean =>
    blocksNamed(payment.estate, alarm.template, valueAt(dimensions, name)).some((one) => isSame(one, block));
  const hasBoth = Object.keys(dimensions).toSorted().join() === "LoadBalancer,TargetGroup";
  return payment.fronts.some(
    ({ balancer, targetGroup }) =>
      hasBoth &&
      isNamed("LoadBalancer", balancer) &&
      // What a listener that is not there would hand on to is told by its own step.
      (targetGroup === undefined || isNamed("TargetGroup", targetGroup)),
  );
}

/** The blocks that an alarm's metric is of. */
function dimensionsOf({ block, template }: StackBlock, { estate }: Payment): readonly StackBlock[] {
  const dimensions = blockIn(block.attributes, "dimensions") ?? {};
  return Object.keys(dimensions).flatMap((name) => blocksNamed(estate, template, valueAt(dimensions, name)));
}

function askedPiece(health: StackBlock, answers: readonly Answer[], payment: Payment): Asked {
  const { attributes } = health.block;
  const host = textAt(attributes, "fqdn");
  if (host === undefined || host.includes("${")) return { piece: unreadable(`what ${textOf(health)} asks cannot be read`), asksHere: true };
  const asked = payment.fronts.find(({ balancer }) =>
    answers.some(({ name, target }) => name === host && target.kind === "block" && isSame(balancer, target.block)),
  );
  const question = `${textAt(attributes, "type") ?? "?"} ${host}:${numberAt(attributes, "port") ?? "?"}${textAt(attributes, "resource_path") ?? "/"}`;
  if (asked === undefined) return { piece: missing(`${textOf(health)} asks ${host}, which does not lead here`), asksHere: false };
  const unanswered = whyNotLetIn(health, payment) ?? whyUnanswered(health, asked.balancer, payment);
  return { piece: check(unanswered === undefined, `health ${question}`, `${textOf(health)} ${unanswered}`), asksHere: true };
}

import { textAt } from "../../synthesized/attributes";
import { textOf } from "../../synthesized/estate/stack-block";
import { answersOf, chainsTo, clientNamesOf, zonesOf } from "./answers";
import { delegationPieces, issuerPieces } from "./delegation";
import type { Payment } from "./payment";
import { resolverPieces } from "./resolver";
import { rivalPieces } from "./rival-answers";
import { check, found, missing, type Piece, stepOf, type TraceStep, unreadable } from "./step";
import { signingPieces } from "./zone-signing";

/** The names that clients are told: each is there in every zone that is asked, and one of them leads to this cell here. */
export function nameStep(payment: Payment): TraceStep {
  const { estate, fronts } = payment;
  const names = clientNamesOf(payment);
  if (names.length === 0) return stepOf("name", [unreadable("no evidence says which names clients are told")]);
  const front = fronts[0]?.balancer;
  const pieces = zonesOf(payment).flatMap((zone): readonly Piece[] => {
    const here = answersOf(estate, zone.block);
    const title = `zone ${textAt(zone.block.attributes, "name") ?? "?"} (${textOf(zone)})`;
    const lacking = names.filter((name) => !here.some((answer) => answer.name === name));
    const [chain] = front === undefined ? [] : names.flatMap((name) => chainsTo(here, name, front));
    const cut = here.some(({ target }) => target.kind === "unknown") ? unreadable : missing;
    return [
      ...rivalPieces(zone, payment),
      ...signingPieces(zone, payment),
      ...issuerPieces(zone, payment),
      ...(payment.path === "privateLine" ? delegationPieces(zone, payment) : []),
      ...(payment.path === "privateLine" ? resolverPieces(zone, payment) : []),
      check(lacking.length === 0, title, `${title} has no record of ${lacking.join(", ")}`),
      chain === undefined ? cut(`no name in ${title} leads to the load balancer`) : found(chain.map(({ name }) => name ?? "?").join(" → ")),
    ];
  });
  return stepOf("name", pieces);
}

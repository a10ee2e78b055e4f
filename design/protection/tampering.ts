import { accessTampering } from "../../facts/tampering/access-tampering";
import { alertTampering } from "../../facts/tampering/alert-tampering";
import { evidenceTampering } from "../../facts/tampering/evidence-tampering";
import { guardrailTampering } from "../../facts/tampering/guardrail-tampering";
import { nameTampering } from "../../facts/tampering/name-tampering";
import type { BoundsStatement, Tampering } from "../../facts/tampering/tampering";
import { untoldTampering } from "../../facts/tampering/untold-tampering";

/** Every kind of tampering, each of which is both told of and forbidden. */
export const tampering: readonly Tampering[] = [
  ...guardrailTampering,
  ...evidenceTampering,
  ...alertTampering,
  ...accessTampering,
  ...nameTampering,
];

/** The trail's names of the calls that on-call is told of. */
export function toldCalls({ calls }: Tampering): readonly string[] {
  return calls.flatMap(({ told }) => told).toSorted();
}

/** IAM's actions that a statement of the break-glass role's bounds forbids. */
export function deniedActions(statement: BoundsStatement): readonly string[] {
  const told = tampering.flatMap((row) => row.calls.filter(({ kept = row.kept }) => kept === statement).map(({ denied }) => denied));
  const untold = untoldTampering.filter(({ kept }) => kept === statement).flatMap(({ denied }) => denied);
  return [...new Set([...told, ...untold])].toSorted();
}

import type { Estate } from "../../synthesized/estate/estate";
import type { Acknowledgement, Finding } from "./finding";

/** Acknowledgements of an estate, as of a day. */
export interface Acknowledgements {
  /** The day that decides which are still good, as ISO 8601 writes it. */
  readonly asOf: string;
  readonly all: readonly Acknowledgement[];
}

/** What the owner accepts stands in the evidence of the output itself, so that it is judged with it. */
export function acknowledgementsIn({ stacks }: Estate, asOf: string): Acknowledgements {
  const all = stacks.flatMap(({ evidence }) => (evidence.kind === "read" ? (evidence.evidence.acknowledgements ?? []) : []));
  return { asOf, all: [...new Map(all.map((one) => [JSON.stringify(one), one])).values()] };
}

/** A finding with who accepted it; one whose acknowledgement has expired speaks again. */
export function acknowledged(finding: Finding, { asOf, all }: Acknowledgements): Finding {
  const good = all.find((one) => one.finding === finding.id && one.expires >= asOf);
  return good === undefined ? finding : { ...finding, acknowledged: good };
}

/** An acknowledgement that accepts nothing any more: its day is over, or there is no such finding. */
export interface IdleAcknowledgement extends Acknowledgement {
  readonly why: "expired" | "noSuchFinding";
}

export function idleAcknowledgements({ asOf, all }: Acknowledgements, findings: readonly Finding[]): readonly IdleAcknowledgement[] {
  const known = new Set(findings.map(({ id }) => id));
  return all.flatMap((one): readonly IdleAcknowledgement[] => {
    if (!known.has(one.finding)) return [{ ...one, why: "noSuchFinding" }];
    return one.expires < asOf ? [{ ...one, why: "expired" }] : [];
  });
}

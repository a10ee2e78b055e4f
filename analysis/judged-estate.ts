import { untoldFor } from "../synthesized/estate/cannot-tell";
import type { Estate } from "../synthesized/estate/estate";
import { acknowledged, acknowledgementsIn, type IdleAcknowledgement, idleAcknowledgements } from "./findings/acknowledged";
import { type ApplyCondition, applyConditions } from "./findings/apply-conditions";
import { type Finding, findingsOf } from "./findings/finding";
import type { Judged, Judgement } from "./findings/judgement";
import { overall } from "./findings/verdict";
import { type Details, type JudgementName, judgements } from "./judgements";

/** An estate under every judgement on the list. */
export interface JudgedEstate {
  readonly verdict: Judged<unknown>["verdict"];
  /** The day by which acknowledgements are still good, as ISO 8601 writes it. */
  readonly asOf: string;
  readonly judgements: readonly JudgementResult[];
  /** Acknowledgements that accept nothing. */
  readonly idle: readonly IdleAcknowledgement[];
  /** What nobody can tell before an apply; it gates nothing. */
  readonly afterApply: readonly ApplyCondition[];
}

/** What one judgement came to. Its verdict stands, whatever of it is acknowledged. */
export interface JudgementResult<Name extends JudgementName = JudgementName> {
  readonly name: Name;
  readonly claim: string;
  readonly weight: Judgement<unknown>["weight"];
  readonly verdict: Judged<unknown>["verdict"];
  readonly findings: readonly Finding[];
  readonly detail: Details[Name];
}

const table: { readonly [Name in JudgementName]: Judgement<Details[Name]> } = judgements;

const judgementNames: readonly JudgementName[] = Object.keys(table).filter(isName);

/** @param asOf the day by which acknowledgements are still good, as ISO 8601 writes it */
export function judgeEstate(estate: Estate, asOf: string): JudgedEstate {
  const accepted = acknowledgementsIn(estate, asOf);
  const results = judgementNames.map((name) => resultOf(name, estate));
  const told = results.map((result) => ({ ...result, findings: result.findings.map((finding) => acknowledged(finding, accepted)) }));
  const verdicts = told.map(({ verdict }) => verdict).filter((verdict) => verdict !== "notApplicable");
  return {
    verdict: verdicts.length === 0 ? "notApplicable" : overall(verdicts),
    asOf,
    judgements: told,
    idle: idleAcknowledgements(
      accepted,
      told.flatMap(({ findings }) => findings),
    ),
    afterApply: applyConditions(estate),
  };
}

/** Whether what gates a deployment is met, or accepted finding by finding. */
export function allowsDeployment({ judgements: results }: JudgedEstate): boolean {
  return results.every((result) => result.weight === "informs" || isAccepted(result));
}

/** Whether a judgement is met, or every finding that keeps it from being met was accepted. */
function isAccepted({ verdict, findings }: Pick<JudgementResult, "verdict" | "findings">): boolean {
  if (verdict === "met" || verdict === "notApplicable") return true;
  return findings.length > 0 && findings.every((finding) => finding.acknowledged !== undefined);
}

function resultOf<Name extends JudgementName>(name: Name, estate: Estate): JudgementResult<Name> {
  const { claim, weight, judge } = table[name];
  const { verdict, observations, detail } = judge(estate);
  // What a source never says keeps a judgement from being met, and hides nothing that it found.
  const untold = verdict === "met" || verdict === "undetermined" ? untoldFor(name, estate.source) : [];
  const findings = findingsOf(name, [...observations, ...untold]);
  return { name, claim, weight, verdict: untold.length > 0 ? "undetermined" : verdict, findings, detail };
}

function isName(text: string): text is JudgementName {
  return text in table;
}

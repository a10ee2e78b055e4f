import { type Claims, withClaims } from "../synthesized/claims";
import { untoldFor } from "../synthesized/estate/cannot-tell";
import type { Estate } from "../synthesized/estate/estate";
import { acknowledged, acknowledgementsIn, type IdleAcknowledgement, idleAcknowledgements } from "./findings/acknowledged";
import { type ApplyCondition, applyConditions } from "./findings/apply-conditions";
import { type Finding, findingsOf } from "./findings/finding";
import type { Judged, Judgement } from "./findings/judgement";
import { overall } from "./findings/verdict";
import { type Details, type JudgementName, judgements } from "./judgements";
import { accountOf } from "./scopes/account";

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
  const { claim, weight, judge, scope } = table[name];
  const { answer, claims } = withClaims(() => judge(estate));
  const { verdict, observations, detail } = accounted(estate, answer, { scope, claims });
  // What a source never says keeps a judgement from being met, and hides nothing that it found.
  const untold = verdict === "met" || verdict === "undetermined" ? untoldFor(name, estate.source) : [];
  const findings = findingsOf(name, [...observations, ...untold]);
  return { name, claim, weight, verdict: untold.length > 0 ? "undetermined" : verdict, findings, detail };
}

interface Read {
  readonly scope: Judgement<unknown>["scope"];
  readonly claims: Claims;
}

/** A judgement with what its own scope says of it: an argument that it did not read is told where it would be met otherwise. */
function accounted<Detail>(estate: Estate, judged: Judged<Detail>, { scope, claims }: Read): Judged<Detail> {
  if ("wholeText" in scope || judged.verdict === "notApplicable") return judged;
  const { broken, unread } = accountOf(estate, scope.types, claims);
  const verdict = overall([judged.verdict, ...broken.map((one) => one.verdict)]);
  const told = verdict === "met" ? unread : [];
  return {
    verdict: told.length > 0 ? "undetermined" : verdict,
    observations: [...judged.observations, ...broken, ...told],
    detail: judged.detail,
  };
}

function isName(text: string): text is JudgementName {
  return text in table;
}

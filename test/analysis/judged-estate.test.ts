import { allowsDeployment, type JudgedEstate, judgeEstate } from "../../analysis/judged-estate";
import { judgements } from "../../analysis/judgements";
import { estateOf } from "../../synthesized/estate/estate";
import { isObject, type JsonObject } from "../../synthesized/json";
import { parseTemplate, type Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";
import { edited, resourceNamed, setting } from "./edited-template";

const sweden = [...synthesizedSweden().values()];
const TODAY = "2026-11-30";

function judgedWith(change: (template: Template) => Template, asOf = TODAY): JudgedEstate {
  return judgeEstate(estateOf(sweden.map(change)), asOf);
}

/** A vault whose owner tag somebody took away. */
function untagged(template: Template): Template {
  if (template.stack !== "guardrails-account") return template;
  const { address } = resourceNamed(template, "aws_iam_role", "break-glass");
  return edited(template, { [address]: setting({ tags: { "twinsite:segment": "Not A Word" } }) });
}

/** The estate in which the owner accepts a finding. */
function accepting(finding: string, expires: string): (template: Template) => Template {
  return (template) => {
    const changed = untagged(template);
    if (changed.stack !== "guardrails-account") return changed;
    const acknowledgements = [{ finding, reason: "seen in change 4711", owner: "platform", expires }];
    const output = objectAt(changed.document, "output");
    const evidence = objectAt(output, "twinsite_evidence");
    const value = { ...objectAt(evidence, "value"), acknowledgements };
    const document = { ...changed.document, output: { ...output, twinsite_evidence: { ...evidence, value } } };
    return parseTemplate(JSON.stringify(document), changed.stack);
  };
}

function objectAt(from: JsonObject, key: string): JsonObject {
  const value = from[key];
  return isObject(value) ? value : {};
}

const findingsIn = ({ judgements: results }: JudgedEstate) => results.flatMap(({ findings }) => findings);

test("the sample is met by every judgement on the list, without a finding", () => {
  const judged = judgedWith((template) => template);
  expect(judged.judgements.map(({ name, verdict }) => [name, verdict])).toEqual(Object.keys(judgements).map((name) => [name, "met"]));
  expect([findingsIn(judged), judged.verdict, allowsDeployment(judged)]).toEqual([[], "met", true]);
});

test("what only an apply can tell is listed, and stops nobody", () => {
  const { afterApply } = judgedWith((template) => template);
  expect(afterApply.filter(({ address }) => address.startsWith("aws_dx_connection.")).map(({ stack }) => stack)).toEqual([
    "ports-eqsk1",
    "ports-itxs1",
  ]);
});

describe("a finding that keeps an output from being deployed", () => {
  const [finding] = findingsIn(judgedWith(untagged));
  if (finding === undefined) throw new Error("the edit makes no finding");

  test("is told with its id", () => {
    expect(finding.id).toMatch(/^hygiene:guardrails-account:aws_iam_role\.break-glass[^:]*:tags\["twinsite:segment"\]$/);
    expect(allowsDeployment(judgedWith(untagged))).toBe(false);
  });

  test("stands when it is acknowledged, and stops nobody until the last day of that", () => {
    const judged = judgedWith(accepting(finding.id, TODAY));
    expect(findingsIn(judged)).toEqual([
      expect.objectContaining({ id: finding.id, acknowledged: expect.objectContaining({ owner: "platform" }) }),
    ]);
    expect([judged.verdict, allowsDeployment(judged), judged.idle]).toEqual(["notMet", true, []]);
  });

  test("speaks again on the day after, and the acknowledgement is said to have expired", () => {
    const judged = judgedWith(accepting(finding.id, TODAY), "2026-12-01");
    expect([allowsDeployment(judged), judged.idle]).toEqual([false, [expect.objectContaining({ finding: finding.id, why: "expired" })]]);
  });

  test("is not hidden by an acknowledgement of another, which is said to accept nothing", () => {
    const judged = judgedWith(accepting("hygiene:site-a:aws_vpc.none", "2027-01-01"));
    expect([allowsDeployment(judged), judged.idle.map(({ why }) => why)]).toEqual([false, ["noSuchFinding"]]);
  });
});

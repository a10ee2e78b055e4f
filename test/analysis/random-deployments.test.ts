import fc from "fast-check";
import { judgeEstate } from "../../analysis/judged-estate";
import { estateOf } from "../../synthesized/estate/estate";
import { randomDeployments } from "../random-deployments";
import { sweden } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";

// Every one is a whole synth. RANDOM_DEPLOYMENTS asks for more, as .ci/run does.
const numRuns = Number(process.env["RANDOM_DEPLOYMENTS"] ?? 1);

/** What keeps a deployment from being met, with the account of every argument that only some deployments have. */
function unmet(deployment: Parameters<typeof synthesizedDeployment>[0]): readonly string[] {
  const { judgements } = judgeEstate(estateOf([...synthesizedDeployment(deployment).values()]), "2026-12-01");
  return judgements.flatMap(({ name, verdict, findings }) =>
    verdict === "met" || verdict === "notApplicable" ? [] : [`${name} ${verdict}`, ...findings.map(({ id, found }) => `${id}: ${found}`)],
  );
}

test(
  "every judgement is met by any deployment",
  () => {
    fc.assert(
      fc.property(randomDeployments, (deployment) => expect(unmet(deployment)).toEqual([])),
      { numRuns, endOnFailure: true },
    );
  },
  numRuns * 60_000,
);

test("every judgement is met where a newer provider has a policy on the ledger", () => {
  expect(unmet({ ...sweden(), awsProvider: "6.61.0" })).toEqual([]);
});

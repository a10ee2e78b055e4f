import fc from "fast-check";
import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { judgeHygiene } from "../../analysis/hygiene/output-hygiene";
import { judgeSitesLiveAlone } from "../../analysis/independence/site-lives-alone";
import { judgeMirrors } from "../../analysis/mirror/mirror";
import { tracePayments } from "../../analysis/payment-trace/trace";
import { estateOf } from "../../synthesized/estate/estate";
import { randomDeployments } from "../random-deployments";
import { synthesizedDeployment } from "../synthesized-deployment";

// Every one is a whole synth. RANDOM_DEPLOYMENTS asks for more, as .ci/run does.
const numRuns = Number(process.env["RANDOM_DEPLOYMENTS"] ?? 1);

test(
  "every pair is mirrored, every site lives alone, what is declared passes and nothing else, in any deployment",
  () => {
    fc.assert(
      fc.property(randomDeployments, (deployment) => {
        const templates = [...synthesizedDeployment(deployment).values()];
        const sites = templates.filter(({ stack }) => /^site-[ab]$/.test(stack));
        expect(judgeMirrors(estateOf(templates)).map(({ verdict }) => verdict)).toEqual(judgeMirrors(estateOf(templates)).map(() => "met"));
        expect(judgeSitesLiveAlone(estateOf(templates)).verdict).toBe("met");
        expect(sites.map((site) => judgeFlows(estateOf(templates), site).verdict)).toEqual(["met", "met"]);
        expect(tracePayments(estateOf(templates)).verdict).toBe("met");
        const hygiene = judgeHygiene(estateOf(templates));
        expect(hygiene).toEqual({ ...hygiene, verdict: "met" });
      }),
      { numRuns, endOnFailure: true },
    );
  },
  numRuns * 60_000,
);

import type { Estate } from "../synthesized/estate/estate";
import { borderObservations } from "./borders/border-observations";
import { judgeBorders, verdictOn } from "./borders/borders";
import type { Judged, Judgement } from "./findings/judgement";
import { unclaimedBlocks } from "./findings/unclaimed-blocks";
import { overall, type Verdict } from "./findings/verdict";
import { flowObservations } from "./flows/flow-observations";
import { networkStacks } from "./flows/network/network-stacks";
import { judgeFlows } from "./flows/permitted-flows";
import { judgeHygiene } from "./hygiene/output-hygiene";
import { judgeSitesLiveAlone } from "./independence/site-lives-alone";
import { judgeMirrors } from "./mirror/mirror";
import { mirrorObservations } from "./mirror/mirror-observations";
import { paymentObservations } from "./payment-trace/payment-observations";
import { tracePayments } from "./payment-trace/trace";
import { flowsScope } from "./scopes/flows/flows-scope";
import { paymentsScope } from "./scopes/payments/payments-scope";

/**
 * Everything that is judged of an output. To add a judgement, add its row here: verdict, exit code,
 * JSON and Markdown run over this list, and the text report does not compile without its renderer.
 */
export const judgements = {
  mirror: {
    claim: "Every stack of a site has a counterpart at the other, equal but for the permitted differences",
    weight: "gates",
    scope: { wholeText: "it compares every text of every block" },
    judge: (estate) => {
      const mirrors = judgeMirrors(estate);
      return ofSites(estate, judged(together(mirrors), mirrors.flatMap(mirrorObservations), mirrors));
    },
  },
  flows: {
    claim: "The declared flows pass both ways at each site, and nothing else does",
    weight: "gates",
    scope: { types: flowsScope },
    judge: (estate) => {
      const flows = flowsOf(estate);
      return ofSites(estate, judged(together(flows), flows.flatMap(flowObservations), flows));
    },
  },
  "sites live alone": {
    claim: "No stack of one site names anything of the other",
    weight: "gates",
    scope: { wholeText: "it searches every text of every block for what it names" },
    judge: (estate) => {
      const alone = judgeSitesLiveAlone(estate);
      return ofSites(estate, judged(alone.verdict, alone.findings, alone));
    },
  },
  payments: {
    claim: "A payment finds every piece on every path, from its name to the ledger and the logs",
    weight: "gates",
    scope: { types: paymentsScope },
    judge: (estate) => {
      const payments = tracePayments(estate);
      return ofSites(estate, judged(payments.verdict, paymentObservations(payments), payments));
    },
  },
  borders: {
    claim: "Data and its log are where the deployment promises",
    weight: "gates",
    scope: { wholeText: "it asks of every block of every type what it keeps and where, and says what it does not know" },
    judge: (estate) => {
      const borders = verdictOn(judgeBorders(estate));
      return judged(borders.verdict, borderObservations(borders.findings), borders);
    },
  },
  hygiene: {
    claim: "Terraform reads what was judged, every stack is bound to its account and state, every resource is tagged",
    weight: "gates",
    scope: { wholeText: "it goes through every form, name and tag of every block" },
    judge: (estate) => {
      const hygiene = judgeHygiene(estate);
      return judged(hygiene.verdict, hygiene.findings, hygiene);
    },
  },
} as const satisfies Readonly<Record<string, Judgement<unknown>>>;

export type JudgementName = keyof typeof judgements;
/** What the report on each judgement is drawn from. */
export type Details = { readonly [Name in JudgementName]: ReturnType<(typeof judgements)[Name]["judge"]>["detail"] };

function judged<Detail>(verdict: Judged<Detail>["verdict"], observations: Judged<Detail>["observations"], detail: Detail): Judged<Detail> {
  return { verdict, observations, detail };
}

/** A judgement about sites stands only where everything that a site has says whose it is. */
function ofSites<Detail>(estate: Estate, result: Judged<Detail>): Judged<Detail> {
  const unclaimed = unclaimedBlocks(estate);
  const verdict = unclaimed.length > 0 && result.verdict !== "notMet" ? "undetermined" : result.verdict;
  return { ...result, verdict, observations: [...result.observations, ...unclaimed] };
}

/** The verdict on parts of which there may be none: then nothing is there to judge. */
function together(parts: readonly { readonly verdict: Verdict }[]): Judged<unknown>["verdict"] {
  return parts.length === 0 ? "notApplicable" : overall(parts.map(({ verdict }) => verdict));
}

/** Whether each site lets its declared flows pass and nothing else; what joins the sites is read with it. */
function flowsOf(estate: Estate): readonly ReturnType<typeof judgeFlows>[] {
  return networkStacks(estate).map((site) => judgeFlows(estate, site));
}

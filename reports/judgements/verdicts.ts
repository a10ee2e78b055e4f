import type { Colors } from "picocolors/types";
import type { BordersVerdict } from "../../analysis/borders/borders";
import type { FlowsVerdict } from "../../analysis/flows/permitted-flows";
import type { HygieneVerdict } from "../../analysis/hygiene/output-hygiene";
import type { LivesAloneVerdict } from "../../analysis/independence/site-lives-alone";
import type { MirrorVerdict } from "../../analysis/mirror/mirror";
import type { PaymentTraces } from "../../analysis/payment-trace/trace";
import type { Verdict } from "../../analysis/verdict";
import { wrappedText } from "../text/table";
import { bordersReport } from "./borders";
import { flowsReport } from "./flows";
import { hygieneReport } from "./hygiene";
import { livesAloneReport } from "./lives-alone";
import { alikeMirrors, mirrorReport } from "./mirror";
import { paymentsReport } from "./payment-trace";

/** What was judged of an output, whoever made or changed it. */
export interface OutputVerdicts {
  readonly mirrors: readonly MirrorVerdict[];
  readonly flows: readonly FlowsVerdict[];
  readonly livesAlone: LivesAloneVerdict;
  readonly payments: PaymentTraces;
  /** Whether data is where the deployment promises. */
  readonly borders: BordersVerdict;
  readonly hygiene: HygieneVerdict;
}

/** A line a verdict where it is met, and what is wrong where it is not. */
export function verdictsText(verdicts: OutputVerdicts, colors: Colors): readonly string[] {
  const { mirrors, flows, livesAlone, payments, borders, hygiene } = verdicts;
  return [
    ...alikeMirrors(mirrors).flatMap(([first, ...others]) => verdictLines(first.verdict, mirrorReport(first, others.length), colors)),
    ...flows.flatMap((site) => verdictLines(site.verdict, flowLines(site), colors)),
    ...verdictLines(livesAlone.verdict, livesAloneReport(livesAlone), colors),
    ...verdictLines(payments.verdict, paymentsReport(payments), colors),
    ...verdictLines(borders.verdict, bordersReport(borders), colors),
    ...verdictLines(hygiene.verdict, hygieneReport(hygiene), colors),
  ];
}

function verdictLines(verdict: Verdict | "notApplicable", [headline = "", ...rest]: readonly string[], colors: Colors): readonly string[] {
  const colored = verdict === "met" ? colors.green : verdict === "notApplicable" ? String : colors.red;
  return [colored(wrappedText(headline, "  ")), ...rest];
}

/** Flow by flow only where something is wrong. */
function flowLines(flows: FlowsVerdict): readonly string[] {
  return flows.verdict === "met" ? flowsReport(flows).slice(0, 1) : flowsReport(flows);
}

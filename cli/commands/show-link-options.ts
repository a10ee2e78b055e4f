import type { Deployment } from "../../config/deployment";
import { linkPlan, linkPlanSources } from "../../design/links/ordering/link-plan";
import { circuitKinds } from "../../facts/circuit-kinds";
import { linkPlanRenderers } from "../../reports/links/link-plan";
import type { LinkPlanReport } from "../../reports/links/link-plan-report";
import { thousands } from "../../reports/text/numbers";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";
import { checkDeployment, printFaults } from "./check";
import type { ShowLinksOptions } from "./show-links";

export interface ShowLinkOptionsOptions extends ShowLinksOptions {
  readonly on?: string | undefined;
}

/** What could be ordered and what it would do, from the deployment alone: without a clock. */
export function showLinkOptions({ deployment, form, on }: ShowLinkOptionsOptions, terminal: Terminal): ExitCode {
  const reading = checkDeployment(deployment);
  if (reading.kind === "faulty") return printFaults(reading.faults, { form }, terminal);
  terminal.print(linkPlanRenderers[form](reportOf(reading.deployment, on), terminal.colors));
  return exitCodes.fine;
}

function reportOf(deployment: Deployment, on: string | undefined): LinkPlanReport {
  const plan = linkPlan(deployment, on);
  const { ports, portDays, dataTransferOut, zone } = linkPlanSources;
  const { ofPaymentsGbps = 0, ofOthersGbps = 0 } = plan.peak ?? {};
  return {
    ...plan,
    options: plan.options.map((option) => ({ ...option, kindInWords: circuitKinds[option.kind].words })),
    deployment: deployment.name,
    peak: plan.peak === undefined ? undefined : { ...plan.peak, parts: peakParts(deployment, { ofPaymentsGbps, ofOthersGbps }) },
    cost: { ...plan.cost, source: ports.source, asOf: ports.asOf },
    portDays: portDays.daysAtMost,
    zone,
    notPriced: [
      `data that leaves AWS over the lines (${dataTransferOut.lowest} to ${dataTransferOut.highest} USD a GB, by Region and location)`,
      "cross connects in the buildings",
      "routers",
    ],
  };
}

type Basis = NonNullable<Deployment["linkTraffic"]>["payment"]["basis"];

function peakParts(
  { linkTraffic, capacity }: Deployment,
  { ofPaymentsGbps, ofOthersGbps }: { readonly ofPaymentsGbps: number; readonly ofOthersGbps: number },
): readonly string[] {
  if (linkTraffic === undefined) return [];
  const { payment, other } = linkTraffic;
  const perSecond = thousands(capacity.peakPaymentsPerSecond);
  const ofPayments = `${perSecond} payments a second x ${thousands(payment.bytes)} bytes make ${short(ofPaymentsGbps)}, ${basisWords(payment.basis)}`;
  return [ofPayments, ...(other === undefined ? [] : [`${short(ofOthersGbps)} of what else they carry, ${basisWords(other.basis)}`])];
}

function short(gbps: number): string {
  return String(Number(gbps.toPrecision(3)));
}

function basisWords(basis: Basis): string {
  return basis.kind === "measured" ? `measured (${basis.source}, ${basis.asOf})` : `assumed by ${basis.owner} in ${basis.asOf}`;
}

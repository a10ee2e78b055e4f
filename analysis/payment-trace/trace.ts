import type { Estate } from "../../synthesized/estate/estate";
import { regionsOf } from "../../synthesized/estate/provider";
import { siteOf } from "../../synthesized/estate/stacks";
import type { PermittedFlow } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";
import { overall, type Verdict } from "../findings/verdict";
import { readNetwork } from "../flows/network/network";
import { type FlowTrace, traceFlow } from "../flows/ways/trace";
import { addressStep } from "./address";
import { answerStep } from "./answer";
import { siteNetworks } from "./answers";
import { askerOf } from "./asker";
import { certificateStep } from "./certificate";
import { endpointStep } from "./endpoint";
import { keyStep } from "./key";
import { ledgerStep } from "./ledger";
import { listenerStep } from "./listener";
import { logStep } from "./log";
import { nameStep } from "./name";
import { passageStep } from "./passage";
import { cellsAt, type PathKind, type Payment, paymentOf } from "./payment";
import { roleStep } from "./role";
import { found, stepOf, type TraceStep, verdictOn } from "./step";
import { targetStep } from "./target";
import { taskStep } from "./task";
import { twinNameStep } from "./twin-name";
import { webFilterStep } from "./web-filter";

/** One payment on one path to one cell at one site, step by step from the name to the ledger and the logs. */
export interface PaymentTrace {
  readonly verdict: Verdict;
  readonly path: PathKind;
  readonly site: string;
  readonly cell: string;
  /** The declared flow that it enters by. */
  readonly flow: string;
  readonly steps: readonly TraceStep[];
}

export interface PaymentTraces {
  /** `notApplicable` where no site declares a flow that a payment could come by. */
  readonly verdict: Verdict | "notApplicable";
  readonly traces: readonly PaymentTrace[];
  /** Sites, or cells, of which nothing can be traced. */
  readonly unread: readonly Untraced[];
}

export interface Untraced {
  readonly stack: string;
  /** Ends the sentence "no payment can be traced, for ...". */
  readonly why: string;
}

/** Traces a payment on every path that the evidence declares, to every cell at every site, from the templates alone. */
export function tracePayments(estate: Estate): PaymentTraces {
  const sites = siteNetworks(estate).map((site) => traceSite(estate, site));
  const traces = sites.flatMap((site) => site.traces);
  const unread = sites.flatMap((site) => site.unread);
  if (traces.length + unread.length === 0) return { verdict: "notApplicable", traces, unread };
  const verdicts = traces.map(({ verdict }) => verdict);
  return { verdict: overall(unread.length > 0 ? [...verdicts, "undetermined"] : verdicts), traces, unread };
}

function traceSite(estate: Estate, site: Template): Pick<PaymentTraces, "traces" | "unread"> {
  const untraced = (reasons: readonly string[]) => ({ traces: [], unread: reasons.map((why) => ({ stack: site.stack, why })) });
  const reading = readNetwork(estate, site);
  if (reading.kind === "unreadable") {
    return untraced(reading.unread.map(({ address, why }) => `${site.stack} ${address} ${why}`));
  }
  if (site.evidence.kind !== "read") return untraced([`the evidence of ${site.stack} is ${site.evidence.kind}`]);
  const flows = site.evidence.evidence.permittedFlows;
  const entries = flows.flatMap((entry) => (isPath(entry.listener) ? [{ entry, path: entry.listener }] : []));
  const cells = cellsAt(estate, siteOf(site) ?? "");
  // A site without either is one that no payment comes to, and says so by both.
  if (entries.length === 0) return untraced(cells.size === 0 ? [] : [`${site.stack} declares no flow that payments to its cells enter by`]);
  if (cells.size === 0) return untraced([`no stack says that it is of a cell of ${siteOf(site)}`]);
  const traced = (flow: PermittedFlow): FlowTrace => traceFlow(reading.network, flow);
  const traces = [...cells].flatMap(([cell, ofCell]) =>
    entries.map(({ entry, path }) => {
      const asker = path === "reconciliation" ? askerOf(estate, { site, cell, entry }) : undefined;
      const payment = paymentOf({ path, entry, site, cell: ofCell, network: reading.network, flows, estate, traced, asker });
      const steps = stepsOf(payment);
      return { verdict: verdictOn(steps), path, site: siteOf(site) ?? site.stack, cell, flow: entry.name, steps };
    }),
  );
  return { traces, unread: [] };
}

/** What checkers ask is no payment. */
function isPath(listener: PermittedFlow["listener"]): listener is PathKind {
  return listener !== undefined && listener !== "health";
}

function stepsOf(payment: Payment): readonly TraceStep[] {
  if (payment.path === "reconciliation") return [twinNameStep(payment), ...wayIn(payment)];
  return [
    nameStep(payment),
    answerStep(payment),
    ...wayIn(payment),
    roleStep(payment),
    keyStep(payment),
    endpointStep(payment),
    ledgerStep(payment),
    logStep(payment),
  ];
}

/** From an address of the load balancer to the tasks. */
function wayIn(payment: Payment): readonly TraceStep[] {
  const isFiltered = payment.path === "api" || payment.path === "mutualTls";
  return [
    addressStep(payment),
    passageStep("route", payment),
    passageStep("networkAcl", payment),
    isPeered(payment) ? stepOf("firewall", [found("none: the networks of both sites are peered")]) : passageStep("firewall", payment),
    passageStep("securityGroup", payment),
    ...(isFiltered ? [webFilterStep(payment)] : []),
    listenerStep(payment),
    certificateStep(payment),
    targetStep(payment),
    taskStep(payment),
  ];
}

/**
 * In one Region the sites are joined by a peering, which no firewall can stand before
 * (network-firewall/latest/developerguide/vpc-config, Unsupported architectures).
 */
function isPeered({ asker, region }: Payment): boolean {
  return asker !== undefined && regionsOf(asker.site)[0] === region;
}

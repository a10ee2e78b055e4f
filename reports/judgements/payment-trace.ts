import type { Colors } from "picocolors/types";
import type { TraceStep } from "../../analysis/payment-trace/step";
import type { PaymentTrace, PaymentTraces } from "../../analysis/payment-trace/trace";
import { brokenText } from "../text/wrap";

const WIDTH = 100;
const LABEL = 15;

/** A payment on every path, step by step, for a terminal. */
export function paymentsText(payments: PaymentTraces, colors: Colors): string {
  const traces = payments.traces.map((trace) =>
    [headline(trace, colors), ...trace.steps.flatMap((step) => stepLines(step, colors))].join("\n"),
  );
  return [summary(payments), ...payments.unread.map(({ why }) => `undetermined: ${why}`), ...traces].join("\n\n");
}

export function paymentsJson(payments: PaymentTraces): string {
  return JSON.stringify(payments, undefined, 2);
}

/** The same for a page: a chapter per path and cell, a column per site. */
export function paymentsMarkdown(payments: PaymentTraces): string {
  const paths = [...new Set(payments.traces.map(({ path, cell }) => `${path} ${cell}`))];
  const chapters = paths.flatMap((key) => {
    const traces = payments.traces.filter(({ path, cell }) => `${path} ${cell}` === key);
    const [first] = traces;
    return first === undefined ? [] : [`## ${pathNames[first.path]}, ${first.cell}`, markdownTable(traces)];
  });
  return [summary(payments), ...payments.unread.map(({ why }) => `Undetermined: ${why}`), ...chapters].join("\n\n");
}

const pathNames: Readonly<Record<PaymentTrace["path"], string>> = {
  api: "Over the internet",
  mutualTls: "As a participant, over mutual TLS",
  privateLine: "Over a private line",
  reconciliation: "Reconciliation, asked by the other site",
};

const stepNames: Readonly<Record<TraceStep["kind"], string>> = {
  name: "name",
  answer: "answer",
  address: "address",
  route: "route",
  networkAcl: "network ACL",
  firewall: "firewall",
  securityGroup: "security group",
  webFilter: "web filter",
  listener: "listener",
  certificate: "certificate",
  target: "target",
  task: "task",
  role: "role",
  key: "key",
  endpoint: "endpoint",
  ledger: "ledger",
  log: "log",
};

/** One line where every path is complete; else each one that is not, with what it lacks. */
export function paymentsReport(payments: PaymentTraces): readonly string[] {
  const lacking = payments.traces.flatMap(({ path, site, cell, verdict, steps }) =>
    verdict === "met" ? [] : steps.flatMap((step) => lackingLines(step, `${pathNames[path]}, ${cell} at ${site}`)),
  );
  return [summary(payments), ...payments.unread.map(({ why }) => `  undetermined: ${why}`), ...lacking];
}

function lackingLines({ kind, pieces }: TraceStep, path: string): readonly string[] {
  return pieces.flatMap(({ state, text }) => (state === "found" ? [] : [`  ${path}: ${stepNames[kind]} ${state}: ${text}`]));
}

function summary({ traces, verdict }: PaymentTraces): string {
  if (verdict === "notApplicable") return "payments: no site declares a way that one could come by";
  const complete = traces.filter((trace) => trace.verdict === "met").length;
  const end = verdict === "met" ? "each has every piece, there and back" : "a piece is missing or cannot be read";
  return `payments: ${complete} of ${traces.length} paths are complete; ${end}`;
}

function headline({ path, site, cell, flow, verdict }: PaymentTrace, colors: Colors): string {
  const text = `${pathNames[path]}, ${cell} at ${site} (${flow}): ${verdictWords(verdict)}`;
  return verdict === "met" ? colors.green(text) : colors.red(text);
}

function verdictWords(verdict: PaymentTrace["verdict"]): string {
  switch (verdict) {
    case "met":
      return "complete";
    case "notMet":
      return "broken";
    case "undetermined":
      return "undetermined";
  }
}

function stepLines({ kind, pieces }: TraceStep, colors: Colors): readonly string[] {
  return pieces.flatMap(({ state, text }, index) => {
    const label = (index === 0 ? stepNames[kind] : "").padEnd(LABEL);
    const mark = state === "found" ? "" : `${state.toUpperCase()}: `;
    const lines = brokenText(`${mark}${text}`, WIDTH - LABEL - 2);
    return lines.map((line, part) => {
      const row = `  ${part === 0 ? label : " ".repeat(LABEL)}${line}`;
      return state === "found" ? row : colors.red(row);
    });
  });
}

function markdownTable(traces: readonly PaymentTrace[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const kinds = traces[0]?.steps.map(({ kind }) => kind) ?? [];
  const cell = (trace: PaymentTrace, kind: TraceStep["kind"]): string =>
    (trace.steps.find((step) => step.kind === kind)?.pieces ?? [])
      .map(({ state, text }) => `${state === "found" ? "" : `**${state}**: `}${escaped(text)}`)
      .join("<br>");
  return [
    row(["step", ...traces.map(({ site, verdict }) => `${site}: ${verdictWords(verdict)}`)]),
    row(["---", ...traces.map(() => "---")]),
    ...kinds.map((kind) => row([stepNames[kind], ...traces.map((trace) => cell(trace, kind))])),
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("*", "\\*");
}

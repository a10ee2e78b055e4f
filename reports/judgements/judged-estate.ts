import type { Colors } from "picocolors/types";
import type { Finding } from "../../analysis/findings/finding";
import type { JudgedEstate, JudgementResult } from "../../analysis/judged-estate";
import type { Details, JudgementName } from "../../analysis/judgements";
import { wrappedText } from "../text/wrap";
import { bordersReport } from "./borders";
import { flowsReport } from "./flows";
import { hygieneReport } from "./hygiene";
import { livesAloneReport } from "./lives-alone";
import { alikeMirrors, mirrorReport } from "./mirror";
import { paymentsReport } from "./payment-trace";

/** A part of a judgement as lines: what it came to, and what is wrong. */
interface Part {
  readonly verdict: JudgementResult["verdict"];
  readonly lines: readonly string[];
}

/** How each judgement is told on a terminal. One that is on the list and not here does not compile. */
const renderers: { readonly [Name in JudgementName]: (detail: Details[Name]) => readonly Part[] } = {
  mirror: (mirrors) =>
    alikeMirrors(mirrors).map(([first, ...others]) => ({ verdict: first.verdict, lines: mirrorReport(first, others.length) })),
  flows: (sites) =>
    sites.map((site) => ({ verdict: site.verdict, lines: flowsReport(site).slice(0, site.verdict === "met" ? 1 : undefined) })),
  "sites live alone": (alone) => [{ verdict: alone.verdict, lines: livesAloneReport(alone) }],
  payments: (payments) => [{ verdict: payments.verdict, lines: paymentsReport(payments) }],
  borders: (borders) => [{ verdict: borders.verdict, lines: bordersReport(borders) }],
  hygiene: (hygiene) => [{ verdict: hygiene.verdict, lines: hygieneReport(hygiene) }],
};

/** A line a judgement where it is met, and what is wrong where it is not. */
export function judgedLines({ judgements, idle, asOf }: JudgedEstate, colors: Colors): readonly string[] {
  return [
    ...judgements.flatMap((result) => [...resultLines(result, colors), ...acknowledgedLines(result, colors)]),
    ...idle.map(({ finding, why }) =>
      colors.yellow(
        wrappedText(`acknowledgement of ${finding}: ${why === "expired" ? `expired by ${asOf}` : "there is no such finding"}`, "  "),
      ),
    ),
  ];
}

function resultLines<Name extends JudgementName>(result: JudgementResult<Name>, colors: Colors): readonly string[] {
  const { name, detail } = result;
  const parts = renderers[name](detail);
  const none = { verdict: "notApplicable", lines: [`${name}: nothing here to judge by`] } as const;
  const whole = wholeOf(result, parts);
  // A part that is met by itself says too much where the whole is not.
  const told = whole.length > 0 ? parts.filter((part) => part.verdict !== "met") : parts.length === 0 ? [none] : parts;
  return [...told, ...whole].flatMap(({ verdict, lines: [headline = "", ...rest] }) => [
    coloring(verdict, colors)(wrappedText(headline, "  ")),
    ...rest,
  ]);
}

/** What keeps the whole from being met where each part by itself is: that something of it was not read. */
function wholeOf({ name, verdict, findings }: JudgementResult, parts: readonly Part[]): readonly Part[] {
  const isTold = verdict === "met" || verdict === "notApplicable" || parts.some((part) => part.verdict === verdict);
  if (isTold) return [];
  const lines = findings
    .slice(0, FEW)
    .map(({ stack, address, attribute, found }) => `  ${[stack, address, attribute].join(" ").trimEnd()}: ${found}`);
  return [{ verdict, lines: [`${name}: ${verdictWords[verdict]} as a whole, ${findings.length} findings: npx twinsite judge`, ...lines] }];
}

const FEW = 3;

function coloring(verdict: Part["verdict"], colors: Colors): (text: string) => string {
  return verdict === "met" ? colors.green : verdict === "notApplicable" ? String : colors.red;
}

/** An acknowledgement hides nothing: the finding is told above, and who accepted it here. */
function acknowledgedLines({ findings }: JudgementResult, colors: Colors): readonly string[] {
  return findings.flatMap(({ id, acknowledged }) =>
    acknowledged === undefined
      ? []
      : [
          colors.yellow(
            wrappedText(`  acknowledged until ${acknowledged.expires} by ${acknowledged.owner}: ${id} (${acknowledged.reason})`, "    "),
          ),
        ],
  );
}

/** All of it for a terminal: the judgements, every finding under the id by which it can be acknowledged, and what only an apply tells. */
export function judgedText(judged: JudgedEstate, colors: Colors): string {
  const findings = judged.judgements.flatMap((result) => result.findings);
  return [
    ...judgedLines(judged, colors),
    ...findings.flatMap((finding) => ["", ...findingLines(finding, colors)]),
    ...(findings.length === 0 ? [] : [""]),
    ...judged.afterApply.map(({ stack, address, message }) => wrappedText(`only an apply tells: ${stack} ${address}: ${message}`, "  ")),
    `verdict: ${verdictWords[judged.verdict]}, with acknowledgements as of ${judged.asOf}`,
  ].join("\n");
}

function findingLines({ id, verdict, expected, found, settledBy, acknowledged }: Finding, colors: Colors): readonly string[] {
  const state = acknowledged === undefined ? verdictWords[verdict] : `${verdictWords[verdict]}, acknowledged`;
  const lines = [`expected: ${expected}`, `found: ${found}`, ...(settledBy === expected ? [] : [`settled by: ${settledBy}`])];
  return [colors.bold(id), `  ${state}`, ...lines.map((line) => wrappedText(`  ${line}`, "    "))];
}

const verdictWords: Readonly<Record<JudgedEstate["verdict"], string>> = {
  met: "met",
  notMet: "not met",
  undetermined: "undetermined",
  notApplicable: "nothing here to judge by",
};

/** The judgements and their findings as data; what a report is drawn from is told by the commands that show it. */
export function judgedData({ verdict, asOf, judgements, idle, afterApply }: JudgedEstate) {
  return { verdict, asOf, judgements: judgements.map(resultData), idleAcknowledgements: idle, afterApply };
}

function resultData({ name, claim, weight, verdict, findings }: JudgementResult) {
  return { name, claim, weight, verdict, findings };
}

export function judgedMarkdown({ verdict, asOf, judgements, idle }: JudgedEstate): string {
  const findings = judgements.flatMap((result) => result.findings);
  return [
    `**Verdict: ${verdict}**, acknowledgements as of ${asOf}.`,
    ["| judgement | verdict | findings | claim |", "|---|---|--:|---|", ...judgements.map(judgementRow)].join("\n"),
    ...(findings.length === 0
      ? []
      : [["| finding | verdict | expected | found | acknowledged |", "|---|---|---|---|---|", ...findings.map(findingRow)].join("\n")]),
    ...idle.map(
      ({ finding, why }) => `- Acknowledgement of \`${finding}\`: ${why === "expired" ? "expired" : "there is no such finding"}.`,
    ),
  ].join("\n\n");
}

function judgementRow({ name, verdict, weight, findings, claim }: JudgementResult): string {
  return `| ${name}${weight === "informs" ? " (informs)" : ""} | ${verdict} | ${findings.length} | ${escaped(claim)} |`;
}

function findingRow({ id, verdict, expected, found, acknowledged }: Finding): string {
  const by = acknowledged === undefined ? "" : `${acknowledged.owner} until ${acknowledged.expires}: ${acknowledged.reason}`;
  return `| ${[`\`${id}\``, verdict, expected, found, by].map(escaped).join(" | ")} |`;
}

function escaped(text: string): string {
  return text
    .replaceAll("|", "\\|")
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll("<", "&lt;");
}

import type { Colors } from "picocolors/types";
import type { Border, Borders, BordersVerdict } from "../../analysis/borders/borders";
import { brokenText, wrappedText } from "../text/wrap";

const WIDTH = 100;
const INDENT = 4;

/** Every place where data rests or passes, country by country, for a terminal. What may not be there comes first. */
export function bordersText(report: Borders, colors: Colors): string {
  const wrong = report.borders.filter(({ verdict }) => verdict === "notMet" || verdict === "undetermined");
  const groups = grouped(report.borders.filter((border) => !wrong.includes(border)));
  return [
    colored(report.verdict, wrapped(headline(report)), colors),
    ...(wrong.length === 0 ? [] : [wrong.map((border) => colored(border.verdict, wrapped(troubleOf(border)), colors)).join("\n")]),
    ...groups.map(({ heading, lines }) => [wrapped(heading), ...lines.map((line) => indented(line))].join("\n")),
    ...openLines(report).map(wrapped),
  ].join("\n\n");
}

export function bordersJson({ verdict, borders, open }: Borders): string {
  return JSON.stringify({ verdict, borders: borders.map(entryOf), ...open }, undefined, 2);
}

/** The same for a page. */
export function bordersMarkdown(report: Borders): string {
  const wrong = report.borders.filter(({ verdict }) => verdict === "notMet" || verdict === "undetermined");
  const rows = grouped(report.borders.filter((border) => !wrong.includes(border))).map(
    ({ first, lines }) =>
      `| ${[placeOf(first), dataNames[first.data], first.verdict, rulingOf(first), lines.map(escaped).join("<br>")].join(" | ")} |`,
  );
  return [
    headline(report),
    ...wrong.map((border) => `- ${escaped(troubleOf(border))}`),
    ["| place | data | verdict | rule | what |", "|---|---|---|---|---|", ...rows].join("\n"),
    ...openLines(report),
  ].join("\n\n");
}

const SHOWN_AT_MOST = 12;

/** Whether data is where it may be, as lines among the other verdicts on an output. */
export function bordersReport({ verdict, places, unjudged, findings }: BordersVerdict): readonly string[] {
  switch (verdict) {
    case "met":
      return [
        `borders: data is where the deployment promises, in ${places - unjudged} places${unjudged === 0 ? "" : `; ${unjudged} outside AWS are its owner's`}`,
      ];
    case "notApplicable":
      return [`borders: no promise where data is (residency), so none of ${places} places is judged`];
    case "undetermined":
      return [
        `borders: of ${findings.length} of ${places} places of data it cannot be told whether it may be there`,
        ...findingLines(findings),
      ];
    case "notMet":
      return [`borders: data is where it may not be: ${findings.length} of ${places} places`, ...findingLines(findings)];
  }
}

function findingLines(findings: readonly Border[]): readonly string[] {
  const shown = findings.slice(0, SHOWN_AT_MOST).map((border) => wrappedText(`  ${troubleOf(border)}`, "    "));
  const more = findings.length > SHOWN_AT_MOST ? [`  and ${findings.length - SHOWN_AT_MOST} more`] : [];
  return [...shown, ...more, ...(findings.length === 0 ? [] : ["  all of them: npx twinsite show borders"])];
}

const dataNames: Readonly<Record<Border["data"], string>> = {
  paymentData: "payment data",
  ledgerLog: "ledger's log",
  operations: "operations",
  unknown: "unknown",
};

function entryOf({ where, ruling, alike: _alike, ...border }: Border): object {
  return {
    ...border,
    ...where,
    ...(ruling === undefined
      ? {}
      : {
          rule: { verdict: ruling.verdict, id: ruling.rule.id, says: ruling.rule.says, source: ruling.rule.source, asOf: ruling.rule.asOf },
        }),
  };
}

function headline({ verdict, borders }: Borders): string {
  const count = (wanted: Border["verdict"]): number => borders.filter((border) => border.verdict === wanted).length;
  const countries = [...new Set(borders.flatMap(({ country }) => country ?? []))].toSorted();
  const tally = `${borders.length} ${borders.length === 1 ? "place" : "places"} in ${countries.join(", ")}: ${count("met")} as promised, ${count("notMet")} not, ${count("undetermined")} undetermined, ${count("notApplicable")} outside AWS or without a promise`;
  return verdict === "notApplicable" ? `${tally}; nothing is promised, so nothing is judged` : tally;
}

function troubleOf(border: Border): string {
  const { verdict, stack, address, what, data, why, ruling } = border;
  const mark = verdict === "notMet" ? "NOT ALLOWED" : "UNDETERMINED";
  const rule = ruling === undefined ? "" : ` (rule ${rulingOf(border)})`;
  return `${mark}: ${stack} ${address} (${what}, ${dataNames[data]}) in ${placeOf(border)}: ${why}${rule}`;
}

function placeOf({ where, city, country }: Border): string {
  switch (where.kind) {
    case "region":
      return [where.region, city, country].filter((part) => part !== undefined).join(", ");
    case "location":
      return [where.code, city, country].filter((part) => part !== undefined).join(", ");
    case "outsideAws":
      return "outside AWS";
    case "unknown":
      return "a place that cannot be told";
  }
}

function rulingOf({ ruling, why }: Border): string {
  if (ruling === undefined) return why;
  const { id, says, elsewhere } = ruling.rule;
  if (ruling.verdict === "met") return id;
  if (ruling.verdict === "notMet") return `${id}: ${says}`;
  return elsewhere === "notRead" ? `${id} is not read` : `${id}, undetermined: ${says}`;
}

interface Group {
  readonly first: Border;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Places alike stand together: a line for each stack and type, and one for all cells that say the same. */
function grouped(borders: readonly Border[]): readonly Group[] {
  const headings = [...new Set(borders.map(headingOf))].toSorted();
  return headings.flatMap((heading) => {
    const members = borders.filter((border) => headingOf(border) === heading);
    const [first] = members;
    return first === undefined ? [] : [{ first, heading, lines: linesOf(members) }];
  });
}

function headingOf(border: Border): string {
  return `${placeOf(border)}, ${dataNames[border.data]}: ${border.verdict} (${rulingOf(border)})`;
}

function linesOf(members: readonly Border[]): readonly string[] {
  const lines = [...new Set(members.map(kindOf))].map((kind): Line => {
    const alike = members.filter((border) => kindOf(border) === kind);
    return { what: whatOf(alike[0]), stack: alike[0]?.stack ?? "", alike: alike[0]?.alike ?? "", addresses: addressesOf(alike) };
  });
  const cells = lines.map(({ what, alike, addresses }) => `${what} ${alike} ${addresses}`);
  return lines.flatMap(({ what, stack, addresses }, place) => {
    const more = cells.filter((cell) => cell === cells[place]).length - 1;
    if (cells.indexOf(cells[place] ?? "") !== place) return [];
    return [`${what} in ${stack}${more === 0 ? "" : ` and ${more} ${more === 1 ? "cell" : "cells"} more`}: ${addresses}`];
  });
}

interface Line {
  readonly what: string;
  readonly stack: string;
  readonly alike: string;
  readonly addresses: string;
}

function kindOf(border: Border): string {
  return `${whatOf(border)} in ${border.stack}`;
}

function whatOf(border: Border | undefined): string {
  return `${border?.what ?? ""}${border?.does === "passes" ? " (passes)" : ""}`;
}

const MOST_NAMED = 2;

function addressesOf(alike: readonly Border[]): string {
  const named = alike.length <= MOST_NAMED ? alike : alike.slice(0, 1);
  const more = alike.length - named.length;
  return named.map(({ address }) => address).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function openLines({ open: { toRegister, notRead } }: Borders): readonly string[] {
  return [
    ...toRegister.map(({ id, law, article, says }) => `To be written down (${id}): ${law}, ${article}: ${says}.`),
    ...notRead.map(({ id, law, says }) => `Undetermined (${id}): ${law}: ${says}.`),
  ];
}

function colored(verdict: Border["verdict"], text: string, colors: Colors): string {
  return verdict === "met" || verdict === "notApplicable" ? text : colors.red(text);
}

function wrapped(text: string): string {
  return brokenText(text, WIDTH).join("\n");
}

function indented(text: string): string {
  return brokenText(text, WIDTH - INDENT)
    .map((line, index) => `${" ".repeat(index === 0 ? INDENT / 2 : INDENT)}${line}`)
    .join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("*", "\\*");
}

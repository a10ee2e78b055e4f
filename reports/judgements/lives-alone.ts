import type { LivesAloneVerdict } from "../../analysis/independence/site-lives-alone";

const SHOWN_AT_MOST = 12;
const FOUND_AT_MOST = 80;

/** Whether each site can live without the other, as lines for a terminal. */
export function livesAloneReport({ verdict, stacks, findings }: LivesAloneVerdict): readonly string[] {
  switch (verdict) {
    case "met":
      return [`sites: each of ${stacks.length} stacks names nothing of the other site`];
    case "notApplicable":
      return ["sites: no stack says that it is one site's"];
    case "undetermined":
      return [`sites: whether each lives alone is undetermined, ${findings.length} findings`, ...findingLines(findings)];
    case "notMet":
      return [`sites: not each lives alone, ${findings.length} findings`, ...findingLines(findings)];
  }
}

function findingLines(findings: LivesAloneVerdict["findings"]): readonly string[] {
  const shown = findings
    .slice(0, SHOWN_AT_MOST)
    .flatMap(({ stack, address, expected, found }) => [`  ${stack} ${address}`, `    expected ${expected}, found ${shortened(found)}`]);
  return findings.length > SHOWN_AT_MOST ? [...shown, `  and ${findings.length - SHOWN_AT_MOST} more`] : shown;
}

function shortened(text: string): string {
  return text.length <= FOUND_AT_MOST ? text : `${text.slice(0, FOUND_AT_MOST - 1)}…`;
}

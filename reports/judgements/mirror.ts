import type { MirrorVerdict } from "../../analysis/mirror/mirror";
import type { Difference } from "../../analysis/mirror/template-differences";

const WIDTH = 100;
const SHOWN_AT_MOST = 12;

/** Pairs that hold alike and have names that differ in numbers only, as cells do; any other pair by itself. */
export function alikeMirrors(mirrors: readonly MirrorVerdict[]): readonly (readonly [MirrorVerdict, ...MirrorVerdict[]])[] {
  const groups = new Map<string, [MirrorVerdict, ...MirrorVerdict[]]>();
  for (const [place, mirror] of mirrors.entries()) {
    const holds = mirror.verdict === "met" && mirror.unused.length === 0;
    const kind = holds ? headline(mirror, "").replaceAll(/-\d+/g, "-NN") : String(place);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [mirror]);
    else group.push(mirror);
  }
  return [...groups.values()];
}

/** The mirror's verdict as lines for a terminal: one where it holds, and what breaks it where it does not. */
export function mirrorReport(mirror: MirrorVerdict, alike = 0): readonly string[] {
  const more = alike === 0 ? "" : `, and of ${alike} more such ${alike === 1 ? "pair" : "pairs"}`;
  return [headline(mirror, more), ...mirror.unread.map(indented), ...brokenBy(mirror), ...unusedNote(mirror)];
}

function headline({ verdict, stacks, addresses, differences, unexplained, listFaults }: MirrorVerdict, more: string): string {
  const { a, b } = stacks;
  if (b === null) return `mirror of ${a}: ${verdict === "notMet" ? "broken, the other site has no counterpart" : "undetermined"}`;
  switch (verdict) {
    case "met": {
      const kinds = new Set(differences.flatMap((difference) => difference.explainedBy)).size;
      return `mirror of ${a} and ${b}${more}: holds, ${addresses.inBoth} addresses, ${differences.length} listed differences of ${kinds} kinds`;
    }
    case "undetermined":
      return `mirror of ${a} and ${b}: undetermined, they cannot be compared`;
    case "notMet": {
      const alone = addresses.onlyA.length + addresses.onlyB.length;
      return `mirror of ${a} and ${b}: broken; one-sided: ${alone}, unlisted: ${unexplained.length}, faults of the list: ${listFaults.length}`;
    }
  }
}

function brokenBy({ stacks, addresses, unexplained, listFaults }: MirrorVerdict): readonly string[] {
  if (stacks.b === null) return [];
  return [
    ...shortened(addresses.onlyA.map((address) => `only in ${stacks.a}: ${address}`)),
    ...shortened(addresses.onlyB.map((address) => `only in ${stacks.b}: ${address}`)),
    ...shortened(listFaults.map((fault) => `permitted difference ${fault.name}: ${fault.what}`)),
    ...shortened(unexplained.map(differenceText)),
  ].map(indented);
}

function differenceText({ kind, path, a, b }: Difference): string {
  switch (kind) {
    case "borrowed":
      return `${path}: both say ${a}, which belongs to one site`;
    case "explained":
    case "unexplained":
    case "shape":
      return `${path}: ${excerpts(a, b).join(" | ")}`;
  }
}

const CONTEXT = 12;

/** Of long texts, the parts around the first place where they differ. */
function excerpts(a: string, b: string): readonly string[] {
  const from = Math.max(0, commonStart(a, b) - CONTEXT);
  return [a, b].map((text) => (text.length <= 2 * CONTEXT ? text : `${from > 0 ? "…" : ""}${text.slice(from, from + 2 * CONTEXT)}…`));
}

function unusedNote({ unused }: MirrorVerdict): readonly string[] {
  return unused.length === 0 ? [] : [indented(`permitted, but nowhere needed: ${unused.join(", ")}`)];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= SHOWN_AT_MOST) return lines;
  return [...lines.slice(0, SHOWN_AT_MOST), `and ${lines.length - SHOWN_AT_MOST} more`];
}

function indented(line: string): string {
  const text = `  ${line}`;
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`;
}

function commonStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a[at] === b[at]) at++;
  return at;
}

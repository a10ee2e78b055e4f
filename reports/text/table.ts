import { stripVTControlCharacters } from "node:util";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

const WIDTH = 100;
const NARROWEST = 20;

/**
 * Columns as wide as they need, headings in capitals. Where that is more than 100 characters, they
 * move together if that is enough; otherwise the widest give way, and their cells go on in the next
 * line.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title.toUpperCase()), ...rows];
  const natural = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ""))));
  const gap = widthWith(2, natural) > WIDTH && widthWith(1, natural) <= WIDTH ? 1 : 2;
  const widths = fitted(natural, gap);
  return lines
    .flatMap((line) => brokenLine(line, widths))
    .map((line) => line.map((cell, index) => aligned(cell, widths[index] ?? 0, columns[index]?.align ?? "left")))
    .map((line) => line.join(" ".repeat(gap)).trimEnd())
    .join("\n");
}

function widthWith(gap: number, widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
}

/** The widest column gives way down to the next, and so on, until the line fits. */
function fitted(widths: readonly number[], gap: number): readonly number[] {
  const excess = widthWith(gap, widths) - WIDTH;
  const width = Math.max(...widths);
  if (excess <= 0 || width <= NARROWEST) return widths;
  const widest = widths.indexOf(width);
  const next = Math.max(...widths.toSpliced(widest, 1));
  return fitted(widths.with(widest, Math.max(NARROWEST, width - excess, Math.min(next, width - 1))), gap);
}

function brokenLine(cells: readonly string[], widths: readonly number[]): readonly (readonly string[])[] {
  const broken = cells.map((cell, index) => brokenText(cell, widths[index] ?? 0));
  const height = Math.max(1, ...broken.map((parts) => parts.length));
  return Array.from({ length: height }, (_, line) => broken.map((parts) => parts[line] ?? ""));
}

/** Lines of at most so many characters, broken between words; a longer word stays whole. */
export function brokenText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Text whose lines are broken where they are wider than a terminal; each continuation is indented. */
export function wrappedText(text: string, indent = ""): string {
  return text
    .split("\n")
    .flatMap((line) => (widthOf(line) <= WIDTH ? [line] : continued(line, indent)))
    .join("\n");
}

function continued(line: string, indent: string): readonly string[] {
  const start = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...rest] = brokenText(line.slice(start.length), WIDTH - Math.max(start.length, indent.length));
  return [start + first, ...rest.map((part) => indent + part)];
}

function aligned(cell: string, width: number, align: Column["align"]): string {
  const space = " ".repeat(Math.max(0, width - widthOf(cell)));
  return align === "left" ? cell + space : space + cell;
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

import { stripVTControlCharacters } from "node:util";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

const WIDTH = 100;

/**
 * Columns as wide as they need, headings in capitals. Where that is more than 100 characters, they
 * move together if that is enough; otherwise the widest gets what the others leave, and its cells
 * go on in the next line.
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

function fitted(natural: readonly number[], gap: number): readonly number[] {
  const excess = widthWith(gap, natural) - WIDTH;
  if (excess <= 0) return natural;
  const widest = natural.indexOf(Math.max(...natural));
  return natural.map((width, index) => (index === widest ? Math.max(20, width - excess) : width));
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

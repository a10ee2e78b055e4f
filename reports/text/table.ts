import { LINE, padded, widthOf } from "./cells";
import { inColorOnly } from "./printable";
import { brokenText } from "./wrap";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

export function left(title: string): Column {
  return { title, align: "left" };
}

/** A column of numbers. */
export function right(title: string): Column {
  return { title, align: "right" };
}

const NARROWEST = 20;

/**
 * Columns as wide as they need, headings in capitals. Where that is wider than a line, they move
 * together if that is enough; otherwise the widest give way, and their cells go on in the next line.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title.toUpperCase()), ...rows.map((row) => row.map(inColorOnly))];
  const natural = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ""))));
  const gap = widthWith(2, natural) > LINE && widthWith(1, natural) <= LINE ? 1 : 2;
  const widths = fitted(natural, gap);
  return lines
    .flatMap((line) => brokenLine(line, widths))
    .map((line) => line.map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]?.align)))
    .map((line) => line.join(" ".repeat(gap)).trimEnd())
    .join("\n");
}

function widthWith(gap: number, widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
}

/** The widest column gives way down to the next, and so on, until the line fits. */
function fitted(widths: readonly number[], gap: number): readonly number[] {
  const excess = widthWith(gap, widths) - LINE;
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

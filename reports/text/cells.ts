import { wideSigns } from "./wide-signs";

/** A report is read on terminals, in mails and in tickets: so many cells of a line all of them show. */
export const LINE = 100;

/** Most texts are of these signs alone, a cell each; to measure the first other one takes as long as a table. */
const ASCII = /^[\x20-\x7e]*$/;

/** The cells that a text takes on a terminal: two for 한, none for a colour or a combining sign. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : wideSigns.widthOf(text);
}

/** Text with blanks up to a width, after it or before it. */
export function padded(text: string, width: number, align: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** Text cut at its end where it is wider than its place. */
export function cutAtEnd(text: string, width: number): string {
  return isWithin(text, width) ? text : `${fitting(signsOf(text), width - 1).join("")}…`;
}

/** Text cut inside where it is wider than its place: names that begin alike often differ at their ends. */
export function cutInside(text: string, width: number): string {
  if (isWithin(text, width)) return text;
  const end = Math.floor(width / 3);
  const first = fitting(signsOf(text), width - end - "...".length);
  const last = fitting(signsOf(text.slice(-end * LONGEST_SIGN)).toReversed(), end).toReversed();
  return `${first.join("")}...${last.join("")}`;
}

/** A longer text is cut unmeasured, however little of it would be seen. */
const LONGEST_MEASURED = 10_000;
/** A family of four, with the joiners between them, has 11 units of UTF-16. */
const LONGEST_SIGN = 16;

function isWithin(text: string, width: number): boolean {
  return text.length <= LONGEST_MEASURED && widthOf(text) <= width;
}

/** The signs that a reader sees, each with all that combines with it. */
function signsOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter().segment(text.slice(0, LONGEST_MEASURED)), ({ segment }) => segment);
}

/** As many of the first signs as have place. */
function fitting(signs: readonly string[], width: number): readonly string[] {
  let used = 0;
  for (const [index, sign] of signs.entries()) {
    used += widthOf(sign);
    if (used > width) return signs.slice(0, index);
  }
  return signs;
}

import { LINE, widthOf } from "./cells";
import { inColorOnly } from "./printable";
import { wideSigns } from "./wide-signs";

/** Lines that are no wider than their place, broken between words. An address, which somebody will copy, stays whole. */
export function brokenText(text: string, width: number): readonly string[] {
  if (PLAIN.test(text)) return brokenPlainText(text, width);
  const words = inColorOnly(text)
    .split(" ")
    .map((word) => (isAscii(word) ? word : wideSigns.wrapped(word, width, { hard: true }).replaceAll("\n", " ")));
  return wideSigns.wrapped(words.join(" "), width).split("\n");
}

/** Words of one cell a sign, with one blank between: nearly every text. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** The library breaks such text just so, but takes as long to load as a twentieth of a judgement. */
function brokenPlainText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.pop();
    if (line === undefined) lines.push(word);
    else if (line.length + 1 + word.length <= width) lines.push(`${line} ${word}`);
    else lines.push(line, word);
  }
  return lines;
}

/** Languages that write without blanks have no other place to break a line. */
function isAscii(word: string): boolean {
  return /^\p{ASCII}*$/u.test(word);
}

/** Text whose lines are broken where they are wider than a terminal; each continuation is indented. */
export function wrappedText(text: string, indent = ""): string {
  return text
    .split("\n")
    .flatMap((line) => (widthOf(line) <= LINE ? [inColorOnly(line)] : continued(line, indent)))
    .join("\n");
}

function continued(line: string, indent: string): readonly string[] {
  const start = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...rest] = brokenText(line.slice(start.length), LINE - Math.max(start.length, indent.length));
  return [start + first, ...rest.map((part) => indent + part)];
}

/** A paragraph that stands in from the margin, all of it. */
export function indentedLines(text: string, indent: string): readonly string[] {
  return brokenText(text, LINE - indent.length).map((line) => indent + line);
}

/** Text beside its label: it goes on below itself, not below the label. */
export function besideLabel(label: string, text: string): string {
  const width = widthOf(label);
  const [first = "", ...rest] = brokenText(text, LINE - width);
  return [label + first, ...rest.map((line) => " ".repeat(width) + line)].join("\n");
}

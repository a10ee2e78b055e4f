import type { TextProblem } from "../fault";

/** A deployment is a few hundred lines; a larger file is another file, given by mistake or malice. */
export const LARGEST_FILE_BYTES = 1_000_000;

export type SourceText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "faulty"; readonly text: string; readonly problem: TextProblem };

/** The text of a file that is small enough, not empty, UTF-8 and printable. */
export function sourceText(bytes: Uint8Array): SourceText {
  if (bytes.length > LARGEST_FILE_BYTES) return faulty("", tooLarge(bytes.length));
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.trim() === "") return faulty(text, emptyFile);
  const badSign = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffc\u{10000}-\u{10ffff}]/u.exec(text);
  if (badSign !== null) return faulty(text, unprintable(badSign[0], badSign.index));
  return { kind: "text", text };
}

export const emptyFile: TextProblem = {
  offset: 0,
  what: "The file is empty.",
  allowed: "One deployment in YAML.",
  mend: "Start from a copy of config/deployments/sweden.yaml.",
};

export function tooLarge(size: number): TextProblem {
  return {
    offset: 0,
    what: `The file has ${size} bytes; it was not read.`,
    allowed: `At most ${LARGEST_FILE_BYTES} bytes; a deployment has a few thousand.`,
    mend: "Name the deployment file itself.",
  };
}

/** The decoder writes U+FFFD for every byte that is not UTF-8. */
function unprintable(sign: string, offset: number): TextProblem {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return {
    offset,
    what: code === "FFFD" ? "Here are bytes that are not UTF-8." : `Here is the control character U+${code}.`,
    allowed: "UTF-8 text without control characters, which YAML forbids.",
    mend: "Save the file as UTF-8 and type this place anew.",
  };
}

function faulty(text: string, problem: TextProblem): SourceText {
  return { kind: "faulty", text, problem };
}

import type { YAMLParseError } from "yaml";
import type { TextProblem } from "../fault";
import { printableSentence } from "../printable";

/** A parser's complaint in the words of our faults. */
export function yamlProblem(error: YAMLParseError): TextProblem {
  const remedy = remedies[error.code] ?? otherwise;
  const what = error.code === "NON_STRING_KEY" ? "A list or a group stands as a key" : printableSentence(firstLine(error.message));
  return { offset: error.pos[0], what: `Broken YAML: ${what}.`, ...remedy };
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/[.:]$/, "");
}

type Remedy = Pick<TextProblem, "allowed" | "mend">;

const unclosed: Remedy = {
  allowed: "`key: value`, closed quotes and brackets.",
  mend: "Look here and on the line above for a missing colon, quote or bracket.",
};
const colonInText: Remedy = {
  allowed: "One `key: value` on a line.",
  mend: "Put text that has a colon in it in quotes, or start a new line.",
};
const specialSign: Remedy = {
  allowed: "A value, or a comment after a space and #.",
  mend: "Put text that starts with or has a special sign in quotes.",
};

const remedies: Readonly<Partial<Record<YAMLParseError["code"], Remedy>>> = {
  TAB_AS_INDENT: { allowed: "Indentation with spaces, two for each level.", mend: "Replace the tab with spaces." },
  BAD_INDENT: {
    allowed: "Keys of one group in one column, list entries in one column.",
    mend: "Move the line to the column of its neighbours.",
  },
  MISSING_CHAR: unclosed,
  MULTILINE_IMPLICIT_KEY: unclosed,
  KEY_OVER_1024_CHARS: unclosed,
  BLOCK_AS_IMPLICIT_KEY: colonInText,
  BLOCK_IN_FLOW: colonInText,
  NON_STRING_KEY: { allowed: "Plain words as keys.", mend: "Write a word before the colon; text in braces goes in quotes." },
  BAD_DQ_ESCAPE: {
    allowed: "In double quotes, a backslash only before signs that YAML knows.",
    mend: "Write `\\\\` for a backslash, or use single quotes.",
  },
  BAD_SCALAR_START: specialSign,
  UNEXPECTED_TOKEN: specialSign,
};

const otherwise: Remedy = { allowed: "YAML 1.2.", mend: "Compare this line with config/deployments/sweden.yaml." };

export function secondDocument(offset: number): TextProblem {
  return {
    offset,
    what: "A second YAML document starts here.",
    allowed: "One deployment in one file.",
    mend: "Remove the line `---` or `...` before it, or move what follows to a file of its own.",
  };
}

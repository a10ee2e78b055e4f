import { CST, Lexer, Parser } from "yaml";
import type { TextProblem } from "../fault";
import { printable } from "../printable";

/**
 * Reads YAML word by word and stops before it can cost more than it is worth: nesting that would
 * exhaust the stack, millions of signs, aliases that multiply. What a deployment never needs and a
 * reviewer cannot see through (aliases, tags, directives) is refused where it stands.
 */

/** A deployment nests 5 deep; the parser keeps up to two entries for each level. */
const DEEPEST_STACK = 32;
/** sweden.yaml has under 2,000. */
const MOST_LEXEMES = 200_000;
/** After so many the file is not YAML at all, and more would tell nobody anything. */
const MOST_PROBLEMS = 50;

export interface GuardedTokens {
  readonly tokens: readonly CST.Token[];
  readonly problems: readonly TextProblem[];
}

export function guardedTokens(text: string): GuardedTokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const problems: TextProblem[] = [];
  let previous = "";
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const problem = previous === CST.SCALAR ? undefined : refusal(lexeme, parser.offset);
    if (problem !== undefined) problems.push(problem);
    const { offset } = parser;
    tokens.push(...parser.next(lexeme));
    previous = lexeme;
    count += 1;
    if (parser.stack.length > DEEPEST_STACK) return { tokens, problems: [...problems, tooDeep(offset)] };
    if (count > MOST_LEXEMES) return { tokens, problems: [...problems, tooMany(offset)] };
    if (problems.length >= MOST_PROBLEMS) return { tokens, problems };
  }
  tokens.push(...parser.end());
  return { tokens, problems };
}

function refusal(lexeme: string, offset: number): TextProblem | undefined {
  switch (CST.tokenType(lexeme)) {
    case "anchor":
    case "alias":
      return {
        offset,
        what: `${printable(lexeme)} is a YAML ${lexeme.startsWith("&") ? "anchor" : "alias"}.`,
        allowed: "Plain values, each written where it applies, so that a reviewer sees it there.",
        mend: lexeme.startsWith("&") ? "Remove the anchor." : "Write the value itself in this place.",
      };
    case "tag":
      return {
        offset,
        what: `${printable(lexeme)} is a YAML tag.`,
        allowed: "Plain text, numbers, lists and groups of keys, without tags.",
        mend: "Remove the tag.",
      };
    case "directive-line":
      return {
        offset,
        what: `${printable(lexeme)} is a YAML directive.`,
        allowed: "YAML 1.2 without directives: others read the same text as other values.",
        mend: "Remove the line.",
      };
    default:
      return undefined;
  }
}

function tooDeep(offset: number): TextProblem {
  return {
    offset,
    what: "Lists and groups are nested too deep here; the rest was not read.",
    allowed: "The five levels of a deployment.",
    mend: "Look for a bracket that is not closed.",
  };
}

function tooMany(offset: number): TextProblem {
  return {
    offset,
    what: `Here the file has more than ${MOST_LEXEMES} words and signs; the rest was not read.`,
    allowed: "A deployment, which has a few thousand.",
    mend: "Name the deployment file itself.",
  };
}

import { endOfQuoted } from "./template-text";

/** A word, sign, number or quoted text of an expression. */
export interface Token {
  readonly kind: "name" | "number" | "text" | "sign";
  /** Of a text what stands between its quotes. */
  readonly text: string;
}

const SIGN = /^(?:\.\.\.|=>|&&|\|\||[=!<>]=|[-+*/%!<>?:()[\]{},.=])/;
const NUMBER = /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/;
// Cdktf's ids have dashes, which Terraform's names may have too.
const NAME = /^[A-Za-z_][\w-]*/;

/** The tokens of an expression; none where it has a character that no expression has here, such as a comment's. */
export function tokensOf(expression: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < expression.length; ) {
    if (/\s/.test(expression[at] ?? "")) {
      at++;
      continue;
    }
    const { token, length } = tokenAt(expression, at);
    if (token === undefined) return undefined;
    tokens.push(token);
    at += length;
  }
  return tokens;
}

interface Found {
  readonly token: Token | undefined;
  readonly length: number;
}

function tokenAt(expression: string, at: number): Found {
  if (expression[at] === '"') {
    const end = endOfQuoted(expression, at + 1);
    return { token: { kind: "text", text: expression.slice(at + 1, end) }, length: end + 1 - at };
  }
  const rest = expression.slice(at, at + LONGEST_WORD);
  for (const [kind, pattern] of [
    ["name", NAME],
    ["number", NUMBER],
    ["sign", SIGN],
  ] as const) {
    const [text] = pattern.exec(rest) ?? [];
    if (text !== undefined) return { token: { kind, text }, length: text.length };
  }
  return { token: undefined, length: 0 };
}

/** Terraform's names may be longer; what is cut here is unknown, never another name. */
const LONGEST_WORD = 1024;

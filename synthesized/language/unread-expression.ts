import { referencesInText, soleReference } from "../reference";
import type { Locals } from "./locals";
import { isTemplate, partsOf } from "./template-text";

/**
 * Functions that outputs use around references, and that a judgement reads where it matters. A text
 * with any other call has a value that nobody here can tell.
 */
const READ_FUNCTIONS = new Set([
  "compact",
  "endswith",
  "flatten",
  "join",
  "jsonencode",
  "length",
  "one",
  "substr",
  "tolist",
  "trimprefix",
  "uuid",
]);

const NAMED = /(?<![\w.-])(var|each|count|path|module|self|ephemeral|terraform|provider)\.([A-Za-z_][\w-]*)/;
const LOCAL = /(?<![\w.-])local\.([A-Za-z_][\w-]*)/g;
const CALL = /([A-Za-z_][\w-]*(?:::[\w-]+)*)\s*\(/g;
/** Texts that hold no expression themselves. */
const PLAIN_TEXT = /"(?:[^"\\$%]|\\.)*"/g;

/** Why nobody here can tell what a text stands for; none where it is literal or made of references that can be followed. */
export function whyUnread(text: string, locals: Pick<Locals, "has">): string | undefined {
  if (!isTemplate(text) || soleReference(text) !== undefined) return undefined;
  for (const { kind, text: source } of partsOf(text)) {
    if (kind === "directive") return "a template directive (%{…}), or an expression without an end";
    const why = kind === "expression" ? whyUnreadExpression(source, locals) : undefined;
    if (why !== undefined) return why;
  }
  return undefined;
}

const ANY_LOCALS: Pick<Locals, "has"> = { has: () => true };

/** Whether nobody can tell what a text stands for, wherever its locals are written. */
export function isUnread(text: string): boolean {
  return whyUnread(text, ANY_LOCALS) !== undefined;
}

function whyUnreadExpression(source: string, locals: Pick<Locals, "has">): string | undefined {
  const expression = source.replaceAll(PLAIN_TEXT, '""');
  const named = NAMED.exec(expression)?.[0];
  if (named !== undefined) return `${named} has its value from elsewhere`;
  const missing = [...expression.matchAll(LOCAL)].find(([, name = ""]) => !locals.has(name))?.[0];
  if (missing !== undefined) return `there is no ${missing}`;
  const calls = expression.includes("(") ? [...expression.matchAll(CALL)] : [];
  const called = calls.map(([, name = ""]) => name).find((name) => !READ_FUNCTIONS.has(name));
  if (called !== undefined) return `the function ${called} is not read here`;
  const namesSomething = referencesInText(`\${${source}}`).length > 0 || /(?<![\w.-])local\./.test(expression);
  return namesSomething ? undefined : "the expression is not read here";
}

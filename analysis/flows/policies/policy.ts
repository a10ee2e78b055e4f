import { z } from "zod";
import { textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { blocksNaming } from "../../../synthesized/estate/referrers";
import { rememberedText } from "../../../synthesized/estate/remembered";
import type { StackBlock } from "../../../synthesized/estate/stack-block";
import { isSet } from "../terms/set-attribute";

/** Who asks, for what, and what AWS knows about the request. */
export interface PolicyRequest {
  readonly principal: Principal;
  readonly action: string;
  /** Condition keys and their values; one that is `undefined` is known to be absent. A key not here is not known. */
  readonly context: ReadonlyMap<string, string | undefined>;
}

export type Principal =
  | { readonly kind: "role"; readonly account: string; readonly arn: string }
  | { readonly kind: "service"; readonly name: string };

/** `unknown`: a condition or element that is not read here decides. */
export type Decision = "allowed" | "notAllowed" | "unknown";

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === "string" ? [value] : value));

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.union([z.literal("*"), z.record(z.string(), texts)]),
  Action: texts,
  Resource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.union([texts, z.boolean().transform((value) => [String(value)])]))).optional(),
});

const policySchema = z.looseObject({ Statement: z.array(statementSchema) });

export type Statement = z.infer<typeof statementSchema>;

/** Policies may be written apart from what they guard. */
const APART: ReadonlyMap<string, { readonly type: string; readonly key: string }> = new Map([
  ["aws_vpc_endpoint", { type: "aws_vpc_endpoint_policy", key: "vpc_endpoint_id" }],
  ["aws_kms_key", { type: "aws_kms_key_policy", key: "key_id" }],
  ["aws_kms_replica_key", { type: "aws_kms_key_policy", key: "key_id" }],
]);

/** The policy of an endpoint or a key: none, one whose statements are read, or one that cannot be. */
export type PolicyReading =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly statements: readonly Statement[] }
  | { readonly kind: "unreadable" };

export function policyOf(estate: Estate, guarded: StackBlock): PolicyReading {
  const apart = APART.get(guarded.block.type);
  const [other, ...more] = apart === undefined ? [] : blocksNaming(estate, guarded, apart);
  // The one that is applied last holds, and nobody can tell which that is.
  if (more.length > 0) return { kind: "unreadable" };
  const { attributes } = (other ?? guarded).block;
  if (!isSet(attributes, "policy")) return { kind: "none" };
  const statements = statementsIn(textAt(attributes, "policy") ?? "");
  return statements === undefined ? { kind: "unreadable" } : { kind: "read", statements };
}

/** The statements of a policy in JSON; none where it holds references or elements that are not read here. */
export const statementsIn = rememberedText((text): readonly Statement[] | undefined => {
  try {
    const reading = policySchema.safeParse(JSON.parse(text));
    return reading.success ? reading.data.Statement : undefined;
  } catch {
    return undefined;
  }
});

/** AWS's own order: a deny that applies wins, else an allow, else nothing is allowed. */
export function decide(statements: readonly Statement[], request: PolicyRequest): Decision {
  const applying = statements.map((statement) => ({ effect: statement.Effect, applies: applies(statement, request) }));
  const some = (effect: Statement["Effect"], how: Certainty): boolean =>
    applying.some((one) => one.effect === effect && one.applies === how);
  if (some("Deny", "yes")) return "notAllowed";
  if (some("Deny", "unknown")) return "unknown";
  if (some("Allow", "yes")) return "allowed";
  return some("Allow", "unknown") ? "unknown" : "notAllowed";
}

type Certainty = "yes" | "no" | "unknown";

/** Whether a statement speaks about a request, on the resource that it names. */
function applies(statement: Statement, request: PolicyRequest): Certainty {
  const named = all([
    principalFits(statement.Principal, request.principal),
    statement.Action.some((pattern) => matches(pattern.toLowerCase(), request.action.toLowerCase())) ? "yes" : "no",
  ]);
  // Most statements are about others.
  if (named === "no") return "no";
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => conditionHolds(operator, values, { key, context: request.context })),
  );
  return all([named, ...conditions]);
}

function principalFits(named: Statement["Principal"], principal: Principal): Certainty {
  if (named === "*") return "yes";
  switch (principal.kind) {
    case "service":
      return named["Service"]?.includes(principal.name) || named["AWS"]?.includes("*") ? "yes" : "no";
    case "role": {
      const { account, arn } = principal;
      const fits = ["*", account, `arn:aws:iam::${account}:root`, arn];
      return named["AWS"]?.some((one) => fits.includes(one)) ? "yes" : "no";
    }
  }
}

interface Subject {
  readonly key: string;
  readonly context: PolicyRequest["context"];
}

function conditionHolds(operator: string, values: readonly string[], { key, context }: Subject): Certainty {
  const known = [...context.keys()].find((name) => name.toLowerCase() === key.toLowerCase());
  const holds = operators.get(operator);
  return known === undefined || holds === undefined ? "unknown" : yesOrNo(holds(values, context.get(known)));
}

/** Whether a condition holds of the values that it names and what a request has; none where it has none. */
type Operator = (values: readonly string[], actual: string | undefined) => boolean;

const equals: Operator = (values, actual) => actual !== undefined && values.includes(actual);
const isLike: Operator = (values, actual) => actual !== undefined && values.some((pattern) => matches(pattern, actual));
const not =
  (holds: Operator): Operator =>
  (values, actual) =>
    !holds(values, actual);

/** Operators that are read; one that is not leaves its statement unknown. */
const operators: ReadonlyMap<string, Operator> = new Map([
  ["StringEquals", equals],
  ["ForAnyValue:StringEquals", equals],
  ["ArnEquals", equals],
  ["Bool", equals],
  ["StringLike", isLike],
  ["ArnLike", isLike],
  ["StringNotEquals", not(equals)],
  ["StringNotLike", not(isLike)],
  ["ArnNotEquals", not(isLike)],
  ["ArnNotLike", not(isLike)],
  ["Null", (values, actual) => values.includes(String(actual === undefined))],
]);

/** `*` stands for any text, `?` for one character. */
export function matches(pattern: string, text: string): boolean {
  return expressionOf(pattern).test(text);
}

const expressionOf = rememberedText((pattern) => {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s");
});

function yesOrNo(holds: boolean): Certainty {
  return holds ? "yes" : "no";
}

function all(parts: readonly Certainty[]): Certainty {
  if (parts.includes("no")) return "no";
  return parts.includes("unknown") ? "unknown" : "yes";
}

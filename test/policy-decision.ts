import { z } from "zod";

/** What a policy of a resource says to a request: as much of IAM's logic as the policies here use. */
export type Decision = "allowed" | "denied" | "notMentioned";

export interface PolicyRequest {
  readonly action: string;
  /** @default - the policy's own resource, as in a key policy */
  readonly resource?: string;
  readonly by: { readonly service: string } | { readonly role: string } | { readonly user: string };
  /** @default - nothing but who asks */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const policySchema = z.strictObject({
  Version: z.literal("2012-10-17"),
  Statement: z.array(
    z.strictObject({
      Sid: z.string(),
      Effect: z.enum(["Allow", "Deny"]),
      Principal: z.union([z.literal("*"), z.strictObject({ AWS: oneOrMore }), z.strictObject({ Service: oneOrMore })]).optional(),
      Action: oneOrMore,
      Resource: oneOrMore.optional(),
      Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).optional(),
    }),
  ),
});
type Statement = z.infer<typeof policySchema>["Statement"][number];

export function decide(policy: string, request: PolicyRequest): Decision {
  const effects = statementsOf(policy)
    .filter((statement) => meets(statement, request))
    .map(({ Effect }) => Effect);
  if (effects.includes("Deny")) return "denied";
  return effects.includes("Allow") ? "allowed" : "notMentioned";
}

function statementsOf(policy: string): readonly Statement[] {
  return policySchema.parse(JSON.parse(policy)).Statement;
}

function meets(statement: Statement, request: PolicyRequest): boolean {
  return (
    isPrincipal(statement, request) &&
    statement.Action.some((pattern) => like(pattern, request.action)) &&
    (request.resource === undefined || (statement.Resource ?? ["*"]).some((pattern) => like(pattern, request.resource ?? ""))) &&
    Object.entries(statement.Condition ?? {}).every(([operator, tests]) =>
      Object.entries(tests).every(([key, values]) => holds(operator, contextValues(request, key), values)),
    )
  );
}

/** A policy of a role names no principal; the account's root stands for every role and user in it. */
function isPrincipal({ Principal: principal }: Statement, { by }: PolicyRequest): boolean {
  if (principal === undefined || principal === "*") return true;
  if ("Service" in principal) return "service" in by && principal.Service.includes(by.service);
  if ("service" in by) return false;
  const caller = "user" in by ? by.user : by.role;
  const account = caller.split(":")[4] ?? "";
  return principal.AWS.some((arn) => arn === "*" || arn === `arn:aws:iam::${account}:root` || arn === caller);
}

function contextValues({ by, context = {} }: PolicyRequest, key: string): readonly string[] {
  const who: Readonly<Record<string, string>> = "service" in by ? {} : { "aws:PrincipalArn": "user" in by ? by.user : by.role };
  const value = context[key] ?? who[key];
  return value === undefined ? [] : [value].flat();
}

function holds(operator: string, actual: readonly string[], expected: readonly string[]): boolean {
  const matches = (same: (pattern: string, value: string) => boolean): boolean =>
    actual.some((value) => expected.some((pattern) => same(pattern, value)));
  switch (operator) {
    case "StringEquals":
    case "Bool":
    case "ForAnyValue:StringEquals":
      return matches((pattern, value) => pattern === value);
    case "StringLike":
    case "ArnLike":
    case "ArnEquals":
      return matches(like);
    case "ArnNotLike":
      return !matches(like);
    case "StringNotEquals":
      return !matches((pattern, value) => pattern === value);
    case "NumericLessThan":
      return matches((limit, value) => Number(value) < Number(limit));
    case "Null":
      return expected.includes(String(actual.length === 0));
    default:
      throw new Error(`this reading of policies does not know the operator ${operator}`);
  }
}

function like(pattern: string, value: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(value);
}

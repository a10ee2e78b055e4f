import { z } from "zod";

/** Who asks for what, on what, and what AWS knows of the request besides. */
export interface PolicyRequest {
  readonly principal: string;
  readonly action: string;
  /** @default - whatever the policy is about */
  readonly resource?: string;
  /** @default - nothing but who asks */
  readonly context?: Readonly<Record<string, string>>;
}

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const document = z.object({
  Statement: z.array(
    z.object({
      Effect: z.enum(["Allow", "Deny"]),
      Action: oneOrMore,
      Resource: oneOrMore.default(["*"]),
      Principal: z.unknown().optional(),
      Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
    }),
  ),
});

/** What one policy of a role or resource says to a request, AWS's services aside: a denial outweighs every permission. */
export function verdict(policy: string, request: PolicyRequest): "allowed" | "denied" | "silent" {
  const speaking = document
    .parse(JSON.parse(policy))
    .Statement.filter(
      (statement) =>
        !servicesOnly(statement.Principal) &&
        statement.Action.some((action) => matches(action, request.action)) &&
        statement.Resource.some((resource) => request.resource === undefined || matches(resource, request.resource)) &&
        holds(statement.Condition, { ...request.context, "aws:PrincipalArn": request.principal }),
    );
  if (speaking.some(({ Effect }) => Effect === "Deny")) return "denied";
  return speaking.length > 0 ? "allowed" : "silent";
}

function servicesOnly(principal: unknown): boolean {
  return z.object({ Service: z.unknown() }).safeParse(principal).data?.Service !== undefined;
}

function holds(
  conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  context: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => compare(operator, context[key], values)),
  );
}

/** A key that the request does not have fails what asks for a value, and meets what forbids one. */
function compare(operator: string, found: string | undefined, values: readonly string[]): boolean {
  const equal = found !== undefined && values.includes(found);
  const like = found !== undefined && values.some((value) => matches(value, found));
  switch (operator) {
    case "ArnEquals":
    case "ArnLike":
    case "StringLike":
      return like;
    case "StringEquals":
    case "Bool":
      return equal;
    case "ArnNotEquals":
    case "ArnNotLike":
      return !like;
    case "StringNotEquals":
      return !equal;
    case "Null":
      return values.includes(String(found === undefined));
    default:
      throw new Error(`the tests do not know the condition operator ${operator}; teach them`);
  }
}

function matches(pattern: string, text: string): boolean {
  const literal = pattern.replaceAll(/[\\^$.+()|[\]{}]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(text);
}

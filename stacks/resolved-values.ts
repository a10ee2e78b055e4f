import { DefaultTokenResolver, StringConcat, type TerraformStack, Tokenization } from "cdktf";

const resolver = new DefaultTokenResolver(new StringConcat());

/**
 * What cdktf makes of a value in the preparing run: tokens resolved, undefined members left out, and
 * the outputs and remote states drawn that references into other stacks ask for. cdktf looks for
 * tokens in every key and text with several patterns; most of a template is literal, and is copied
 * here. Whatever may be a token, cdktf resolves itself.
 */
export function resolvedValue(value: unknown, scope: TerraformStack): unknown {
  if (isLiteral(value)) return value;
  if (Array.isArray(value) && value.every((item) => !isToken(item)))
    return value.map((item) => resolvedValue(item, scope)).filter((item) => item !== undefined);
  if (isPlainObject(value)) {
    const members = Object.entries(value);
    if (!members.some(([key]) => isToken(key))) return resolvedMembers(members, scope);
  }
  return Tokenization.resolve(value, { scope, resolver, preparing: true });
}

function resolvedMembers(members: readonly (readonly [string, unknown])[], scope: TerraformStack): unknown {
  const resolved: Record<string, unknown> = {};
  for (const [key, member] of members) {
    const value = resolvedValue(member, scope);
    if (value !== undefined) resolved[key] = value;
  }
  return resolved;
}

function isPlainObject(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype && !Tokenization.isResolvable(value)
  );
}

function isLiteral(value: unknown): boolean {
  if (value === undefined || value === null || typeof value === "boolean") return true;
  return (typeof value === "string" || typeof value === "number") && !isToken(value);
}

/** Tokens travel as texts with this mark in them, or as numbers that are far beyond any real one. */
function isToken(value: unknown): boolean {
  if (typeof value === "string") return value.includes("TfToken[") || value.includes("e+");
  return typeof value === "number" && !(Math.abs(value) < 1e200);
}

import { z } from "zod";
import { blocksAt, textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow, targetAt } from "../../synthesized/estate/follow";
import { blocksNaming, referrersTo } from "../../synthesized/estate/referrers";
import { remembered, rememberedText } from "../../synthesized/estate/remembered";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import type { JsonObject } from "../../synthesized/json";
import { withoutInnerStrings } from "../../synthesized/reference";
import type { Block, Template } from "../../synthesized/template";
import { matches } from "../flows/policies/policy";
import { isSet } from "../flows/terms/set-attribute";
import type { Payment } from "./payment";

/** What a policy of a role says. */
export interface Permission {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The policy that says it. */
  readonly policy: StackBlock;
}

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
/** Elements beside these, such as NotAction, turn a statement round: whoever passes them over reads the opposite. */
const documentSchema = z.strictObject({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.array(
    z.strictObject({
      Sid: z.string().optional(),
      Effect: z.enum(["Allow", "Deny"]),
      Action: texts,
      Resource: texts,
      Condition: z.record(z.string(), z.record(z.string(), texts)).default({}),
    }),
  ),
});

/** The role that the tasks run under. */
export function taskRole({ definition, estate }: Payment): StackBlock | undefined {
  return definition === undefined ? undefined : follow(estate, definition, "task_role_arn");
}

/** Everything that a role's policies say, inline and attached; none where one of them cannot be read. */
export function permissionsOf(estate: Estate, { template, block }: StackBlock): readonly Permission[] | undefined {
  return permissionsByRole(estate)(template)(block);
}

/** Every path to a cell asks for its roles. */
const permissionsByRole = remembered((estate: Estate) =>
  remembered((template: Template) => remembered((block: Block) => readPermissions(estate, { template, block }))),
);

function readPermissions(estate: Estate, role: StackBlock): readonly Permission[] | undefined {
  const inline = blocksNaming(estate, role, { type: "aws_iam_role_policy", key: "role" });
  const attachments = blocksNaming(estate, role, { type: "aws_iam_role_policy_attachment", key: "role" });
  const attached = attachments.map((one) => targetAt(estate, one, "policy_arn"));
  if (isManagedElsewhere(estate, role) || attached.some(({ kind }) => kind !== "block")) return undefined;
  const policies = [...inline, ...attached.flatMap((one) => (one.kind === "block" ? [one] : []))];
  const read = [
    ...policies.map((policy) => statementsOf(policy, policy.block.attributes)),
    ...blocksAt(role.block.attributes, "inline_policy").map((inner) => statementsOf(role, inner)),
  ];
  return read.includes(undefined) ? undefined : read.flatMap((statements) => statements ?? []);
}

/** What a role may at most do; none where it has no such bound, and `unreadable` where nobody can tell. */
export function boundaryOf(estate: Estate, role: StackBlock): readonly Permission[] | "unreadable" | undefined {
  if (!isSet(role.block.attributes, "permissions_boundary")) return undefined;
  const policy = follow(estate, role, "permissions_boundary");
  return (policy === undefined ? undefined : statementsOf(policy, policy.block.attributes)) ?? "unreadable";
}

/** Blocks that attach to several roles at once, or that say which policies a role has and no others. */
const OTHER_WAYS = new Set(["aws_iam_policy_attachment", "aws_iam_role_policies_exclusive", "aws_iam_role_policy_attachments_exclusive"]);

function isManagedElsewhere(estate: Estate, role: StackBlock): boolean {
  return (
    isSet(role.block.attributes, "managed_policy_arns") ||
    referrersTo(estate, role).some(({ block }) => block !== undefined && OTHER_WAYS.has(block.type))
  );
}

function statementsOf(policy: StackBlock, attributes: JsonObject): readonly Permission[] | undefined {
  return parsed(textAt(attributes, "policy") ?? "")?.map((statement) => ({ ...statement, policy }));
}

const parsed = rememberedText((text) => {
  try {
    return documentSchema.safeParse(JSON.parse(withoutInnerStrings(text))).data?.Statement;
  } catch {
    return undefined;
  }
});

/** Statements of one effect about an action. */
export function about(permissions: readonly Permission[], action: string, effect: Permission["Effect"]): readonly Permission[] {
  return permissions.filter(
    (one) => one.Effect === effect && one.Action.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())),
  );
}

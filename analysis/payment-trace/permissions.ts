import { z } from "zod";
import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { rememberedText } from "../../synthesized/estate/remembered";
import { type StackBlock } from "../../synthesized/estate/stack-block";
import { withoutInnerStrings } from "../../synthesized/reference";
import { matches } from "../flows/policies/policy";
import type { Payment } from "./payment";

/** What a role's own policy says. */
export interface Permission {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The policy that says it. */
  readonly policy: StackBlock;
}

const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const documentSchema = z.looseObject({
  Statement: z.array(
    z.object({
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

/** Everything that a role's inline policies say; none where one of them cannot be read. */
export function permissionsOf(estate: Estate, role: StackBlock): readonly Permission[] | undefined {
  const read = blocksNaming(estate, role, { type: "aws_iam_role_policy", key: "role" }).map((policy) => {
    const document = parsed(textAt(policy.block.attributes, "policy") ?? "");
    return document?.map((statement) => ({ ...statement, policy }));
  });
  return read.includes(undefined) ? undefined : read.flatMap((statements) => statements ?? []);
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

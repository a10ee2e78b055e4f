import { textAt } from "../../synthesized/attributes";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { FOREIGN_ACCOUNT, roleIn } from "../flows/policies/account";
import { decide, matches, type Statement, statementsIn } from "../flows/policies/policy";
import { requestOf } from "./call";
import type { Payment } from "./payment";
import { found, missing, type Piece, unreadable } from "./step";

/** A policy on what a role uses. Within one account the role's own permission is enough, unless this denies it. */
export interface ResourceUse {
  readonly policy: StackBlock;
  readonly role: StackBlock;
  readonly actions: readonly string[];
  readonly arn: string;
}

/** Whether a resource's policy denies a role nothing that it needs, and lets in nobody of another account. */
export function resourcePolicyPieces({ policy, role, actions, arn }: ResourceUse, payment: Payment): readonly Piece[] {
  const read = statementsIn(textAt(policy.block.attributes, "policy") ?? "");
  if (read === undefined) return [unreadable(`what ${textOf(policy)} says cannot be read`)];
  const statements = read.filter(
    ({ Resource }) => Resource === undefined || Resource.some((pattern) => pattern.includes("${") || matches(pattern, arn)),
  );
  const pieces = actions.flatMap((action): readonly Piece[] => {
    const own = decide([...statements, ANYTHING], requestOf(role, { action, arn, context: UNASKED }, payment));
    const stranger = decide(statements, { principal: roleIn(FOREIGN_ACCOUNT), action, context: STRANGER });
    return [
      ...(own === "notAllowed" ? [missing(`${textOf(policy)} denies ${textOf(role)} ${action}`)] : []),
      ...(own === "unknown" ? [unreadable(`whether ${textOf(policy)} denies ${textOf(role)} ${action} cannot be read`)] : []),
      ...(stranger === "notAllowed" && !letsIn(statements, action, payment) ? [] : [missing(`${textOf(policy)} lets others ${action}`)]),
    ];
  });
  return pieces.length === 0 ? [found(textOf(policy))] : pieces;
}

/** A principal of another account, by whatever name. */
function letsIn(statements: readonly Statement[], action: string, { account = "" }: Payment): boolean {
  return statements.some(
    ({ Effect, Principal, Action }) =>
      Effect === "Allow" &&
      Action.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      (Principal === "*" || (Principal["AWS"] ?? []).some((one) => !one.includes(account))),
  );
}

const ANYTHING: Statement = { Effect: "Allow", Principal: "*", Action: ["*"] };

/** The tasks ask for no encryption of their own: the bucket's is taken. */
const UNASKED: ReadonlyMap<string, string | undefined> = new Map([
  ["s3:x-amz-server-side-encryption", undefined],
  ["s3:x-amz-server-side-encryption-aws-kms-key-id", undefined],
]);

const STRANGER: ReadonlyMap<string, string | undefined> = new Map([
  ["aws:PrincipalArn", roleIn(FOREIGN_ACCOUNT).arn],
  ["aws:PrincipalAccount", FOREIGN_ACCOUNT],
  ["aws:SecureTransport", "true"],
  ...UNASKED,
]);

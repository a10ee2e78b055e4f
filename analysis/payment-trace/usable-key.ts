import { flagAt, textAt } from "../../synthesized/attributes";
import { follow } from "../../synthesized/estate/follow";
import { blocksNaming } from "../../synthesized/estate/referrers";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { FOREIGN_ACCOUNT, roleIn } from "../flows/policies/account";
import { type Decision, decide, type PolicyRequest, policyOf, type Statement } from "../flows/policies/policy";
import { isSet } from "../flows/terms/set-attribute";
import { type Call, mayCall, requestOf } from "./call";
import { chosenByCaller } from "./key-request";
import type { Payment } from "./payment";
import { placeOf } from "./place";
import { found, missing, type Piece, unreadable } from "./step";

/** A key, what a role does with it, and through which service of AWS. */
export interface KeyUse {
  readonly title: string;
  readonly key: StackBlock;
  readonly actions: readonly string[];
  /** Name of the service in the role's place, such as `s3`; none where the tasks call the key themselves. */
  readonly through?: "s3" | "secretsmanager";
  /** The alias that the tasks are told; else all of the key's own are tried. */
  readonly alias?: string;
}

/** Whether a key is there to be used at all, and lets the role do what it does with it, and the role's own policies do. */
export function keyUsePieces(role: StackBlock, use: KeyUse, payment: Payment): readonly Piece[] {
  const { title, key, actions } = use;
  const policy = policyOf(payment.estate, key);
  if (policy.kind === "none") return [...enabledPieces(use, payment), missing(`${textOf(key)} has no policy`)];
  if (policy.kind === "unreadable") return [...enabledPieces(use, payment), unreadable(`the policy of ${textOf(key)} cannot be read`)];
  const calls = actions.map((action) => callOf(action, use, payment));
  const byKey = calls.map((call) => ({
    call,
    decision: decide(policy.statements, keyRequest(role, call, { statements: policy.statements, payment })),
  }));
  const byRole = calls.map((call) => ({ call, decision: mayCall(role, call, payment) }));
  return [
    ...enabledPieces(use, payment),
    ...strangersPieces(use, policy.statements),
    verdictOf(byKey, `${title}: ${textOf(key)} for ${named(byKey)}`, (list) => `${textOf(key)} (${title}) does not let the role ${list}`),
    verdictOf(byRole, `${textOf(role)} may`, (list) => `${textOf(role)} may not ${list} with ${textOf(key)} (${title})`),
  ];
}

/** A key that another account may use keeps nothing. */
function strangersPieces({ title, key, actions }: KeyUse, statements: readonly Statement[]): readonly Piece[] {
  const principal = roleIn(FOREIGN_ACCOUNT);
  const context = new Map([
    ["aws:PrincipalArn", principal.arn],
    ["aws:PrincipalAccount", FOREIGN_ACCOUNT],
    ["kms:CallerAccount", FOREIGN_ACCOUNT],
  ]);
  return actions
    .filter((action) => decide(statements, { principal, action, context }) === "allowed")
    .map((action) => missing(`${textOf(key)} (${title}) lets other accounts ${action}`));
}

interface Decided {
  readonly call: Call;
  readonly decision: Decision;
}

function verdictOf(decided: readonly Decided[], good: string, bad: (list: string) => string): Piece {
  const refused = decided.filter(({ decision }) => decision === "notAllowed");
  const unsure = decided.filter(({ decision }) => decision === "unknown");
  if (refused.length > 0) return missing(bad(named(refused)));
  return unsure.length > 0 ? unreadable(`whether it holds cannot be read: ${bad(named(unsure))}`) : found(good);
}

function named(decided: readonly Decided[]): string {
  return decided.map(({ call }) => call.action.replace("kms:", "")).join(", ");
}

/** What every key must be, whoever uses it: enabled, and in the Region where it is used. */
export function enabledPieces({ title, key }: Pick<KeyUse, "title" | "key">, { estate, region }: Payment): readonly Piece[] {
  const { attributes } = key.block;
  const place = placeOf(estate, key);
  const enabled = (["is_enabled", "enabled"] as const).map((name) => (isSet(attributes, name) ? flagAt(attributes, name) : true));
  return [
    ...(enabled.includes(false) ? [missing(`${textOf(key)} (${title}) is disabled`)] : []),
    ...(enabled.includes(undefined) ? [unreadable(`whether ${textOf(key)} (${title}) is enabled cannot be read`)] : []),
    ...(place === region
      ? []
      : [missing(`${textOf(key)} (${title}) is in ${place ?? "no Region that is known"}, not in ${region ?? "the site's"}`)]),
  ];
}

/**
 * What a key can do, which its material has to be made for; a copy can do what the key does that it
 * is a copy of, and that one has to be made for copies.
 */
export function usageOf(key: StackBlock, { estate }: Payment): string | undefined {
  const isCopy = key.block.type === "aws_kms_replica_key";
  const made = isCopy ? follow(estate, key, "primary_key_arn") : key;
  if (made === undefined || (isCopy && flagAt(made.block.attributes, "multi_region") !== true)) return undefined;
  const { attributes } = made.block;
  const usage = isSet(attributes, "key_usage") ? textAt(attributes, "key_usage") : "ENCRYPT_DECRYPT";
  const material = isSet(attributes, "customer_master_key_spec") ? textAt(attributes, "customer_master_key_spec") : "SYMMETRIC_DEFAULT";
  return usage !== undefined && material !== undefined && materialFor[usage]?.test(material) === true ? usage : undefined;
}

/** kms/latest/developerguide/symm-asymm-choose-key-spec: other material does only other things. */
const materialFor: Readonly<Record<string, RegExp>> = { ENCRYPT_DECRYPT: /^SYMMETRIC_DEFAULT$/, GENERATE_VERIFY_MAC: /^HMAC_\d+$/ };

function callOf(action: string, { key, through, alias }: KeyUse, payment: Payment): Call {
  const { account = "", region = "", estate } = payment;
  const [own] = blocksNaming(estate, key, { type: "aws_kms_alias", key: "target_key_id" });
  return {
    action,
    arn: `arn:aws:kms:${region}:${account}:key/any`,
    block: key,
    context: new Map<string, string | undefined>([
      ["kms:ResourceAliases", alias ?? (own === undefined ? undefined : textAt(own.block.attributes, "name"))],
      ["kms:CallerAccount", account],
      ["kms:ViaService", through === undefined ? undefined : `${through}.${region}.amazonaws.com`],
      ["kms:GrantIsForAWSResource", undefined],
    ]),
  };
}

function keyRequest(
  role: StackBlock,
  call: Call,
  { statements, payment }: { readonly statements: readonly Statement[]; readonly payment: Payment },
): PolicyRequest {
  const { principal, action, context } = requestOf(role, call, payment);
  return { principal, action, context: new Map([...chosenByCaller(statements), ...context]) };
}

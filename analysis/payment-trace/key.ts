import { textAt } from "../../synthesized/attributes";
import { follow, targetAt } from "../../synthesized/estate/follow";
import { blocksCalled } from "../../synthesized/estate/literal-names";
import { regionOf } from "../../synthesized/estate/provider";
import { blocksIn, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { blockAt } from "../../synthesized/template";
import { decide, type PolicyRequest, policyOf, type Statement } from "../flows/policies/policy";
import { actions, chosenByCaller } from "./key-request";
import { ledgerKeyPiece } from "./ledger-key";
import { clusterOf, isItsOwnDoor } from "./ledger-parts";
import type { Payment } from "./payment";
import { type Permission, permissionsOf, taskRole } from "./permissions";
import { check, found, missing, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";

/** The keys that the role names by alias: each is in the site's Region and lets the role do what the role is allowed. */
export function keyStep(payment: Payment): TraceStep {
  const role = taskRole(payment);
  const permissions = role === undefined ? undefined : permissionsOf(payment.estate, role);
  const uses = (permissions ?? []).filter(({ Effect, Action }) => Effect === "Allow" && Action.some((action) => action.startsWith("kms:")));
  if (role === undefined || permissions === undefined) return stepOf("key", [found("goes with the role"), ...ledgerKey(payment)]);
  return stepOf("key", [...uses.flatMap((use) => usePieces(use, role, payment)), ...ledgerKey(payment), ...servicePieces(payment)]);
}

function usePieces(use: Permission, role: StackBlock, payment: Payment): readonly Piece[] {
  const aliases = Object.values(use.Condition).flatMap((keys) => keys["kms:ResourceAliases"] ?? []);
  if (aliases.length === 0) return [unreadable(`which key ${textOf(use.policy)} is about cannot be read`)];
  return aliases.map((name) => {
    const alias = blocksCalled(payment.estate, "aws_kms_alias", name).find((one) => regionOf(payment.estate, one) === payment.region);
    const key = alias === undefined ? undefined : targetAt(payment.estate, alias, "target_key_id");
    if (key === undefined) return missing(`there is no ${name} in ${payment.region}`);
    if (key.kind !== "block") return notFound(key, `there is no ${name} in ${payment.region}`);
    return keyPiece({ name, key, use, role }, payment);
  });
}

/** An alias names its key by id. */
function keyOf(alias: StackBlock, { estate }: Payment): StackBlock | undefined {
  return follow(estate, alias, "target_key_id");
}

interface KeyUse {
  readonly name: string;
  readonly key: StackBlock;
  readonly use: Permission;
  readonly role: StackBlock;
}

function keyPiece({ name, key, use, role }: KeyUse, payment: Payment): Piece {
  const policy = policyOf(payment.estate, key);
  if (policy.kind !== "read")
    return policy.kind === "none" ? missing(`${textOf(key)} has no policy`) : unreadable(`the policy of ${textOf(key)} cannot be read`);
  const decisions = use.Action.map((action) => ({
    action,
    decision: decide(policy.statements, requestOf(action, { policy: policy.statements, use, role, payment })),
  }));
  const refused = decisions.filter(({ decision }) => decision === "notAllowed");
  const unsure = decisions.filter(({ decision }) => decision === "unknown");
  if (refused.length > 0) return missing(`${textOf(key)} (${name}) does not let the role ${actions(refused)}`);
  if (unsure.length > 0) return unreadable(`whether ${textOf(key)} (${name}) lets the role ${actions(unsure)} cannot be read`);
  return found(`${name}: ${textOf(key)} for ${actions(decisions)}`);
}

interface Asking {
  readonly policy: readonly Statement[];
  readonly use: Permission;
  readonly role: StackBlock;
  readonly payment: Payment;
}

function requestOf(action: string, { policy, use, role, payment }: Asking): PolicyRequest {
  const account = payment.account ?? "";
  const path = textAt(role.block.attributes, "path") ?? "/";
  const arn = `arn:aws:iam::${account}:role${path}${textAt(role.block.attributes, "name") ?? ""}`;
  const [service] = Object.values(use.Condition).flatMap((keys) => keys["kms:ViaService"] ?? []);
  return {
    principal: { kind: "role", account, arn },
    // A permission may name a family of actions, of which the family's own name is one.
    action: action.replace(/\*$/, ""),
    context: new Map<string, string | undefined>([
      ...chosenByCaller(policy),
      ["aws:PrincipalArn", arn],
      ["aws:PrincipalAccount", account],
      ["kms:CallerAccount", account],
      ["kms:ViaService", service],
      ["kms:GrantIsForAWSResource", undefined],
    ]),
  };
}

/** What the ledger keeps is under a key of its own. */
function ledgerKey(payment: Payment): readonly Piece[] {
  const cluster = clusterOf(payment);
  if (cluster === undefined) return [];
  const key = targetAt(payment.estate, cluster, isItsOwnDoor(cluster) ? "kms_key_id" : "kms_encryption_key");
  if (key.kind !== "block") return [notFound(key, `the key of ${textOf(cluster)} is not there`)];
  const policy = policyOf(payment.estate, key);
  const alias = blocksIn(key.template, "aws_kms_alias").find((one) => isSame(keyOf(one, payment), key));
  const name = alias === undefined ? "no alias" : (textAt(alias.block.attributes, "name") ?? "?");
  switch (policy.kind) {
    case "read":
      return [ledgerKeyPiece({ title: `ledger under ${textOf(key)} (${name})`, cluster }, policy.statements, payment)];
    case "none":
      return [missing(`${textOf(key)} has no policy`)];
    case "unreadable":
      return [unreadable(`the policy of ${textOf(key)} cannot be read`)];
  }
}

/** Keys of what the site's endpoints lead to, as the flow's own trace judges them. */
function servicePieces({ legs, site }: Payment): readonly Piece[] {
  const hops = legs.traces.flatMap(({ policyHops }) => policyHops).filter(({ kind }) => kind === "keyPolicy");
  return [...new Map(hops.map((hop) => [`${hop.address} ${hop.why}`, hop])).values()].map(({ address, verdict, why }) => {
    const text = `${site.stack} ${address} ${why}`;
    if (blockAt(site, address) === undefined) return missing(text);
    return verdict === "undetermined" ? unreadable(text) : check(verdict === "met", text, text);
  });
}

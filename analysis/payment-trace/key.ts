import { textAt } from "../../synthesized/attributes";
import { follow, targetAt } from "../../synthesized/estate/follow";
import { blocksIn, isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { blockAt } from "../../synthesized/template";
import { policyOf } from "../flows/policies/policy";
import { toldPieces } from "./environment";
import { ledgerKeyPiece } from "./ledger-key";
import { clusterOf, isItsOwnDoor } from "./ledger-parts";
import type { Payment } from "./payment";
import { taskRole } from "./permissions";
import { check, found, missing, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";
import { enabledPieces } from "./usable-key";

/** The keys that the tasks are told of, and those of the ledger and of what the site's endpoints lead to. */
export function keyStep(payment: Payment): TraceStep {
  const role = taskRole(payment);
  const told = role === undefined ? [found("goes with the role")] : toldPieces("key", payment);
  return stepOf("key", [...told, ...ledgerKey(payment), ...servicePieces(payment)]);
}

/** An alias names its key by id. */
function keyOf(alias: StackBlock, { estate }: Payment): StackBlock | undefined {
  return follow(estate, alias, "target_key_id");
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
  const enabled = enabledPieces({ title: "the ledger's", key }, payment);
  switch (policy.kind) {
    case "read":
      return [...enabled, ledgerKeyPiece({ title: `ledger under ${textOf(key)} (${name})`, cluster }, policy.statements, payment)];
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

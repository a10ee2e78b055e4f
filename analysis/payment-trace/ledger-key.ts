import type { StackBlock } from "../../synthesized/estate/stack-block";
import { decide, type PolicyRequest, type Statement } from "../flows/policies/policy";
import { actions, chosenByCaller } from "./key-request";
import { isItsOwnDoor } from "./ledger-parts";
import type { Payment } from "./payment";
import { found, missing, type Piece, unreadable } from "./step";

export interface LedgerKey {
  /** In words. */
  readonly title: string;
  readonly cluster: StackBlock;
}

type Asker = Omit<PolicyRequest, "action">;

/** Whether a key lets its ledger work under it. */
export function ledgerKeyPiece({ title, cluster }: LedgerKey, statements: readonly Statement[], payment: Payment): Piece {
  const isAurora = isItsOwnDoor(cluster);
  const asker = isAurora ? maker(statements, payment) : service(statements, payment);
  if (asker === undefined) return missing(`${title}, which lets nobody make the ledger under it`);
  const decisions = (isAurora ? GRANTED : ALLOWED).map((action) => ({ action, decision: decide(statements, { ...asker, action }) }));
  const refused = decisions.filter(({ decision }) => decision === "notAllowed");
  if (refused.length > 0) return missing(`${title}, which does not let the ledger ${actions(refused)}`);
  return decisions.every(({ decision }) => decision === "allowed")
    ? found(title)
    : unreadable(`${title}: whether it lets the ledger use it`);
}

/** What DSQL does with the key in its own name (aurora-dsql/latest/userguide/data-encryption, read 2026-11-25). */
const ALLOWED = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"];

/**
 * What Aurora does in the name of whoever makes a cluster; with the grant that it takes it works on
 * alone (AmazonRDS/latest/AuroraUserGuide/Overview.Encryption, read 2026-11-25).
 */
const GRANTED = [...ALLOWED, "kms:CreateGrant"];

function service(statements: readonly Statement[], { account = "", region = "" }: Payment): Asker {
  return {
    principal: { kind: "service", name: "dsql.amazonaws.com" },
    context: new Map<string, string | undefined>([
      ...chosenByCaller(statements),
      ["aws:SourceAccount", account],
      ["aws:SourceArn", `arn:aws:dsql:${region}:${account}:cluster/any`],
      ["aws:PrincipalArn", undefined],
      ["kms:ViaService", undefined],
      ["kms:GrantIsForAWSResource", undefined],
    ]),
  };
}

/** The first role that the policy lets in through Aurora; none where it lets in nobody. */
function maker(statements: readonly Statement[], { account = "", region = "" }: Payment): Asker | undefined {
  const via = `rds.${region}.amazonaws.com`;
  const through = statements.find(({ Condition }) => Object.values(Condition ?? {}).some((keys) => keys["kms:ViaService"]?.includes(via)));
  const [arn] = Object.values(through?.Condition ?? {}).flatMap((keys) => keys["aws:PrincipalArn"] ?? []);
  if (arn === undefined) return undefined;
  return {
    principal: { kind: "role", account, arn },
    context: new Map<string, string | undefined>([
      ...chosenByCaller(statements),
      ["aws:PrincipalArn", arn],
      ["aws:PrincipalAccount", account],
      ["kms:CallerAccount", account],
      ["kms:ViaService", via],
      ["kms:GrantIsForAWSResource", "true"],
    ]),
  };
}

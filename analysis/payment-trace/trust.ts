import { textAt } from "../../synthesized/attributes";
import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { FOREIGN_ACCOUNT } from "../flows/policies/account";
import { decide, type PolicyRequest, statementsIn } from "../flows/policies/policy";
import type { Payment } from "./payment";
import { check, found, missing, type Piece, unreadable } from "./step";

const TASKS = "ecs-tasks.amazonaws.com";

/** Whether the tasks of this account and Region may become a role, and nobody else. */
export function trustPieces(role: StackBlock, payment: Payment): readonly Piece[] {
  const { account = "", region = "" } = payment;
  const statements = statementsIn(textAt(role.block.attributes, "assume_role_policy") ?? "");
  if (statements === undefined) return [unreadable(`who may become ${textOf(role)} cannot be read`)];
  const allowing = statements.filter(({ Effect }) => Effect === "Allow");
  const others = allowing.filter(({ Principal, Action }) => !isOfTasks(Principal) || Action.join() !== "sts:AssumeRole");
  return [
    tasksPiece(role, decide(statements, asking(account, region))),
    check(
      decide(statements, asking(FOREIGN_ACCOUNT, region)) === "notAllowed",
      "for this account's tasks",
      `tasks of any account may become ${textOf(role)}`,
    ),
    ...others.map(({ Principal, Action }) => missing(`${JSON.stringify(Principal)} may ${Action.join(", ")} ${textOf(role)}`)),
  ];
}

function tasksPiece(role: StackBlock, decision: ReturnType<typeof decide>): Piece {
  switch (decision) {
    case "allowed":
      return found(textOf(role));
    case "notAllowed":
      return missing(`tasks may not become ${textOf(role)}`);
    case "unknown":
      return unreadable(`whether tasks may become ${textOf(role)} cannot be read`);
  }
}

function isOfTasks(principal: "*" | Readonly<Record<string, readonly string[]>>): boolean {
  return principal !== "*" && JSON.stringify(principal) === JSON.stringify({ Service: [TASKS] });
}

/** ECS says for which account and which of its tasks it asks (AmazonECS/latest/developerguide/task-iam-roles). */
function asking(account: string, region: string): PolicyRequest {
  return {
    principal: { kind: "service", name: TASKS },
    action: "sts:AssumeRole",
    context: new Map([
      ["aws:SourceAccount", account],
      ["aws:SourceArn", `arn:aws:ecs:${region}:${account}:any`],
    ]),
  };
}

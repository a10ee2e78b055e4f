import { blocksNamed, targetAt } from "../../synthesized/estate/follow";
import { isSame, type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { containersOf } from "./containers";
import { toldPieces } from "./environment";
import { clusterOf, connectActionOf } from "./ledger-parts";
import type { Payment } from "./payment";
import { about, type Permission, permissionsOf, taskRole } from "./permissions";
import { starterPieces } from "./starter";
import { check, found, missing, notFound, type Piece, stepOf, type TraceStep, unreadable } from "./step";
import { trustPieces } from "./trust";

/** The role that the tasks run under: theirs alone, and allowed to connect to this cell's ledger. */
export function roleStep(payment: Payment): TraceStep {
  const { definition, estate } = payment;
  if (definition === undefined) return stepOf("role", [found("goes with the task")]);
  const role = taskRole(payment);
  if (role === undefined) {
    return stepOf("role", [notFound(targetAt(estate, definition, "task_role_arn"), `${textOf(definition)} has no role`)]);
  }
  const starter = targetAt(estate, definition, "execution_role_arn");
  return stepOf("role", [
    ...trustPieces(role, payment),
    ...(starter.kind === "block" ? starterPieces(starter, payment) : [notFound(starter, "nothing may pull the image and write the log")]),
    ...ledgerPieces(role, payment),
    ...toldPieces("role", payment),
  ]);
}

function ledgerPieces(role: StackBlock, payment: Payment): readonly Piece[] {
  const cluster = clusterOf(payment);
  const permissions = permissionsOf(payment.estate, role);
  if (permissions === undefined) return [unreadable(`what ${textOf(role)} may do cannot be read`)];
  // A ledger that is not there is told by its own step.
  if (cluster === undefined) return [];
  const action = connectActionOf(cluster);
  const allowing = about(permissions, action, "Allow").filter((one) => isAbout(one, cluster, payment));
  const allowed = allowing.find((one) => appliesFrom(one, payment) === "yes");
  const denying = about(permissions, action, "Deny").filter((one) => appliesFrom(one, payment) !== "no");
  const unsure = [...denying, ...allowing].some((one) => appliesFrom(one, payment) === "unknown");
  if (denying.some((one) => appliesFrom(one, payment) === "yes")) return [missing(`${textOf(role)} is denied ${action}`)];
  if (unsure) return [unreadable(`under which conditions ${textOf(role)} may ${action} is not read here`)];
  if (allowed === undefined) return [missing(`${textOf(role)} may not ${action} ${textOf(cluster)} from here`)];
  return [found(`${action} by ${textOf(allowed.policy)}`), ...userPieces(allowed, payment)];
}

/** Aurora's permission names the user of the database too: another one than the tasks are told of would be refused. */
function userPieces({ Action, Resource }: Permission, { definition }: Payment): readonly Piece[] {
  if (!Action.includes("rds-db:connect")) return [];
  const told = definition === undefined ? undefined : containersOf(definition.block)?.flatMap(({ values }) => values);
  if (told === undefined) return [unreadable("as whom the tasks connect cannot be read")];
  const users = Resource.map((resource) => resource.split("/").at(-1) ?? "");
  return [
    check(
      users.every((user) => told.includes(user)),
      `signs in as ${users.join(", ")}`,
      `the tasks are not told of ${users.join(", ")}, whom alone they may sign in as`,
    ),
  ];
}

/** Whether a statement's conditions hold for a call from the site's own network, through an endpoint there. */
function appliesFrom({ Condition, policy }: Permission, { site, estate }: Payment): "yes" | "no" | "unknown" {
  const holds = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      if (key.toLowerCase() !== "aws:sourcevpc") return "unknown";
      const isHere = values.some((value) =>
        blocksNamed(estate, policy.template, value).some((one) => one.template === site && one.block.type === "aws_vpc"),
      );
      switch (operator) {
        case "StringEquals":
          return isHere ? "yes" : "no";
        case "StringNotEquals":
          return isHere ? "no" : "yes";
        case "Null":
          return values.includes("false") ? "yes" : "no";
        default:
          return "unknown";
      }
    }),
  );
  if (holds.includes("no")) return "no";
  return holds.includes("unknown") ? "unknown" : "yes";
}

function isAbout({ Resource, policy }: Permission, cluster: StackBlock, { estate }: Payment): boolean {
  return Resource.some(
    (resource) => resource === "*" || blocksNamed(estate, policy.template, resource).some((one) => isSame(one, cluster)),
  );
}

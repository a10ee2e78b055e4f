import { type StackBlock, textOf } from "../../synthesized/estate/stack-block";
import { type Call, mayCall } from "./call";
import { containersOf } from "./containers";
import { repositoriesOf } from "./image";
import type { Payment } from "./payment";
import { found, missing, type Piece, unreadable } from "./step";
import { trustPieces } from "./trust";

/** The role in whose name ECS pulls the image and writes the log before the tasks' own code runs. */
export function starterPieces(starter: StackBlock, payment: Payment): readonly Piece[] {
  const calls = startingCalls(payment);
  const decided = calls.map((call) => ({ call, decision: mayCall(starter, call, payment) }));
  const refused = decided.filter(({ decision }) => decision === "notAllowed").map(({ call }) => call.action);
  const unsure = decided.filter(({ decision }) => decision === "unknown").map(({ call }) => call.action);
  return [
    ...trustPieces(starter, payment),
    ...(refused.length > 0 ? [missing(`${textOf(starter)} may not ${refused.join(", ")}`)] : []),
    ...(unsure.length > 0 ? [unreadable(`whether ${textOf(starter)} may ${unsure.join(", ")} cannot be read`)] : []),
    ...(refused.length + unsure.length === 0 ? [found(`started by ${textOf(starter)}`)] : []),
  ];
}

/** AmazonECS/latest/developerguide/task_execution_IAM_role, from memory. */
function startingCalls(payment: Payment): readonly Call[] {
  const { account = "", region = "", definition } = payment;
  const containers = definition === undefined ? [] : (containersOf(definition.block) ?? []);
  const groups = [...new Set(containers.flatMap(({ logGroup }) => logGroup ?? []))];
  const call = (action: string, arn: string): Call => ({ action, arn });
  return [
    call("ecr:GetAuthorizationToken", "*"),
    ...repositoriesOf(payment).flatMap(({ arn, block }) =>
      ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"].map((action) => ({ action, arn, block })),
    ),
    ...groups.flatMap((group) =>
      ["logs:CreateLogStream", "logs:PutLogEvents"].map((action) =>
        call(action, `arn:aws:logs:${region}:${account}:log-group:${group}:log-stream:any`),
      ),
    ),
  ];
}

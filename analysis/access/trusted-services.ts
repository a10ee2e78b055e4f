import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { blocksOfType } from "../../synthesized/estate/stack-block";
import { statementsIn } from "../flows/policies/policy";

/** The services that the output's roles trust: a role is handed on to no other. */
export function trustedServices(estate: Estate): readonly string[] {
  return blocksOfType(estate, "aws_iam_role").flatMap(({ block }) => {
    const statements = statementsIn(textAt(block.attributes, "assume_role_policy") ?? "") ?? [];
    return statements.flatMap(({ Principal }) => (Principal === "*" ? [] : (Principal["Service"] ?? [])));
  });
}

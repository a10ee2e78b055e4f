import type { GateOf } from "../../analysis/rollout/human-gate";
import { act, type Instructions, terraformIn } from "./instructions";

export function regionsInstructions({ regions }: GateOf<"regions">): Instructions {
  return {
    title: `Turn on ${regions.join(", ")}, which an account has to ask for`,
    acts: [
      act(
        "Ask for each. AWS takes minutes, sometimes hours.",
        ...regions.map((region) => `aws account enable-region --region-name ${region}`),
      ),
      act(
        "Each says ENABLED:",
        ...regions.map((region) => `aws account get-region-opt-status --region-name ${region} --query RegionOptStatus --output text`),
      ),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

export function serviceRolesInstructions({ stack, roles }: GateOf<"serviceRoles">, output: string): Instructions {
  const ask = ({ service }: { readonly service: string }): string =>
    `aws iam list-roles --path-prefix /aws-service-role/${service}/ --query 'Roles[].Arn' --output text`;
  return {
    title: "Adopt the roles that AWS makes once per account, where it has",
    acts: [
      act("Look. Where nothing is printed there is nothing to do.", ...roles.map(ask)),
      act(
        "Where an ARN is printed, let Terraform take that role on, with the ARN in the place of ROLE-ARN:",
        terraformIn(output, stack, "init"),
        ...roles.map(({ address }) => terraformIn(output, stack, `import ${address} ROLE-ARN`)),
      ),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

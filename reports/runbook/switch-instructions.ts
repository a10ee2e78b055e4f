import { act, type Instructions, terraformIn } from "./instructions";

// A long line would be broken at a space, and within quotes a shell takes no backslash for a break: so it has none.
const BOTH_ON = '[.switch_arns.value[]|{RoutingControlArn:.,RoutingControlState:"On"}]';

/** The last thing of a first deployment: switches are off when they are made, and no plan sees or sets their state. */
export function switchInstructions(output: string, stack: string): Instructions {
  return {
    title: "Switch both sites on, where they are not: until then health decides nothing",
    acts: [
      act(
        "Keep the endpoints and ARNs where they can be read without AWS. Any endpoint will do, with the Region beside it:",
        `${terraformIn(output, stack, "output -json")} > switches.json`,
        "jq '{endpoints: .switch_endpoints.value, switches: .switch_arns.value}' switches.json",
        `aws route53-recovery-cluster update-routing-control-states --region REGION --endpoint-url ENDPOINT --update-routing-control-state-entries "$(jq -c '${BOTH_ON}' switches.json)"`,
      ),
      act(
        "On is printed twice:",
        "aws route53-recovery-cluster list-routing-controls --region REGION --endpoint-url ENDPOINT --query 'RoutingControls[].RoutingControlState' --output text",
      ),
    ],
    runbook: "docs/runbooks/routing-controls.md",
  };
}

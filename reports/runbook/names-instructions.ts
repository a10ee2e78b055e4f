import type { GateOf } from "../../analysis/rollout/human-gate";
import { act, type Instructions } from "./instructions";

export function delegationInstructions({ zone }: GateOf<"delegation">): Instructions {
  const above = zone.split(".").slice(1).join(".");
  return {
    title: `Delegate ${zone} while Terraform waits for it`,
    acts: [
      act(
        `Have whoever runs the zone ${above} at hand. The apply makes the zone ${zone} first, and then waits for certificates ` +
          "that are issued only when the zone above names ours: up to 75 minutes. Meanwhile, in another terminal, look up the " +
          "name servers:",
        zoneId(zone),
        'aws route53 get-hosted-zone --id "$ZONE" --query DelegationSet.NameServers --output text',
      ),
      act(
        `In the zone ${above}, make an NS record for ${zone} with these four. If the apply gives up before, run the step again: ` +
          "it goes on where it was. The four are printed here when it is done:",
        `dig +short NS ${zone}`,
      ),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

export function delegationSignerInstructions({ zone }: GateOf<"delegationSigner">): Instructions {
  const above = zone.split(".").slice(1).join(".");
  return {
    title: `Publish the DS record of ${zone}`,
    acts: [
      act(
        `The zone is signed; resolvers check that when the zone ${above}, which has to be signed itself, has this DS record:`,
        zoneId(zone),
        `aws route53 get-dnssec --hosted-zone-id "$ZONE" --query 'KeySigningKeys[].DSRecord' --output text`,
      ),
      act(
        "A wrong one takes the whole zone off the internet for whoever checks, so compare before and after. Here it is printed, " +
          "and the answer's flags have ad:",
        `dig +short DS ${zone}`,
        `dig +dnssec SOA ${zone} @1.1.1.1`,
      ),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

export function onCallInstructions({ subscriptions }: GateOf<"onCall">): Instructions {
  const regions = [...new Set(subscriptions.map(({ region }) => region))];
  const endpoints = [...new Set(subscriptions.map(({ endpoint }) => endpoint))];
  return {
    title: "Confirm that alarms reach somebody",
    acts: [
      act(
        `${endpoints.join(" and ")} got a message from each of ${regions.length} Regions and must confirm each: a link in the mail, ` +
          "a request that the pager answers. Nothing but addresses of subscriptions is printed in the last column, and nowhere " +
          "PendingConfirmation:",
        ...regions.map(
          (region) => `aws sns list-subscriptions --region ${region} --query 'Subscriptions[].[Endpoint,SubscriptionArn]' --output text`,
        ),
      ),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

function zoneId(zone: string): string {
  const ours = `HostedZones[?Name=='${zone}.' && !Config.PrivateZone].Id | [0]`;
  return `ZONE=$(aws route53 list-hosted-zones-by-name --dns-name ${zone} --query "${ours}" --output text)`;
}

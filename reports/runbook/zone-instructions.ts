import type { GateOf } from "../../analysis/rollout/human-gate";
import { type Act, act, type Instructions } from "./instructions";

type ZonesInUse = GateOf<"zoneOffers">["regions"][number];

export function zoneOffersInstructions({ regions }: GateOf<"zoneOffers">): Instructions {
  const untold = [...new Set(regions.flatMap((region) => region.untold))];
  return {
    title: `See that the sites' zones in ${regions.map(({ region }) => region).join(" and ")} have what goes into them`,
    acts: [
      ...regions.filter(({ services }) => services.length > 0).map(asking),
      ...(untold.length === 0
        ? []
        : [act(`Of ${untold.join(" and ")} nothing tells the zones beforehand: ask AWS's support, or see the apply end there.`)]),
    ],
    runbook: "docs/runbooks/first-deployment.md",
  };
}

/** AWS shuffles the names of zones for each account, and answers with names. */
function asking({ region, zones, services }: ZonesInUse): Act {
  return act(
    `The first command prints this account's names of the zones in ${region}, the second a line for each service with the zones that ` +
      "have it: all of the first are in every line. Where one is missing, put another zone into the deployment file and begin with " +
      "synth: nothing is made yet.",
    `aws ec2 describe-availability-zones --region ${region} --zone-ids ${zones.join(" ")} --query 'AvailabilityZones[].[ZoneId,ZoneName]' --output text`,
    `aws ec2 describe-vpc-endpoint-services --region ${region} --service-names ${services.join(" ")} ` +
      "--query 'ServiceDetails[].[ServiceName,join(`, `,sort(AvailabilityZones))]' --output text",
  );
}

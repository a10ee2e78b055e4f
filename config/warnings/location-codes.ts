import { directConnectLocation } from "../../facts/direct-connect-locations";
import type { Deployment } from "../deployment";
import type { Finding } from "../fault";
import { repeats } from "../repeats";

/** A port's location cannot be changed, and Terraform compares its spelling by the letter. */
export function locationCodeWarnings({ links }: Deployment): readonly Finding[] {
  const again = new Set(repeats(links, ({ dxLocation }) => dxLocation).map(({ index }) => index));
  return links.flatMap(({ dxLocation }, index): readonly Finding[] => {
    const { apiCode, associatedRegion } = directConnectLocation(dxLocation);
    if (apiCode !== undefined || again.has(index)) return [];
    return [
      {
        path: ["links", index, "dxLocation"],
        at: "value",
        what: `Nobody has compared the code ${dxLocation} with AWS's own spelling, which can differ (EQSY3 is EqSY3).`,
        allowed: "A code whose `apiCode` is in facts/direct-connect-locations.ts; before the order, since a port keeps the code.",
        mend: `Look it up with \`aws directconnect describe-locations --region ${associatedRegion}\` and write it there.`,
      },
    ];
  });
}

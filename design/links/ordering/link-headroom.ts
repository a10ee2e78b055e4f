import type { Deployment } from "../../../config/deployment";
import type { Finding } from "../../../config/fault";
import { lossesOf } from "./link-losses";
import { linkPeak, siteGbpsOf } from "./link-peak";

/** Warnings that today's peak does not fit through what the loss of one thing leaves. */
export function linkHeadroomWarnings(deployment: Deployment): readonly Finding[] {
  const peak = linkPeak(deployment);
  if (peak === undefined || deployment.links.length === 0) return [];
  const short = lossesOf(deployment.links, siteGbpsOf(deployment)).filter(({ leftGbps }) => leftGbps < peak.gbps);
  const [worst] = short.toSorted((one, other) => one.leftGbps - other.leftGbps);
  if (worst === undefined) return [];
  const others = short.length === 1 ? "" : `, as ${short.length - 1} other losses do`;
  return [
    {
      path: ["linkTraffic"],
      at: "key",
      what: `Losing ${worst.risk === "site" ? "site " : ""}${worst.things.join(" and ")} leaves ${worst.leftGbps} Gbit/s of private lines${others}, and the peak is ${round(peak.gbps)}.`,
      allowed:
        "Links that carry the peak after the loss of any one connection, device, location, data centre, carrier, route, duct, entry or site.",
      mend: "See what could be ordered, and what it would do, with `npx twinsite show links --options`.",
    },
  ];
}

function round(gbps: number): number {
  return Math.round(gbps * 10) / 10;
}

import { aliasTimeToLive, healthProbe, slowestDnsRecoverySeconds } from "../../../facts/dns-failover";
import type { Draft } from "../../draft";
import type { Finding } from "../../fault";

/** Internet clients are moved by names alone: sooner than names can do it is no objective but a wish. */
export function dnsRecoveryFindings({ objectives }: Draft): readonly Finding[] {
  const slowest = slowestDnsRecoverySeconds();
  if (objectives === undefined || objectives.recovery.internetSeconds >= slowest) return [];
  const { failures, intervalSeconds, timeoutSeconds } = healthProbe;
  return [
    {
      path: ["objectives", "recovery", "internetSeconds"],
      at: "value",
      what: `Names need up to ${slowest} seconds to lead clients away from a lost site, so ${objectives.recovery.internetSeconds} cannot be kept.`,
      allowed: `From ${slowest}: ${failures} checks of ${intervalSeconds} seconds and a time-out of ${timeoutSeconds}, then ${aliasTimeToLive.seconds} seconds in which a client may keep the old address.`,
      mend: `Write at least ${slowest}, and some more for what AWS does not publish; whoever needs less connects over private lines to both sites.`,
    },
  ];
}

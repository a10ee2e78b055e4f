import type { Deployment, SiteName } from "../../config/deployment";
import { isRaisable } from "../../config/sections/raised-rates";
import { paymentRates } from "../../facts/payment-rates";
import type { AlarmDesign } from "../foundation/alarms";
import { siteNameOf } from "../foundation/naming";

type Watched = "firewall" | "kmsCalls" | "logWrites" | "metricWrites" | "resolverEndpoint" | "transitAttachment";

/** An alarm on a rate that AWS limits on a payment's way through a site. */
export type RateAlarm = AlarmDesign<Watched>;

/** Per cent of a limit at which there is still time to have it raised, or to send payments elsewhere. */
const NEARLY = 80;

type Told = Pick<RateAlarm, "evaluationPeriods" | "id" | "metric" | "threshold"> & { readonly says: string };

/**
 * Alarms at four fifths of each rate whose use AWS publishes. What has a limit of its own in each
 * zone is held against what a lost zone leaves, so that it rings while all zones are there.
 */
export function rateAlarms(deployment: Deployment, site: SiteName): readonly RateAlarm[] {
  return [...callAlarms(), ...zoneAlarms(deployment, site)].map(({ says, ...alarm }) => ({
    ...alarm,
    name: siteNameOf(deployment, site, alarm.id),
    description: `Four fifths ${says}`,
    comparison: "GreaterThanThreshold",
    missingData: "notBreaching",
    tells: "troubleAndItsEnd",
    runbook: "rate-near-limit",
  }));
}

/** Quotas of the account in the Region, held against what Service Quotas has now. */
function callAlarms(): readonly Told[] {
  const calls = (id: string, of: "kmsCalls" | "logWrites" | "metricWrites", what: string): Told => ({
    id: `rate-${id}`,
    says: `of the calls that ${what} takes in the Region are used up: what is over is refused, and payments with it`,
    metric: { of, name: "CallCount", statistic: "Sum", periodSeconds: 60, share: "ofQuota" },
    threshold: NEARLY,
    evaluationPeriods: 3,
  });
  return [calls("kms", "kmsCalls", "KMS"), calls("logs", "logWrites", "CloudWatch Logs"), calls("metrics", "metricWrites", "CloudWatch")];
}

function zoneAlarms(deployment: Deployment, site: SiteName): readonly Told[] {
  const left: Left = (rate, seconds) => (NEARLY * seconds * leftOf(deployment, site, rate)) / 100;
  return [
    {
      id: "rate-resolver",
      says: "of the look-ups are asked that the resolver's addresses answer with a zone lost: the rest get none",
      metric: { of: "resolverEndpoint", name: "InboundQueryVolume", statistic: "Sum", periodSeconds: 300 },
      threshold: left("trackedResolverQueries", 300),
      evaluationPeriods: 1,
    },
    {
      id: "rate-firewall",
      says: "of the bytes pass that the firewall takes with a zone lost: what is over is dropped",
      metric: { of: "firewall", name: "ReceivedBytes", statistic: "Sum", periodSeconds: 60, query: { id: "bytes" } },
      threshold: bytes(left("firewallBandwidth", 60)),
      evaluationPeriods: 3,
    },
    ...attachmentAlarms(left),
  ];
}

/** The attachment of the site's network: all that lines and the twin bring passes it, so theirs need none. */
function attachmentAlarms(left: Left): readonly Told[] {
  return (["In", "Out"] as const).flatMap((direction): readonly Told[] => {
    const way = direction === "In" ? "from the site's network into" : "to the site's network out of";
    const sum = (name: string) => ({ of: "transitAttachment", name: `${name}${direction}`, statistic: "Sum", periodSeconds: 60 }) as const;
    return [
      {
        id: `rate-attachment-bytes-${direction.toLowerCase()}`,
        says: `of the bytes pass ${way} the transit gateway that it takes with a zone lost: what is over is dropped`,
        metric: sum("Bytes"),
        threshold: bytes(left("networkAttachmentBandwidth", 60)),
        evaluationPeriods: 3,
      },
      {
        id: `rate-attachment-packets-${direction.toLowerCase()}`,
        says: `of the packets pass ${way} the transit gateway that it takes with a zone lost: what is over is dropped`,
        metric: sum("Packets"),
        threshold: left("networkAttachmentPackets", 60),
        evaluationPeriods: 3,
      },
    ];
  });
}

type ZonalRate = "firewallBandwidth" | "networkAttachmentBandwidth" | "networkAttachmentPackets" | "trackedResolverQueries";
/** What four fifths of a rate come to in so many seconds, with a zone lost. */
type Left = (rate: ZonalRate, seconds: number) => number;

/** Of all zones but one, as much as the account has: what was raised, where the file says so. */
function leftOf({ sites, capacity }: Deployment, site: SiteName, rate: ZonalRate): number {
  const raised = isRaisable(rate) ? capacity.raisedRates?.[rate] : undefined;
  return (sites[site].zones.length - 1) * Math.max(paymentRates()[rate].standard, raised ?? 0);
}

function bytes(gigabits: number): number {
  return Math.round((gigabits * 1e9) / 8);
}

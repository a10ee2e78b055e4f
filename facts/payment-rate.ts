import { regions, type Sourced } from "./regions";

/** Whether and how AWS publishes what is used of a rate, as a metric that an alarm can read. */
export type RateUsage =
  /** A metric whose name and dimensions a page tells; a value in brackets is the resource's own. */
  | {
      readonly kind: "metric";
      readonly namespace: string;
      readonly metric: string;
      readonly dimensions: Readonly<Record<string, string>>;
    }
  /** AWS lists the service among those that publish calls in AWS/Usage, and not which of its calls: look once. */
  | { readonly kind: "serviceListed"; readonly service: string; readonly resource: string }
  /** No page names any. */
  | { readonly kind: "none" };

/** A rate that AWS limits on a payment's way. */
export interface PaymentRate extends Sourced {
  /** As AWS calls it. */
  readonly name: string;
  /** What `aws service-quotas` calls the service. */
  readonly service: string;
  /** Absent where AWS's pages tell none. */
  readonly code?: string;
  readonly unit: "capacityUnits" | "connections" | "gigabits" | "packets" | "queries" | "requests" | "tasks";
  readonly per: "second" | "minute" | "moment";
  /** What has one of its own: everything of the account in a Region shares the first. */
  readonly within:
    | "accountAndRegion"
    | "address"
    | "attachmentAndZone"
    | "balancer"
    | "cluster"
    | "endpointAndZone"
    | "firewallAndZone"
    | "networkInterface"
    | "service"
    | "webFilter";
  /** What an account has that asked for no more; a new one may start lower. */
  readonly standard: number;
  /** In Regions where it is another. */
  readonly standardIn?: Readonly<Record<string, number>>;
  /** Regions without the service. */
  readonly notOfferedIn?: readonly string[];
  /** Regions of which no page says whether they have the service. */
  readonly notReadIn?: readonly string[];
  readonly raised: "byServiceQuotas" | "bySupport" | "byAccountTeam" | "never";
  readonly usage: RateUsage;
  /** What counts against it. */
  readonly counts: string;
}

/** What an account has of a rate in a Region that asked for no more. */
export function rateIn(rate: PaymentRate, region: string): number | "notOffered" | "notRead" {
  const isKnown = regions.some((fact) => fact.region === region);
  if (!isKnown || rate.notReadIn?.includes(region) === true) return "notRead";
  if (rate.notOfferedIn?.includes(region) === true) return "notOffered";
  return rate.standardIn?.[region] ?? rate.standard;
}

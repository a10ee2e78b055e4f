import type { Deployment, SiteName } from "../../config/deployment";
import { isRaisable } from "../../config/sections/raised-rates";
import { type PaymentRate, rateIn } from "../../facts/payment-rate";
import { type PaymentRateName, paymentRates } from "../../facts/payment-rates";
import { type RateNeed, type RateNeeds, rateNeeds, type UsesDeclared, wholeNeed } from "../layout/rate-needs";
import { balancerNeeds } from "./balancer-needs";

/** How a rate's limit stands to what the whole peak on one site, a zone of it lost, needs. */
export type RateVerdict =
  | { readonly kind: "fits" }
  /** Too little, and AWS gives more to who asks. */
  | { readonly kind: "ask" }
  /** Too little, and AWS gives nobody more. */
  | { readonly kind: "beyond" }
  /** So many at once do not start: what nothing waits for takes as long. */
  | { readonly kind: "takes"; readonly seconds: number }
  | { readonly kind: "atOnce"; readonly of: number }
  | { readonly kind: "notDeclared"; readonly missing: UsesDeclared }
  | { readonly kind: "notUsed"; readonly why: string }
  | { readonly kind: "notOffered" }
  /** No page says whether the Region has the service. */
  | { readonly kind: "unknown" };

/** One rate at one site, or at both where they are alike. */
export interface PaymentRateRow {
  readonly rate: PaymentRateName;
  readonly name: string;
  readonly service: string;
  readonly code?: string;
  readonly unit: PaymentRate["unit"];
  readonly per: PaymentRate["per"];
  readonly within: PaymentRate["within"];
  readonly raised: PaymentRate["raised"];
  readonly sites: readonly SiteName[];
  readonly needed?: number;
  readonly limit?: number;
  readonly verdict: RateVerdict;
}

/** Every limited rate of a payment's way: what the peak needs of it and what there is. */
export function paymentRateRows(deployment: Deployment): readonly PaymentRateRow[] {
  const [atA, atB] = [rowsAt(deployment, "a"), rowsAt(deployment, "b")];
  return atA.flatMap((row, index) => {
    const other = atB[index];
    if (other === undefined) return [row];
    return isAlike(row, other) ? [{ ...row, sites: [...row.sites, ...other.sites] }] : [row, other];
  });
}

function isAlike(one: PaymentRateRow, other: PaymentRateRow): boolean {
  return JSON.stringify({ ...one, sites: [] }) === JSON.stringify({ ...other, sites: [] });
}

function rowsAt(deployment: Deployment, site: SiteName): readonly PaymentRateRow[] {
  const needs: RateNeeds<PaymentRateName> = { ...rateNeeds(deployment, site), ...balancerNeeds(deployment, site) };
  const rates: readonly PaymentRateName[] = names;
  return rates.map((rate) => rowOf(deployment, site, { rate, need: needs[rate] }));
}

/** In the order of a payment's way: in, through, to what tasks call, and what starts tasks. */
const names = [
  "trackedResolverQueries",
  "resolverQueries",
  "lineAttachmentBandwidth",
  "lineAttachmentPackets",
  "networkAttachmentBandwidth",
  "networkAttachmentPackets",
  "firewallBandwidth",
  "webFilterRequests",
  "balancerUnits",
  "unitsOfABalancer",
  "fixedBalancerUnits",
  "kmsCalls",
  "pinCalls",
  "secretReads",
  "ledgerConnections",
  "newLedgerConnections",
  "endpointBandwidth",
  "ownResolverPackets",
  "logWrites",
  "metricWrites",
  "taskLaunchBurst",
  "taskLaunches",
  "serviceLaunches",
] as const satisfies readonly PaymentRateName[];

interface Reckoned {
  readonly rate: PaymentRateName;
  readonly need: RateNeed;
}

function rowOf(deployment: Deployment, site: SiteName, { rate, need }: Reckoned): PaymentRateRow {
  const { name, service, code, unit, per, within, raised }: PaymentRate = paymentRates()[rate];
  const limit = limitAt(deployment, site, rate);
  return {
    rate,
    name,
    service,
    ...(code === undefined ? {} : { code }),
    unit,
    per,
    within,
    raised,
    sites: [site],
    ...("amount" in need ? { needed: rounded(need.amount, unit) } : {}),
    ...(typeof limit === "number" ? { limit } : {}),
    verdict: verdictOf(need, limit, { raised, per, unit }),
  };
}

/** Parts of a gigabit count; of what comes in wholes, a part is a whole. */
function rounded(amount: number, unit: PaymentRate["unit"]): number {
  return unit === "gigabits" ? wholeNeed(amount) : Math.ceil(wholeNeed(amount));
}

/** What the account has at a site: AWS's default, or more where the file says that it was raised. */
function limitAt({ capacity, sites }: Deployment, site: SiteName, name: PaymentRateName): ReturnType<typeof rateIn> {
  const standard = rateIn(paymentRates()[name], sites[site].region);
  if (typeof standard !== "number") return standard;
  return Math.max(standard, raisedTo(capacity, name) ?? 0);
}

export function raisedTo({ raisedQuotas, raisedRates }: Deployment["capacity"], name: PaymentRateName): number | undefined {
  if (name === "balancerUnits") return raisedQuotas?.reservedCapacityUnits;
  if (name === "webFilterRequests") return raisedQuotas?.requestsPerWebAcl;
  return isRaisable(name) ? raisedRates?.[name] : undefined;
}

function verdictOf(
  need: RateNeed,
  limit: ReturnType<typeof rateIn>,
  { raised, per, unit }: Pick<PaymentRate, "per" | "raised" | "unit">,
): RateVerdict {
  if (need.kind === "notUsed" || need.kind === "notDeclared") return need;
  if (limit === "notOffered") return { kind: "notOffered" };
  if (limit === "notRead") return { kind: "unknown" };
  const amount = rounded(need.amount, unit);
  if (amount <= limit) return { kind: "fits" };
  if (need.kind === "once") return later(amount, limit, per);
  return raised === "never" ? { kind: "beyond" } : { kind: "ask" };
}

function later(amount: number, limit: number, per: PaymentRate["per"]): RateVerdict {
  if (per === "moment") return { kind: "atOnce", of: limit };
  return { kind: "takes", seconds: Math.ceil((amount / limit) * (per === "minute" ? 60 : 1)) };
}

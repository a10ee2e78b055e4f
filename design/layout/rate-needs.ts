import type { Deployment, SiteName } from "../../config/deployment";
import { dsqlQuotas } from "../../facts/dsql";
import { logDriver } from "../../facts/log-driver";
import type { PaymentRateName } from "../../facts/payment-rates";
import { siteLayout } from "../foundation/site-regions";
import { cellPeak, cellsOf, rollout, tasksPerCell } from "./capacity";

/** A part of the deployment file that a need follows from. */
export type UsesDeclared = "capacity.perPayment" | "capacity.perTask" | "linkTraffic";

/** What the whole peak on one site, with one of its zones lost, needs of a rate. */
export type RateNeed =
  | { readonly kind: "needed"; readonly amount: number }
  /** Not a rate that goes on: so many at once, and the rest waits. */
  | { readonly kind: "once"; readonly amount: number }
  | { readonly kind: "notDeclared"; readonly missing: UsesDeclared }
  | { readonly kind: "notUsed"; readonly why: string };

/** Rates whose needs do not ask which load balancers there are. */
export type ReckonedRate = Exclude<PaymentRateName, "balancerUnits" | "fixedBalancerUnits" | "unitsOfABalancer" | "webFilterRequests">;

export type RateNeeds<Name extends PaymentRateName = ReckonedRate> = Readonly<Record<Name, RateNeed>>;

const needed = (amount: number): RateNeed => ({ kind: "needed", amount });
const notUsed = (why: string): RateNeed => ({ kind: "notUsed", why });

export function rateNeeds(deployment: Deployment, site: SiteName): RateNeeds {
  return {
    ...callNeeds(deployment),
    ...ledgerNeeds(deployment, site),
    ...writingNeeds(deployment, site),
    ...launchNeeds(deployment, site),
    ...lineNeeds(deployment, site),
    ...zoneNeeds(deployment, site),
  };
}

/** Needs that a figure was declared for, each as a whole: what the Terraform says about them. */
export function declaredNeeds(deployment: Deployment, site: SiteName): readonly { readonly rate: string; readonly needed: number }[] {
  return Object.entries(rateNeeds(deployment, site)).flatMap(([rate, need]) =>
    need.kind === "needed" ? [{ rate, needed: wholeNeed(need.amount) }] : [],
  );
}

/** Up to a tenth: a gigabit has parts, and what binary fractions add to a product of decimals is none. */
export function wholeNeed(amount: number): number {
  return Math.ceil(Number((amount * 10).toPrecision(12))) / 10;
}

type PerPayment = NonNullable<Deployment["capacity"]["perPayment"]>;
type PerTask = NonNullable<Deployment["capacity"]["perTask"]>;

function byPayment({ capacity }: Deployment, need: (uses: PerPayment, peak: number) => RateNeed): RateNeed {
  if (capacity.perPayment === undefined) return { kind: "notDeclared", missing: "capacity.perPayment" };
  return need(capacity.perPayment, capacity.peakPaymentsPerSecond);
}

function byTask({ capacity }: Deployment, need: (uses: PerTask) => RateNeed): RateNeed {
  return capacity.perTask === undefined ? { kind: "notDeclared", missing: "capacity.perTask" } : need(capacity.perTask);
}

/** Calls of the whole peak: in one Region for both sites they are no more, since a payment is at one of them. */
function callNeeds(deployment: Deployment): RateNeeds<"kmsCalls" | "pinCalls" | "secretReads"> {
  return {
    // Secrets Manager decrypts each secret that is read by a call that counts as the account's own.
    kmsCalls: byPayment(deployment, ({ kmsCalls, secretReads }, peak) => needed(peak * (kmsCalls.count + secretReads.count))),
    pinCalls:
      deployment.pinHsm === "paymentCryptography"
        ? byPayment(deployment, ({ pinCalls }, peak) => needed(peak * pinCalls.count))
        : notUsed("PINs are not translated by AWS"),
    secretReads: byPayment(deployment, ({ secretReads }, peak) => needed(peak * secretReads.count)),
  };
}

function ledgerNeeds(deployment: Deployment, site: SiteName): RateNeeds<"ledgerConnections" | "newLedgerConnections"> {
  if (deployment.ledger.engine === "auroraGlobal") {
    const why = notUsed("the ledger is Aurora, whose instances set it");
    return { ledgerConnections: why, newLedgerConnections: why };
  }
  const zones = deployment.sites[site].zones.length;
  const tasks = tasksPerCell(deployment, zones);
  // In one Region, both sites' tasks are at one cluster.
  const sites = siteLayout(deployment) === "oneRegion" ? 2 : 1;
  return {
    ledgerConnections: byTask(deployment, ({ ledgerConnections: { count } }) => needed(sites * rollout(tasks, zones).mostTasks * count)),
    newLedgerConnections: byTask(deployment, ({ ledgerConnections: { count } }) =>
      connecting({ replaced: (sites * tasks * count) / (60 * dsqlQuotas.connectionMinutes), opened: (tasks / zones) * count }),
    ),
  };
}

interface NewConnections {
  /** In a second, all the time. */
  readonly replaced: number;
  /** By the tasks that stand in for a lost zone's. */
  readonly opened: number;
}

/** Beyond the burst, those tasks wait for their connections: the peak is carried by others, and does not. */
function connecting({ replaced, opened }: NewConnections): RateNeed {
  const beyond = opened - dsqlQuotas.connectionBurst;
  if (replaced > dsqlQuotas.newConnectionsPerSecond || beyond <= 0) return needed(replaced);
  return { kind: "once", amount: beyond };
}

/** What all tasks in the Region write: a task that carries nothing writes as well. */
function writingNeeds(deployment: Deployment, site: SiteName): RateNeeds<"logWrites" | "metricWrites"> {
  const tasks = tasksInRegion(deployment, site);
  return {
    logWrites: byPayment(deployment, ({ logBytes }, peak) =>
      needed(tasks / logDriver.flushSeconds + (peak * logBytes.count) / logDriver.batchBytes),
    ),
    metricWrites: byTask(deployment, ({ metricCallsPerMinute }) => needed((tasks * metricCallsPerMinute.count) / 60)),
  };
}

function tasksInRegion(deployment: Deployment, site: SiteName): number {
  const tasksAt = (one: SiteName): number => cellsOf(deployment).length * tasksPerCell(deployment, deployment.sites[one].zones.length);
  return siteLayout(deployment) === "oneRegion" ? tasksAt("a") + tasksAt("b") : tasksAt(site);
}

/** Tasks that stand in for a lost zone's. Nothing waits for them: those of the other zones carry the peak. */
function launchNeeds(deployment: Deployment, site: SiteName): RateNeeds<"serviceLaunches" | "taskLaunchBurst" | "taskLaunches"> {
  const zones = deployment.sites[site].zones.length;
  const ofService = tasksPerCell(deployment, zones) / zones;
  const all: RateNeed = { kind: "once", amount: cellsOf(deployment).length * ofService };
  return { taskLaunchBurst: all, taskLaunches: all, serviceLaunches: { kind: "once", amount: ofService } };
}

const gigabits = (bytes: number): number => (bytes * 8) / 1e9;
/** Files and journals come in packets as large as Ethernet's, or larger. */
const PACKET_BYTES = 1500;

type LineRate = "lineAttachmentBandwidth" | "lineAttachmentPackets" | "networkAttachmentBandwidth" | "networkAttachmentPackets";

/** What lines bring to the site, over the zones that are left: one attachment for all lines, one for the site's network. */
function lineNeeds(deployment: Deployment, site: SiteName): RateNeeds<LineRate> {
  const left = deployment.sites[site].zones.length - 1;
  const { linkTraffic, capacity, links } = deployment;
  if (links.length === 0) return eachLine(notUsed("no private line comes in"), notUsed("no private line comes in"));
  if (linkTraffic === undefined)
    return eachLine({ kind: "notDeclared", missing: "linkTraffic" }, { kind: "notDeclared", missing: "linkTraffic" });
  const other = linkTraffic.other?.gbps ?? 0;
  return eachLine(
    needed((gigabits(capacity.peakPaymentsPerSecond * linkTraffic.payment.bytes) + other) / left),
    byPayment(deployment, ({ linePackets }, peak) => needed((peak * linePackets.count + (other * 1e9) / (8 * PACKET_BYTES)) / left)),
  );
}

function eachLine(bandwidth: RateNeed, packets: RateNeed): RateNeeds<LineRate> {
  return {
    networkAttachmentBandwidth: bandwidth,
    networkAttachmentPackets: packets,
    lineAttachmentBandwidth: bandwidth,
    lineAttachmentPackets: packets,
  };
}

type ZoneRate = "endpointBandwidth" | "firewallBandwidth" | "ownResolverPackets" | "resolverQueries" | "trackedResolverQueries";

/** What each zone that is left takes of the peak, and what one task takes. */
function zoneNeeds(deployment: Deployment, site: SiteName): RateNeeds<ZoneRate> {
  const left = deployment.sites[site].zones.length - 1;
  const other = deployment.linkTraffic?.other?.gbps ?? 0;
  const asked = deployment.flows.some(({ to }) => to === "resolver");
  return {
    resolverQueries: notUsed("the resolver's security group tracks connections"),
    trackedResolverQueries: asked
      ? byPayment(deployment, ({ nameQueries }, peak) => needed((peak * nameQueries.count) / left))
      : notUsed("no participant asks the resolver"),
    ownResolverPackets: byTask(deployment, ({ ownPacketsPerSecond }) => needed(ownPacketsPerSecond.count)),
    firewallBandwidth: byPayment(deployment, ({ firewallBytes }, peak) => needed((gigabits(peak * firewallBytes.count) + other) / left)),
    endpointBandwidth: byPayment(deployment, (uses, peak) => {
      const logs = peak * uses.logBytes.count;
      const ledger = deployment.ledger.engine === "auroraGlobal" ? 0 : cellPeak(deployment) * uses.ledgerBytes.count;
      return needed(gigabits(Math.max(logs, ledger)) / left);
    }),
  };
}

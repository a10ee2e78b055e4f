import type { Deployment, SiteName } from "../../config/deployment";
import type { Finding } from "../../config/fault";
import { applicationBalancerAddresses } from "../../facts/load-balancer-capacity";
import { type AdjustableQuota, adjustableQuotas, type ServiceQuota, standardIn } from "../../facts/service-quotas";
import { siteLayout, siteRegions } from "../foundation/site-regions";
import { cellPeak, cellsOf, rollout, tasksPerCell } from "../layout/capacity";
import { endpointDesigns } from "../network/endpoints";
import { cellHealth } from "../traffic/cell-health";
import { siteSwitches } from "../traffic/site-switches";
import { balancersOf, unitsInRegion } from "./balancer-needs";

/** What the peak needs of AWS's quotas that AWS raises on request: told until the file says that it was. */
export function quotaWarnings(deployment: Deployment): readonly Finding[] {
  return shortQuotas(deployment).filter(({ path }) => !path.includes("raisedQuotas"));
}

/** A quota that the file says was raised, and that the peak has outgrown all the same. */
export function quotaFaults(deployment: Deployment): readonly Finding[] {
  return shortQuotas(deployment).filter(({ path }) => path.includes("raisedQuotas"));
}

function shortQuotas(deployment: Deployment): readonly Finding[] {
  return quotaNeeds(deployment).flatMap(({ quota, needed }): readonly Finding[] => {
    const { name }: ServiceQuota = adjustableQuotas[quota];
    const standard = Math.min(...siteRegions(deployment).map((region) => standardIn(adjustableQuotas[quota], region)));
    const raised = deployment.capacity.raisedQuotas?.[quota];
    if (needed <= (raised ?? standard)) return [];
    return [
      {
        path: raised === undefined ? ["capacity", "peakPaymentsPerSecond"] : ["capacity", "raisedQuotas", quota],
        at: "value",
        what: `The peak needs ${needed} of AWS's quota "${name}", and there are ${raised ?? standard}.`,
        allowed: `${standard} where nobody asked for more; without ${needed}${where(deployment, quota)} not all of it can be started.`,
        mend: `${request(deployment, quota, needed)} Then write the value granted as \`${quota}\` in \`capacity.raisedQuotas\`.`,
      },
    ];
  });
}

function where(deployment: Deployment, quota: AdjustableQuota): string {
  const { askedIn }: ServiceQuota = adjustableQuotas[quota];
  if (askedIn !== undefined) return "";
  return siteLayout(deployment) === "oneRegion" ? " in the one Region" : " in both Regions";
}

function request(deployment: Deployment, quota: AdjustableQuota, needed: number): string {
  const { service, code, askedIn }: ServiceQuota = adjustableQuotas[quota];
  const places = askedIn ?? siteRegions(deployment).join(" and in ");
  if (code === undefined) return `Ask for it in the Service Quotas console, under ${service}, in ${places}.`;
  const command = "aws service-quotas request-service-quota-increase";
  return `Run \`${command} --service-code ${service} --quota-code ${code} --desired-value ${needed}\` in ${places}.`;
}

interface QuotaNeed {
  readonly quota: AdjustableQuota;
  readonly needed: number;
}

/** Needs while a new version comes; each load balancer of a cell has the cell's tasks as targets once (design of the fronts). */
function quotaNeeds(deployment: Deployment): readonly QuotaNeed[] {
  const cells = cellsOf(deployment).length;
  const tasks = Math.max(mostTasks(deployment, "a"), mostTasks(deployment, "b"));
  // What counts in a Region counts for both sites where they are in one.
  const inRegion = cells * (siteLayout(deployment) === "oneRegion" ? 2 : 1);
  return [
    { quota: "fargateVcpus", needed: inRegion * tasks * deployment.capacity.task.vcpu },
    { quota: "reservedCapacityUnits", needed: Math.max(unitsInRegion(deployment, "a"), unitsInRegion(deployment, "b")) },
    { quota: "applicationLoadBalancers", needed: inRegion * balancersOf(deployment) },
    { quota: "networkLoadBalancers", needed: inRegion * networkBalancersOf(deployment) },
    { quota: "trustStores", needed: inRegion },
    { quota: "interfaceEndpoints", needed: Math.max(allEndpointsAt(deployment, "a"), allEndpointsAt(deployment, "b")) },
    { quota: "networkInterfaces", needed: mostInRegion(deployment, interfacesAt) },
    ...databaseNeeds(deployment, cells),
    { quota: "healthChecks", needed: checksOf(deployment) + siteSwitches(deployment).switches.length },
    { quota: "targetsPerApplicationLoadBalancer", needed: tasks },
    { quota: "targetsPerTargetGroup", needed: tasks },
    { quota: "requestsPerWebAcl", needed: cellPeak(deployment) },
  ];
}

/** Load balancers with fixed addresses: for private lines, and for the other site. */
function networkBalancersOf({ flows }: Deployment): number {
  return (["privateLine", "reconciliation"] as const).filter((wanted) => flows.some(({ listener }) => listener === wanted)).length;
}

/** Clusters count twice: the weekly tests restore all of them within hours, and keep each for hours. One subnet group is the tests'. */
function databaseNeeds({ ledger }: Deployment, cells: number): readonly QuotaNeed[] {
  if (ledger.engine !== "auroraGlobal") return [];
  return [
    { quota: "databaseClusters", needed: 2 * cells },
    { quota: "databaseInstances", needed: cells * ledger.instancesPerMember },
    { quota: "databaseParameterGroups", needed: cells },
    { quota: "databaseSubnetGroups", needed: cells + 1 },
  ];
}

/**
 * Endpoints at a site that share AWS's quota: the services' own, one for each cell's ledger that
 * does not stand in the network itself, and the firewall's in each zone, which are of Gateway Load
 * Balancers' kind (vpc/latest/privatelink/vpc-limits-endpoints, read 2026-12-01: one quota for both).
 */
function endpointsAt(deployment: Deployment, site: SiteName): { readonly services: number; readonly firewall: number } {
  const services = endpointDesigns(deployment, site).filter(({ kind }) => kind === "interface").length;
  const ledgers = deployment.ledger.engine === "auroraGlobal" ? 0 : cellsOf(deployment).length;
  return { services: services + ledgers, firewall: deployment.sites[site].zones.length };
}

function allEndpointsAt(deployment: Deployment, site: SiteName): number {
  const { services, firewall } = endpointsAt(deployment, site);
  return services + firewall;
}

/** What the service's tasks, load balancers at their largest, databases and endpoints take; the little that the network itself has comes on top. */
function interfacesAt(deployment: Deployment, site: SiteName): number {
  const { ledger } = deployment;
  const zones = deployment.sites[site].zones.length;
  const databases = ledger.engine === "auroraGlobal" ? ledger.instancesPerMember : 0;
  const fixed = networkBalancersOf(deployment) * zones;
  const ofCell = mostTasks(deployment, site) + balancersOf(deployment) * applicationBalancerAddresses.most + fixed + databases;
  const { services, firewall } = endpointsAt(deployment, site);
  return cellsOf(deployment).length * ofCell + services * zones + firewall;
}

/** Count of whichever Region has more; of both sites together where they are in one. */
function mostInRegion(deployment: Deployment, countAt: (deployment: Deployment, site: SiteName) => number): number {
  const [a, b] = [countAt(deployment, "a"), countAt(deployment, "b")];
  return siteLayout(deployment) === "oneRegion" ? a + b : Math.max(a, b);
}

/**
 * Health checks of every cell at every site: one for each way in, and where a copy may be behind,
 * one for that and one for both together on each way.
 */
function checksOf(deployment: Deployment): number {
  const ofCell = cellHealth(deployment).map(({ privateLine, ledgerLag }) => {
    const ways = privateLine === "none" ? 1 : 2;
    return ledgerLag === "none" ? ways : 2 * ways + 1;
  });
  return ofCell.reduce((total, checks) => total + checks, 0);
}

function mostTasks(deployment: Deployment, site: SiteName): number {
  const zones = deployment.sites[site].zones.length;
  return rollout(tasksPerCell(deployment, zones), zones).mostTasks;
}

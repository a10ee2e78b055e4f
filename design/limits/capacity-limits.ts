import { Address4 } from "ip-address";
import type { Deployment, SiteName } from "../../config/deployment";
import type { Finding } from "../../config/fault";
import { applicationBalancerAddresses } from "../../facts/load-balancer-capacity";
import { tasksPerService } from "../../facts/service-quotas";
import { frontAddresses, type SegmentPlan } from "../layout/address-plan";
import { cellsOf, rollout, tasksPerCell } from "../layout/capacity";
import { planOf } from "../network/parties";
import { hasPrivateLines } from "../traffic/cell-health";

/** AWS keeps the first four addresses of a subnet and the last (vpc/latest/userguide/subnet-sizing, read 2026-11-25). */
const ADDRESSES_OF_AWS = 5;

/** A peak that no request to AWS makes possible. */
export function capacityFindings(deployment: Deployment): readonly Finding[] {
  return [
    ...crowdedServices(deployment),
    ...crowdedSubnets(deployment, "a"),
    ...crowdedSubnets(deployment, "b"),
    ...crowdedFronts(deployment, "a"),
    ...crowdedFronts(deployment, "b"),
  ];
}

function crowdedServices(deployment: Deployment): readonly Finding[] {
  const { a, b } = deployment.sites;
  const tasks = Math.max(tasksPerCell(deployment, a.zones.length), tasksPerCell(deployment, b.zones.length));
  if (tasks <= tasksPerService.standard) return [];
  return [
    {
      path: ["capacity", "cell", "paymentsPerSecond"],
      at: "value",
      what: `A cell needs ${tasks} tasks.`,
      allowed: `At most ${tasksPerService.standard} in an ECS service; AWS raises that for nobody.`,
      mend: "Declare smaller cells, which are more then, or tasks that carry more.",
    },
  ];
}

/**
 * Subnets too small for an address a task, and those that AWS wants free for each load balancer to
 * grow. The worst that must fit: a zone is lost while a new version comes, and all tasks of all
 * cells are in the other zones.
 */
function crowdedSubnets(deployment: Deployment, site: SiteName): readonly Finding[] {
  const { zones, addressSpace } = deployment.sites[site];
  const { mostTasks } = rollout(tasksPerCell(deployment, zones.length), zones.length);
  const cells = cellsOf(deployment).length;
  const { cde, edge } = planOf(deployment, site);
  const [reserved] = frontAddresses(planOf(deployment, site));
  const balancers = cells * applicationBalancerAddresses.freePerSubnet;
  return [
    {
      of: "tasks and private load balancers",
      needed: cells * Math.ceil(mostTasks / (zones.length - 1)) + (hasPrivateLines(deployment) ? balancers : 0),
      there: addressesIn(cde) - (reserved === undefined ? 0 : addressesOf(reserved.reserved)),
    },
    { of: "load balancers of the internet", needed: balancers, there: addressesIn(edge) },
  ]
    .filter(({ needed, there }) => needed > there)
    .map(({ of, needed, there }) => ({
      path: ["sites", site, "addressSpace"],
      at: "value",
      what: `${addressSpace} leaves ${there} addresses for ${of} in a zone, and the peak needs ${needed}.`,
      allowed: "An address for every task, with a zone lost while a new version comes, and for load balancers to grow.",
      mend: "Declare a wider address space before anything is built in it, or tasks and cells that carry more.",
    }));
}

function addressesIn({ subnets }: SegmentPlan): number {
  return Math.min(...subnets.map(({ cidr }) => addressesOf(cidr) - ADDRESSES_OF_AWS));
}

function addressesOf(cidr: string): number {
  return 2 ** (32 - new Address4(cidr).subnetMask);
}

/** Ranges too small for a fixed address a cell and zone, in a range that was reserved before there were cells. */
function crowdedFronts(deployment: Deployment, site: SiteName): readonly Finding[] {
  const needed = cellsOf(deployment).length;
  const there = Math.min(...frontAddresses(planOf(deployment, site)).map(({ cells }) => cells));
  if (needed <= there) return [];
  return [
    {
      path: ["sites", site, "addressSpace"],
      at: "value",
      what: `${deployment.sites[site].addressSpace} leaves fixed addresses for ${there} cells, and the peak needs ${needed}.`,
      allowed: "Fixed addresses in every zone for each cell, one for private lines and one for the other site.",
      mend: "Declare a wider address space before anything is built in it, or cells that carry more.",
    },
  ];
}

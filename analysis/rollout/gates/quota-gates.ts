import { applicationBalancerAddresses } from "../../../facts/load-balancer-capacity";
import { adjustableQuotas, multiRegionClusters, type ServiceQuota, standardIn } from "../../../facts/service-quotas";
import { blocksAt, numberAt, textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { regionOf, regionsOf } from "../../../synthesized/estate/provider";
import { blocksIn } from "../../../synthesized/estate/stack-block";
import { siteOf } from "../../../synthesized/estate/stacks";
import { isList, type Json } from "../../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { HumanGate } from "../human-gate";
import { type NeededRate, neededRates, shortRates } from "./needed-rates";

/** What all sites' stacks in a Region ask of quotas that a new account has too little of: two sites may be in one. */
export function quotasGate(estate: Estate, template: Template): readonly HumanGate[] {
  const own = stacksBeside(estate, template);
  return gate("quotas", regionBy(estate, template, "aws_ecs_service"), {
    quotas: [
      { quota: adjustableQuotas.fargateVcpus, needed: sum(own, processorsOf) },
      { quota: adjustableQuotas.reservedCapacityUnits, needed: sum(own, reservedUnitsOf) },
      { quota: adjustableQuotas.applicationLoadBalancers, needed: sum(own, (one) => balancersIn(one, "application").length) },
      { quota: adjustableQuotas.networkLoadBalancers, needed: sum(own, (one) => balancersIn(one, "network").length) },
      { quota: adjustableQuotas.trustStores, needed: sum(own, (one) => resourcesOf(one, "aws_lb_trust_store").length) },
      // It counts in a network, and every site has its own.
      { quota: adjustableQuotas.interfaceEndpoints, needed: sum(ofSameSite(estate, template), endpointsOf) },
      { quota: adjustableQuotas.networkInterfaces, needed: sum(own, interfacesOf) },
    ],
    rates: neededRates(own),
  });
}

/** Ledgers come steps before cells, and AWS takes days. */
export function ledgerQuotasGate(estate: Estate, template: Template): readonly HumanGate[] {
  const own = stacksBeside(estate, template);
  const made = (type: string): number => sum(own, (one) => resourcesOf(one, type).length);
  return [
    ...gate("ledger-quotas", regionBy(estate, template, "aws_dsql_cluster"), {
      quotas: [{ quota: multiRegionClusters, needed: made("aws_dsql_cluster") }],
    }),
    ...gate("ledger-quotas", regionBy(estate, template, "aws_rds_cluster"), {
      quotas: [
        { quota: adjustableQuotas.databaseClusters, needed: made("aws_rds_cluster") + sum(own, restoredClustersIn) },
        { quota: adjustableQuotas.databaseInstances, needed: made("aws_rds_cluster_instance") },
        { quota: adjustableQuotas.databaseParameterGroups, needed: made("aws_rds_cluster_parameter_group") },
        { quota: adjustableQuotas.databaseSubnetGroups, needed: made("aws_db_subnet_group") },
      ],
    }),
  ];
}

/** Clusters that tests of restores make beside those that they are of, and keep for hours. */
function restoredClustersIn(template: Template): number {
  const tests = resourcesOf(template, "aws_backup_restore_testing_selection").filter(
    ({ attributes }) => textAt(attributes, "protected_resource_type") === "Aurora",
  );
  return tests.reduce((total, { attributes }) => total + listed(attributes["protected_resource_arns"]), 0);
}

interface CountedQuota {
  readonly quota: ServiceQuota;
  readonly needed: number;
}

function gate(
  id: string,
  region: string | undefined,
  { quotas, rates = [] }: { readonly quotas: readonly CountedQuota[]; readonly rates?: readonly NeededRate[] },
): readonly HumanGate[] {
  if (region === undefined) return [];
  const scarce = [...quotas.filter(({ quota, needed }) => needed > standardIn(quota, region)), ...shortRates(rates, region)];
  if (scarce.length === 0) return [];
  return [{ id, kind: "quotas", when: "before", stands: "once", region, quotas: scarce }];
}

/** Region of the site whose stack it is; none where it is no site's or has nothing of the type. */
function regionBy(estate: Estate, template: Template, type: string): string | undefined {
  const [first] = blocksIn(template, type);
  return siteOf(template) === undefined || first === undefined ? undefined : regionOf(estate, first);
}

/** Sites' stacks that work where it does. */
function stacksBeside(estate: Estate, template: Template): readonly Template[] {
  const regions = regionsOf(template);
  return estate.stacks.filter((other) => siteOf(other) !== undefined && regionsOf(other).some((region) => regions.includes(region)));
}

function ofSameSite(estate: Estate, template: Template): readonly Template[] {
  return estate.stacks.filter((other) => siteOf(other) === siteOf(template));
}

function sum(stacks: readonly Template[], of: (template: Template) => number): number {
  return stacks.reduce((total, template) => total + of(template), 0);
}

/** What load balancers hold ready for the peak, whether it comes or not. */
function reservedUnitsOf(template: Template): number {
  const reserved = resourcesOf(template, "aws_lb").flatMap(({ attributes }) => blocksAt(attributes, "minimum_load_balancer_capacity"));
  return reserved.reduce((total, block) => total + (numberAt(block, "capacity_units") ?? 0), 0);
}

/** Processors that a stack's tasks take at most, in the middle of a deployment: old and new tasks side by side. */
function processorsOf(template: Template): number {
  const units = Math.max(0, ...resourcesOf(template, "aws_ecs_task_definition").map(({ attributes }) => numberAt(attributes, "cpu") ?? 0));
  return resourcesOf(template, "aws_ecs_service").reduce((total, service) => total + Math.ceil((tasksAtMost(service) * units) / 1024), 0);
}

function tasksAtMost({ attributes }: Block): number {
  const tasks = numberAt(attributes, "desired_count") ?? 1;
  return Math.ceil((tasks * (numberAt(attributes, "deployment_maximum_percent") ?? 200)) / 100);
}

function balancersIn(template: Template, kind: "application" | "network"): readonly Block[] {
  return resourcesOf(template, "aws_lb").filter(({ attributes }) => (textAt(attributes, "load_balancer_type") ?? "application") === kind);
}

/** Endpoints of one quota: interfaces, Gateway Load Balancers', and a firewall's own in each of its subnets, which are of that kind. */
function endpointsOf(template: Template): number {
  return endpointsIn(template, ["Interface", "GatewayLoadBalancer"]).length + firewallEndpointsIn(template);
}

function endpointsIn(template: Template, types: readonly string[]): readonly Block[] {
  return resourcesOf(template, "aws_vpc_endpoint").filter(({ attributes }) =>
    types.includes(textAt(attributes, "vpc_endpoint_type") ?? "Gateway"),
  );
}

function firewallEndpointsIn(template: Template): number {
  const firewalls = resourcesOf(template, "aws_networkfirewall_firewall");
  return firewalls.reduce((total, { attributes }) => total + blocksAt(attributes, "subnet_mapping").length, 0);
}

/** Network interfaces: one for each task and each instance of a database, one for each subnet of an endpoint or network load balancer, and as many as an application load balancer may come to take. */
function interfacesOf(template: Template): number {
  const tasks = resourcesOf(template, "aws_ecs_service").reduce((total, service) => total + tasksAtMost(service), 0);
  const ofEndpoints = endpointsIn(template, ["Interface", "GatewayLoadBalancer"]).reduce(
    (total, { attributes }) => total + listed(attributes["subnet_ids"]),
    firewallEndpointsIn(template),
  );
  const fixed = balancersIn(template, "network").reduce((total, { attributes }) => {
    return total + listed(attributes["subnets"]) + blocksAt(attributes, "subnet_mapping").length;
  }, 0);
  const ofDatabases = resourcesOf(template, "aws_rds_cluster_instance").length;
  return tasks + ofEndpoints + ofDatabases + fixed + balancersIn(template, "application").length * applicationBalancerAddresses.most;
}

function listed(value: Json | undefined): number {
  return isList(value) ? value.length : 0;
}

import { z } from "zod";
import { type AdjustableQuota, adjustableQuotas, type ServiceQuota } from "../../facts/service-quotas";
import { basis } from "./basis";
import { perPayment, perTask } from "./payment-uses";
import { raisedRates } from "./raised-rates";

/** How much the service must carry, and what its parts are known or taken to carry. */

const perSecond = (most: number, description: string, example: number) =>
  z
    .int()
    .min(1)
    .max(most)
    .meta({ description, examples: [example] });

const raised = (quota: AdjustableQuota, example: number) => {
  const { name, standard }: ServiceQuota = adjustableQuotas[quota];
  return z
    .int()
    .min(standard + 1)
    .max(100_000_000)
    .optional()
    .meta({ description: `${name}: ${standard} where nobody asked for more.`, examples: [example] });
};

/** One value for both Regions: the sites are each other's mirror. */
const raisedQuotas = z
  .strictObject({
    fargateVcpus: raised("fargateVcpus", 640),
    applicationLoadBalancers: raised("applicationLoadBalancers", 100),
    networkLoadBalancers: raised("networkLoadBalancers", 100),
    reservedCapacityUnits: raised("reservedCapacityUnits", 4800),
    targetsPerApplicationLoadBalancer: raised("targetsPerApplicationLoadBalancer", 2000),
    targetsPerTargetGroup: raised("targetsPerTargetGroup", 2000),
    trustStores: raised("trustStores", 30),
    interfaceEndpoints: raised("interfaceEndpoints", 100),
    networkInterfaces: raised("networkInterfaces", 10_000),
    databaseClusters: raised("databaseClusters", 60),
    databaseInstances: raised("databaseInstances", 100),
    databaseParameterGroups: raised("databaseParameterGroups", 100),
    databaseSubnetGroups: raised("databaseSubnetGroups", 100),
    healthChecks: raised("healthChecks", 400),
    requestsPerWebAcl: raised("requestsPerWebAcl", 200_000),
  })
  .optional()
  .meta({ description: "Quotas of AWS's that were raised for this account, in both sites' Regions, with the value they have now." });

export const capacity = z
  .strictObject({
    peakPaymentsPerSecond: perSecond(
      10_000_000,
      "Payments a second at the peak, over all cells. Each site alone carries all of them.",
      40_000,
    ),
    cell: z
      .strictObject({
        paymentsPerSecond: perSecond(1_000_000, "Payments a second that one cell's ledger and load balancers carry.", 40_000),
        basis,
      })
      .meta({ description: "A cell: more load is more cells, never a bigger one." }),
    task: z
      .strictObject({
        paymentsPerSecond: perSecond(100_000, "Payments a second that one task carries.", 500),
        basis,
        vcpu: z.literal([1, 2, 4, 8, 16]).meta({ description: "Processors of a task, of those that Fargate offers.", examples: [4] }),
        memoryGiB: z
          .int()
          .min(2)
          .max(120)
          .meta({ description: "Memory of a task, of what Fargate offers with its processors.", examples: [8] }),
      })
      .meta({ description: "A task of the payment service." }),
    perPayment,
    perTask,
    raisedQuotas,
    raisedRates,
  })
  .meta({ description: "The peak, and the capacities that cells and tasks follow from." });

/** As many cells as the peak needs: more load is more cells, never a bigger one. */
export function cellCount({ peakPaymentsPerSecond, cell }: z.infer<typeof capacity>): number {
  return Math.ceil(peakPaymentsPerSecond / cell.paymentsPerSecond);
}

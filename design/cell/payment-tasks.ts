import type { Deployment, SiteName } from "../../config/deployment";
import { siteNameOf } from "../foundation/naming";
import { scopeOf, segmentTags, type Tags } from "../foundation/tags";
import type { AlertRule } from "../guardrails/alert-rules";
import { type SilenceAlarm, silenceAlarm } from "../guardrails/silence-alarm";
import { type Cell, rollout, tasksPerCell } from "../layout/capacity";
import { paymentServiceRole } from "../layout/payment-service";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { type TaskAlarm, taskAlarms, taskRules, type WatchedService } from "./payment-alarms";
import { type ContainerDesign, containerDesign } from "./payment-container";
import { paymentPermissions } from "./payment-permissions";
import { executionPermissions, taskTrust } from "./task-execution";

/** The payment service of a cell at one site: as many tasks as carry its peak, with a zone lost, at any time. */
export interface PaymentTasksDesign {
  readonly cluster: string;
  readonly service: ServiceDesign;
  readonly task: TaskDesign;
  readonly roles: { readonly task: RoleDesign; readonly execution: RoleDesign };
  readonly logs: TaskLogsDesign;
  readonly alarms: readonly TaskAlarm[];
  readonly rules: readonly AlertRule[];
  readonly tags: Tags;
}

export interface ServiceDesign {
  readonly name: string;
  readonly tasks: number;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly healthCheckGraceSeconds: number;
  /** How long a deployment may take before Terraform gives up waiting for it. */
  readonly deploymentMinutes: number;
  readonly platformVersion: string;
}

export interface TaskDesign {
  readonly family: string;
  /** Processors in units, of which one has 1024. */
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly architecture: "X86_64" | "ARM64";
  readonly container: ContainerDesign;
}

export interface RoleDesign {
  readonly name: string;
  readonly description: string;
  readonly trust: string;
  readonly permissions: string;
}

export interface TaskLogsDesign {
  readonly key: KeyDesign;
  readonly retentionDays: number;
  readonly service: string;
  /** Where Container Insights writes what its metrics are made of; made here, or AWS makes it without end and key. */
  readonly insights: string;
  readonly silence: SilenceAlarm;
}

export function paymentTasksDesign(deployment: Deployment, site: SiteName, cell: Cell): PaymentTasksDesign {
  const cluster = siteNameOf(deployment, site, `cell-${cell.id}`);
  const logs = taskLogs(deployment, site, { ...cell, cluster });
  const service = serviceDesign(deployment, site);
  const watched = watchedService(deployment, site, { cluster, service });
  return {
    cluster,
    service,
    task: {
      family: `${cluster}-${service.name}`,
      cpu: deployment.capacity.task.vcpu * 1024,
      memoryMiB: deployment.capacity.task.memoryGiB * 1024,
      // What makers of HSMs and clearing systems build their client libraries for.
      architecture: "X86_64",
      container: containerDesign(deployment, site, { ...cell, logGroup: logs.service }),
    },
    roles: roles(deployment, site, { ...cell, logs }),
    logs,
    alarms: taskAlarms(deployment, watched),
    rules: taskRules(watched),
    tags: segmentTags(cluster, ["cde"], scopeOf("handlesCardData", deployment.cardData)),
  };
}

/**
 * The count is fixed, and nothing scales it: a site that has to take the other's payments, or a zone
 * another's, has the tasks for them already. Scaling would be a control plane that has to work at
 * the worst moment. A deployment starts new tasks first and never goes below the count.
 */
function serviceDesign(deployment: Deployment, site: SiteName): ServiceDesign {
  const zones = deployment.sites[site].zones.length;
  const tasks = tasksPerCell(deployment, zones);
  return {
    name: "payment-service",
    tasks,
    minimumHealthyPercent: 100,
    maximumPercent: rollout(tasks, zones).maximumPercent,
    // A task that starts is not judged by the load balancers before.
    healthCheckGraceSeconds: 120,
    deploymentMinutes: 60,
    // Not LATEST: tasks that replace others in an emergency run on what these run on.
    platformVersion: "1.4.0",
  };
}

function watchedService(
  deployment: Deployment,
  site: SiteName,
  { cluster, service }: { readonly cluster: string; readonly service: ServiceDesign },
): WatchedService {
  const ecs = `arn:aws:ecs:${deployment.sites[site].region}:${deployment.accounts.payments}`;
  return {
    cluster,
    clusterArn: `${ecs}:cluster/${cluster}`,
    serviceArn: `${ecs}:service/${cluster}/${service.name}`,
    tasks: service.tasks,
  };
}

function roles(deployment: Deployment, site: SiteName, cell: Cell & { readonly logs: TaskLogsDesign }): PaymentTasksDesign["roles"] {
  const trust = taskTrust(deployment, site);
  const { service: group, key } = cell.logs;
  return {
    task: {
      name: paymentServiceRole(deployment, site, cell.id),
      description: `What the payment service of cell ${cell.id} may do at site-${site}`,
      trust,
      permissions: paymentPermissions(deployment, site),
    },
    execution: {
      name: siteNameOf(deployment, site, `cell-${cell.id}-task-start`),
      description: `Pulls images and writes logs for the tasks of cell ${cell.id} at site-${site}`,
      trust,
      permissions: executionPermissions(deployment, site, { group, keyAlias: key.alias }),
    },
  };
}

function taskLogs(deployment: Deployment, site: SiteName, { id, cluster }: Cell & { readonly cluster: string }): TaskLogsDesign {
  // The endpoint for logs lets through what is called /twinsite/<deployment>/ (endpoints.ts).
  const service = `/twinsite/${deployment.name}/site-${site}/cell-${id}/payment-service`;
  const insights = `/aws/ecs/containerinsights/${cluster}/performance`;
  return {
    key: keyDesign(deployment, {
      alias: `alias/${cluster}-task-logs`,
      description: `Logs of the payment service of cell ${id}`,
      uses: [{ by: "cloudWatchLogs", region: deployment.sites[site].region, logGroups: [service, insights] }],
      tags: {},
    }),
    retentionDays: deployment.logRetentionDays,
    service,
    insights,
    silence: silenceAlarm({
      id: "service-log-silence",
      name: `${cluster}-payment-service-silent`,
      description: `The payment service of ${cluster} has printed nothing for a quarter of an hour: its log is off (PCI DSS 10.7.2)`,
    }),
  };
}

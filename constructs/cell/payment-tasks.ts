import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { ITerraformDependable, Postcondition } from "cdktf";
import { Construct } from "constructs";
import { containerDefinitions } from "../../design/cell/payment-container";
import type { PaymentTasksDesign } from "../../design/cell/payment-tasks";
import type { LedgerAccess } from "../../design/ledger/ledger-permissions";
import { Alarm } from "../foundation/alarm";
import { EventAlert } from "../guardrails/event-alert";
import { EncryptionKey } from "../protection/encryption-key";
import { LogGroup } from "../protection/log-group";
import { TaskRoles } from "./task-roles";

export interface PaymentTasksProps {
  readonly design: PaymentTasksDesign;
  /** Subnets of the card data environment, one per zone. */
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  /** What the tasks are registered in, and the container's port behind each. */
  readonly targetGroups: readonly { readonly arn: string; readonly port: number }[];
  /** What ties the target groups to their load balancers: ECS takes none that is not tied. */
  readonly listeners: readonly ITerraformDependable[];
  /** Hosts of the ledger, by the name that tasks are told them under. */
  readonly ledgerEndpoints: Readonly<Record<string, string>>;
  readonly ledgerAccess: LedgerAccess;
  readonly onCallTopicArn: string;
}

interface ServiceParts {
  readonly clusterArn: string;
  readonly definition: EcsTaskDefinition;
  /** What must be there before a task can start and be reached. */
  readonly needed: readonly ITerraformDependable[];
}

/** The payment service of a cell: its tasks, the roles they run under, what they print, and who is told. */
export class PaymentTasks extends Construct {
  constructor(scope: Construct, id: string, props: PaymentTasksProps) {
    super(scope, id);
    const { design } = props;
    const roles = new TaskRoles(this, "roles", {
      roles: design.roles,
      ledger: props.ledgerAccess,
    });
    const logs = this.defineLogs(props);
    const cluster = this.defineCluster(design, logs.insights);
    const capacity = this.defineCapacity(cluster);
    const definition = this.defineTask(props, roles);
    const needed = [capacity, ...roles.permissions, logs.service, ...props.listeners];
    this.defineService(props, { clusterArn: cluster.arn, definition, needed });
    const of = { ClusterName: design.cluster, ServiceName: design.service.name };
    for (const alarm of design.alarms) new Alarm(this, alarm.id, { alarm, of, topicArn: props.onCallTopicArn });
    for (const rule of design.rules) new EventAlert(this, rule.id, { rule, topicArn: props.onCallTopicArn });
  }

  private defineLogs({ design, onCallTopicArn }: PaymentTasksProps): Readonly<Record<"service" | "insights", CloudwatchLogGroup>> {
    const { logs } = design;
    const key = new EncryptionKey(this, "logs-key", { key: logs.key });
    const kept = { retentionDays: logs.retentionDays, kmsKeyArn: key.arn };
    const service = new LogGroup(this, "service-log", { name: logs.service, ...kept, tags: design.tags });
    new Alarm(this, logs.silence.id, { alarm: logs.silence, of: { LogGroupName: service.name }, topicArn: onCallTopicArn });
    return { service: service.group, insights: new LogGroup(this, "insights-log", { name: logs.insights, ...kept }).group };
  }

  /**
   * The cluster logs no sessions: nobody gets into a task (ECS Exec). GuardDuty's agent in tasks
   * stays off, as declared with the detector.
   */
  private defineCluster({ cluster, tags }: PaymentTasksDesign, insights: CloudwatchLogGroup): EcsCluster {
    return new EcsCluster(this, "cluster", {
      name: cluster,
      setting: [{ name: "containerInsights", value: "enhanced" }],
      configuration: { executeCommandConfiguration: { logging: "NONE" } },
      tags: { ...tags },
      dependsOn: [insights],
    });
  }

  /** Tasks run on Fargate, never on Spot, which AWS takes back when it has too little. */
  private defineCapacity({ name }: EcsCluster): EcsClusterCapacityProviders {
    return new EcsClusterCapacityProviders(this, "capacity", { clusterName: name, capacityProviders: ["FARGATE"] });
  }

  /** Every revision stays: the circuit breaker goes back to one, which it could not if Terraform had retired it. */
  private defineTask({ design: { task, tags }, ledgerEndpoints }: PaymentTasksProps, roles: TaskRoles): EcsTaskDefinition {
    return new EcsTaskDefinition(this, "definition", {
      family: task.family,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(task.cpu),
      memory: String(task.memoryMiB),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: task.architecture },
      taskRoleArn: roles.task.arn,
      executionRoleArn: roles.execution.arn,
      containerDefinitions: containerDefinitions(task.container, ledgerEndpoints),
      skipDestroy: true,
      tags: { ...tags },
    });
  }

  /**
   * No alarm rolls a deployment back: one that fires because a zone or the other site is lost would
   * undo a good version at the worst moment. Tasks that do not start do. The service is steady then
   * as well, with the former revision, and the provider asks no further
   * (hashicorp/terraform-provider-aws#20858): the apply ends with an error all the same, so that
   * nobody goes on to the other site.
   */
  private defineService(props: PaymentTasksProps, { clusterArn, definition, needed }: ServiceParts): void {
    const { service, task, tags } = props.design;
    new EcsService(this, "service", {
      name: service.name,
      cluster: clusterArn,
      taskDefinition: definition.arn,
      desiredCount: service.tasks,
      deploymentMinimumHealthyPercent: service.minimumHealthyPercent,
      deploymentMaximumPercent: service.maximumPercent,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: "ENABLED",
      capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
      platformVersion: service.platformVersion,
      enableExecuteCommand: false,
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      healthCheckGracePeriodSeconds: service.healthCheckGraceSeconds,
      networkConfiguration: { subnets: [...props.subnetIds], securityGroups: [props.securityGroupId], assignPublicIp: false },
      loadBalancer: props.targetGroups.map(({ arn, port }) => ({
        targetGroupArn: arn,
        containerName: task.container.name,
        containerPort: port,
      })),
      waitForSteadyState: true,
      timeouts: { create: `${service.deploymentMinutes}m`, update: `${service.deploymentMinutes}m` },
      tags: { ...tags },
      lifecycle: { postcondition: [runsTheDeclared(definition, service.name)] },
      dependsOn: [...needed],
    });
  }
}

/** AWS tells which revision the service is to run after the deployment, a rolled back one included. */
function runsTheDeclared({ friendlyUniqueId }: EcsTaskDefinition, service: string): Postcondition {
  return {
    condition: `\${self.task_definition == aws_ecs_task_definition.${friendlyUniqueId}.arn}`,
    errorMessage:
      `The service ${service} does not run the declared task definition: ECS has rolled the deployment back. ` +
      "Leave the other site as it is; docs/runbooks/change-site-by-site.md says how to find out why.",
  };
}

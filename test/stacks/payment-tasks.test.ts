import { isObject } from "../../synthesized/json";
import { resourcesOf } from "../../synthesized/template";
import { decide } from "../policy-decision";
import { sweden } from "../sweden";
import { paymentTasksTemplate } from "./payment-tasks-stack";

const template = paymentTasksTemplate(sweden(), "a");
const only = (type: string) => {
  const [resource, ...more] = resourcesOf(template, type);
  if (resource === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${type}`);
  return resource.attributes;
};

test("the service always runs what its peak needs with a zone lost, and a deployment never goes below it", () => {
  const service = only("aws_ecs_service");
  expect(service).toMatchObject({
    desired_count: 120,
    deployment_minimum_healthy_percent: 100,
    deployment_maximum_percent: 125,
    deployment_circuit_breaker: { enable: true, rollback: true },
    availability_zone_rebalancing: "ENABLED",
    wait_for_steady_state: true,
  });
  const { lifecycle = null } = service;
  expect(isObject(lifecycle) && Object.keys(lifecycle)).toEqual(["postcondition"]);
  expect(resourcesOf(template, "aws_appautoscaling_target")).toEqual([]);
});

test("a deployment that ECS rolled back ends the apply with an error that names the runbook", () => {
  const [definition] = resourcesOf(template, "aws_ecs_task_definition");
  expect(only("aws_ecs_service")["lifecycle"]).toEqual({
    postcondition: [
      {
        condition: `\${self.task_definition == ${definition?.address}.arn}`,
        error_message: expect.stringContaining("docs/runbooks/change-site-by-site.md"),
      },
    ],
  });
});

test("nobody gets into a task, from the internet or by ECS Exec", () => {
  const { enable_execute_command: exec, network_configuration: network } = only("aws_ecs_service");
  expect(exec).toBe(false);
  expect(network).toMatchObject({ assign_public_ip: false, security_groups: ["sg-1"], subnets: ["subnet-1", "subnet-2", "subnet-3"] });
});

test("it is made after its permissions, its log and the listeners that its target groups hang on", () => {
  const needed = [only("aws_ecs_service")["depends_on"]].flat().map((address) => String(address).replace(/_[0-9A-F]{8}$/u, ""));
  expect(needed).toEqual([
    "aws_ecs_cluster_capacity_providers.tasks_capacity",
    "aws_iam_role_policy.tasks_roles_task-permissions",
    "aws_iam_role_policy.tasks_roles_ledger-permissions",
    "aws_iam_role_policy.tasks_roles_execution-permissions",
    "aws_cloudwatch_log_group.tasks_service-log_group",
    "aws_lb_listener.listener",
  ]);
});

test("a task has two roles, the size that the deployment declares, and stays when a newer revision comes", () => {
  const task = only("aws_ecs_task_definition");
  expect(task).toMatchObject({ cpu: "4096", memory: "8192", network_mode: "awsvpc", skip_destroy: true });
  expect(task["task_role_arn"]).not.toEqual(task["execution_role_arn"]);
});

test("what tasks print and what Container Insights counts is encrypted and kept as long as declared", () => {
  const groups = resourcesOf(template, "aws_cloudwatch_log_group").map(({ attributes }) => attributes);
  expect(groups.map(({ name }) => name)).toEqual([
    "/aws/ecs/containerinsights/twinsite-sweden-site-a-cell-01/performance",
    "/twinsite/sweden/site-a/cell-01/payment-service",
  ]);
  for (const group of groups) {
    expect(group).toMatchObject({ retention_in_days: 400, kms_key_id: expect.stringContaining("aws_kms_key") });
  }
});

test("its role connects to its own ledger, from its own network", () => {
  const policies = resourcesOf(template, "aws_iam_role_policy").map(({ attributes }) => attributes);
  const ledger = String(policies.find(({ name }) => name === "ledger")?.["policy"]);
  const own = "arn:aws:dsql:eu-north-1:111122223333:cluster/ledger";
  const connect = (resource: string, vpc: string) =>
    decide(ledger, { action: "dsql:DbConnect", resource, by: { role: "task" }, context: { "aws:SourceVpc": vpc } });
  expect(connect(own, "vpc-1")).toBe("allowed");
  expect(connect(own, "vpc-2")).toBe("denied");
  expect(connect(`${own}-other`, "vpc-1")).toBe("notMentioned");
});

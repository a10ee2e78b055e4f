import { z } from "zod";
import { containerDefinitions } from "../../../design/cell/payment-container";
import { type PaymentTasksDesign, paymentTasksDesign } from "../../../design/cell/payment-tasks";
import { aliasArn, bucketArn, logGroupArn, reconciliationBucket, roleArn } from "../../../design/foundation/naming";
import { cellsOf } from "../../../design/layout/capacity";
import { endpointDesigns } from "../../../design/network/endpoints";
import { sharedDesign } from "../../../design/shared/shared";
import { finds } from "../../event-match";
import { decide } from "../../policy-decision";
import { sweden } from "../../sweden";

const deployment = sweden();
const account = deployment.accounts.payments;
const region = deployment.sites.a.region;
const shared = sharedDesign(deployment);
const tasksOf = (site: "a" | "b", from = deployment): PaymentTasksDesign => {
  const [cell] = cellsOf(from);
  if (cell === undefined) throw new Error("the deployment has no cell");
  return paymentTasksDesign(from, site, cell);
};
const tasks = tasksOf("a");
const service = roleArn(deployment, tasks.roles.task.name);
const starter = roleArn(deployment, tasks.roles.execution.name);

/** What the two policies on the way of a call say to it: the role's and the endpoint's. */
function passes(role: "task" | "execution", call: { readonly endpoint: string; readonly action: string; readonly resource: string }) {
  const { endpoint: id, action, resource } = call;
  const by = { role: roleArn(deployment, tasks.roles[role].name) };
  const endpoint = endpointDesigns(deployment, "a").find((design) => design.id === id)?.policy ?? "";
  return [
    decide(tasks.roles[role].permissions, { action, resource, by, context: callContext }),
    decide(endpoint, { action, resource, by, context: { "aws:PrincipalAccount": account } }),
  ];
}
const callContext = {
  "cloudwatch:namespace": "twinsite/sweden/payment-service",
  "kms:ResourceAliases": ["alias/twinsite-sweden-ledger-fields", "alias/twinsite-sweden-pan-hashes"],
};
const secret = `arn:aws:secretsmanager:${region}:${account}:secret:${shared.clearingCredentials.name}-Ab1Cd2`;
const journal = `${bucketArn(reconciliationBucket(deployment, "a"))}/2026-11-25.csv`;
const repository = `arn:aws:ecr:${region}:${account}:repository/twinsite-sweden/payment-service`;
const key = `arn:aws:kms:${region}:${account}:key/1234`;

describe("what the payment service's code may do", () => {
  test.each([
    ["kms", "kms:Encrypt", key],
    ["kms", "kms:Decrypt", key],
    ["kms", "kms:GenerateDataKey", key],
    ["kms", "kms:GenerateMac", key],
    ["kms", "kms:VerifyMac", key],
    ["secretsmanager", "secretsmanager:GetSecretValue", secret],
    ["s3", "s3:GetObject", journal],
    ["s3", "s3:PutObject", journal],
    ["monitoring", "cloudwatch:PutMetricData", "*"],
  ])("through %s: %s passes its role and the endpoint", (endpoint, action, resource) => {
    expect(passes("task", { endpoint, action, resource })).toEqual(["allowed", "allowed"]);
  });

  test.each([
    ["kms:ReEncrypt", key],
    ["secretsmanager:GetSecretValue", secret.replace("clearing-credentials", "other")],
    ["secretsmanager:PutSecretValue", secret],
    ["s3:DeleteObject", journal],
    ["s3:GetObject", `${bucketArn(reconciliationBucket(deployment, "b"))}/2026-11-25.csv`],
    ["ecr:BatchGetImage", repository],
    ["logs:PutLogEvents", logGroupArn(deployment, region, tasks.logs.service)],
    ["sts:AssumeRole", "*"],
  ])("not %s on %s", (action, resource) => {
    expect(decide(tasks.roles.task.permissions, { action, resource, by: { role: service }, context: callContext })).toBe("notMentioned");
  });

  test("under another key or into another namespace, nothing", () => {
    const context = { "kms:ResourceAliases": ["alias/other"], "cloudwatch:namespace": "AWS/ECS" };
    for (const [action, resource] of [
      ["kms:Decrypt", key],
      ["kms:GenerateMac", key],
      ["cloudwatch:PutMetricData", "*"],
    ] as const) {
      expect(decide(tasks.roles.task.permissions, { action, resource, by: { role: service }, context })).toBe("notMentioned");
    }
  });

  test("the keys, the secret and the files' key let its role in, and not the one that starts tasks", () => {
    const hash = { "kms:MacAlgorithm": "HMAC_SHA_256" };
    const through = (name: string) => ({ "kms:ViaService": `${name}.${region}.amazonaws.com` });
    const policies = [
      [shared.keys[0]?.a.policy, "kms:Encrypt", {}],
      [shared.keys[1]?.a.policy, "kms:GenerateMac", hash],
      [shared.clearingCredentials.keys.a.policy, "kms:Decrypt", through("secretsmanager")],
      [shared.reconciliation.a.key.policy, "kms:GenerateDataKey", through("s3")],
    ] as const;
    for (const [policy = "", action, context] of policies) {
      expect(decide(policy, { action, by: { role: service }, context })).toBe("allowed");
      expect(decide(policy, { action, by: { role: starter }, context })).toBe("notMentioned");
    }
    const read = { action: "secretsmanager:GetSecretValue", resource: secret };
    expect(decide(shared.clearingCredentials.policy, { ...read, by: { role: starter } })).toBe("denied");
  });

  test("the secret and the files open through their services only", () => {
    const open = (name: string, alias: string) =>
      decide(tasks.roles.task.permissions, {
        action: "kms:Decrypt",
        resource: key,
        by: { role: service },
        context: { "kms:ViaService": `${name}.${region}.amazonaws.com`, "kms:ResourceAliases": [alias] },
      });
    expect(open("secretsmanager", "alias/twinsite-sweden-clearing-credentials")).toBe("allowed");
    expect(open("s3", "alias/twinsite-sweden-reconciliation")).toBe("allowed");
    expect(open("s3", "alias/twinsite-sweden-clearing-credentials")).toBe("notMentioned");
  });

  test("it translates PINs only where Payment Cryptography does", () => {
    const translate = {
      action: "payment-cryptography:TranslatePinData",
      resource: `arn:aws:payment-cryptography:${region}:${account}:key/pin`,
      by: { role: service },
    };
    const inAws = tasksOf("a", { ...deployment, pinHsm: "paymentCryptography" });
    expect(decide(inAws.roles.task.permissions, translate)).toBe("allowed");
    expect(decide(tasks.roles.task.permissions, translate)).toBe("notMentioned");
  });
});

describe("what starts the tasks", () => {
  test.each([
    ["ecr-api", "ecr:GetAuthorizationToken", "*"],
    ["ecr-dkr", "ecr:BatchGetImage", repository],
    ["ecr-dkr", "ecr:GetDownloadUrlForLayer", repository],
    ["ecr-dkr", "ecr:BatchCheckLayerAvailability", repository],
    ["logs", "logs:CreateLogStream", `${logGroupArn(deployment, region, tasks.logs.service)}:log-stream:payment-service/x`],
    ["logs", "logs:PutLogEvents", `${logGroupArn(deployment, region, tasks.logs.service)}:log-stream:payment-service/x`],
  ])("through %s: %s passes its role and the endpoint", (endpoint, action, resource) => {
    expect(passes("execution", { endpoint, action, resource })).toEqual(["allowed", "allowed"]);
  });

  test("reads no secret, no other image, and writes no other log", () => {
    for (const [action, resource] of [
      ["secretsmanager:GetSecretValue", secret],
      ["ecr:BatchGetImage", repository.replace("payment-service", "other")],
      ["logs:PutLogEvents", logGroupArn(deployment, region, "/twinsite/sweden/trail")],
    ] as const) {
      expect(decide(tasks.roles.execution.permissions, { action, resource, by: { role: starter } })).toBe("notMentioned");
    }
  });

  test("encrypts what it logs through CloudWatch Logs, whose key lets the service and the writer in", () => {
    const context = { "kms:ViaService": `logs.${region}.amazonaws.com`, "kms:ResourceAliases": [tasks.logs.key.alias] };
    const encrypt = { action: "kms:GenerateDataKey", resource: key, by: { role: starter }, context };
    expect(decide(tasks.roles.execution.permissions, encrypt)).toBe("allowed");
    expect(decide(tasks.logs.key.policy, encrypt)).toBe("allowed");
    for (const group of [tasks.logs.service, tasks.logs.insights]) {
      const logs = { service: `logs.${region}.amazonaws.com` };
      const own = { "kms:EncryptionContext:aws:logs:arn": logGroupArn(deployment, region, group) };
      expect(decide(tasks.logs.key.policy, { action: "kms:GenerateDataKey", by: logs, context: own })).toBe("allowed");
    }
  });

  test("only ECS takes either role on, for tasks of this account and Region", () => {
    const assume = (from: string) => ({
      action: "sts:AssumeRole",
      by: { service: "ecs-tasks.amazonaws.com" },
      context: { "aws:SourceAccount": from, "aws:SourceArn": `arn:aws:ecs:${region}:${from}:task/cell/1` },
    });
    for (const { trust } of [tasks.roles.task, tasks.roles.execution]) {
      expect(decide(trust, assume(account))).toBe("allowed");
      expect(decide(trust, assume("999999999999"))).toBe("notMentioned");
      expect(decide(trust, { ...assume(account), by: { service: "ec2.amazonaws.com" } })).toBe("notMentioned");
    }
  });
});

describe("the container", () => {
  const [container = {}] = z
    .array(z.record(z.string(), z.unknown()))
    .parse(JSON.parse(containerDefinitions(tasks.task.container, { LEDGER_ENDPOINT: "ledger.example" })));

  test("has no privilege, no writable root and nothing to add to its image, which it names by digest", () => {
    expect(container).toMatchObject({
      privileged: false,
      readonlyRootFilesystem: true,
      user: "65532:65532",
      linuxParameters: { capabilities: { drop: ["ALL"] } },
      image: `${account}.dkr.ecr.${region}.amazonaws.com/twinsite-sweden/payment-service@${deployment.service.imageDigest}`,
    });
    expect(Object.keys(container)).not.toContain("secrets");
  });

  test("listens where the load balancers and the twin reach it", () => {
    expect(tasks.task.container.port).toBe(8443);
    expect(tasks.task.container.ports).toEqual([8443, 8444]);
  });

  test("is told its own site's ledger, keys and bucket, and nothing of the other's", () => {
    expect(container["environment"]).toContainEqual({ name: "LEDGER_ENDPOINT", value: "ledger.example" });
    expect(container["environment"]).toContainEqual({
      name: "LEDGER_FIELDS_KEY",
      value: aliasArn(deployment, region, "alias/twinsite-sweden-ledger-fields"),
    });
    // The name of a runbook names no site.
    const text = JSON.stringify(tasks).replaceAll("change-site-by-site", "");
    for (const foreign of [deployment.sites.b.region, "site-b", deployment.sites.b.addressSpace]) expect(text).not.toContain(foreign);
  });

  test("stops for no log", () => {
    expect(container["logConfiguration"]).toMatchObject({ options: { mode: "non-blocking", "awslogs-group": tasks.logs.service } });
  });
});

describe("who is told", () => {
  const arn = `arn:aws:ecs:${region}:${account}:service/twinsite-sweden-site-a-cell-01/payment-service`;
  const ruleOf = (id: string) => tasks.rules.find((rule) => rule.id === id)?.pattern ?? "";

  test("a failed deployment, an impaired start and a task that died are found, those of another service are not", () => {
    const deployed = (eventName: string, resource = arn) => ({
      source: "aws.ecs",
      "detail-type": "ECS Deployment State Change",
      resources: [resource],
      detail: { eventName },
    });
    expect(finds(ruleOf("deployment-failed"), deployed("SERVICE_DEPLOYMENT_FAILED"))).toBe(true);
    expect(finds(ruleOf("deployment-failed"), deployed("SERVICE_DEPLOYMENT_COMPLETED"))).toBe(false);
    expect(finds(ruleOf("deployment-failed"), deployed("SERVICE_DEPLOYMENT_FAILED", `${arn}-other`))).toBe(false);
    const impaired = { ...deployed("SERVICE_TASK_START_IMPAIRED"), "detail-type": "ECS Service Action" };
    expect(finds(ruleOf("tasks-not-placed"), impaired)).toBe(true);
    const stopped = (stopCode: string) => ({
      source: "aws.ecs",
      "detail-type": "ECS Task State Change",
      detail: { clusterArn: `arn:aws:ecs:${region}:${account}:cluster/twinsite-sweden-site-a-cell-01`, lastStatus: "STOPPED", stopCode },
    });
    expect(finds(ruleOf("task-died"), stopped("EssentialContainerExited"))).toBe(true);
    expect(finds(ruleOf("task-died"), stopped("ServiceSchedulerInitiated"))).toBe(false);
  });

  test("alarms follow from the peak: 80 tasks carry it, 120 carry it with a zone lost", () => {
    expect(tasks.alarms.map(({ id, threshold, evaluationPeriods }) => [id, threshold, evaluationPeriods])).toEqual([
      ["tasks-below-peak", 80, 1],
      ["tasks-below-reserve", 120, 15],
      ["processors-beyond-reserve", 66, 5],
      ["memory-short", 90, 5],
    ]);
  });
});

test("the role that starts tasks has no name that the keys take for the payment service's", () => {
  for (const site of ["a", "b"] as const) expect(tasksOf(site).roles.execution.name).not.toMatch(/payment-service$/u);
});

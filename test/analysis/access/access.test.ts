import { type AccessRole, accessOf, typesWithoutRow } from "../../../analysis/access/access";
import type { PolicyStatement } from "../../../analysis/access/policy-statement";
import { policyLimits } from "../../../facts/permissions/action-scopes";
import { type Estate, estateOf } from "../../../synthesized/estate/estate";
import { parseTemplate, type Template } from "../../../synthesized/template";
import { everyDeployment } from "../../every-deployment";
import { levelOf } from "../../facts/iam-actions";
import { synthesizedSweden } from "../../sample-output";
import { synthesizedDeployment } from "../../synthesized-deployment";

const sample = estateOf([...synthesizedSweden().values()]);

function statementsOf(role: AccessRole, estate: Estate = sample): readonly PolicyStatement[] {
  return accessOf(estate)
    .filter((one) => one.role === role)
    .flatMap(({ policies }) => policies.flatMap(({ document }) => document.Statement));
}

const actionsOf = (role: AccessRole): readonly string[] => statementsOf(role).flatMap(({ Action }) => Action);

describe.each(everyDeployment)("%s", (_, deployment) => {
  const access = accessOf(estateOf([...synthesizedDeployment(deployment).values()]));

  test("its roles are told whole, by name, with nothing undetermined", () => {
    expect(access.map(({ role, name, undetermined }) => [role, name, undetermined])).toEqual([
      ["deployer", deployment.access.deployerRole.split("/").at(-1), []],
      ["keyAdministrator", deployment.access.keyAdministratorRole.split("/").at(-1), []],
      ["auditor", deployment.access.auditorRole.split("/").at(-1), []],
    ]);
  });

  test("each of its policies is as short as AWS wants it, and a role has no more of them than it takes", () => {
    for (const { policies } of access) {
      expect(policies.length).toBeLessThanOrEqual(policyLimits.managedPoliciesPerRole);
      for (const { document, characters } of policies) {
        expect(characters).toBe(JSON.stringify(document).replaceAll(/\s/g, "").length);
        expect(characters).toBeLessThanOrEqual(policyLimits.managedPolicyCharacters);
      }
    }
  });
});

const all = (["deployer", "keyAdministrator", "auditor"] as const).flatMap((role) => statementsOf(role));

test("every action is spelt as AWS's reference has it, and an action on named things is one that AWS lets be narrowed", () => {
  expect(all.flatMap(({ Action }) => Action.filter((action) => levelOf(action) === undefined))).toEqual([]);
  const narrowed = all.filter(({ Resource }) => !Resource.includes("*")).flatMap(({ Action }) => Action);
  expect(narrowed.filter((action) => levelOf(action)?.endsWith("anywhere"))).toEqual([]);
});

test("a type without a row is undetermined, and no document is called whole", () => {
  const stranger: Template = parseTemplate(JSON.stringify({ resource: { aws_sqs_queue: { payments: { name: "payments" } } } }), "queue");
  const estate = estateOf([...synthesizedSweden().values(), stranger]);
  expect(typesWithoutRow(estate)).toEqual(["aws_sqs_queue"]);
  expect(accessOf(estate)[0]?.undetermined).toEqual(["nobody has written down what aws_sqs_queue takes"]);
});

test("keys are never used by their administrator but through Secrets Manager, for a secret that it cannot read", () => {
  const uses = /^kms:(?:Decrypt|Encrypt|Generate|ReEncrypt|Sign|Verify|DeriveSharedSecret)/;
  for (const { Action, Condition } of statementsOf("keyAdministrator").filter((one) => one.Action.some((action) => uses.test(action)))) {
    expect(Action.filter((action) => !action.startsWith("kms:"))).toEqual([]);
    expect(Condition?.["StringEquals"]?.["kms:ViaService"]?.every((service) => service.startsWith("secretsmanager."))).toBe(true);
  }
  const others = actionsOf("keyAdministrator").filter((action) => action.startsWith("secretsmanager:"));
  expect(others).toEqual(["secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds", "secretsmanager:PutSecretValue"]);
});

test("the auditor only reads, and decrypts only through the services that keep what it reads", () => {
  const uses = ["kms:Decrypt", "logs:FilterLogEvents", "logs:StartQuery"];
  expect(actionsOf("auditor").filter((action) => !uses.includes(action) && !/^(?:List|Read)/.test(levelOf(action) ?? ""))).toEqual([]);
  const decrypting = statementsOf("auditor").filter(({ Action }) => Action.includes("kms:Decrypt"));
  const through = decrypting.map(({ Condition }) => Condition?.["StringEquals"]?.["kms:ViaService"] ?? []);
  expect(through.length).toBeGreaterThan(0);
  for (const services of through) expect(services.every((service) => /^(?:s3|logs)\./.test(service))).toBe(services.length > 0);
});

test("the deployer may put key policies again, and what Route 53 asks for of the signing key stands in its own policy", () => {
  expect(actionsOf("deployer")).toEqual(
    expect.arrayContaining(["kms:PutKeyPolicy", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:ReplicateKey"]),
  );
  const lending = statementsOf("deployer").filter(({ Action }) => Action.includes("kms:CreateGrant"));
  expect(lending.map(({ Condition }) => Condition?.["Bool"])).toEqual([{ "kms:GrantIsForAWSResource": ["true"] }]);
});

test("roles are handed on to the services that trust them and to no other, and states are unlocked without being deleted", () => {
  const handing = statementsOf("deployer").find(({ Action }) => Action.includes("iam:PassRole"));
  expect(handing?.Condition?.["StringEquals"]?.["iam:PassedToService"]).toEqual([
    "backup.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "config.amazonaws.com",
    "ecs-tasks.amazonaws.com",
    "s3.amazonaws.com",
    "vpc-flow-logs.amazonaws.com",
  ]);
  const unlocking = statementsOf("deployer").find(({ Action }) => Action.includes("s3:DeleteObject"));
  expect(unlocking?.Resource.every((resource) => resource.endsWith("/*.tflock"))).toBe(true);
  expect(actionsOf("deployer").filter((action) => /:\*|^dsql:DbConnect|^secretsmanager:GetSecretValue/.test(action))).toEqual([]);
});

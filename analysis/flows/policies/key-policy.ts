import { blockIn, textAt, valueAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { accountOf, regionOf } from "../../../synthesized/estate/provider";
import { stackBlockAt } from "../../../synthesized/estate/stack-block";
import type { PermittedFlow } from "../../../synthesized/evidence";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { Network } from "../network/network";
import { ownIdAt } from "../terms/own-blocks";
import type { Hop } from "../ways/hop";
import { FOREIGN_ACCOUNT, roleIn } from "./account";
import { type Decision, decide, type PolicyReading, type PolicyRequest, policyOf, type Statement } from "./policy";

/** A resource of the stack that a flow's service keeps data in, and the key that the data is under. */
interface Encrypted {
  readonly template: Template;
  readonly resource: Block;
  readonly key: string;
  readonly region: string;
  readonly account: string;
}

/** Whether the keys behind a flow's services let those services work, and nobody outside the account. */
export function keyHops({ estate, template }: Pick<Network, "estate" | "template">, flow: PermittedFlow): readonly Hop[] {
  const services = new Set((flow.to.actions ?? []).map(({ service }) => service.split(".")[0] ?? service));
  return [
    ...(services.has("ecr") ? encryptedBy(estate, template, "aws_ecr_repository").map((one) => keyHop(estate, one, registryMayGrant)) : []),
    ...(services.has("logs")
      ? encryptedBy(estate, template, "aws_cloudwatch_log_group").map((one) => keyHop(estate, one, logsMayEncrypt))
      : []),
  ];
}

function encryptedBy(estate: Estate, template: Template, type: "aws_ecr_repository" | "aws_cloudwatch_log_group"): readonly Encrypted[] {
  const account = accountOf(template);
  return resourcesOf(template, type).flatMap((resource) => {
    const region = regionOf(estate, { template, block: resource });
    const settings = type === "aws_ecr_repository" ? (blockIn(resource.attributes, "encryption_configuration") ?? {}) : resource.attributes;
    const key = ownIdAt(estate, template, valueAt(settings, type === "aws_ecr_repository" ? "kms_key" : "kms_key_id"));
    return key === undefined || region === undefined || account === undefined ? [] : [{ template, resource, key, region, account }];
  });
}

type Need = (statements: readonly Statement[], encrypted: Encrypted) => Decision;

function keyHop(estate: Estate, encrypted: Encrypted, need: Need): Hop {
  const about = { kind: "keyPolicy" as const, address: encrypted.key, attribute: "policy", rules: [] };
  const key = stackBlockAt(encrypted.template, encrypted.key);
  const policy: PolicyReading = key === undefined ? { kind: "unreadable" } : policyOf(estate, key);
  if (policy.kind === "none") return { ...about, verdict: "notMet", why: "has none, so AWS leaves the key to every policy of the account" };
  if (policy.kind === "unreadable") return { ...about, verdict: "undetermined", why: "cannot be read" };
  const { statements } = policy;
  const foreign = foreignAccountMay(statements);
  if (foreign !== "notAllowed")
    return { ...about, verdict: foreign === "allowed" ? "notMet" : "undetermined", why: "may let another account use the key" };
  switch (need(statements, encrypted)) {
    case "allowed":
      return { ...about, verdict: "met", why: `serves ${encrypted.resource.address}` };
    case "unknown":
      return { ...about, verdict: "undetermined", why: `has conditions that are not read here, for ${encrypted.resource.address}` };
    case "notAllowed":
      return { ...about, verdict: "notMet", why: `does not let the service of ${encrypted.resource.address} use the key` };
  }
}

/** The registry decrypts through a grant that whoever makes the repository gives it (AmazonECR/latest/userguide/encryption-at-rest). */
function registryMayGrant(statements: readonly Statement[], { account, region }: Encrypted): Decision {
  const makers = statements.flatMap(({ Condition }) => Object.values(Condition ?? {}).flatMap((keys) => keys["aws:PrincipalArn"] ?? []));
  const decisions = [...new Set(makers)].map((arn) =>
    decide(statements, {
      principal: { kind: "role", account, arn },
      action: "kms:CreateGrant",
      context: new Map([
        ["aws:PrincipalArn", arn],
        ["aws:PrincipalAccount", account],
        ["kms:CallerAccount", account],
        ["kms:ViaService", `ecr.${region}.amazonaws.com`],
        ["kms:GrantIsForAWSResource", "true"],
      ]),
    }),
  );
  if (decisions.includes("allowed")) return "allowed";
  return decisions.includes("unknown") ? "unknown" : "notAllowed";
}

/** CloudWatch Logs calls the key in its own name (AmazonCloudWatch/latest/logs/encrypt-log-data-kms, read 2026-11-23). */
function logsMayEncrypt(statements: readonly Statement[], { resource, account, region }: Encrypted): Decision {
  const group = textAt(resource.attributes, "name") ?? "";
  const request = (action: string): PolicyRequest => ({
    principal: { kind: "service", name: `logs.${region}.amazonaws.com` },
    action,
    context: new Map([["kms:EncryptionContext:aws:logs:arn", `arn:aws:logs:${region}:${account}:log-group:${group}`]]),
  });
  const decisions = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncryptTo", "kms:DescribeKey"].map((action) =>
    decide(statements, request(action)),
  );
  if (decisions.includes("notAllowed")) return "notAllowed";
  return decisions.includes("unknown") ? "unknown" : "allowed";
}

/** Nothing at all may be allowed to a role of another account, whatever service it comes through. */
function foreignAccountMay(statements: readonly Statement[]): Decision {
  const actions = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:CreateGrant", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"];
  const decisions = actions.map((action) =>
    decide(statements, {
      principal: roleIn(FOREIGN_ACCOUNT),
      action,
      context: new Map([
        ["aws:PrincipalArn", roleIn(FOREIGN_ACCOUNT).arn],
        ["aws:PrincipalAccount", FOREIGN_ACCOUNT],
        ["kms:CallerAccount", FOREIGN_ACCOUNT],
      ]),
    }),
  );
  if (decisions.includes("allowed")) return "allowed";
  return decisions.includes("unknown") ? "unknown" : "notAllowed";
}

import { trustStoreLimits } from "../../../facts/trust-stores";
import { blocksAt, textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { blockNamed } from "../../../synthesized/estate/follow";
import { accountOf, regionOf } from "../../../synthesized/estate/provider";
import { blocksIn, blocksOfType, type StackBlock } from "../../../synthesized/estate/stack-block";
import { cellOf, siteOf, stacksOfCell } from "../../../synthesized/estate/stacks";
import { resourcesOf, type Template } from "../../../synthesized/template";
import type { HumanGate, SecretHere, TrustBundleLimits } from "../human-gate";

const IMAGE = /([\w.-]+\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?)\/([\w./-]+)@(sha256:[0-9a-f]{64})/;

/** A task starts from this site's registry and no other's: the image must lie there before every change. */
export function imageGate(template: Template): readonly HumanGate[] {
  const images = resourcesOf(template, "aws_ecs_task_definition").flatMap(({ attributes }): readonly HumanGate[] => {
    const [, registry, region, repository, digest] = IMAGE.exec(textAt(attributes, "container_definitions") ?? "") ?? [];
    if (registry === undefined || region === undefined || repository === undefined || digest === undefined) return [];
    return [{ id: "image", kind: "image", when: "before", stands: "everyTime", region, registry, repository, digest }];
  });
  return images.slice(0, 1);
}

const { certificates, certificatesCode, certificateBytes, subjectBytes, chainDepth } = trustStoreLimits;
const bundleLimits: TrustBundleLimits = { certificates, certificatesCode, certificateBytes, subjectBytes, chainDepth };

/** A trust store reads its file when it is made or its file's name changes. */
export function trustBundleGate(estate: Estate, template: Template): readonly HumanGate[] {
  const bundles = blocksIn(template, "aws_lb_trust_store").flatMap((store): readonly HumanGate[] => {
    const bucket = textAt(store.block.attributes, "ca_certificates_bundle_s3_bucket");
    const bundle = textAt(store.block.attributes, "ca_certificates_bundle_s3_key");
    const region = regionOf(estate, store);
    if (bucket === undefined || bundle === undefined || region === undefined) return [];
    return [{ id: "trust-bundle", kind: "trustBundle", when: "before", stands: "everyTime", region, bucket, bundle, limits: bundleLimits }];
  });
  return bundles.slice(0, 1);
}

/** The service reads its secrets when it starts; their values never pass through Terraform. */
export function secretsGate(estate: Estate, template: Template): readonly HumanGate[] {
  const [service] = blocksIn(template, "aws_ecs_service");
  const region = service === undefined ? undefined : regionOf(estate, service);
  if (region === undefined) return [];
  const secrets = blocksOfType(estate, "aws_secretsmanager_secret")
    .filter((secret) => resourcesOf(secret.template, "aws_secretsmanager_secret_version").length === 0)
    .flatMap((secret) => secretIn(estate, region, secret));
  return secrets.length === 0 ? [] : [{ id: "secrets", kind: "secrets", when: "before", stands: "once", secrets }];
}

/** A second value, put where only a copy is, would be refused; where the secret is made, it would replace a live one. */
function secretIn(estate: Estate, region: string, secret: StackBlock): readonly SecretHere[] {
  const { attributes } = secret.block;
  const name = textAt(attributes, "name");
  if (name === undefined) return [];
  if (regionOf(estate, secret) === region) return [{ name, region, is: "made" }];
  const copies = blocksAt(attributes, "replica").map((replica) => textAt(replica, "region"));
  return copies.includes(region) ? [{ name, region, is: "copied" }] : [];
}

/** A new ledger knows no role but its administrator's. Once for both sites: what one member learns, the other knows. */
export function ledgerRoleGate(estate: Estate, template: Template): readonly HumanGate[] {
  const cell = cellOf(template);
  if (cell === undefined || resourcesOf(template, "aws_ecs_service").length === 0) return [];
  const ofCell = stacksOfCell(estate, cell);
  const [first] = ofCell.flatMap((other) => siteOf(other) ?? []).toSorted((a, b) => a.localeCompare(b));
  // A ledger of no site is the one of both.
  const ledger = ofCell.find((other) => [first, undefined].includes(siteOf(other)) && resourcesOf(other, "aws_dsql_cluster").length > 0);
  const [cluster] = ledger === undefined ? [] : blocksIn(ledger, "aws_dsql_cluster");
  const region = cluster === undefined ? undefined : regionOf(estate, cluster);
  if (siteOf(template) !== first || ledger === undefined || region === undefined) return [];
  const roles = ofCell.flatMap((other) => ledgerRolesIn(estate, other));
  return [{ id: `ledger-role-${cell}`, kind: "ledgerRole", when: "before", stands: "once", region, ledger: ledger.stack, roles }];
}

/** ARNs of the roles that a policy lets connect to a ledger. */
function ledgerRolesIn(estate: Estate, template: Template): readonly string[] {
  const connecting = resourcesOf(template, "aws_iam_role_policy").filter(({ attributes }) =>
    textAt(attributes, "policy")?.includes('"dsql:DbConnect"'),
  );
  const account = accountOf(template);
  return connecting.flatMap(({ attributes }) => {
    const role = blockNamed(estate, template, attributes["role"]);
    const name = role === undefined ? undefined : textAt(role.block.attributes, "name");
    return name === undefined || account === undefined ? [] : [`arn:aws:iam::${account}:role/${name}`];
  });
}

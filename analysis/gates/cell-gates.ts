import { elasticAddresses, fargateProcessors, reservedCapacityUnits } from "../../facts/deployment-quotas";
import { blocksAt, numberAt, textAt } from "../../synthesized/attributes";
import { type Block, regionOf, resourcesOf, type Template } from "../../synthesized/template";
import type { HumanGate, NeededQuota } from "../human-gate";
import { siteOf } from "../site";

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

/** A trust store reads its file when it is made or its file's name changes. */
export function trustBundleGate(template: Template): readonly HumanGate[] {
  const bundles = resourcesOf(template, "aws_lb_trust_store").flatMap((block): readonly HumanGate[] => {
    const bucket = textAt(block.attributes, "ca_certificates_bundle_s3_bucket");
    const bundle = textAt(block.attributes, "ca_certificates_bundle_s3_key");
    const region = regionOf(template, block);
    if (bucket === undefined || bundle === undefined || region === undefined) return [];
    return [{ id: "trust-bundle", kind: "trustBundle", when: "before", stands: "everyTime", region, bucket, bundle }];
  });
  return bundles.slice(0, 1);
}

/** The service reads its secrets when it starts; their values never pass through Terraform. */
export function secretsGate(template: Template, all: readonly Template[]): readonly HumanGate[] {
  if (resourcesOf(template, "aws_ecs_service").length === 0) return [];
  const secrets = all
    .filter((other) => resourcesOf(other, "aws_secretsmanager_secret_version").length === 0)
    .flatMap((other) =>
      resourcesOf(other, "aws_secretsmanager_secret").flatMap((block) => {
        const [region, name] = [regionOf(other, block), textAt(block.attributes, "name")];
        return region === undefined || name === undefined ? [] : [{ region, name }];
      }),
    );
  return secrets.length === 0 ? [] : [{ id: "secrets", kind: "secrets", when: "before", stands: "once", secrets }];
}

/** What all of a site's stacks ask of quotas that a new account has too little of. */
export function quotasGate(template: Template, all: readonly Template[]): readonly HumanGate[] {
  const site = siteOf(template);
  const [service] = resourcesOf(template, "aws_ecs_service");
  const region = service === undefined ? undefined : regionOf(template, service);
  if (site === undefined || region === undefined) return [];
  const own = all.filter((other) => siteOf(other) === site);
  const quotas: readonly NeededQuota[] = [
    { fact: fargateProcessors, needed: own.reduce((sum, other) => sum + processorsOf(other), 0) },
    { fact: reservedCapacityUnits, needed: own.reduce((sum, other) => sum + reservedUnitsOf(other), 0) },
    { fact: elasticAddresses, needed: own.reduce((sum, other) => sum + resourcesOf(other, "aws_eip").length, 0) },
  ];
  const scarce = quotas.filter(({ fact, needed }) => needed > fact.default);
  return scarce.length === 0 ? [] : [{ id: "quotas", kind: "quotas", when: "before", stands: "once", region, quotas: scarce }];
}

/** What load balancers hold ready for the peak, whether it comes or not. */
function reservedUnitsOf(template: Template): number {
  const reserved = resourcesOf(template, "aws_lb").flatMap(({ attributes }) => blocksAt(attributes, "minimum_load_balancer_capacity"));
  return reserved.reduce((sum, block) => sum + (numberAt(block, "capacity_units") ?? 0), 0);
}

/** At most, in the middle of a deployment: old and new tasks side by side. */
function processorsOf(template: Template): number {
  const units = Math.max(0, ...resourcesOf(template, "aws_ecs_task_definition").map(({ attributes }) => numberAt(attributes, "cpu") ?? 0));
  return resourcesOf(template, "aws_ecs_service").reduce((sum, service) => sum + Math.ceil((tasksAtMost(service) * units) / 1024), 0);
}

function tasksAtMost({ attributes }: Block): number {
  const tasks = numberAt(attributes, "desired_count") ?? 1;
  return Math.ceil((tasks * (numberAt(attributes, "deployment_maximum_percent") ?? 200)) / 100);
}

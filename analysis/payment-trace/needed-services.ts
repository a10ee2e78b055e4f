import { containersOf } from "./containers";
import type { Passenger } from "./passenger";
import { permissionsOf, taskRole } from "./permissions";

/** Last parts of the names of the endpoint services behind an action's prefix; the ledger has a door of its own. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  cloudwatch: ["monitoring"],
  kms: ["kms"],
  "payment-cryptography": ["payment-cryptography.dataplane"],
  s3: ["s3"],
  secretsmanager: ["secretsmanager"],
};

/** The registry gives manifests by two endpoints, and layers from the object store (AmazonECR/latest/userguide/vpc-endpoints, read 2026-11-25). */
const REGISTRY = ["ecr.api", "ecr.dkr", "s3"];

/** The services of AWS that tasks without a way to the internet must reach: by their image, their log and what their role may do. */
export function neededServices(passenger: Passenger): readonly string[] {
  const { definition, templates } = passenger;
  const containers = definition === undefined ? [] : (containersOf(definition.block) ?? []);
  const role = taskRole(passenger);
  const permissions = role === undefined ? [] : (permissionsOf(role, templates) ?? []);
  const called = permissions.flatMap(({ Effect, Action }) => (Effect === "Allow" ? Action : []));
  const needed = [
    ...containers.flatMap(({ image }) => (image.includes(".dkr.ecr.") ? REGISTRY : [])),
    ...containers.flatMap(({ logGroup }) => (logGroup === undefined ? [] : ["logs"])),
    ...called.flatMap((action) => SERVICES[action.split(":")[0] ?? ""] ?? []),
  ];
  return [...new Set(needed)].toSorted();
}

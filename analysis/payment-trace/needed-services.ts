import { awsServices, endpointServices, imageServices, ledgerActionPrefixes } from "../../facts/endpoint-services";
import { containersOf } from "./containers";
import { toldServices } from "./environment";
import type { Payment } from "./payment";
import { permissionsOf, taskRole } from "./permissions";

/** What tasks must reach of AWS, as far as that is known. */
export interface NeededServices {
  /** Last parts of the names of endpoint services. */
  readonly services: readonly string[];
  /** Actions that the role allows, and of which no fact says which endpoint they pass. */
  readonly unknown: readonly string[];
}

/** The services of AWS that tasks without a way to the internet must reach: by their image, their log and what they are told. */
export function neededServices(payment: Payment): NeededServices {
  const { definition, estate } = payment;
  const containers = definition === undefined ? [] : (containersOf(definition.block) ?? []);
  const role = taskRole(payment);
  const permissions = role === undefined ? [] : (permissionsOf(estate, role) ?? []);
  const called = permissions.flatMap(({ Effect, Action }) => (Effect === "Allow" ? Action : []));
  const needed = [
    ...containers.flatMap(({ image }) => (image.includes(".dkr.ecr.") ? imageServices.services : [])),
    ...containers.flatMap(({ logGroup }) => (logGroup === undefined ? [] : (["logs"] as const))),
    ...toldServices(payment),
  ];
  const services = new Set<string>(needed.flatMap((name) => endpointServices[name].endpoints.map(({ service }) => service)));
  return { services: [...services].toSorted(), unknown: [...new Set(called)].filter((action) => !known.has(prefixOf(action))).toSorted() };
}

const known: ReadonlySet<string> = new Set([
  ...awsServices.map((service) => endpointServices[service].actionPrefix),
  ...ledgerActionPrefixes.prefixes,
]);

/** A pattern that leaves the service open, such as `*`, has no prefix that is known. */
function prefixOf(action: string): string {
  return action.split(":")[0]?.toLowerCase() ?? "";
}

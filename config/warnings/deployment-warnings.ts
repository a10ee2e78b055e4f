import type { Deployment } from "../deployment";
import type { Finding } from "../fault";
import { accessCircuitWarnings } from "./access-circuits";
import { assumedCapacityWarnings } from "./assumed-capacities";
import { assumedTrafficWarnings } from "./assumed-traffic";
import { assumedUseWarnings } from "./assumed-uses";
import { awaitedKeyWarnings } from "./awaited-keys";
import { ledgerQuotaWarnings } from "./ledger-quotas";
import { locationCodeWarnings } from "./location-codes";
import { nearLocationWarnings } from "./near-locations";

const families: readonly ((deployment: Deployment) => readonly Finding[])[] = [
  locationCodeWarnings,
  nearLocationWarnings,
  awaitedKeyWarnings,
  accessCircuitWarnings,
  ledgerQuotaWarnings,
  assumedCapacityWarnings,
  assumedUseWarnings,
  assumedTrafficWarnings,
];

/** What is built all the same, and counts in every judgement of the deployment. */
export function deploymentWarnings(deployment: Deployment): readonly Finding[] {
  return families.flatMap((warnings) => warnings(deployment));
}

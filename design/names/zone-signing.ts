import type { Deployment } from "../../config/deployment";
import { globalServices } from "../../facts/global-services";
import type { AlarmDesign } from "../foundation/alarms";
import { prefixOf } from "../foundation/naming";
import { type KeyDesign, keyDesign } from "../protection/keys";

/** Where Route 53 looks for the keys that sign, and tells how public zones are. */
export const ZONE_REGION = globalServices.publicZones.region;

/** How a public zone is signed, so that nobody can forge an answer on its way. */
export interface ZoneSigningDesign {
  readonly key: KeyDesign;
  /** The one kind of key among what KMS offers that DNSSEC takes (dns-configuring-dnssec-cmk-requirements, read 2026-11-25). */
  readonly keySpec: "ECC_NIST_P256";
  /** Name of letters, digits and underscores: Route 53 takes no others. Numbered, since a zone has two while one takes over from the other. */
  readonly keySigningKey: string;
  readonly alarms: readonly SigningAlarm[];
}

/** An alarm on a metric that is above 0 when something is wrong. */
export type SigningAlarm = AlarmDesign<"hostedZone">;

export function zoneSigningDesign(deployment: Deployment): ZoneSigningDesign {
  const prefix = prefixOf(deployment);
  return {
    key: keyDesign(deployment, {
      alias: `alias/${prefix}-zone-signing`,
      description: "Signs the public zone's keys for DNSSEC",
      uses: [{ by: "zoneSigning" }],
      tags: {},
    }),
    keySpec: "ECC_NIST_P256",
    keySigningKey: `${prefix.replaceAll("-", "_")}_1`,
    alarms: signingAlarms(prefix),
  };
}

function signingAlarms(prefix: string): readonly SigningAlarm[] {
  return [
    {
      id: "internal-failure",
      name: `${prefix}-zone-signing-failure`,
      description: "Route 53 cannot sign the public zone: resolvers that check signatures will soon refuse every name in it",
      ...aboveZero("DNSSECInternalFailure"),
    },
    {
      id: "key-needs-action",
      name: `${prefix}-zone-signing-key-lost`,
      description: "Route 53 cannot use the key that signs the public zone: is it enabled, and is its policy whole?",
      ...aboveZero("DNSSECKeySigningKeysNeedingAction"),
    },
  ];
}

/**
 * Route 53 tells every four hours how the zone is (monitoring-hosted-zones-with-cloudwatch, read
 * 2026-11-25); between two tellings the last one stands.
 */
function aboveZero(name: string): Omit<SigningAlarm, "description" | "id" | "name"> {
  return {
    metric: { of: "hostedZone", name, statistic: "Sum", periodSeconds: 300 },
    comparison: "GreaterThanThreshold",
    threshold: 0,
    evaluationPeriods: 1,
    missingData: "ignore",
    tells: "troubleAndItsEnd",
    runbook: "zone-signing",
  };
}

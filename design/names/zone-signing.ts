import type { Deployment } from "../../config/deployment";
import { globalServices } from "../../facts/global-services";
import { prefixOf } from "../foundation/naming";
import { type KeyDesign, keyDesign } from "../protection/keys";

/** Where Route 53 looks for the keys that sign, and tells how public zones are. */
export const ZONE_REGION = globalServices.publicZones.region;

/** How a public zone is signed, so that nobody can forge an answer on its way. */
export interface ZoneSigningDesign {
  readonly key: KeyDesign;
  /** Of what KMS offers, what DNSSEC takes (dns-configuring-dnssec-cmk-requirements, read 2026-11-25). */
  readonly keySpec: "ECC_NIST_P256";
  /** Letters, digits and underscores: Route 53 takes no others. Numbered, since a zone has two while one takes over from the other. */
  readonly keySigningKey: string;
  readonly alarms: readonly SigningAlarm[];
}

/** An alarm on a metric of namespace AWS/Route53, which is above 0 when something is wrong. */
export interface SigningAlarm {
  /** Construct id. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metric: "DNSSECInternalFailure" | "DNSSECKeySigningKeysNeedingAction";
}

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
    alarms: [
      {
        id: "internal-failure",
        name: `${prefix}-zone-signing-failure`,
        description: "Route 53 cannot sign the public zone: resolvers that check signatures will soon refuse every name in it",
        metric: "DNSSECInternalFailure",
      },
      {
        id: "key-needs-action",
        name: `${prefix}-zone-signing-key-lost`,
        description: "Route 53 cannot use the key that signs the public zone: is it enabled, and is its policy whole?",
        metric: "DNSSECKeySigningKeysNeedingAction",
      },
    ],
  };
}

import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Route53HostedZoneDnssec } from "@cdktf/provider-aws/lib/route53-hosted-zone-dnssec";
import { Route53KeySigningKey } from "@cdktf/provider-aws/lib/route53-key-signing-key";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { ZoneSigningDesign } from "../../design/names/zone-signing";
import { Alarm } from "../foundation/alarm";

export interface ZoneSigningProps {
  readonly signing: ZoneSigningDesign;
  readonly zoneId: string;
  /** Provider of the one Region in which Route 53 looks for keys. */
  readonly provider: TerraformProvider;
  readonly onCallTopicArn: string;
}

/**
 * Signs a public zone, and wakes on-call when it cannot. While the zone above vouches for the key,
 * a zone without it or unsigned is refused by every resolver that checks: no plan may take it away.
 */
export class ZoneSigning extends Construct {
  readonly keySigningKey: Route53KeySigningKey;

  constructor(scope: Construct, id: string, props: ZoneSigningProps) {
    super(scope, id);
    this.keySigningKey = this.defineKeySigningKey(this.defineKey(props), props);
    new Route53HostedZoneDnssec(this, "signed", {
      hostedZoneId: this.keySigningKey.hostedZoneId,
      signingStatus: "SIGNING",
      lifecycle: { preventDestroy: true },
    });
    const watched = { of: { HostedZoneId: props.zoneId }, topicArn: props.onCallTopicArn, provider: props.provider } as const;
    for (const alarm of props.signing.alarms) new Alarm(this, alarm.id, { alarm, ...watched, addressed: "byIdAlone" });
  }

  /** KMS does not rotate a key that signs: another key signing key takes over from the first, while both are published. */
  private defineKey({ signing: { key, keySpec }, provider }: ZoneSigningProps): KmsKey {
    const defined = new KmsKey(this, "key", {
      provider,
      keyUsage: "SIGN_VERIFY",
      customerMasterKeySpec: keySpec,
      description: key.description,
      policy: key.policy,
      deletionWindowInDays: key.deletionWindowDays,
      tags: { ...key.tags },
      lifecycle: { preventDestroy: true },
    });
    new KmsAlias(this, "alias", { provider, name: key.alias, targetKeyId: defined.keyId });
    return defined;
  }

  private defineKeySigningKey(key: KmsKey, { signing, zoneId }: ZoneSigningProps): Route53KeySigningKey {
    return new Route53KeySigningKey(this, "key-signing-key", {
      hostedZoneId: zoneId,
      keyManagementServiceArn: key.arn,
      name: signing.keySigningKey,
      status: "ACTIVE",
      lifecycle: { preventDestroy: true },
    });
  }
}

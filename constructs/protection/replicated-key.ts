import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { KmsReplicaKey } from "@cdktf/provider-aws/lib/kms-replica-key";
import { Construct } from "constructs";
import type { KeyMaterial, ReplicatedKeyDesign } from "../../design/shared/shared-keys";
import type { TwinProviders } from "./twin-providers";

export interface ReplicatedKeyProps {
  readonly key: ReplicatedKeyDesign;
  readonly providers: TwinProviders;
}

/** One key under one alias, in both sites' Regions. Destroying either copy would take what its site encrypts with it. */
export class ReplicatedKey extends Construct {
  constructor(scope: Construct, id: string, props: ReplicatedKeyProps) {
    super(scope, id);
    const primary = this.definePrimary(props);
    new KmsAlias(this, "alias", { provider: props.providers.a, name: props.key.a.alias, targetKeyId: primary.keyId });
    if (props.key.copy === "none") return;
    const copy = this.defineCopy(primary, props);
    new KmsAlias(this, "copy-alias", { provider: props.providers.b, name: props.key.b.alias, targetKeyId: copy.keyId });
  }

  private definePrimary({ key: { a, copy, material }, providers }: ReplicatedKeyProps): KmsKey {
    return new KmsKey(this, "key", {
      provider: providers.a,
      multiRegion: copy === "inTwinRegion",
      description: a.description,
      policy: a.policy,
      ...materialArguments(material, a.rotationDays),
      deletionWindowInDays: a.deletionWindowDays,
      tags: { ...a.tags },
      lifecycle: { preventDestroy: true },
    });
  }

  private defineCopy(primary: KmsKey, { key: { b }, providers }: ReplicatedKeyProps): KmsReplicaKey {
    return new KmsReplicaKey(this, "copy", {
      provider: providers.b,
      primaryKeyArn: primary.arn,
      description: b.description,
      policy: b.policy,
      deletionWindowInDays: b.deletionWindowDays,
      tags: { ...b.tags },
      lifecycle: { preventDestroy: true },
    });
  }
}

function materialArguments(material: KeyMaterial, rotationDays: number) {
  switch (material.kind) {
    case "encryption":
      return { enableKeyRotation: true, rotationPeriodInDays: rotationDays };
    case "keyedHash":
      return { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: material.spec };
  }
}

import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { KeyDesign } from "../../design/protection/keys";

export interface EncryptionKeyProps {
  readonly key: KeyDesign;
  /** @default - the stack's first provider */
  readonly provider?: TerraformProvider;
}

/** A key of our own, with its alias. Destroying it would destroy all that it ever encrypted. */
export class EncryptionKey extends Construct {
  readonly arn: string;
  readonly keyId: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const key = this.defineKey(props);
    this.defineAlias(key, props);
    this.arn = key.arn;
    this.keyId = key.keyId;
  }

  private defineKey({ key, provider }: EncryptionKeyProps): KmsKey {
    return new KmsKey(this, "key", {
      description: key.description,
      policy: key.policy,
      enableKeyRotation: true,
      rotationPeriodInDays: key.rotationDays,
      deletionWindowInDays: key.deletionWindowDays,
      tags: { ...key.tags },
      lifecycle: { preventDestroy: true },
      ...(provider === undefined ? {} : { provider }),
    });
  }

  private defineAlias(target: KmsKey, { key, provider }: EncryptionKeyProps): KmsAlias {
    return new KmsAlias(this, "alias", {
      name: key.alias,
      targetKeyId: target.keyId,
      ...(provider === undefined ? {} : { provider }),
    });
  }
}

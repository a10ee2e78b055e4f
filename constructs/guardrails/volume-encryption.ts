import { EbsDefaultKmsKey } from "@cdktf/provider-aws/lib/ebs-default-kms-key";
import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { Construct } from "constructs";
import type { KeyDesign } from "../../design/protection/keys";
import { EncryptionKey } from "../protection/encryption-key";

export interface VolumeEncryptionProps {
  readonly key: KeyDesign;
}

/** Every new volume of a Region is encrypted, under a key of our own unless it names another. */
export class VolumeEncryption extends Construct {
  constructor(scope: Construct, id: string, props: VolumeEncryptionProps) {
    super(scope, id);
    const key = new EncryptionKey(this, "key", { key: props.key });
    new EbsDefaultKmsKey(this, "default-key", { keyArn: key.arn });
    new EbsEncryptionByDefault(this, "by-default", { enabled: true });
  }
}

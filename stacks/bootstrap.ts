import type { Construct } from "constructs";
import { EncryptionKey } from "../constructs/protection/encryption-key";
import { SecureBucket } from "../constructs/protection/secure-bucket";
import type { BootstrapDesign } from "../design/guardrails/bootstrap";
import { FoundationStack } from "./foundation";

/** The bucket that holds the state of a Region's other stacks, and its key. */
export class BootstrapStack extends FoundationStack {
  constructor(scope: Construct, design: BootstrapDesign) {
    super(scope, design);
    const key = new EncryptionKey(this, "state-key", { key: design.key });
    new SecureBucket(this, "state", { bucket: design.bucket, kmsKeyArn: key.arn });
  }
}

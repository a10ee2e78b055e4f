import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";
import type { Tags } from "../../design/foundation/tags";

export interface ImageRegistryProps {
  readonly repository: string;
  readonly kmsKeyArn: string;
  readonly tags: Tags;
}

/**
 * A site's own images: a tag never moves, and nothing expires, since an image that runs must be there when a
 * task is replaced. How images are scanned is a setting of the account and Region: the guardrails'.
 */
export class ImageRegistry extends Construct {
  constructor(scope: Construct, id: string, { repository, kmsKeyArn, tags }: ImageRegistryProps) {
    super(scope, id);
    new EcrRepository(this, "repository", {
      name: repository,
      imageTagMutability: "IMMUTABLE",
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: kmsKeyArn }],
      imageScanningConfiguration: { scanOnPush: true },
      tags: { ...tags, Name: repository },
      lifecycle: { preventDestroy: true },
    });
  }
}

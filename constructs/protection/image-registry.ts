import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Construct } from "constructs";
import type { Tags } from "../../design/foundation/tags";

export interface ImageRegistryProps {
  readonly repository: string;
  readonly kmsKeyArn: string;
  readonly tags: Tags;
}

/**
 * A site's own images: a tag never moves, and every image is scanned again whenever a new weakness
 * becomes known. Nothing expires: an image that runs must be there when a task is replaced.
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
    new EcrRegistryScanningConfiguration(this, "scanning", {
      scanType: "ENHANCED",
      rule: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilter: [{ filter: "*", filterType: "WILDCARD" }] }],
    });
  }
}

import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface ImageScanningProps {
  readonly scanner: ITerraformDependable;
}

/**
 * Every image of the Region's registry is scanned again whenever a new weakness becomes known. An account has
 * one such setting in a Region, whichever repositories are there, so it is no site's.
 */
export class ImageScanning extends Construct {
  constructor(scope: Construct, id: string, { scanner }: ImageScanningProps) {
    super(scope, id);
    new EcrRegistryScanningConfiguration(this, "registry", {
      scanType: "ENHANCED",
      rule: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilter: [{ filter: "*", filterType: "WILDCARD" }] }],
      dependsOn: [scanner],
    });
  }
}

import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import { Construct } from "constructs";

export interface ThreatDetectionProps {
  readonly features: readonly { readonly id: string; readonly name: string; readonly status: string }[];
}

/** GuardDuty, with every protection set one way or the other. */
export class ThreatDetection extends Construct {
  constructor(scope: Construct, id: string, { features }: ThreatDetectionProps) {
    super(scope, id);
    const detector = new GuarddutyDetector(this, "detector", { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" });
    for (const feature of features) {
      new GuarddutyDetectorFeature(this, feature.id, {
        detectorId: detector.id,
        name: feature.name,
        status: feature.status,
        // GuardDuty answers with sub-features that nobody asked for, in an order of its own: every plan
        // would replace the feature (hashicorp/terraform-provider-aws#36695, read 2026-11-23).
        lifecycle: { ignoreChanges: ["additional_configuration"] },
      });
    }
  }
}

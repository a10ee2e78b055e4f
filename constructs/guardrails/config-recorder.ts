import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status";
import { ConfigConformancePack } from "@cdktf/provider-aws/lib/config-conformance-pack";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ConfigRecorderDesign } from "../../design/guardrails/config-recorder";
import { SecureBucket } from "../protection/secure-bucket";

export interface ConfigRecorderProps {
  readonly recorder: ConfigRecorderDesign;
  readonly kmsKeyArn: string;
}

/** AWS Config: recorder, then channel, then start, then rules, since each asks for the one before. */
export class ConfigRecorder extends Construct {
  /** Recording; whatever judges by the record waits for this. */
  readonly started: ITerraformDependable;

  constructor(scope: Construct, id: string, { recorder, kmsKeyArn }: ConfigRecorderProps) {
    super(scope, id);
    const history = new SecureBucket(this, "history", { bucket: recorder.history, kmsKeyArn });
    const configured = this.defineRecorder(recorder);
    const channel = this.defineChannel(configured, history, kmsKeyArn);
    this.started = new ConfigConfigurationRecorderStatus(this, "status", {
      name: configured.name,
      isEnabled: true,
      dependsOn: [channel],
    });
    new ConfigConformancePack(this, "pci-dss", {
      name: recorder.conformancePack.name,
      templateBody: recorder.conformancePack.template,
      dependsOn: [this.started],
    });
  }

  private defineRecorder(recorder: ConfigRecorderDesign): ConfigConfigurationRecorder {
    return new ConfigConfigurationRecorder(this, "recorder", {
      name: recorder.name,
      roleArn: recorder.roleArn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: recorder.includeGlobalResourceTypes },
      recordingMode: { recordingFrequency: "CONTINUOUS" },
    });
  }

  private defineChannel(recorder: ConfigConfigurationRecorder, history: SecureBucket, kmsKeyArn: string): ConfigDeliveryChannel {
    return new ConfigDeliveryChannel(this, "channel", {
      name: recorder.name,
      s3BucketName: history.name,
      // Without it Config writes under S3's own key, whatever the bucket's default says.
      s3KmsKeyArn: kmsKeyArn,
      snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      dependsOn: [recorder, ...history.ready],
    });
  }
}

import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { Inspector2Enabler } from "@cdktf/provider-aws/lib/inspector2-enabler";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { ConfigRecorder } from "../constructs/guardrails/config-recorder";
import { EventAlert } from "../constructs/guardrails/event-alert";
import { ImageScanning } from "../constructs/guardrails/image-scanning";
import { OnCallTopic } from "../constructs/guardrails/on-call-topic";
import { SecurityFindings } from "../constructs/guardrails/security-findings";
import { ThreatDetection } from "../constructs/guardrails/threat-detection";
import { VolumeEncryption } from "../constructs/guardrails/volume-encryption";
import { EncryptionKey } from "../constructs/protection/encryption-key";
import type { GuardrailsRegionDesign } from "../design/guardrails/guardrails-region";
import { FoundationStack } from "./foundation";

/** What watches one Region and tells the people on call. */
export class GuardrailsRegionStack extends FoundationStack {
  constructor(scope: Construct, design: GuardrailsRegionDesign) {
    super(scope, design);
    const key = new EncryptionKey(this, "key", { key: design.key });
    this.defineAlerts(design, key);
    const recording = this.defineRecorder(design, key);
    this.defineWatchers(design, recording);
    new AccessanalyzerAnalyzer(this, "analyzer", { analyzerName: design.analyzer, type: "ACCOUNT" });
  }

  private defineAlerts(design: GuardrailsRegionDesign, key: EncryptionKey): void {
    const topic = new OnCallTopic(this, "on-call", { onCall: design.onCall, kmsKeyArn: key.arn });
    for (const rule of design.alerts) new EventAlert(this, `alert-${rule.id}`, { rule, topicArn: topic.arn });
  }

  private defineRecorder({ recorder }: GuardrailsRegionDesign, key: EncryptionKey): readonly ITerraformDependable[] {
    if (recorder === "managedElsewhere") return [];
    return [new ConfigRecorder(this, "recorder", { recorder, kmsKeyArn: key.arn }).started];
  }

  private defineWatchers(design: GuardrailsRegionDesign, recording: readonly ITerraformDependable[]): void {
    const { account, detectorFeatures, scannedResources, securityStandard, volumesKey } = design;
    if (detectorFeatures !== "managedElsewhere") new ThreatDetection(this, "threats", { features: detectorFeatures });
    if (securityStandard !== "managedElsewhere") {
      new SecurityFindings(this, "findings", { standardArn: securityStandard.arn, waitFor: recording });
    }
    if (scannedResources !== "managedElsewhere") {
      const scanner = new Inspector2Enabler(this, "scanner", { accountIds: [account], resourceTypes: [...scannedResources] });
      new ImageScanning(this, "scanner-images", { scanner });
    }
    if (volumesKey !== "managedElsewhere") new VolumeEncryption(this, "volumes", { key: volumesKey });
  }
}

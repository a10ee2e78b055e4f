import type { Deployment } from "../../config/deployment";
import { type DetectorFeature, detectorFeatures } from "../../facts/detector-features";
import { globalServiceRegions } from "../../facts/regions";
import { evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName, prefixOf } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { backendOf } from "../foundation/state";
import { defaultTags } from "../foundation/tags";
import { linkLocations } from "../layout/link-locations";
import { evidenceReaders } from "../protection/evidence-readers";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { type AlertRule, alertRules } from "./alert-rules";
import { bootstrapOf } from "./bootstrap";
import { type ConfigRecorderDesign, configRecorderDesign } from "./config-recorder";
import { guardrailsAccountName } from "./guardrails-account";
import { type OnCallDesign, onCallDesign } from "./on-call";

/** What watches one Region, and how it reaches the people on call. */
export interface GuardrailsRegionDesign extends StackDesign {
  readonly key: KeyDesign;
  readonly onCall: OnCallDesign;
  readonly alerts: readonly AlertRule[];
  readonly recorder: ConfigRecorderDesign | "managedElsewhere";
  readonly detectorFeatures: readonly DetectorFeature[] | "managedElsewhere";
  readonly securityStandard: { readonly arn: string } | "managedElsewhere";
  readonly scannedResources: readonly string[] | "managedElsewhere";
  readonly volumesKey: KeyDesign | "managedElsewhere";
  readonly analyzer: string;
}

/** Every Region that a provider of any stack works in, in a fixed order. */
function guardedRegions(deployment: Deployment): readonly string[] {
  const { a, b } = deployment.sites;
  const ofPorts = linkLocations(deployment).map(({ location }) => location.associatedRegion);
  const ofGlobalServices = globalServiceRegions.map(({ region }) => region);
  // The witness keeps the ledger's log, though no provider of ours works there.
  const witnesses = deployment.ledger.engine === "dsql" ? [deployment.ledger.witnessRegion] : [];
  return [...new Set([a.region, b.region, deployment.homeRegion, ...witnesses, ...ofPorts, ...ofGlobalServices])];
}

export function guardrailsRegionDesigns(deployment: Deployment): readonly GuardrailsRegionDesign[] {
  return guardedRegions(deployment).map((region) => guardrailsRegionDesign(deployment, region));
}

function guardrailsRegionDesign(deployment: Deployment, region: string): GuardrailsRegionDesign {
  const name = guardrailsRegionName(region);
  const { guardrails } = deployment;
  const stateRegion = stateRegionOf(deployment, region);
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [{ region, tags: defaultTags(deployment, "protectsCardData") }],
    backend: backendOf(deployment, name, stateRegion),
    evidence: evidenceOf(deployment, name, { role: "guardrailsRegion" }),
    // Its recorder takes the service role made there, and its events come by the trail made there.
    after: [...bootstrapOf(deployment, stateRegion), guardrailsAccountName],
    key: guardrailsKey(deployment, region),
    onCall: onCallDesign(deployment, region),
    alerts: alertRules(deployment, region),
    recorder: guardrails.config === "here" ? configRecorderDesign(deployment, region) : "managedElsewhere",
    detectorFeatures: guardrails.guardDuty === "here" ? detectorFeatures : "managedElsewhere",
    securityStandard:
      guardrails.securityHub === "here" ? { arn: `arn:aws:securityhub:${region}::standards/pci-dss/v/4.0.1` } : "managedElsewhere",
    scannedResources: guardrails.inspector === "here" ? ["EC2", "ECR", "LAMBDA"] : "managedElsewhere",
    volumesKey: guardrails.ebsEncryption === "here" ? volumesKey(deployment, region) : "managedElsewhere",
    analyzer: `${prefixOf(deployment)}-outside-access`,
  };
}

/** A site's guardrails can be planned and rebuilt with every other Region gone. */
function stateRegionOf(deployment: Deployment, region: string): string {
  const { a, b } = deployment.sites;
  return region === a.region || region === b.region ? region : deployment.homeRegion;
}

function guardrailsKey(deployment: Deployment, region: string): KeyDesign {
  const readers = { by: "services", may: "read", region, services: ["s3"], principals: evidenceReaders(deployment) } as const;
  return keyDesign(deployment, {
    alias: `alias/${prefixOf(deployment)}-guardrails`,
    description: "Alerts on their way to on-call, and the record of AWS Config",
    // A record that was written here stays readable when a landing zone writes the next.
    uses: [{ by: "alarmsAndEvents" }, ...(deployment.guardrails.config === "here" ? [{ by: "configHistory" } as const] : []), readers],
    tags: {},
  });
}

function volumesKey(deployment: Deployment, region: string): KeyDesign {
  return keyDesign(deployment, {
    alias: `alias/${prefixOf(deployment)}-volumes`,
    description: "Volumes of whoever starts an instance without naming a key",
    uses: [{ by: "volumes", region }],
    tags: {},
  });
}

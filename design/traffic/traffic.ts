import type { Deployment } from "../../config/deployment";
import { globalServices } from "../../facts/global-services";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName, onCallTopicArn } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { backendOf } from "../foundation/state";
import { defaultTags } from "../foundation/tags";
import { namesName } from "../names/names";
import { type CellHealthDesign, cellHealth, hasPrivateLines } from "./cell-health";
import { type RecordTreeDesign, recordTree } from "./record-tree";
import { type SiteSwitchesDesign, siteSwitches } from "./site-switches";

/** What leads clients to a site that is well: health checks, switches, and the answers of every zone. */
export interface TrafficDesign extends StackDesign {
  readonly switches: SiteSwitchesDesign;
  readonly health: readonly CellHealthDesign[];
  readonly answers: {
    readonly public: RecordTreeDesign;
    /**
     * Records that are the same in both sites' zones, each with both sites: one zone is lost with
     * its site, the other tells all. None, where no participant comes over a private line.
     */
    readonly private: RecordTreeDesign | "none";
  };
  /** On-call topic of the one Region that has metrics on health checks. */
  readonly onCallTopicArn: string;
}

const NAME = "traffic";
const HEALTH_REGION = globalServices.healthChecks.region;
const SWITCHES_REGION = globalServices.routingControls.region;

export function trafficDesign(deployment: Deployment): TrafficDesign {
  const tags = defaultTags(deployment, "protectsCardData");
  const health = cellHealth(deployment);
  return {
    name: NAME,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    // Zones and health checks are global: none of their resources is in a site's Region.
    providers: [
      { region: deployment.homeRegion, tags },
      { alias: HEALTH_REGION, region: HEALTH_REGION, tags },
      { alias: SWITCHES_REGION, region: SWITCHES_REGION, tags },
    ],
    backend: backendOf(deployment, NAME, deployment.homeRegion),
    evidence: trafficEvidence(deployment),
    after: [
      guardrailsRegionName(HEALTH_REGION),
      guardrailsRegionName(SWITCHES_REGION),
      namesName,
      "site-a",
      "site-b",
      ...health.map(({ stack }) => stack),
    ],
    switches: siteSwitches(deployment),
    health,
    answers: {
      public: recordTree(deployment, "public"),
      private: hasPrivateLines(deployment) ? recordTree(deployment, "private") : "none",
    },
    onCallTopicArn: onCallTopicArn(deployment, HEALTH_REGION),
  };
}

function trafficEvidence(deployment: Deployment): Evidence {
  const meaning = "With no site well or switched on, Route 53 takes all for well and answers with both: there are two";
  const clientNames = (["public", "private"] as const).flatMap((zone) => {
    const { service, participants } = recordTree(deployment, zone);
    return [service, ...participants.map(({ name }) => name)].map((name) => ({ zone, name }));
  });
  return evidenceOf(deployment, NAME, { role: "traffic", expectedCutSets: [{ members: ["site-a", "site-b"], meaning }], clientNames });
}

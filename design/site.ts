import type { Deployment, SiteName } from "../config/deployment";
import { type BackupDesign, backupDesign } from "./backup";
import type { BucketDesign } from "./buckets";
import { type EndpointDesign, endpointDesigns } from "./endpoints";
import { type Evidence, evidenceOf } from "./evidence";
import { permittedFlow, type SiteFlow, siteFlows } from "./flows";
import { frontLogsStore } from "./front-logs";
import type { KeyDesign } from "./keys";
import { type NameFilterDesign, nameFilterDesign } from "./name-filter";
import { onCallTopicArn } from "./naming";
import { type NetworkDesign, networkDesign } from "./network";
import { twinOf } from "./parties";
import { permittedDifferences } from "./permitted-differences";
import { type PrivateZoneDesign, privateZoneDesign } from "./private-zone";
import { imagesKey, logsKey } from "./site-keys";
import { type SiteLogs, siteLogs } from "./site-logs";
import { siteLayout } from "./site-regions";
import type { StackDesign } from "./stack";
import { siteStackHead } from "./stack-heads";
import { imageRepository } from "./task-execution";
import { type TransitDesign, transitDesign } from "./transit";
import { trustStoreBucket } from "./trust-store";

/** One of the two data centres: the network, its gates and its stores. */
export interface SiteDesign extends StackDesign {
  readonly network: NetworkDesign;
  readonly transit: TransitDesign;
  readonly endpoints: readonly EndpointDesign[];
  readonly nameFilter: NameFilterDesign;
  readonly privateZone: PrivateZoneDesign;
  readonly logs: SiteLogs;
  readonly keys: { readonly logs: KeyDesign; readonly images: KeyDesign };
  readonly imageRepository: string;
  readonly backup: BackupDesign;
  readonly buckets: {
    readonly frontLogs: BucketDesign;
    /** None, where no participant comes with a certificate. */
    readonly trust: BucketDesign | undefined;
  };
  readonly onCallTopicArn: string;
}

export function siteDesign(deployment: Deployment, site: SiteName): SiteDesign {
  const stack = `site-${site}`;
  const { region } = deployment.sites[site];
  const flows = siteFlows(deployment, site);
  return {
    ...siteStackHead(deployment, site, stack),
    evidence: siteEvidence(deployment, site, flows),
    after: [`guardrails-${region}`],
    network: networkDesign(deployment, site, flows),
    transit: transitDesign(deployment, site, flows),
    endpoints: endpointDesigns(deployment, site),
    nameFilter: nameFilterDesign(deployment, site),
    privateZone: privateZoneDesign(deployment, site),
    logs: siteLogs(deployment, site),
    keys: { logs: logsKey(deployment, site), images: imagesKey(deployment, site) },
    imageRepository: imageRepository(deployment, site),
    backup: backupDesign(deployment, site),
    buckets: { frontLogs: frontLogsStore(deployment, site), trust: trustStoreBucket(deployment, site) },
    onCallTopicArn: onCallTopicArn(deployment, region),
  };
}

/** What takes both sites by itself. */
function commonCauses(deployment: Deployment, site: SiteName): Evidence["expectedCutSets"] {
  if (siteLayout(deployment) === "twoRegions") return [];
  return [{ members: [deployment.sites[site].region], meaning: "Both sites are in one Region: its loss ends the service" }];
}

function siteEvidence(deployment: Deployment, site: SiteName, flows: readonly SiteFlow[]): Evidence {
  return evidenceOf(deployment, `site-${site}`, {
    site,
    permittedFlows: flows.map(permittedFlow),
    permittedDifferences: permittedDifferences(deployment, site),
    expectedCutSets: [
      ...commonCauses(deployment, site),
      { members: [`site-${site}`, `site-${twinOf(site)}`], meaning: "The loss of both sites at once ends the service: there are two" },
    ],
  });
}

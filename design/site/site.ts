import type { Deployment, SiteName } from "../../config/deployment";
import { type BackupDesign, backupDesign } from "../backups/backup";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import { onCallTopicArn } from "../foundation/naming";
import { siteLayout } from "../foundation/site-regions";
import type { StackDesign } from "../foundation/stack";
import { siteStackHead } from "../foundation/stack-heads";
import { declaredNeeds } from "../layout/rate-needs";
import { type EndpointDesign, endpointDesigns } from "../network/endpoints";
import { permittedFlow, type SiteFlow, siteFlows } from "../network/flows";
import { type NameFilterDesign, nameFilterDesign } from "../network/name-filter";
import { type NetworkDesign, networkDesign } from "../network/network";
import { twinOf } from "../network/parties";
import { permittedDifferences } from "../network/permitted-differences";
import { type TransitDesign, transitDesign } from "../network/transit";
import type { BucketDesign } from "../protection/buckets";
import type { KeyDesign } from "../protection/keys";
import { frontLogsStore } from "./front-logs";
import { imageRepository } from "./image-repository";
import { type PrivateZoneDesign, privateZoneDesign } from "./private-zone";
import { type RateAlarm, rateAlarms } from "./rate-alarms";
import { imagesKey, logsKey } from "./site-keys";
import { type SiteLogs, siteLogs } from "./site-logs";
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
    /** The bucket of clients' authorities; none, where no participant comes with a certificate. */
    readonly trust: BucketDesign | undefined;
  };
  /** On the rates that AWS limits on a payment's way. */
  readonly rateAlarms: readonly RateAlarm[];
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
    rateAlarms: rateAlarms(deployment, site),
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
    role: "site",
    site,
    permittedFlows: flows.map(permittedFlow),
    permittedDifferences: permittedDifferences(deployment, site),
    rateNeeds: declaredNeeds(deployment, site),
    expectedCutSets: [
      ...commonCauses(deployment, site),
      { members: [`site-${site}`, `site-${twinOf(site)}`], meaning: "The loss of both sites at once ends the service: there are two" },
    ],
  });
}

import type { Deployment, SiteName } from "../../config/deployment";
import { backupRoles } from "../backups/backup";
import { copiedToTwin } from "../backups/ledger-selection";
import { onCallTopicArn, roleArn, siteNameOf } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { siteStackHead } from "../foundation/stack-heads";
import { scopeOf, segmentTags, type Tags } from "../foundation/tags";
import { type Cell, cellsOf } from "../layout/capacity";
import { ledgerMemberName } from "../layout/ledger-names";
import { paymentServiceRole } from "../layout/payment-service";
import { exposureOf } from "../network/parties";
import { type KeyDesign, keyDesign } from "../protection/keys";
import { type LedgerAlarm, ledgerAlarms } from "./ledger-alarms";
import { memberEvidence } from "./ledger-member-evidence";

/** A cell's ledger at one site: a cluster of Aurora DSQL, and the door to it inside the site's network. */
export interface LedgerMemberDesign extends StackDesign {
  /** The stack of the site whose network it is in. */
  readonly siteStack: string;
  readonly cluster: LedgerClusterDesign;
  readonly endpoint: LedgerEndpointDesign;
  readonly alarms: readonly LedgerAlarm[];
  readonly onCallTopicArn: string;
}

export interface LedgerClusterDesign {
  /** Region of the third vote; none where the cluster is of one Region. */
  readonly witnessRegion: string | undefined;
  readonly key: KeyDesign;
  readonly tags: Tags;
  /** Whether the named version of the AWS provider can give the cluster a policy of its own. */
  readonly policy: "byProvider" | "notInProvider";
}

export interface LedgerEndpointDesign {
  readonly region: string;
  /** ARN of the one caller whose connections pass. */
  readonly callerArn: string;
  readonly privateName: PrivateName;
  readonly tags: Tags;
}

/**
 * Who answers for the cluster's private name. Whether the clusters of one account share an endpoint
 * service is not documented, and one network takes the private names of one endpoint only for each
 * service. So the first cell's endpoint brings AWS's own names, and every other cell has a zone for
 * its cluster's one name, which is the more specific answer and right in either case.
 */
export type PrivateName = "byEndpoint" | "byOwnZone";

/** Members of every cell's ledger; none where one ledger serves both sites (ledger-one-region.ts). */
export function ledgerMemberDesigns(deployment: Deployment): readonly LedgerMemberDesign[] {
  const { ledger } = deployment;
  if (ledger.engine !== "dsql") return [];
  const sites: readonly SiteName[] = ["a", "b"];
  const { witnessRegion } = ledger;
  return cellsOf(deployment).flatMap((cell) => sites.map((site) => ledgerMemberDesign(deployment, site, { cell, witnessRegion })));
}

interface LedgerMember {
  readonly cell: Cell;
  readonly witnessRegion: string;
}

function ledgerMemberDesign(deployment: Deployment, site: SiteName, { cell, witnessRegion }: LedgerMember): LedgerMemberDesign {
  const name = ledgerMemberName(cell, site);
  const { region } = deployment.sites[site];
  const thing = siteNameOf(deployment, site, `ledger-${cell.id}`);
  const scope = scopeOf(exposureOf.data, deployment.cardData);
  const tags = { ...segmentTags(thing, ["data"], scope), "twinsite:cell": `cell-${cell.id}` };
  return {
    ...siteStackHead(deployment, site, name),
    evidence: memberEvidence(deployment, name, { cell, site, differences: [] }),
    after: [`site-${site}`],
    siteStack: `site-${site}`,
    cluster: {
      witnessRegion,
      key: ledgerKey(deployment, region, { thing, tags, description: "The ledger: every payment of a cell, as this site keeps it" }),
      // A backup plan finds its databases by these tags, which a default tag alone would not promise.
      tags: { ...tags, ...copiedToTwin, "twinsite:deployment": deployment.name },
      policy: clusterPolicyIn(deployment.awsProvider),
    },
    endpoint: ledgerEndpoint(deployment, site, { cell, tags }),
    alarms: ledgerAlarms(thing),
    onCallTopicArn: onCallTopicArn(deployment, region),
  };
}

export function ledgerEndpoint(
  deployment: Deployment,
  site: SiteName,
  { cell, tags }: { readonly cell: Cell; readonly tags: Tags },
): LedgerEndpointDesign {
  return {
    region: deployment.sites[site].region,
    callerArn: roleArn(deployment, paymentServiceRole(deployment, site, cell.id)),
    privateName: cell.number === 1 ? "byEndpoint" : "byOwnZone",
    tags,
  };
}

interface LedgerKeyRequest {
  /** What the key's cluster is called. */
  readonly thing: string;
  readonly tags: Tags;
  readonly description: string;
}

export function ledgerKey(deployment: Deployment, region: string, { thing, tags, description }: LedgerKeyRequest): KeyDesign {
  return keyDesign(deployment, {
    alias: `alias/${thing}`,
    description,
    uses: [
      { by: "ledger", region },
      // DSQL also uses the key in the name of whoever makes a cluster under it, backs it up or restores it
      // (KMSCryptographicPermissions in AmazonAuroraDSQLFullAccess, KMSDSQLPermissions in AWS Backup's policies).
      {
        by: "services",
        may: "readAndWrite",
        region,
        services: ["dsql"],
        principals: [roleArn(deployment, deployment.access.deployerRole), ...backupRoles(deployment)],
      },
    ],
    tags: { ...tags, Name: `${thing}-key` },
  });
}

/** The provider has `aws_dsql_cluster_policy` from 6.61.0 on (terraform-provider-aws, pull request 47748). */
const FIRST_WITH_CLUSTER_POLICY = [6, 61] as const;

export function clusterPolicyIn(awsProvider: string): LedgerClusterDesign["policy"] {
  const [major = 0, minor = 0] = awsProvider.split(".").map(Number);
  const [firstMajor, firstMinor] = FIRST_WITH_CLUSTER_POLICY;
  return major > firstMajor || (major === firstMajor && minor >= firstMinor) ? "byProvider" : "notInProvider";
}

import type { Deployment, SiteName } from "../../config/deployment";
import { type Evidence, evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName, onCallTopicArn, prefixOf, siteNameOf } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { siteStackHead } from "../foundation/stack-heads";
import { backendOf } from "../foundation/state";
import { defaultTags, scopeOf, segmentTags, type Tags } from "../foundation/tags";
import { type Cell, cellsOf } from "../layout/capacity";
import { ledgerMemberName, ledgerName } from "../layout/ledger-names";
import { exposureOf } from "../network/parties";
import { type LedgerAlarm, ledgerAlarms } from "./ledger-alarms";
import { clusterPolicyIn, type LedgerClusterDesign, type LedgerEndpointDesign, ledgerEndpoint, ledgerKey } from "./ledger-members";

/** A cell's one ledger, for both sites in one Region. */
export interface RegionalLedgerDesign extends StackDesign {
  readonly siteStacks: Readonly<Record<SiteName, string>>;
  readonly cluster: LedgerClusterDesign;
  readonly alarms: readonly LedgerAlarm[];
  readonly onCallTopicArn: string;
}

/** A site's own door to its cell's one ledger. */
export interface LedgerDoorDesign extends StackDesign {
  readonly siteStack: string;
  readonly ledgerStack: string;
  readonly endpoint: LedgerEndpointDesign;
}

/** Ledgers that serve both sites; none where each site has a member of its own. */
export function regionalLedgerDesigns(deployment: Deployment): readonly RegionalLedgerDesign[] {
  if (deployment.ledger.engine !== "dsqlOneRegion") return [];
  return cellsOf(deployment).map((cell) => regionalLedgerDesign(deployment, cell));
}

/** Doors to every cell's ledger, the one at site a and the one at site b. */
export function ledgerDoorDesigns(deployment: Deployment): readonly LedgerDoorDesign[] {
  if (deployment.ledger.engine !== "dsqlOneRegion") return [];
  return cellsOf(deployment).flatMap((cell) => [ledgerDoorDesign(deployment, cell, "a"), ledgerDoorDesign(deployment, cell, "b")]);
}

function tagsOf(deployment: Deployment, thing: string, { id }: Cell): Tags {
  const scope = scopeOf(exposureOf.data, deployment.cardData);
  return { ...segmentTags(thing, ["data"], scope), "twinsite:cell": `cell-${id}` };
}

function regionalLedgerDesign(deployment: Deployment, cell: Cell): RegionalLedgerDesign {
  const name = ledgerName(cell);
  const { region } = deployment.sites.a;
  const thing = `${prefixOf(deployment)}-${name}`;
  const tags = tagsOf(deployment, thing, cell);
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [{ region, tags: defaultTags(deployment, "protectsCardData") }],
    backend: backendOf(deployment, name, region),
    evidence: regionalLedgerEvidence(deployment, name, cell),
    // Alarms go to the topic that the guardrails make; the sites come before, as they do where each has a member.
    after: [guardrailsRegionName(region), "site-a", "site-b"],
    siteStacks: { a: "site-a", b: "site-b" },
    cluster: {
      witnessRegion: undefined,
      key: ledgerKey(deployment, region, { thing, tags, description: "The ledger: every payment of a cell, for both sites" }),
      // A backup plan finds its databases by these tags, which a default tag alone would not promise.
      tags: { ...tags, "twinsite:deployment": deployment.name },
      policy: clusterPolicyIn(deployment.awsProvider),
    },
    alarms: ledgerAlarms(thing),
    onCallTopicArn: onCallTopicArn(deployment, region),
  };
}

function ledgerDoorDesign(deployment: Deployment, cell: Cell, site: SiteName): LedgerDoorDesign {
  const name = ledgerMemberName(cell, site);
  return {
    ...siteStackHead(deployment, site, name),
    evidence: evidenceOf(deployment, name, {
      role: "ledgerDoor",
      site,
      cell: `cell-${cell.id}`,
      permittedDifferences: [
        { name: "stack", value: name, reason: "Each site's stack has a state of its own" },
        { name: "site", value: `site-${site}`, reason: "Names that are global in an account say whose they are" },
      ],
    }),
    after: [`site-${site}`, ledgerName(cell)],
    siteStack: `site-${site}`,
    ledgerStack: ledgerName(cell),
    endpoint: ledgerEndpoint(deployment, site, { cell, tags: tagsOf(deployment, siteNameOf(deployment, site, `ledger-${cell.id}`), cell) }),
  };
}

/**
 * A cluster of one Region keeps three replicas, in three zones, and stands the loss of one zone
 * (aurora-dsql/latest/userguide/disaster-recovery-resiliency, read 2026-11-25). In which zones they
 * are, AWS does not say, nor what the loss of two does: two of three are taken to be needed.
 */
function regionalLedgerEvidence(deployment: Deployment, stack: string, { id }: Cell): Evidence {
  const { a, b } = deployment.sites;
  const zones = [...a.zones, ...b.zones];
  const pairs = zones.flatMap((zone, place) => zones.slice(place + 1).map((other) => [zone, other]));
  return evidenceOf(deployment, stack, {
    role: "ledger",
    cell: `cell-${id}`,
    expectedCutSets: [
      {
        members: [a.region],
        meaning: "The one Region holds the ledger and both sites: its loss ends the service until the Region is back",
      },
      { members: [stack], meaning: "One ledger serves both sites: what locks, deletes or corrupts it stops the cell at both" },
      ...pairs.map((members) => ({
        members,
        meaning:
          "The loss of two zones may leave one of the ledger's three replicas, with which it is taken to stop. A whole site may be two zones",
      })),
    ],
  });
}

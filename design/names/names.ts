import type { Deployment, SiteName } from "../../config/deployment";
import { evidenceOf } from "../foundation/evidence";
import { guardrailsRegionName, onCallTopicArn } from "../foundation/naming";
import type { StackDesign } from "../foundation/stack";
import { backendOf } from "../foundation/state";
import { defaultTags } from "../foundation/tags";
import { bootstrapOf } from "../guardrails/bootstrap";
import { zoneName } from "../layout/service-names";
import { type CertificateDesign, certificateDesign } from "./certificates";
import { type ZoneQueryLogDesign, zoneQueryLogDesign } from "./zone-query-log";
import { ZONE_REGION, type ZoneSigningDesign, zoneSigningDesign } from "./zone-signing";

/** The public names: one zone for both sites, signed and logged, and a certificate in each site's Region. */
export interface NamesDesign extends StackDesign {
  readonly zone: ZoneDesign;
  /** The private names' zone as the internet sees it, and how long resolvers keep that it is there. */
  readonly privateZone: ZoneDesign;
  readonly delegationSeconds: number;
  /** Who may issue certificates for names in the zone. */
  readonly issuers: readonly IssuerRule[];
  readonly signing: ZoneSigningDesign;
  readonly queryLog: ZoneQueryLogDesign;
  readonly certificates: Readonly<Record<SiteName, CertificateDesign>>;
  /** On-call topic of the Region that tells how the zone is. */
  readonly onCallTopicArn: string;
}

export interface ZoneDesign {
  readonly name: string;
  readonly comment: string;
}

/** A CAA record's value: for which certificates, and by whom. */
export interface IssuerRule {
  readonly tag: "issue" | "issuewild";
  readonly issuer: string;
}

/** The names under which Amazon's authority looks for leave to issue (acm/latest/userguide/setup-caa, read 2026-11-25). */
const amazonIssuers = ["amazon.com", "amazonaws.com", "amazontrust.com", "awstrust.com"] as const;

/** An hour: a zone made anew has other name servers. */
const DELEGATION_SECONDS = 3600;

export const namesName = "names";

export function namesDesign(deployment: Deployment): NamesDesign {
  const { homeRegion, sites } = deployment;
  const tags = defaultTags(deployment, "protectsCardData");
  const regions = [...new Set([homeRegion, sites.a.region, sites.b.region, ZONE_REGION])];
  return {
    name: namesName,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [
      { region: homeRegion, tags },
      { alias: "a", region: sites.a.region, tags },
      { alias: "b", region: sites.b.region, tags },
      { alias: ZONE_REGION, region: ZONE_REGION, tags },
    ],
    backend: backendOf(deployment, namesName, homeRegion),
    evidence: evidenceOf(deployment, namesName, { role: "names" }),
    // Alarms go to the topics that the guardrails make.
    after: [...bootstrapOf(deployment, homeRegion), ...regions.map(guardrailsRegionName)],
    zone: { name: zoneName(deployment, "public"), comment: `Names of ${deployment.name} on the internet` },
    privateZone: {
      name: zoneName(deployment, "private"),
      comment: `Says that names of ${deployment.name} on private lines are not signed; it answers none of them`,
    },
    delegationSeconds: DELEGATION_SECONDS,
    issuers: (["issue", "issuewild"] as const).flatMap((tag) => amazonIssuers.map((issuer) => ({ tag, issuer }))),
    signing: zoneSigningDesign(deployment),
    queryLog: zoneQueryLogDesign(deployment),
    certificates: { a: certificateDesign(deployment, "a"), b: certificateDesign(deployment, "b") },
    onCallTopicArn: onCallTopicArn(deployment, ZONE_REGION),
  };
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { AlarmDesign } from "../foundation/alarms";
import { onCallTopicArn, siteNameOf } from "../foundation/naming";
import { certificateNames } from "../layout/service-names";

/** A site's certificate: every public and private name of the service, at that site's load balancers. */
export interface CertificateDesign {
  /** The first is its common name. */
  readonly names: readonly [CertificateName, CertificateName];
  /**
   * The one algorithm of ACM's that every client takes: merchants, banks' gateways, and Route 53's
   * checkers, of which AWS does not say whether they take ECDSA. A checker that cannot shake hands
   * would call both sites ill.
   */
  readonly keyAlgorithm: "RSA_2048";
  readonly expiry: ExpiryAlarm;
  readonly tags: { readonly Name: string };
}

export interface CertificateName {
  readonly id: "public" | "private";
  /** A wildcard: new cells and participants need no new certificate. */
  readonly name: string;
}

export interface ExpiryAlarm {
  readonly alarm: AlarmDesign<"certificate">;
  readonly onCallTopicArn: string;
}

/**
 * ACM's certificates last 198 days (acm/latest/userguide/acm-certificate-characteristics, read
 * 2026-11-25), and are renewed well before the last month: one that reaches it was not.
 */
const DAYS_LEFT = 30;

export function certificateDesign(deployment: Deployment, site: SiteName): CertificateDesign {
  const [publicNames, privateNames] = certificateNames(deployment);
  return {
    names: [
      { id: "public", name: publicNames },
      { id: "private", name: privateNames },
    ],
    keyAlgorithm: "RSA_2048",
    expiry: { alarm: expiryAlarm(deployment, site), onCallTopicArn: onCallTopicArn(deployment, deployment.sites[site].region) },
    tags: { Name: siteNameOf(deployment, site, "certificate") },
  };
}

/**
 * ACM tells twice a day for as long as the certificate is valid (acm/latest/userguide/cloudwatch-metrics,
 * read 2026-11-25): a day's silence means that it expired. A new one is silent until it is told of
 * first, so the alarm speaks once when it is made.
 */
function expiryAlarm(deployment: Deployment, site: SiteName): ExpiryAlarm["alarm"] {
  return {
    id: `expires-${site}`,
    name: siteNameOf(deployment, site, "certificate-expires"),
    description: `The certificate of site ${site} was not renewed: is it in use, and are its validation records and the delegation there?`,
    metric: { of: "certificate", name: "DaysToExpiry", statistic: "Minimum", periodSeconds: 86_400 },
    comparison: "LessThanOrEqualToThreshold",
    threshold: DAYS_LEFT,
    evaluationPeriods: 1,
    missingData: "breaching",
    tells: "troubleAndItsEnd",
    runbook: "certificate-rotation",
  };
}

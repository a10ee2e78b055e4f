import type { Deployment } from "../../config/deployment";
import type { Finding } from "../../config/fault";
import type { Built } from "../../config/read-deployment";
import { linkHeadroomWarnings } from "../links/ordering/link-headroom";
import { siteFlows } from "../network/flows";
import { ACL_RULES_AT_MOST, networkAcls } from "../network/network-acls";
import { securityGroupRules } from "../network/security-groups";
import { capacityFindings } from "./capacity-limits";
import { paymentRateFaults, paymentRateWarnings } from "./payment-rate-findings";
import { quotaFaults, quotaWarnings } from "./quotas";

/** AWS's default quota on rules of security groups: 60 rules a direction (vpc/latest/userguide/amazon-vpc-limits, read 2026-11-23). */
const GROUP_RULES_AT_MOST = 60;

/** What only the design can tell of a deployment. */
export const builtFindings: Built = {
  faults: (deployment) => [
    ...limitFindings(deployment),
    ...capacityFindings(deployment),
    ...quotaFaults(deployment),
    ...paymentRateFaults(deployment),
  ],
  warnings: (deployment) => [...quotaWarnings(deployment), ...paymentRateWarnings(deployment), ...linkHeadroomWarnings(deployment)],
};

/** Findings that the declared flows need more rules than AWS takes. */
export function limitFindings(deployment: Deployment): readonly Finding[] {
  const flows = siteFlows(deployment, "a");
  const acls = networkAcls(flows).flatMap(({ segment, ingress, egress }) => [
    { rules: ingress.length, of: `ingress rules in the network ACL of segment ${segment}`, most: ACL_RULES_AT_MOST },
    { rules: egress.length, of: `egress rules in the network ACL of segment ${segment}`, most: ACL_RULES_AT_MOST },
  ]);
  const rules = securityGroupRules(flows);
  const groups = [...new Set(rules.map(({ party, direction }) => `${direction} rules in the security group of ${party}`))].map((of) => ({
    rules: rules.filter(({ party, direction }) => `${direction} rules in the security group of ${party}` === of).length,
    of,
    most: GROUP_RULES_AT_MOST,
  }));
  return [...acls, ...groups]
    .filter(({ rules: count, most }) => count > most)
    .map(({ rules: count, of, most }) => ({
      path: ["flows"],
      at: "key",
      what: `The declared flows need ${count} ${of}.`,
      allowed: `At most ${most}, AWS's default quota.`,
      mend: "Give a party fewer and wider prefixes, or join flows that differ in the port only.",
    }));
}

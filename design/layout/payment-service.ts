import type { Deployment, SiteName } from "../../config/deployment";
import { roleArn, siteNameOf } from "../foundation/naming";

/** Name of the role that a cell's payment service runs under; `cell` is its two digits. */
export function paymentServiceRole(deployment: Deployment, site: SiteName, cell: string): string {
  return siteNameOf(deployment, site, `cell-${cell}-payment-service`);
}

/** ARN of the payment service's role in any cell of a site: two digits, and so two characters, stand for the cell. */
export function paymentServiceRoles(deployment: Deployment, site: SiteName): string {
  return roleArn(deployment, paymentServiceRole(deployment, site, "??"));
}

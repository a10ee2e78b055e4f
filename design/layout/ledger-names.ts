import type { Deployment, SiteName } from "../../config/deployment";
import { prefixOf, siteNameOf } from "../foundation/naming";
import type { Cell } from "./capacity";

/** Stack of a cell's ledger member at one site. */
export function ledgerMemberName({ id }: Cell, site: SiteName): string {
  return `ledger-${id}-${site}`;
}

/** Stack of what ties a cell's two members into one ledger. */
export function ledgerName({ id }: Cell): string {
  return `ledger-${id}`;
}

/** Name of a global ledger, which both members know: so neither has to ask the other, or the stack that makes it. */
export function globalLedgerName(deployment: Deployment, { id }: Pick<Cell, "id">): string {
  return `${prefixOf(deployment)}-ledger-${id}`;
}

/** Name of a site's member of a global ledger: it is the name of its cluster, and what names of its alarms start with. */
export function globalMemberName(deployment: Deployment, site: SiteName, { id }: Pick<Cell, "id">): string {
  return siteNameOf(deployment, site, `ledger-${id}`);
}

export function globalMemberArn(deployment: Deployment, site: SiteName, cell: Pick<Cell, "id">): string {
  const { region } = deployment.sites[site];
  return `arn:aws:rds:${region}:${deployment.accounts.payments}:cluster:${globalMemberName(deployment, site, cell)}`;
}

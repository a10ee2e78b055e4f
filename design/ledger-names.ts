import type { SiteName } from "../config/deployment";
import type { Cell } from "./capacity";

/** Stack of a cell's ledger member at one site. */
export function ledgerMemberName({ id }: Cell, site: SiteName): string {
  return `ledger-${id}-${site}`;
}

/** Stack that makes a cell's two members one ledger. */
export function ledgerName({ id }: Cell): string {
  return `ledger-${id}`;
}

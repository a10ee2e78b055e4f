import type { Deployment, SiteName } from "../../config/deployment";
import { prefixOf } from "../foundation/naming";
import { siteLayout } from "../foundation/site-regions";
import type { Cell } from "./capacity";

const words = { internet: "in", private: "pr", fixed: "fx", twin: "tw" } as const;

/**
 * Elastic Load Balancing takes names of 32 characters, and the longest deployment name leaves seven:
 * a hyphen, the cell, the site's letter where it is needed, a hyphen, and two.
 */
export function frontName(deployment: Deployment, site: SiteName, cell: Cell & { readonly front: keyof typeof words }): string {
  return `${prefixOf(deployment)}-${frontCell(deployment, site, cell)}-${words[cell.front]}`;
}

/** The cell in the names of its load balancers, which are unique in a Region: two sites in one have to say whose they are. */
export function frontCell(deployment: Deployment, site: SiteName, { id }: Pick<Cell, "id">): string {
  return siteLayout(deployment) === "oneRegion" ? `${id}${site}` : id;
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { Cell } from "./capacity";

/** The names that clients, checkers and participants use, in the public zone or the private one. */
export type ZoneKind = "public" | "private";

export function zoneName({ names }: Deployment, zone: ZoneKind): string {
  return zone === "public" ? names.zone : names.privateZone;
}

/** The whole service: every cell at every site. */
export function serviceName(deployment: Deployment, zone: ZoneKind): string {
  return `api.${zoneName(deployment, zone)}`;
}

/** A cell, at whichever site is well. */
export function cellName(deployment: Deployment, zone: ZoneKind, { id }: Cell): string {
  return `cell-${id}.${zoneName(deployment, zone)}`;
}

/** A cell at one site: what is asked for its health. One label, so that the certificate covers it. */
export function cellSiteName(deployment: Deployment, zone: ZoneKind, cell: Cell & { readonly site: SiteName }): string {
  return `cell-${cell.id}-site-${cell.site}.${zoneName(deployment, zone)}`;
}

/**
 * Name inside the tree of records, under the name that is asked for health: Route 53 warns against a
 * health check on records of the very name that it asks. No client uses it, so no certificate has it.
 */
export function steeredName(deployment: Deployment, zone: ZoneKind, cell: Cell & { readonly site: SiteName }): string {
  return `answer.${cellSiteName(deployment, zone, cell)}`;
}

/**
 * A cell at the other site, as each site's own private zone answers it. One name for both, so that
 * both sites' tasks are told the same, and one label, so that the certificate covers it.
 */
export function twinName(deployment: Deployment, { id }: Cell): string {
  return `cell-${id}-twin.${zoneName(deployment, "private")}`;
}

/** A participant's own name, which leads to its cell. */
export function participantName(deployment: Deployment, zone: ZoneKind, participant: string): string {
  return `${participant}.${zoneName(deployment, zone)}`;
}

/** What each Region's certificate covers: every name above, and no other zone's. */
export function certificateNames(deployment: Deployment): readonly [string, string] {
  return [`*.${zoneName(deployment, "public")}`, `*.${zoneName(deployment, "private")}`];
}

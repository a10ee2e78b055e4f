import type { Deployment, Link } from "../../config/deployment";
import { type DirectConnectLocation, directConnectLocation } from "../../facts/direct-connect-locations";

/** The links that end at one Direct Connect location: their ports are ordered together. */
export interface LinkLocation {
  readonly location: DirectConnectLocation;
  readonly links: readonly Link[];
}

/** Locations with their links, in the deployment's order. */
export function linkLocations({ links }: Deployment): readonly LinkLocation[] {
  return [...new Set(links.map(({ dxLocation }) => dxLocation))].map((code) => ({
    location: directConnectLocation(code),
    links: links.filter(({ dxLocation }) => dxLocation === code),
  }));
}

/** AWS's API spells some codes in mixed case, and a port keeps the spelling that it was ordered with. */
export function apiCode({ code, apiCode: confirmed }: DirectConnectLocation): string {
  return confirmed ?? code;
}

export function portsName({ code }: DirectConnectLocation): string {
  return `ports-${code.toLowerCase()}`;
}

export function linksName({ code }: DirectConnectLocation): string {
  return `links-${code.toLowerCase()}`;
}

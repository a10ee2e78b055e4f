import { Address4 } from "ip-address";
import type { Deployment, Link, SiteName } from "../../config/deployment";
import { transitInterfaceMtu } from "../../facts/direct-connect";
import { prefixOf } from "../foundation/naming";

/** The session of a link with one site: a transit virtual interface and the two ends that talk BGP over it. */
export interface SessionDesign {
  readonly site: SiteName;
  readonly interfaceName: string;
  readonly vlan: number;
  readonly customerAsn: number;
  readonly amazonAsn: number;
  /** The router's address with the length of the session's range, as routers take it; so is AWS's. */
  readonly customerAddress: string;
  readonly amazonAddress: string;
  readonly mtu: number;
  readonly announcedByAmazon: readonly string[];
}

export function linkSessions(deployment: Deployment, link: Link): readonly SessionDesign[] {
  return (["a", "b"] as const).map((site) => linkSession(deployment, link, site));
}

function linkSession(deployment: Deployment, link: Link, site: SiteName): SessionDesign {
  const { advertisedPrefixes, directConnectGatewayAsn } = deployment.sites[site];
  return {
    site,
    interfaceName: `${prefixOf(deployment)}-${link.name}-site-${site}`,
    vlan: link.vlan[site],
    customerAsn: link.customerAsn,
    amazonAsn: directConnectGatewayAsn,
    ...sessionAddresses(link.bgpRange[site]),
    mtu: transitInterfaceMtu.bytes,
    announcedByAmazon: advertisedPrefixes,
  };
}

/**
 * The range's two usable addresses: the customer's first, AWS's second, as in the user guide's
 * examples (directconnect/latest/UserGuide/max-resiliency-set-up, read 2026-11-23). A /31 has no
 * network and no broadcast address (RFC 3021).
 */
function sessionAddresses(range: string): Pick<SessionDesign, "customerAddress" | "amazonAddress"> {
  const { startAddress, mask } = rangeOf(range);
  const first = startAddress + (mask === 31 ? 0n : 1n);
  const written = (address: bigint): string => `${Address4.fromBigInt(address).address}/${mask}`;
  return { customerAddress: written(first), amazonAddress: written(first + 1n) };
}

function rangeOf(cidr: string): { readonly startAddress: bigint; readonly mask: number } {
  const address = new Address4(cidr);
  return { startAddress: address.startAddress().bigInt(), mask: address.subnetMask };
}

/** What the routers are expected to announce on every session: that is what makes one link stand in for another. */
export function announcedByCustomer({ parties }: Deployment): readonly string[] {
  return Object.values(parties).flatMap(({ reachedOver, prefixes }) => (reachedOver === "directConnect" ? prefixes : []));
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { PermittedDifference } from "../foundation/evidence";
import { type SiteBucket, siteBucketThing } from "../foundation/naming";
import { siteLayout } from "../foundation/site-regions";
import { fixedAddresses, frontAddresses, privateFrontAddress, segments, twinFrontAddress } from "../layout/address-plan";
import type { Cell } from "../layout/capacity";
import { frontCell } from "../layout/front-naming";
import { ledgerMemberName } from "../layout/ledger-names";
import { planOf, segmentOf, twinOf } from "./parties";

/**
 * The only ways in which the two sites' templates may differ, each by the value that it has here.
 * The twin's list has the same names and reasons; whoever compares puts the names in the values' place.
 */
export function permittedDifferences(deployment: Deployment, site: SiteName): readonly PermittedDifference[] {
  const declared = deployment.sites[site];
  return [
    { name: "site", value: `site-${site}`, reason: "Names that are global in an account say whose they are" },
    { name: "site-in-restore-test", value: `site_${site}`, reason: "Restore tests take no hyphen in their names" },
    { name: "twin", value: `site-${twinOf(site)}`, reason: "Each site declares the loss of both as an expected cut set" },
    ...placeDifferences(deployment, site),
    ...addressDifferences(deployment, site),
    ...declared.advertisedPrefixes.flatMap((value, index) =>
      value === declared.addressSpace ? [] : [{ name: `advertised-prefix-${index + 1}`, value, reason: ADDRESSES }],
    ),
    {
      name: "transit-gateway-asn",
      value: String(declared.transitGatewayAsn),
      reason: "Peered transit gateways and Direct Connect gateways need numbers of their own",
    },
    {
      name: "direct-connect-gateway-asn",
      value: String(declared.directConnectGatewayAsn),
      reason: "Peered transit gateways and Direct Connect gateways need numbers of their own",
    },
  ];
}

/** What may differ between a cell's two templates: whose they are, where, and the fixed addresses of its private front. */
export function cellDifferences(
  deployment: Deployment,
  site: SiteName,
  cell: Cell & { readonly stack: string },
): readonly PermittedDifference[] {
  return [
    { name: "stack", value: cell.stack, reason: "Each site's stack has a state of its own" },
    { name: "ledger-stack", value: ledgerMemberName(cell, site), reason: "Each site's stack has a state of its own" },
    ...permittedDifferences(deployment, site).filter(({ name }) => name === "site" || name === "region"),
    ...(siteLayout(deployment) === "oneRegion" ? nameDifferences(deployment, site, cell) : []),
    ...privateFrontAddress(planOf(deployment, site), cell).map(({ subnet, address }) => ({
      name: `${subnet}-private-front`,
      value: address,
      reason: ADDRESSES,
    })),
    ...twinFrontAddress(planOf(deployment, site), cell).map(({ subnet, address }) => ({
      name: `${subnet}-twin-front`,
      value: address,
      reason: ADDRESSES,
    })),
    ...twinFrontAddress(planOf(deployment, twinOf(site)), cell).map(({ subnet, address }) => ({
      name: `twin-${subnet}-twin-front`,
      value: address,
      reason: ADDRESSES,
    })),
  ];
}

/** Differences of where the sites are: in two Regions; or in other zones of one, where S3's names have to say whose they are too. */
function placeDifferences(deployment: Deployment, site: SiteName): readonly PermittedDifference[] {
  const { region, zones } = deployment.sites[site];
  const zonesFor = (reason: string) => zones.map((value, index) => ({ name: `zone-${index + 1}`, value, reason }));
  switch (siteLayout(deployment)) {
    case "twoRegions":
      return [
        { name: "region", value: region, reason: "The sites are in two Regions, so that the loss of one leaves the other" },
        ...zonesFor("A zone belongs to one Region"),
      ];
    case "oneRegion":
      return [
        ...zonesFor("The sites are in different zones of one Region, so that the loss of one zone leaves the other site whole"),
        ...bucketDifferences(deployment, site, ["fronts", "journals", "trust"]),
      ];
  }
}

function nameDifferences(deployment: Deployment, site: SiteName, cell: Cell): readonly PermittedDifference[] {
  const value = frontCell(deployment, site, cell);
  return [
    ...bucketDifferences(deployment, site, ["fronts", "journals", "trust"]),
    { name: "front-cell", value, reason: "Names of load balancers are unique in a Region, and leave room for the site's letter only" },
  ];
}

function bucketDifferences(deployment: Deployment, site: SiteName, things: readonly SiteBucket[]): readonly PermittedDifference[] {
  return things.map((thing) => ({
    name: `${thing}-bucket`,
    value: siteBucketThing(deployment, site, thing),
    reason: "Names of buckets are global, and leave no room for more than the site's letter",
  }));
}

const ADDRESSES = "Both sites are routed at once, so their addresses may not overlap";

function addressDifferences(deployment: Deployment, site: SiteName): readonly PermittedDifference[] {
  const plan = planOf(deployment, site);
  const twinPlan = planOf(deployment, twinOf(site));
  return [
    { name: "address-space", value: deployment.sites[site].addressSpace, reason: ADDRESSES },
    { name: "twin-payment-service", value: twinPlan.cde.block, reason: ADDRESSES },
    // Of the transit and inspection segments only the subnets are ever named: no flow ends there.
    ...[...new Set(Object.values(segmentOf))].map((segment) => ({
      name: `${segment}-block`,
      value: plan[segment].block,
      reason: ADDRESSES,
    })),
    ...segments.flatMap((segment) =>
      plan[segment].subnets.map(({ id, cidr }) => ({ name: `${id}-subnet`, value: cidr, reason: ADDRESSES })),
    ),
    ...fixedAddresses(plan).flatMap(({ subnet, reserved, resolver }) => [
      { name: `${subnet}-reserved-range`, value: reserved, reason: ADDRESSES },
      { name: `${subnet}-resolver-address`, value: resolver, reason: ADDRESSES },
    ]),
    ...frontAddresses(plan).map(({ subnet, reserved }) => ({ name: `${subnet}-reserved-range`, value: reserved, reason: ADDRESSES })),
  ];
}

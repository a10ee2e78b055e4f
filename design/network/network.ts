import type { Deployment, SiteName } from "../../config/deployment";
import { type InsideParty, insideParties } from "../../config/sections/parties";
import { siteNameOf } from "../foundation/naming";
import { scopeOf, segmentTags, type Tags } from "../foundation/tags";
import {
  type AddressPlan,
  type FixedAddress,
  type FrontAddresses,
  fixedAddresses,
  frontAddresses,
  type Segment,
  segments,
} from "../layout/address-plan";
import { type FirewallRule, firewallRules } from "./firewall-rules";
import type { SiteFlow } from "./flows";
import { type AclDesign, networkAcls } from "./network-acls";
import { exposureOf, planOf, segmentOf } from "./parties";
import { natZones, type RouteDesign, routesOf } from "./routes";
import { type SecurityGroupRule, securityGroupRules } from "./security-groups";

/** A site's addresses and everything that decides what may pass between them. */
export interface NetworkDesign {
  readonly name: string;
  readonly addressSpace: string;
  readonly plan: AddressPlan;
  /** Tags of what spans the whole network. */
  readonly tags: Tags;
  readonly segmentTags: Readonly<Record<Segment, Tags>>;
  readonly parties: readonly PartyDesign[];
  readonly acls: readonly AclDesign[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
  readonly routes: readonly RouteDesign[];
  /** Places of the zones that have a NAT gateway: none, unless a declared flow needs one. */
  readonly natZones: readonly number[];
  readonly firewallRules: readonly FirewallRule[];
  readonly fixedAddresses: readonly FixedAddress[];
  readonly frontAddresses: readonly FrontAddresses[];
}

export interface PartyDesign {
  readonly party: InsideParty;
  readonly name: string;
  readonly description: string;
  readonly tags: Tags;
}

const descriptions: Readonly<Record<InsideParty, string>> = {
  internetFront: "Load balancers that the internet reaches",
  privateFront: "Load balancers that participants on private lines reach",
  twinFront: "Load balancers that the other site reaches",
  paymentService: "Tasks of the payment service",
  ledger: "Endpoints of the ledger",
  resolver: "Inbound resolver for participants on private lines",
  awsServices: "Private endpoints of AWS services",
};

export function networkDesign(deployment: Deployment, site: SiteName, flows: readonly SiteFlow[]): NetworkDesign {
  const plan = planOf(deployment, site);
  const tagsOf = (segment: Segment, thing: string): Tags =>
    segmentTags(siteNameOf(deployment, site, thing), [segment], scopeOf(exposureOf[segment], deployment.cardData));
  const party = (name: InsideParty): PartyDesign => ({
    party: name,
    name: siteNameOf(deployment, site, kebab(name)),
    description: descriptions[name],
    tags: { ...tagsOf(segmentOf[name], kebab(name)), "twinsite:party": name },
  });
  const segment = (name: Segment): Tags => tagsOf(name, name);
  return {
    name: siteNameOf(deployment, site, "network"),
    addressSpace: deployment.sites[site].addressSpace,
    plan,
    tags: segmentTags(siteNameOf(deployment, site, "network"), segments, scopeOf("handlesCardData", deployment.cardData)),
    segmentTags: {
      cde: segment("cde"),
      edge: segment("edge"),
      data: segment("data"),
      endpoints: segment("endpoints"),
      transit: segment("transit"),
      inspection: segment("inspection"),
    },
    parties: insideParties.map(party),
    acls: networkAcls(flows),
    securityGroupRules: securityGroupRules(flows),
    routes: routesOf(plan, flows),
    natZones: natZones(plan, flows),
    firewallRules: firewallRules(flows),
    fixedAddresses: fixedAddresses(plan),
    frontAddresses: frontAddresses(plan),
  };
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

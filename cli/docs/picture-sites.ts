import type { Deployment, SiteName } from "../../config/deployment";
import { insideParties } from "../../config/sections/parties";
import { scopeOf } from "../../design/foundation/tags";
import type { Segment } from "../../design/layout/address-plan";
import { exposureOf, planOf, segmentOf } from "../../design/network/parties";
import { regions } from "../../facts/regions";
import type { PicturedSite, SitesPicture } from "../../reports/sites-picture";

/** Segments in the order in which a packet meets them, from the internet's side to the private lines'. */
const order: readonly Segment[] = ["edge", "inspection", "cde", "data", "endpoints", "transit"];

const holds: Readonly<Record<Segment, string>> = {
  edge: "",
  inspection: "firewall endpoints",
  cde: "",
  data: "",
  endpoints: "",
  transit: "transit gateway, Direct Connect gateway",
};

/** What the picture of a deployment's two sites shows. */
export function pictureOf(deployment: Deployment): SitesPicture {
  const parties = Object.entries(deployment.parties);
  const over = (way: "directConnect" | "internet"): readonly string[] =>
    parties.filter(([, { reachedOver }]) => reachedOver === way).map(([name]) => name);
  return {
    title: `${deployment.name}: two live sites`,
    sites: [picturedSite(deployment, "a"), picturedSite(deployment, "b")],
    overInternet: ["internet", ...over("internet")],
    overPrivateLines: over("directConnect"),
  };
}

function picturedSite(deployment: Deployment, site: SiteName): PicturedSite {
  const { region, addressSpace, zones } = deployment.sites[site];
  const plan = planOf(deployment, site);
  return {
    name: `site-${site}`,
    region,
    city: regions.find((fact) => fact.region === region)?.city ?? region,
    addressSpace,
    zones,
    segments: order.map((segment) => ({
      name: segment,
      scope: scopeOf(exposureOf[segment], deployment.cardData),
      holds: holds[segment] === "" ? partiesIn(segment) : holds[segment],
      subnets: plan[segment].subnets.map(({ cidr }) => cidr),
    })),
  };
}

function partiesIn(segment: Segment): string {
  return insideParties.filter((party) => segmentOf[party] === segment).join(", ");
}

import type { Estate } from "../../synthesized/estate/estate";
import { regionsOf } from "../../synthesized/estate/provider";
import { roleOf, siteOf } from "../../synthesized/estate/stacks";
import type { Template } from "../../synthesized/template";

/** What one run may deploy: what makes state possible, one site, or what is no site's. */
export type DeploymentScope = "bootstrap" | "shared" | SiteScope;
export type SiteScope = `site-${string}`;

/** The scope of every stack of an output, by its name. */
export function scopesOf(estate: Estate): ReadonlyMap<string, DeploymentScope> {
  const sites = siteRegions(estate);
  return new Map(estate.stacks.map((template) => [template.stack, scopeOf(template, sites)]));
}

export function isSiteScope(text: string): text is SiteScope {
  return text.startsWith("site-");
}

function scopeOf(template: Template, sites: ReadonlyMap<string, SiteScope>): DeploymentScope {
  if (roleOf(template) === "bootstrap") return "bootstrap";
  const site = siteOf(template);
  if (site !== undefined && isSiteScope(site)) return site;
  // A Region's guardrails serve whatever is in it: where that is one site, they change with that site.
  const [region] = roleOf(template) === "guardrailsRegion" ? regionsOf(template) : [];
  return (region === undefined ? undefined : sites.get(region)) ?? "shared";
}

/** The site whose Region it is; none for a Region of both, which is shared. */
function siteRegions(estate: Estate): ReadonlyMap<string, SiteScope> {
  const homes = estate.stacks.flatMap((template) => {
    const site = siteOf(template);
    const regions = regionsOf(template);
    const [region] = regions;
    return site !== undefined && isSiteScope(site) && region !== undefined && regions.length === 1 ? [{ region, site }] : [];
  });
  const ofOne = homes.filter(({ region, site }) => homes.every((other) => other.region !== region || other.site === site));
  return new Map(ofOne.map(({ region, site }) => [region, site]));
}

import { siteOf } from "../../synthesized/estate/site";
import type { Template } from "../../synthesized/template";

/** What one run may deploy: what makes state possible, one site, or what is no site's. */
export type DeploymentScope = "bootstrap" | "shared" | SiteScope;
export type SiteScope = `site-${string}`;

/** The scope of every stack of an output, by its name. */
export function scopesOf(templates: readonly Template[]): ReadonlyMap<string, DeploymentScope> {
  const sites = siteRegions(templates);
  return new Map(templates.map((template) => [template.stack, scopeOf(template, sites)]));
}

export function isSiteScope(text: string): text is SiteScope {
  return text.startsWith("site-");
}

function scopeOf(template: Template, sites: ReadonlyMap<string, SiteScope>): DeploymentScope {
  if (template.stack.startsWith("bootstrap-")) return "bootstrap";
  const site = siteOf(template);
  if (site !== undefined && isSiteScope(site)) return site;
  // A Region's guardrails serve whatever is in it: where that is one site, they change with that site.
  const [region] = template.stack.startsWith("guardrails-") ? regionsOf(template) : [];
  return (region === undefined ? undefined : sites.get(region)) ?? "shared";
}

/** The site whose Region it is; none for a Region of both, which is shared. */
function siteRegions(templates: readonly Template[]): ReadonlyMap<string, SiteScope> {
  const homes = templates.flatMap((template) => {
    const site = siteOf(template);
    const regions = regionsOf(template);
    const [region] = regions;
    return site !== undefined && isSiteScope(site) && region !== undefined && regions.length === 1 ? [{ region, site }] : [];
  });
  const ofOne = homes.filter(({ region, site }) => homes.every((other) => other.region !== region || other.site === site));
  return new Map(ofOne.map(({ region, site }) => [region, site]));
}

/** Regions of a template's providers, each once. */
export function regionsOf({ providers }: Template): readonly string[] {
  return [...new Set(providers.map(({ attributes }) => attributes["region"]).filter((region) => typeof region === "string"))];
}

import type { Deployment, SiteName } from "../../config/deployment";
import type { StackDesign } from "./stack";
import { backendOf } from "./state";
import { defaultTags } from "./tags";

/** Whose account and provider a stack has, and where its state is. */
export type StackHead = Pick<StackDesign, "name" | "account" | "awsProvider" | "providers" | "backend">;

/**
 * What a stack has that is one site's own: its state is in the site's Region, so that nobody needs the
 * other. What handles card data is in a segment and says so itself; the rest guards.
 */
export function siteStackHead(deployment: Deployment, site: SiteName, name: string): StackHead {
  const { region } = deployment.sites[site];
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [{ region, tags: defaultTags(deployment, "protectsCardData", site) }],
    backend: backendOf(deployment, name, region),
  };
}

/** What a stack has that sees both sites: its state is in a third Region, so that the loss of either leaves it. */
export function twinStackHead(deployment: Deployment, name: string, part: Parameters<typeof defaultTags>[1]): StackHead {
  const { a, b } = deployment.sites;
  const tags = defaultTags(deployment, part);
  return {
    name,
    account: deployment.accounts.payments,
    awsProvider: deployment.awsProvider,
    providers: [
      { alias: "a", region: a.region, tags },
      { alias: "b", region: b.region, tags },
    ],
    backend: backendOf(deployment, name, deployment.homeRegion),
  };
}

import { type DeploymentScope, isSiteScope } from "../../analysis/rollout/deployment-scope";
import type { DeployableStack } from "../../analysis/rollout/deployment-steps";
import { nearest } from "../../config/nearest";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";

/** What the command line names, before anybody knows whether there is such a thing. */
export interface ScopeWords {
  readonly site: readonly string[];
  readonly shared: boolean;
  readonly bootstrap: boolean;
}

const EACH = "--bootstrap, --site a, --site b or --shared";

/** The one scope that a run was asked for; none where none was named. */
export function namedScope({ site, shared, bootstrap }: ScopeWords, stacks: readonly DeployableStack[]): DeploymentScope | undefined {
  const sites = [...new Set(site)];
  const named = [...(bootstrap ? ["--bootstrap"] : []), ...sites.map((name) => `--site ${name}`), ...(shared ? ["--shared"] : [])];
  if (named.length > 1) {
    refuse(
      `${named.join(" and ")} in one run: a run deploys one of ${EACH}, so that a mistake reaches one site at most. ` +
        `Start with npx twinsite deploy ${named[0] ?? ""}, look, and then run the other.`,
    );
  }
  const [name] = sites;
  if (name !== undefined) return siteScope(name, stacks);
  if (bootstrap) return scopeIn(stacks, "bootstrap");
  return shared ? "shared" : undefined;
}

export function requireScope(scope: DeploymentScope | undefined): DeploymentScope {
  return scope ?? refuse(`nothing says what to deploy. Name one of ${EACH}; npx twinsite deploy --dry-run shows the order.`);
}

/** Ids of gates that people say they have been through; each has to be one of this output. */
export function refuseUnknownGates(done: readonly string[], stacks: readonly DeployableStack[]): void {
  const known = [...new Set(stacks.flatMap(({ gates }) => gates.map(({ id }) => id)))];
  for (const id of done) {
    if (known.includes(id)) continue;
    const meant = nearest(id, known);
    refuse(
      `nobody is asked for ${id}. ${meant === undefined ? `--done takes: ${known.join(", ") || "nothing here"}.` : `Did you mean ${meant}?`}`,
    );
  }
}

function siteScope(name: string, stacks: readonly DeployableStack[]): DeploymentScope {
  const known = [...new Set(stacks.map(({ scope }) => scope))].filter(isSiteScope).toSorted();
  const scope = known.find((site) => site === `site-${name}`);
  return scope ?? refuse(`there is no site ${name}. There are: ${known.map((site) => site.replace(/^site-/, "")).join(", ")}.`);
}

function scopeIn(stacks: readonly DeployableStack[], scope: DeploymentScope): DeploymentScope {
  if (stacks.some((stack) => stack.scope === scope)) return scope;
  return refuse("there is nothing to bootstrap: this deployment keeps its state in files (state.kind: local). Go on with --shared.");
}

function refuse(problem: string): never {
  throw new Refusal(exitCodes.badInput, problem);
}

import { remoteStatesOf, stateOrigin } from "../../synthesized/estate/graph";
import { siteOf } from "../../synthesized/estate/site";
import { isObject } from "../../synthesized/json";
import { resourcesOf, type Template } from "../../synthesized/template";

export interface DeployedStack {
  readonly template: Template;
  /** Names of the stacks that are deployed before it. */
  readonly after: readonly string[];
}

/**
 * What becomes of a stack when a site's Region is gone, with the states and outputs in it.
 *
 * - `standsAlone`: it can be planned, deployed and rebuilt as if nothing had happened.
 * - `spans`: it sees both sides. It can be planned from recorded outputs; nothing waits for it.
 * - `lost`: it has nothing left to plan, or nothing to plan with.
 */
export type Fate =
  | {
      readonly kind: "standsAlone";
      /** What it needs of the lost side all the same. */
      readonly breaches: readonly string[];
      /** A ledger member joins its peer by more than an apply. */
      readonly rebuilding: "apply" | "runbook";
    }
  | {
      readonly kind: "spans";
      /** Stacks whose recorded outputs stand in for a state that is gone. */
      readonly fromRecord: readonly string[];
    }
  | { readonly kind: "lost"; readonly why: string };

export type SiteLoss =
  | { readonly kind: "judged"; readonly regions: readonly string[]; readonly fates: ReadonlyMap<string, Fate> }
  | { readonly kind: "noSuchSite"; readonly sites: readonly string[] }
  /** Sites that share a Region are lost together as far as Terraform can tell. */
  | { readonly kind: "sharedRegion"; readonly region: string };

/** Who is left how, without a site such as `site-a`. */
export function withoutSite(stacks: readonly DeployedStack[], site: string): SiteLoss {
  const regions = regionsOfSite(stacks, site);
  const others = sitesOf(stacks).filter((name) => name !== site);
  const shared = others.flatMap((other) => regionsOfSite(stacks, other)).find((region) => regions.includes(region));
  if (regions.length === 0) return { kind: "noSuchSite", sites: sitesOf(stacks) };
  if (shared !== undefined) return { kind: "sharedRegion", region: shared };
  return { kind: "judged", regions, fates: fatesIn(stacks, { site, regions }) };
}

function sitesOf(stacks: readonly DeployedStack[]): readonly string[] {
  return [...new Set(stacks.flatMap(({ template }) => siteOf(template) ?? []))].toSorted();
}

/** Where a site is: in the Region that all its stacks have to do with. */
function regionsOfSite(stacks: readonly DeployedStack[], site: string): readonly string[] {
  const [first = [], ...rest] = stacks.filter(({ template }) => siteOf(template) === site).map(({ template }) => regionsIn(template));
  return first.filter((region) => rest.every((regions) => regions.includes(region)));
}

interface Loss {
  readonly site: string;
  readonly regions: readonly string[];
}

function fatesIn(stacks: readonly DeployedStack[], loss: Loss): ReadonlyMap<string, Fate> {
  const gone = new Map(stacks.flatMap(({ template }) => [[template.stack, whyGone(template, loss)] as const]));
  return new Map(
    stacks.map((stack): [string, Fate] => {
      const why = gone.get(stack.template.stack);
      return [stack.template.stack, why === undefined ? fateOf(stack, { stacks, loss, gone }) : { kind: "lost", why }];
    }),
  );
}

/** Why nothing can be planned of a stack; none where something can. */
function whyGone(template: Template, { site, regions }: Loss): string | undefined {
  const own = regionsIn(template);
  const place = regions.join(", ");
  if (siteOf(template) === site) return `it is part of ${site}`;
  if (own.length > 0 && own.every((region) => regions.includes(region))) return `all that it makes is in ${place}`;
  return regions.includes(stateRegionOf(template) ?? "") ? `its state lies in ${place}` : undefined;
}

interface Surroundings {
  readonly stacks: readonly DeployedStack[];
  readonly loss: Loss;
  readonly gone: ReadonlyMap<string, string | undefined>;
}

function fateOf({ template, after }: DeployedStack, { stacks, loss, gone }: Surroundings): Fate {
  const isGone = (name: string): boolean => gone.get(name) !== undefined;
  const templates = stacks.map((stack) => stack.template);
  const reads = remoteStatesOf(template).flatMap((remote) => {
    const writer = stateOrigin(remote.address, template, templates)?.stack;
    if (writer !== undefined) return isGone(writer) ? [writer] : [];
    const { config } = remote.attributes;
    const region = isObject(config) ? config["region"] : undefined;
    return typeof region === "string" && loss.regions.includes(region) ? [`the state ${remote.name}`] : [];
  });
  const sees = regionsIn(template).filter((region) => loss.regions.includes(region));
  const ofASite = siteOf(template) !== undefined;
  if (!ofASite && (sees.length > 0 || reads.length > 0)) return { kind: "spans", fromRecord: reads };
  return {
    kind: "standsAlone",
    breaches: [
      ...sees.map((region) => `has a provider in ${region}`),
      ...reads.map((name) => `reads the outputs of ${name}`),
      ...after.filter(isGone).map((name) => `waits for ${name}`),
    ],
    rebuilding: isLedgerMember(template) ? "runbook" : "apply",
  };
}

/** Of either engine: one is peered while both are new, the other joined once. */
function isLedgerMember(template: Template): boolean {
  return ["aws_dsql_cluster", "aws_rds_cluster"].some((type) => resourcesOf(template, type).length > 0);
}

function regionsIn({ providers }: Template): readonly string[] {
  return [...new Set(providers.map(({ attributes }) => attributes["region"]).filter((region) => typeof region === "string"))];
}

function stateRegionOf({ backend }: Template): string | undefined {
  const region = backend?.settings["region"];
  return typeof region === "string" ? region : undefined;
}

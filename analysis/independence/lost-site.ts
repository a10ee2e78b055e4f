import type { Estate } from "../../synthesized/estate/estate";
import { regionsOf } from "../../synthesized/estate/provider";
import { remoteStatesOf, writerOf } from "../../synthesized/estate/remote-states";
import { siteOf, sitesOf, stacksOfSite } from "../../synthesized/estate/stacks";
import { isObject } from "../../synthesized/json";
import { resourcesOf, type Template } from "../../synthesized/template";

/** Names of the stacks that are deployed before each, by its name. */
export type Prerequisites = ReadonlyMap<string, readonly string[]>;

/**
 * What becomes of a stack when a site's Region is gone, with the states and outputs in it.
 *
 * - `standsAlone`: it can be planned, deployed and rebuilt as if nothing had happened.
 * - `spans`: it sees both sides. It can be planned from recorded outputs; nothing waits for it.
 * - `lost`: it has nothing left to plan, or nothing to plan with.
 */
export type LossEffect =
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
  | { readonly kind: "judged"; readonly regions: readonly string[]; readonly effects: ReadonlyMap<string, LossEffect> }
  | { readonly kind: "noSuchSite"; readonly sites: readonly string[] }
  /** Sites that share a Region are lost together as far as Terraform can tell. */
  | { readonly kind: "sharedRegion"; readonly region: string };

/** Who is left how, without a site such as `site-a`. */
export function withoutSite(estate: Estate, prerequisites: Prerequisites, site: string): SiteLoss {
  const regions = regionsOfSite(estate, site);
  const others = sitesOf(estate).filter((name) => name !== site);
  const shared = others.flatMap((other) => regionsOfSite(estate, other)).find((region) => regions.includes(region));
  if (regions.length === 0) return { kind: "noSuchSite", sites: sitesOf(estate) };
  if (shared !== undefined) return { kind: "sharedRegion", region: shared };
  return { kind: "judged", regions, effects: effectsOf(estate, prerequisites, { site, regions }) };
}

/** Where a site is: in the Region that all its stacks have to do with. */
function regionsOfSite(estate: Estate, site: string): readonly string[] {
  const [first = [], ...rest] = stacksOfSite(estate, site).map(regionsOf);
  return first.filter((region) => rest.every((regions) => regions.includes(region)));
}

interface Loss {
  readonly site: string;
  readonly regions: readonly string[];
}

function effectsOf(estate: Estate, prerequisites: Prerequisites, loss: Loss): ReadonlyMap<string, LossEffect> {
  const gone = new Map(estate.stacks.map((template) => [template.stack, whyGone(template, loss)] as const));
  const isGone = (name: string): boolean => gone.get(name) !== undefined;
  return new Map(
    estate.stacks.map((template): [string, LossEffect] => {
      const why = gone.get(template.stack);
      if (why !== undefined) return [template.stack, { kind: "lost", why }];
      const awaited = (prerequisites.get(template.stack) ?? []).filter(isGone);
      return [template.stack, effectOn(template, { reads: lostReads(estate, template, { loss, isGone }), awaited, loss })];
    }),
  );
}

/** Why nothing can be planned of a stack; none where something can. */
function whyGone(template: Template, { site, regions }: Loss): string | undefined {
  const own = regionsOf(template);
  const place = regions.join(", ");
  if (siteOf(template) === site) return `it is part of ${site}`;
  if (own.length > 0 && own.every((region) => regions.includes(region))) return `all that it makes is in ${place}`;
  return regions.includes(stateRegionOf(template) ?? "") ? `its state lies in ${place}` : undefined;
}

interface LostStates {
  readonly loss: Loss;
  readonly isGone: (stack: string) => boolean;
}

/** The states that a stack reads and that are gone: by the stack that wrote each, or by its own name for it. */
function lostReads(estate: Estate, template: Template, { loss, isGone }: LostStates): readonly string[] {
  return remoteStatesOf(template).flatMap((remote) => {
    const writer = writerOf(estate, template, remote.address);
    if (writer.kind === "stack") return isGone(writer.template.stack) ? [writer.template.stack] : [];
    const { config } = remote.attributes;
    const region = isObject(config) ? config["region"] : undefined;
    return typeof region === "string" && loss.regions.includes(region) ? [`the state ${remote.name}`] : [];
  });
}

interface LostNeeds {
  readonly reads: readonly string[];
  /** Stacks that it waits for and that are gone. */
  readonly awaited: readonly string[];
  readonly loss: Loss;
}

function effectOn(template: Template, { reads, awaited, loss }: LostNeeds): LossEffect {
  const sees = regionsOf(template).filter((region) => loss.regions.includes(region));
  const ofASite = siteOf(template) !== undefined;
  if (!ofASite && (sees.length > 0 || reads.length > 0)) return { kind: "spans", fromRecord: reads };
  return {
    kind: "standsAlone",
    breaches: [
      ...sees.map((region) => `has a provider in ${region}`),
      ...reads.map((name) => `reads the outputs of ${name}`),
      ...awaited.map((name) => `waits for ${name}`),
    ],
    rebuilding: isLedgerMember(template) ? "runbook" : "apply",
  };
}

/** Whether a stack holds a ledger of either engine: one is peered while both are new, the other joined once. */
function isLedgerMember(template: Template): boolean {
  return ["aws_dsql_cluster", "aws_rds_cluster"].some((type) => resourcesOf(template, type).length > 0);
}

function stateRegionOf({ backend }: Template): string | undefined {
  const region = backend?.settings["region"];
  return typeof region === "string" ? region : undefined;
}

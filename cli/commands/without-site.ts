import { type LossEffect, withoutSite } from "../../analysis/independence/lost-site";
import type { Problem } from "../../reports/problems";
import type { WithoutSiteReport, WithoutSiteRow } from "../../reports/rehearsal";
import { estateOf } from "../../synthesized/estate/estate";
import type { SynthesizedStack } from "../files/synthesized-stacks";
import { exitCodes } from "../terminal/exit-codes";
import { Refusal } from "../terminal/refusal";
import { problemOf } from "../terraform/terraform-problems";
import { rollOutWithout, type StackRollOut, type Stage } from "./roll-out";

const LOSS_OF_A_REGION = "docs/runbooks/loss-of-a-region.md";
const REBUILDING_A_MEMBER = "docs/runbooks/rebuild-ledger-member.md";

/** A site that is to be gone: its Region, and what becomes of every stack. */
export interface LostSite {
  readonly site: string;
  readonly regions: readonly string[];
  readonly effects: ReadonlyMap<string, LossEffect>;
}

/** What the loss of a site, such as `a`, leaves; refuses where that cannot be told. */
export function lostSite(stacks: readonly SynthesizedStack[], name: string): LostSite {
  const site = `site-${name}`;
  const estate = estateOf(stacks.map(({ template }) => template));
  const prerequisites = new Map(stacks.map((stack) => [stack.name, stack.after] as const));
  const loss = withoutSite(estate, prerequisites, site);
  switch (loss.kind) {
    case "judged":
      return { site, regions: loss.regions, effects: loss.effects };
    case "noSuchSite": {
      const known = loss.sites.map((other) => other.replace(/^site-/, "")).join(", ");
      throw new Refusal(exitCodes.badInput, `--without ${name}: no stack is of ${site}. There are: ${known === "" ? "none" : known}.`);
    }
    case "sharedRegion":
      throw new Refusal(
        exitCodes.badInput,
        `--without ${name}: both sites are in ${loss.region}, and Terraform would lose both with it. Leave --without out: the loss of zones needs no Terraform.`,
      );
  }
}

/** Whether a stack is planned from recorded outputs when that site is gone. */
export function spans({ effects }: LostSite, { name }: SynthesizedStack): boolean {
  return effects.get(name)?.kind === "spans";
}

export async function rehearseWithout(
  lost: LostSite,
  { stage, before }: { readonly stage: Stage; readonly before: readonly StackRollOut[] },
): Promise<WithoutSiteReport> {
  const named = (kind: LossEffect["kind"]): readonly SynthesizedStack[] =>
    stage.all.filter(({ name }) => lost.effects.get(name)?.kind === kind);
  const gone = new Set(named("lost").map(({ name }) => name));
  const rebuilt = await rollOutWithout(named("standsAlone"), gone, { stage, before });
  const rows = stage.all.flatMap(({ name }): readonly WithoutSiteRow[] => {
    const effect = lost.effects.get(name);
    const made = (effect?.kind === "standsAlone" ? rebuilt : before).find(({ stack }) => stack === name);
    return effect === undefined || made === undefined ? [] : [rowOf(effect, made)];
  });
  return { site: lost.site, regions: lost.regions, stacks: rows };
}

function rowOf(effect: LossEffect, made: StackRollOut): WithoutSiteRow {
  const { stack } = made;
  switch (effect.kind) {
    case "lost":
      return { stack, fate: "cannot", what: effect.why, runbook: LOSS_OF_A_REGION, problems: [] };
    case "spans":
      return { stack, fate: "planned", what: plannedText(effect.fromRecord, made), runbook: null, problems: planProblems(made) };
    case "standsAlone": {
      const { state, diagnostics } = made;
      const what = state === undefined ? "not applied" : `${state.resources} applied from nothing`;
      const problems = [...effect.breaches.map(breachProblem), ...diagnostics.map(problemOf)];
      if (effect.rebuilding === "apply") return { stack, fate: "rebuilt", what, runbook: null, problems };
      return { stack, fate: "rebuilt", what: `${what}; to join a live peer takes a runbook`, runbook: REBUILDING_A_MEMBER, problems };
    }
  }
}

function plannedText(fromRecord: readonly string[], { moved }: StackRollOut): string {
  const outcome = moved === undefined ? "no plan" : movesText(moved.length);
  return fromRecord.length === 0
    ? `${outcome}; reads no state that is gone`
    : `${outcome}, from recorded outputs of ${fromRecord.join(", ")}`;
}

function movesText(count: number): string {
  return count === 0 ? "makes and removes nothing" : `would make or remove ${count}`;
}

/** Problems of a plan for which nobody asked for anything: what it would make or remove now would do harm. */
function planProblems({ moved, diagnostics }: StackRollOut): readonly Problem[] {
  const moves = (moved ?? []).map((address) => ({
    severity: "error" as const,
    address,
    summary: "would be made, replaced or removed, though nothing was asked for",
    detail: "",
  }));
  return [...diagnostics.map(problemOf), ...moves];
}

function breachProblem(breach: string): Problem {
  return { severity: "error", address: null, summary: `cannot live without the lost site: it ${breach}`, detail: "" };
}

import { type LossEffect, type SiteLoss, withoutSite } from "../../../analysis/independence/lost-site";
import { estateOf } from "../../../synthesized/estate/estate";
import type { JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { type Blocks, writtenEvidence, writtenTemplate } from "../../synthesized/written-template";

interface Written {
  readonly site?: string;
  /** Regions of its providers. */
  readonly in: readonly string[];
  readonly stateIn?: string;
  /** Stacks whose state it reads, by the Region that the state lies in. */
  readonly reads?: Readonly<Record<string, string>>;
  readonly after?: readonly string[];
  readonly resource?: Blocks;
}

/** A stack, and the names of those that are deployed before it. */
interface DeployedStack {
  readonly template: Template;
  readonly after: readonly string[];
}

function without(stacks: readonly DeployedStack[], site: string): SiteLoss {
  const prerequisites = new Map(stacks.map(({ template, after }) => [template.stack, after] as const));
  return withoutSite(estateOf(stacks.map(({ template }) => template)), prerequisites, site);
}

const place = (name: string, region: string): JsonObject => ({ bucket: `state-${region}`, key: name, region });

function stack(name: string, written: Written): DeployedStack {
  const reads = Object.entries(written.reads ?? {}).map(
    ([read, region]) => [`input-${read}`, { backend: "s3", config: place(read, region) }] as const,
  );
  const template = writtenTemplate({
    stack: name,
    resource: written.resource ?? {},
    data: { terraform_remote_state: Object.fromEntries(reads) },
    evidence: writtenEvidence(name, { site: written.site ?? null }),
    parts: {
      terraform: { backend: { s3: place(name, written.stateIn ?? written.in[0] ?? "") } },
      provider: { aws: written.in.map((region, index) => ({ region, ...(index === 0 ? {} : { alias: `other-${index}` }) })) },
    },
  });
  return { template, after: written.after ?? [] };
}

const home = "eu-west-1";
const siteA = stack("site-a", { site: "site-a", in: ["eu-north-1"] });
const siteB = stack("site-b", { site: "site-b", in: ["eu-central-1"] });

function effectOn(subject: DeployedStack, others: readonly DeployedStack[] = [siteA, siteB]): LossEffect | undefined {
  const loss = without([...others, subject], "site-a");
  return loss.kind === "judged" ? loss.effects.get(subject.template.stack) : undefined;
}

test("a site's own stacks are lost with it, and the other site's stand alone", () => {
  expect(without([siteA, siteB], "site-a")).toEqual<SiteLoss>({
    kind: "judged",
    regions: ["eu-north-1"],
    effects: new Map<string, LossEffect>([
      ["site-a", { kind: "lost", why: "it is part of site-a" }],
      ["site-b", { kind: "standsAlone", breaches: [], rebuilding: "apply" }],
    ]),
  });
});

test("what is only made in the lost Region is lost with it, whoever it is for", () => {
  expect(effectOn(stack("ports-x", { in: ["eu-north-1"], stateIn: home }))).toEqual({
    kind: "lost",
    why: "all that it makes is in eu-north-1",
  });
});

test("a stack of both sides whose state lies in the lost Region has nothing to plan with", () => {
  expect(effectOn(stack("shared", { in: ["eu-north-1", "eu-central-1"], stateIn: "eu-north-1" }))).toEqual({
    kind: "lost",
    why: "its state lies in eu-north-1",
  });
});

test("a stack of both sides is planned from recorded outputs of what is gone, and of that alone", () => {
  const reads = { "site-a": "eu-north-1", "site-b": "eu-central-1" };
  expect(effectOn(stack("interconnect", { in: ["eu-north-1", "eu-central-1"], stateIn: home, reads }))).toEqual({
    kind: "spans",
    fromRecord: ["site-a"],
  });
});

test("a stack of no site that makes nothing in the lost Region but reads from there spans too", () => {
  expect(effectOn(stack("links-x", { in: ["eu-central-1"], stateIn: home, reads: { "site-a": "eu-north-1" } }))).toEqual({
    kind: "spans",
    fromRecord: ["site-a"],
  });
});

test("guardrails of a Region that is left stand alone", () => {
  expect(effectOn(stack("guardrails-eu-west-1", { in: [home] }))).toEqual({ kind: "standsAlone", breaches: [], rebuilding: "apply" });
});

test.each<[string, Written, string]>([
  ["reads the other's state", { in: ["eu-central-1"], reads: { "site-a": "eu-north-1" } }, "reads the outputs of site-a"],
  [
    "reads a state there of unknown making",
    { in: ["eu-central-1"], reads: { hand: "eu-north-1" } },
    "reads the outputs of the state input-hand",
  ],
  ["has a provider there", { in: ["eu-central-1", "eu-north-1"] }, "has a provider in eu-north-1"],
  ["waits for a stack there", { in: ["eu-central-1"], after: ["site-b", "site-a"] }, "waits for site-a"],
])("a stack of the other site that %s does not live alone", (_, written, breach) => {
  const fate = effectOn(stack("cell-01-b", { site: "site-b", ...written }));
  expect(fate).toMatchObject({ kind: "standsAlone", breaches: [breach] });
});

test("a ledger member of the other site is rebuilt by a runbook", () => {
  const resource = { aws_dsql_cluster: { member: {} } };
  expect(effectOn(stack("ledger-01-b", { site: "site-b", in: ["eu-central-1"], resource }))).toMatchObject({ rebuilding: "runbook" });
});

test("a Region that one stack of a site uses besides is not lost with the site", () => {
  const wide = stack("cell-01-a", { site: "site-a", in: ["eu-north-1", "us-east-1"] });
  expect(without([wide, siteA, siteB], "site-a")).toMatchObject({ kind: "judged", regions: ["eu-north-1"] });
});

test("sites of one Region cannot be lost one at a time", () => {
  const twin = stack("site-b", { site: "site-b", in: ["eu-north-1"] });
  expect(without([siteA, twin], "site-a")).toEqual({ kind: "sharedRegion", region: "eu-north-1" });
});

test("a site that no stack is of cannot be lost", () => {
  expect(without([siteA, siteB], "site-c")).toEqual({ kind: "noSuchSite", sites: ["site-a", "site-b"] });
});

import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { modulesOf, siteOf, sitesOf, stacksOfSite } from "../../synthesized/estate/stacks";
import { type Leaf, leavesOf } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import type { Observation } from "../findings/finding";
import { overall, type Verdict } from "../findings/verdict";
import { covers, type Interval } from "../flows/terms/interval";
import { prefixOf } from "../flows/terms/prefix";
import { remoteSources } from "./remote-reads";
import { foreignIdentifiers, type Identifier, type SiteIdentifiers } from "./site-identifiers";

/** Whether each site's stacks can be planned, deployed and rebuilt with everything of the other gone. */
export interface LivesAloneVerdict {
  /** Not applicable where no stack says that it is a site's. */
  readonly verdict: Verdict | "notApplicable";
  /** The stacks that were judged. */
  readonly stacks: readonly string[];
  readonly findings: readonly Observation[];
}

/** No stack of one site names the other's state, Region, zones, stacks or outputs, nor addresses that no flow is declared for. */
export function judgeSitesLiveAlone(estate: Estate): LivesAloneVerdict {
  const ofSites = estate.stacks.filter((template) => siteOf(template) !== undefined);
  const boundaries = new Map(sitesOf(estate).map((site) => [site, boundaryOf(estate, site)]));
  const findings = [
    ...ofSites.flatMap((template) => findingsOf(estate, template, boundaries.get(siteOf(template) ?? ""))),
    ...estate.stacks.flatMap(silentFindings),
  ];
  const stacks = ofSites.map(({ stack }) => stack);
  if (stacks.length + findings.length === 0) return { verdict: "notApplicable", stacks, findings };
  return { verdict: overall(findings.map(({ verdict }) => verdict)), stacks, findings };
}

/** What the stacks of a site must not say. */
interface Boundary {
  readonly foreign: SiteIdentifiers;
  /** Finds a text that any of the identifiers may be in; none of most texts is. */
  readonly anyIdentifier: RegExp;
  /** Addresses of the twin that the site's declared flows have to do with. */
  readonly declared: readonly Interval[];
}

function boundaryOf(estate: Estate, site: string): Boundary {
  const foreign = foreignIdentifiers(estate, site);
  const anyIdentifier = new RegExp(foreign.identifiers.map(({ text }) => literally(text)).join("|"));
  return { foreign, anyIdentifier, declared: declaredTwins(estate, site) };
}

function findingsOf(estate: Estate, template: Template, boundary: Boundary | undefined): readonly Observation[] {
  if (boundary === undefined || boundary.foreign.identifiers.length === 0) return [unknownTwin(template)];
  const { foreign, anyIdentifier } = boundary;
  const leaves = leavesOf(template.document).filter((leaf): leaf is Leaf & { value: string } => typeof leaf.value === "string");
  return [
    ...leaves.filter(({ value }) => anyIdentifier.test(value)).flatMap((leaf) => namingFindings(template, leaf, foreign.identifiers)),
    ...addressFindings(template, leaves, boundary),
    ...remoteFindings(estate, template, foreign),
    ...unreadFindings(template, leaves),
  ];
}

/** A stack that does not say whose it is could be a site's. */
function silentFindings({ stack, evidence }: Template): readonly Observation[] {
  if (evidence.kind === "read") return [];
  const found = evidence.kind === "missing" ? "none" : evidence.why;
  const expected = "evidence of whose stack it is";
  return [{ verdict: "undetermined", stack, address: "output.twinsite_evidence", attribute: "value", expected, found }];
}

function unknownTwin({ stack }: Template): Observation {
  const expected = "stacks of another site, whose Region and names this one must not say";
  return { verdict: "undetermined", stack, address: "output.twinsite_evidence", attribute: "site", expected, found: "none here" };
}

const EVIDENCE = "output.twinsite_evidence.";

/**
 * The evidence says in words what the design is, that the loss of both sites is a cut set for
 * example. Terraform looks nothing up by it, so it may say the twin's name there and the addresses
 * of flows with it; a Region, zone or state would be a dependency on its way in, and counts there too.
 */
function countsIn(path: string, { kind }: Identifier): boolean {
  return !path.startsWith(EVIDENCE) || (kind !== "site" && kind !== "stack");
}

function namingFindings(
  { stack }: Template,
  { path, value }: { readonly path: string; readonly value: string },
  identifiers: readonly Identifier[],
): readonly Observation[] {
  return identifiers
    .filter((identifier) => value.includes(identifier.text) && countsIn(path, identifier) && isNamed(identifier, value))
    .map(({ kind, text }) => ({
      verdict: "notMet",
      stack,
      address: path,
      attribute: "",
      expected: `nothing of the other site's ${kind} ${text}`,
      found: value,
    }));
}

/** Whole words only: cell-1-b is not in cell-1-bus, but eu-central-1 is in its zone eu-central-1a. */
function isNamed({ kind, text }: Identifier, value: string): boolean {
  const after = kind === "Region" ? "(?!\\d)" : "(?![A-Za-z0-9])";
  return new RegExp(`(?<![A-Za-z0-9])${literally(text)}${after}`).test(value);
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function declaredTwins(estate: Estate, site: string): readonly Interval[] {
  return stacksOfSite(estate, site)
    .flatMap(({ evidence }) => (evidence.kind === "read" ? evidence.evidence.permittedFlows : []))
    .flatMap(({ from, to }) => [from, to])
    .filter(({ place }) => place === "twin")
    .flatMap(({ prefixes }) => prefixes.flatMap((text) => prefixOf(text) ?? []));
}

const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.]*\d)/g;

function addressFindings(
  { stack }: Template,
  leaves: readonly { readonly path: string; readonly value: string }[],
  { foreign, declared }: Boundary,
): readonly Observation[] {
  const isForeign = (text: string): boolean => {
    const addresses = prefixOf(text.includes("/") ? text : `${text}/32`);
    // A range that reaches beyond the other site's, such as every address, is not about that site.
    if (addresses === undefined || !foreign.spaces.some((space) => covers(space, addresses))) return false;
    return !declared.some((prefix) => covers(prefix, addresses));
  };
  return leaves
    .filter(({ path }) => !path.startsWith(EVIDENCE))
    .flatMap(({ path, value }) =>
      (value.match(IPV4) ?? []).filter(isForeign).map((found) => ({
        verdict: "notMet",
        stack,
        address: path,
        attribute: "",
        expected: "addresses of the other site only where a flow is declared",
        found,
      })),
    );
}

function remoteFindings(estate: Estate, template: Template, { identifiers }: SiteIdentifiers): readonly Observation[] {
  const site = siteOf(template);
  const regions = new Set(identifiers.filter(({ kind }) => kind === "Region").map(({ text }) => text));
  return remoteSources(estate, template).flatMap(({ address, from }): readonly Observation[] => {
    const about = { stack: template.stack, address, attribute: "config" };
    switch (from.kind) {
      case "unknown":
        return [{ verdict: "undetermined", ...about, expected: "a state whose stack is here", found: from.why }];
      case "stack": {
        const owner = siteOf(from.template);
        if (owner === undefined || owner === site) return [];
        return [{ verdict: "notMet", ...about, expected: "no state of the other site", found: `the state of ${from.template.stack}` }];
      }
      case "block": {
        if (!regions.has(from.region)) return [];
        const expected = "nothing that was made in the other site's Region";
        return [{ verdict: "notMet", ...about, expected, found: `${from.address} of ${from.template.stack}, made in ${from.region}` }];
      }
    }
  });
}

/** Data that Terraform asks AWS or other states for; what another program answers can be anything. */
const ANSWERED = /^(?:aws_|terraform_remote_state$)/;

function unreadFindings(template: Template, leaves: readonly { readonly path: string; readonly value: string }[]): readonly Observation[] {
  const { stack } = template;
  const unread = (address: string, attribute: string, found: string): Observation => {
    return { verdict: "undetermined", stack, address, attribute, expected: "values that can be read here", found };
  };
  return [
    ...modulesOf(template).map((address) => unread(address, "source", "a module, whose content is not here")),
    ...leaves
      .filter(({ value }) => value.includes("var.") && /\$\{[^}]*\bvar\./.test(value))
      .map(({ path, value }) => unread(path, "", value)),
    ...template.providers
      .filter(({ name, attributes }) => /^aws(\.|$)/.test(name) && !/^[a-z0-9-]+$/.test(textAt(attributes, "region") ?? ""))
      .map(({ name }) => unread(`provider.${name}`, "region", "no Region in plain text")),
    ...template.dataSources
      .filter(({ type }) => !ANSWERED.test(type))
      .map(({ address }) => unread(address, "", "an answer from elsewhere")),
  ];
}

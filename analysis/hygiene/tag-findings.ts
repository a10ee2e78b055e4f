import taggable from "../../facts/taggable-types.json";
import type { Estate } from "../../synthesized/estate/estate";
import type { StackBlock } from "../../synthesized/estate/stack-block";
import { tagsOf } from "../../synthesized/estate/tags";
import type { Block, Template } from "../../synthesized/template";
import type { Observation } from "../findings/finding";

const taggableTypes: ReadonlySet<string> = new Set(taggable.types);

/** What AWS's tagging interfaces all take: no comma, quote, bracket, `*` or `#` (botocore models, 1.43). */
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u;
const WORDS = /^[a-z0-9-]+( [a-z0-9-]+)*$/;

/** The tags that everything must have, and the form of each value. */
const required: Readonly<Record<string, RegExp>> = {
  "twinsite:deployment": VALUE,
  "twinsite:owner": VALUE,
  "twinsite:cost-centre": VALUE,
  "twinsite:site": /^(site-[ab]|both)$/,
  "twinsite:segment": WORDS,
  "twinsite:pci-scope": /^(cde|connected-to|security-impacting|out-of-scope)$/,
};

/** Every resource that takes tags says whose it is, where it is and what it has to do with card data. */
export function tagFindings(estate: Estate, template: Template): readonly Observation[] {
  return template.resources.filter(({ type }) => taggableTypes.has(type)).flatMap((block) => findingsOf(estate, { template, block }));
}

function findingsOf(estate: Estate, { template, block }: StackBlock): readonly Observation[] {
  const tags = Object.fromEntries(
    Object.entries(tagsOf(estate, { template, block })).map(([key, value]) => [key, typeof value === "string" ? value : ""]),
  );
  const wrong = Object.entries(required).filter(([key, form]) => !form.test(tags[key] ?? ""));
  const unfit = Object.entries(tags).filter(([key, value]) => !(key in required) && !VALUE.test(value));
  return [
    ...wrong.map(([key, form]) => finding(template, block, { key, expected: `a value like ${form.source}`, found: tags[key] ?? "none" })),
    ...unfit.map(([key, found]) => finding(template, block, { key, expected: "a value that every tagging interface takes", found })),
  ];
}

function finding(
  { stack }: Template,
  { address }: Block,
  { key, expected, found }: { readonly key: string; readonly expected: string; readonly found: string },
): Observation {
  return { verdict: "notMet", stack, address, attribute: `tags["${key}"]`, expected, found };
}

import type { Estate } from "../../synthesized/estate/estate";
import { isList, leavesOf } from "../../synthesized/json";
import type { Template } from "../../synthesized/template";
import type { Observation } from "../findings/finding";
import { overall, type Verdict } from "../findings/verdict";
import { nameCollisions } from "./name-collisions";
import { sharedSettings } from "./shared-settings";
import { tagFindings } from "./tag-findings";

export interface HygieneVerdict {
  readonly verdict: Verdict;
  readonly findings: readonly Observation[];
}

/** Whether an output is fit to be handed over: read whole as Terraform reads it, bound to one place, with a name for each thing, free of leftovers and of its maker's machine. */
export function judgeHygiene(estate: Estate): HygieneVerdict {
  const findings: readonly Observation[] = [
    ...estate.faults,
    ...nameCollisions(estate),
    ...sharedSettings(estate),
    ...estate.stacks.flatMap((template) => [...textFindings(template), ...sourceFindings(estate, template)]),
  ];
  return { verdict: overall(findings.map(({ verdict }) => verdict)), findings };
}

/** What only some sources tell: of the others it is said that they do not, and nothing is called wrong. */
function sourceFindings(estate: Estate, template: Template): readonly Observation[] {
  switch (estate.source) {
    case "synthesized":
      return [...accountFindings(template), ...backendFindings(template), ...tagFindings(estate, template)];
    case "plan":
      return tagFindings(estate, template);
    case "state":
      return [];
  }
}

const UNRESOLVED_TOKEN = /TfToken|TFTOKEN/i;
/** Folders of a person's or a CI machine; `/aws/…` and the like are names of log groups, not paths. */
const ABSOLUTE_PATH =
  /(?<![\w.:*/-])\/(?:home|root|tmp|var\/folders|private\/tmp|Users|work|workspace|builds|mnt|opt|github|srv)\/[\w.-]|(?<![\w])[A-Za-z]:\\{1,2}[\w.-]|\\\\[\w.-]+\\/;

const textFaults = [
  { pattern: UNRESOLVED_TOKEN, expected: "text without an unresolved cdktf token" },
  { pattern: ABSOLUTE_PATH, expected: "no path of the machine that synthesized it" },
] as const;

function textFindings({ stack, document }: Template): readonly Observation[] {
  const texts = leavesOf(document).filter(({ value }) => typeof value === "string");
  return textFaults.flatMap(({ pattern, expected }) =>
    texts
      .filter(({ value }) => pattern.test(String(value)))
      .map(({ path, value }) => ({ verdict: "notMet", stack, address: path, attribute: "", expected, found: String(value) })),
  );
}

function accountFindings({ stack, providers }: Template): readonly Observation[] {
  return providers
    .filter(({ name, attributes }) => {
      const accounts = attributes["allowed_account_ids"];
      return /^aws(\.|$)/.test(name) && !(isList(accounts) && accounts.length === 1);
    })
    .map(({ name, attributes }) => ({
      verdict: "notMet",
      stack,
      address: `provider.${name}`,
      attribute: "allowed_account_ids",
      expected: "exactly one account, so that it cannot be applied to another",
      found: JSON.stringify(attributes["allowed_account_ids"] ?? null),
    }));
}

function backendFindings({ stack, backend }: Template): readonly Observation[] {
  if (backend !== undefined) return [];
  return [
    { verdict: "notMet", stack, address: "terraform", attribute: "backend", expected: "an explicit place for the state", found: "none" },
  ];
}

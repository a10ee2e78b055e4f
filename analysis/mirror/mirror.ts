import { blocksByAddress } from "../../synthesized/addresses";
import type { Estate } from "../../synthesized/estate/estate";
import { areOfTwoSites, modulesOf } from "../../synthesized/estate/stacks";
import type { PermittedDifference } from "../../synthesized/evidence";
import type { Template } from "../../synthesized/template";
import type { Verdict } from "../findings/verdict";
import { mirrorPairs } from "./mirror-pairs";
import { type ListFault, listFaults } from "./permitted-differences";
import { type Difference, differencesBetween } from "./template-differences";

/** Whether two templates are one design drawn twice. */
export interface MirrorVerdict {
  readonly verdict: Verdict;
  /** No `b` for a stack of one site that the other has no counterpart of. */
  readonly stacks: { readonly a: string; readonly b: string | null };
  readonly addresses: Addresses;
  /** Leaves that differ and are explained by the list. */
  readonly differences: readonly Difference[];
  /** Leaves that differ otherwise, shapes that differ, and equal texts that belong to one site only. */
  readonly unexplained: readonly Difference[];
  /** What is wrong with the list itself. */
  readonly listFaults: readonly ListFault[];
  /** Permitted differences that explain nothing. */
  readonly unused: readonly string[];
  /** Evidence that is missing, and what cannot be read. */
  readonly unread: readonly string[];
}

export interface Addresses {
  readonly inBoth: number;
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** The list is in the evidence too, where each of its values explains itself. */
const THE_LIST = "output.twinsite_evidence.value.permittedDifferences";

/** Every pair of stacks that is one design drawn twice, and every stack of a site that lacks its counterpart. */
export function judgeMirrors(estate: Estate): readonly MirrorVerdict[] {
  const { pairs, alone, silent } = mirrorPairs(estate);
  return [
    ...pairs.map(([a, b]) => judgeMirror(a, b)),
    ...alone.map((template) => judgeAlone(template, whyUnknown(estate, template, silent))),
  ];
}

/** Why nobody can say that a stack has no counterpart. */
function whyUnknown(estate: Estate, template: Template, silent: readonly Template[]): readonly string[] {
  const hasTwin = estate.stacks.some((other) => areOfTwoSites(template, other));
  return [
    ...(hasTwin ? [] : ["no stack of another site is here to compare with"]),
    ...silent.map(({ stack }) => `stack ${stack} does not say whose it is, and may be the counterpart`),
  ];
}

function judgeAlone(template: Template, unread: readonly string[]): MirrorVerdict {
  return {
    verdict: unread.length > 0 ? "undetermined" : "notMet",
    stacks: { a: template.stack, b: null },
    addresses: { inBoth: 0, onlyA: unread.length > 0 ? [] : [...blocksByAddress(template).keys()], onlyB: [] },
    differences: [],
    unexplained: [],
    listFaults: [],
    unused: [],
    unread,
  };
}

/**
 * Two templates mirror each other where every address is in both and every text is the same once
 * each side's permitted values are replaced by their names.
 */
export function judgeMirror(a: Template, b: Template): MirrorVerdict {
  const addresses = compareAddresses(a, b);
  const found = differencesBetween({ template: a, list: listOf(a) }, { template: b, list: listOf(b) });
  const differences = found.filter((difference) => difference.kind === "explained");
  const parts = {
    stacks: { a: a.stack, b: b.stack },
    addresses,
    differences,
    unexplained: found.filter((difference) => difference.kind !== "explained"),
    listFaults: listFaults(listOf(a), listOf(b)),
    unused: unusedNames(listOf(a), differences),
    unread: [a, b].flatMap((template) => [...unreadEvidence(template), ...unreadModules(template)]),
  };
  return { verdict: verdictOn(parts), ...parts };
}

function verdictOn({ addresses, unread, ...found }: Omit<MirrorVerdict, "verdict">): Verdict {
  if (addresses.onlyA.length + addresses.onlyB.length > 0) return "notMet";
  if (unread.length > 0) return "undetermined";
  return found.unexplained.length + found.listFaults.length > 0 ? "notMet" : "met";
}

function compareAddresses(a: Template, b: Template): Addresses {
  const [inA, inB] = [blocksByAddress(a), blocksByAddress(b)];
  const onlyA = [...inA.keys()].filter((address) => !inB.has(address));
  const onlyB = [...inB.keys()].filter((address) => !inA.has(address));
  return { inBoth: inA.size - onlyA.length, onlyA, onlyB };
}

function listOf({ evidence }: Template): readonly PermittedDifference[] {
  return evidence.kind === "read" ? evidence.evidence.permittedDifferences : [];
}

function unreadEvidence({ stack, evidence }: Template): readonly string[] {
  switch (evidence.kind) {
    case "read":
      return [];
    case "missing":
      return [`stack ${stack} has no output twinsite_evidence, so nothing says how it may differ`];
    case "unreadable":
      return [`the evidence of stack ${stack} cannot be read: ${evidence.why}`];
  }
}

function unreadModules(template: Template): readonly string[] {
  return modulesOf(template).map((address) => `${address} of stack ${template.stack} is a module, whose content is not here to compare`);
}

function unusedNames(list: readonly PermittedDifference[], differences: readonly Difference[]): readonly string[] {
  const used = new Set(differences.filter(({ path }) => !path.startsWith(THE_LIST)).flatMap(({ explainedBy }) => explainedBy));
  return list.map(({ name }) => name).filter((name) => !used.has(name));
}

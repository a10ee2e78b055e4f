import { LineCounter } from "yaml";
import { type Deployment, deploymentSchema } from "./deployment";
import { draftOf } from "./draft";
import type { Fault, Finding, TextProblem, Warning } from "./fault";
import { betweenFieldsFindings } from "./faults/between-fields";
import { placedTextFindings } from "./faults/file/placed-texts";
import { shapeFindings } from "./faults/file/shape";
import { templateSignFindings } from "./faults/file/template-signs";
import { pathText } from "./printable";
import { sourceText } from "./text/source-text";
import { offsetOf, writtenAt } from "./text/yaml-places";
import { readYaml, type YamlTree } from "./text/yaml-tree";
import { deploymentWarnings } from "./warnings/deployment-warnings";

export type DeploymentReading =
  | { readonly kind: "sound"; readonly deployment: Deployment; readonly warnings: readonly Warning[] }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/** What only what is built from a deployment can tell. */
export interface Built {
  readonly faults: (deployment: Deployment) => readonly Finding[];
  readonly warnings: (deployment: Deployment) => readonly Finding[];
}

const nothingBuilt: Built = { faults: () => [], warnings: () => [] };

/**
 * A deployment, or every fault of its file. Text that is no YAML is told alone, since nothing
 * behind it can be trusted; all other faults come together. A deployment that can be built comes
 * with its warnings.
 *
 * @param built asked last, of a deployment without other faults. @default - nothing is built, so it tells none
 */
export function readDeployment(bytes: Uint8Array, file: string, built: Built = nothingBuilt): DeploymentReading {
  const source = sourceText(bytes);
  const located = locator(file, source.text);
  if (source.kind === "faulty") return faulty([located(source.problem, "(file)")]);
  const yaml = readYaml(source.text);
  if (yaml.kind === "broken") return faulty(yaml.problems.map((problem) => located(problem, "(file)")));
  const { tree } = yaml;
  const parsed = deploymentSchema.safeParse(tree.value);
  const draft = draftOf(tree.value);
  const findings = [
    ...tree.badKeys,
    ...shapesOf(tree, parsed.error?.issues ?? []),
    ...templateSignFindings(tree.value),
    ...placedTextFindings(tree.value, draft),
    ...betweenFieldsFindings(draft),
  ];
  const beyond = parsed.success && findings.length === 0 ? built.faults(parsed.data) : [];
  const placed = (finding: Finding): Fault =>
    located({ ...finding, offset: offsetOf(tree.places, finding.path, finding.at) }, pathText(finding.path));
  if (parsed.success && findings.length + beyond.length === 0) {
    const warnings = [...deploymentWarnings(parsed.data), ...built.warnings(parsed.data)];
    return { kind: "sound", deployment: parsed.data, warnings: inOrder(warnings.map(placed)) };
  }
  return faulty([...findings, ...beyond].map(placed));
}

/** A fault of a file whose text could not be had at all. */
export function unreadable(file: string, problem: Omit<TextProblem, "offset">): Fault {
  return locator(file, "")({ ...problem, offset: 0 }, "(file)");
}

function shapesOf(tree: YamlTree, issues: Parameters<typeof shapeFindings>[1]): readonly Finding[] {
  if (issues.length === 0) return [];
  return shapeFindings({ value: tree.value, written: (path) => writtenAt(tree.places, path) }, issues);
}

function locator(file: string, text: string): (problem: TextProblem, path: string) => Fault {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return ({ offset, what, allowed, mend }, path) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path, what, allowed, mend };
  };
}

function faulty(faults: readonly Fault[]): DeploymentReading {
  return { kind: "faulty", faults: inOrder(faults) };
}

function inOrder(told: readonly Fault[]): readonly Fault[] {
  return told.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

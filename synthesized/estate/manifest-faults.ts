import type { ManifestStack } from "../manifest";
import type { ReadingFault } from "../reading-fault";

/** What lies in an output, by path below it: the folder's own entries, and those of `stacks`. */
export interface OutputFolder {
  readonly entries: readonly string[];
  /** Templates that the manifest names and that are there. */
  readonly templates: ReadonlySet<string>;
}

const MANIFEST = "manifest.json";

/** What the manifest says and the folder does not, and the other way round. */
export function manifestFaults(stacks: readonly ManifestStack[], { entries, templates }: OutputFolder): readonly ReadingFault[] {
  return [
    ...repeated(stacks, ({ name }) => name, "one stack of each name"),
    ...repeated(stacks, ({ templatePath }) => templatePath, "one stack of each template"),
    ...stacks.filter(({ templatePath }) => !templates.has(templatePath)).map(missing),
    ...stacks.flatMap(placeFaults),
    ...danglingDependencies(stacks),
    ...unnamed(stacks, entries),
  ];
}

function fault(stack: string, attribute: string, told: Pick<ReadingFault, "expected" | "found">): ReadingFault {
  return { verdict: "notMet", stack, address: MANIFEST, attribute, ...told };
}

function repeated(stacks: readonly ManifestStack[], keyOf: (stack: ManifestStack) => string, expected: string): readonly ReadingFault[] {
  const keys = stacks.map(keyOf);
  return stacks
    .filter((stack, index) => keys.indexOf(keyOf(stack)) !== index)
    .map((stack) => fault(stack.name, "stacks", { expected, found: `a second one: ${keyOf(stack)}` }));
}

function missing({ name, templatePath }: ManifestStack): ReadingFault {
  return fault(name, "synthesizedStackPath", {
    expected: "a template for every stack of the manifest",
    found: `${templatePath} is not there`,
  });
}

/** cdktf runs Terraform in the working directory, whatever the template's path. */
function placeFaults({ name, templatePath, workingDirectory }: ManifestStack): readonly ReadingFault[] {
  const folder = templatePath.includes("/") ? templatePath.replace(/\/[^/]*$/, "") : ".";
  const isElsewhere = workingDirectory !== undefined && workingDirectory.replace(/\/$/, "") !== folder;
  const isRead = templatePath.endsWith(".tf.json");
  return [
    ...(isElsewhere ? [fault(name, "workingDirectory", { expected: `${folder}, where its template lies`, found: workingDirectory })] : []),
    ...(isRead ? [] : [fault(name, "synthesizedStackPath", { expected: "a file *.tf.json, which Terraform reads", found: templatePath })]),
  ];
}

function danglingDependencies(stacks: readonly ManifestStack[]): readonly ReadingFault[] {
  const known = new Set(stacks.map(({ name }) => name));
  return stacks.flatMap(({ name, dependencies }) =>
    dependencies
      .filter((earlier) => !known.has(earlier))
      .map((earlier) => fault(name, "dependencies", { expected: "stacks of this output", found: earlier })),
  );
}

function unnamed(stacks: readonly ManifestStack[], entries: readonly string[]): readonly ReadingFault[] {
  const named = stacks.map(({ templatePath }) => templatePath);
  const isNamed = (entry: string): boolean => named.some((path) => path === entry || path.startsWith(`${entry}/`));
  return entries
    .filter((entry) => entry !== MANIFEST && !isNamed(entry))
    .map((entry) => ({
      verdict: "notMet",
      stack: "",
      address: entry,
      attribute: "",
      expected: "only what the manifest names",
      found: "left by another synth, or by somebody else",
    }));
}

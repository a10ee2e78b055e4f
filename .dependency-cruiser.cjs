"use strict";
// This file is the architecture: the table below is what may import what. The rules that
// `npm run check:layers` enforces and the picture in docs/architecture.md are both made from it.

/**
 * A layer is a folder at the top level (or main.ts). `imports` are the layers it may import,
 * `importsTypesOf` those of which it may only see the types, `why` ends the sentence "it may not
 * import the rest, for ...".
 */
const layers = [
  { name: "facts", imports: [], why: "a dated fact knows nothing of who uses it" },
  { name: "config", imports: ["facts"], why: "a deployment file is checked before anything is decided about it" },
  {
    name: "design",
    imports: ["config", "facts"],
    why: "every decision is pure: it can be read and tested without CDKTF, provider or files",
  },
  { name: "constructs", imports: ["design"], why: "a construct draws one thing and decides nothing" },
  { name: "stacks", imports: ["constructs", "design"], why: "a stack is made of constructs; what goes into it is decided in design" },
  { name: "main.ts", imports: ["config", "design", "stacks"], why: "the program that cdktf deploys does not judge itself" },
  { name: "synthesized", imports: [], why: "it reads files that anyone may have made, not only we" },
  {
    name: "analysis",
    imports: ["synthesized", "facts"],
    why: "the judge does not know the designer: intent reaches it only as evidence in the Terraform",
  },
  {
    name: "reports",
    imports: [],
    importsTypesOf: ["analysis", "config"],
    why: "a report turns a result into text and finds out nothing itself",
  },
  {
    name: "cli",
    imports: ["main.ts", "config", "design", "facts", "synthesized", "analysis", "reports"],
    why: "the program drives the layers; drawing is reached through main.ts alone",
  },
  { name: "bin", imports: [], why: "it only starts the program" },
  { name: "bench", imports: ["reports"], why: "it measures the program from outside" },
];

/** The layers that may touch files, processes and the terminal. */
const hands = ["cli", "main.ts", "bin", "bench"];
/** The layers that may know CDKTF: a move to its successor is a rename in these alone. */
const drawers = ["constructs", "stacks", "main.ts"];

const DEPENDENCIES = "(^|/)node_modules/";
const folderOf = (name) => (name.endsWith(".ts") ? `^${name.replace(".", "\\.")}$` : `^${name}/`);
const anyOf = (names) => names.map(folderOf);

function layerRules({ name, imports, importsTypesOf = [], why }) {
  const strangers = layers.map((layer) => layer.name).filter((other) => other !== name && !imports.includes(other));
  const rule = (suffix, others, to) => ({
    name: `${name}-${suffix}`,
    comment: why,
    severity: "error",
    from: { path: folderOf(name) },
    to: { path: anyOf(others), ...to },
  });
  const unseen = rule(
    "imports-only-its-own",
    strangers.filter((other) => !importsTypesOf.includes(other)),
    {},
  );
  const typesOnly = rule("imports-only-types", importsTypesOf, { dependencyTypesNot: ["type-only"] });
  return importsTypesOf.length === 0 ? [unseen] : [unseen, typesOnly];
}

const outsideRules = [
  {
    name: "files-and-processes-only-in-cli",
    comment: "what is pure can be tested and trusted without a machine: same input, same bytes",
    severity: "error",
    from: { pathNot: anyOf([...hands, "test"]) },
    to: {
      dependencyTypes: ["core"],
      path: "^(node:)?(fs|fs/promises|child_process|process|os|net|http|https|worker_threads|readline|tty)$",
    },
  },
  {
    name: "cdktf-only-where-things-are-drawn",
    comment: "CDKTF is archived: the way out to its successor is kept to the folders that draw",
    severity: "error",
    from: { pathNot: anyOf([...drawers, "test"]) },
    to: { path: `${DEPENDENCIES}(cdktf|constructs|@cdktf)/` },
  },
  {
    name: "provider-per-resource",
    comment: "importing the provider whole costs seconds and gigabytes; a core import from within cdktf breaks with its successor",
    severity: "error",
    from: {},
    to: { path: [`${DEPENDENCIES}@cdktf/provider-aws/lib/index\\.`, `${DEPENDENCIES}cdktf/lib/(?!index\\.)`] },
  },
  {
    name: "no-circular",
    comment: "a circle has no first step to read",
    severity: "error",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-orphans",
    comment: "a file that nobody imports is left over",
    severity: "error",
    from: { orphan: true, pathNot: ["^\\.", "\\.config\\.(cjs|js)$", "^test/", "^bin/"] },
    to: {},
  },
  {
    name: "not-to-test",
    comment: "tests know the program, never the other way round",
    severity: "error",
    from: { pathNot: "^test/" },
    to: { path: "^test/" },
  },
  { name: "not-to-unresolvable", comment: "an import must lead somewhere", severity: "error", from: {}, to: { couldNotResolve: true } },
  {
    name: "not-to-dev-dependencies",
    comment: "what runs the program must be there without the developers' tools",
    severity: "error",
    from: { path: anyOf(layers.map((layer) => layer.name).filter((name) => name !== "bench")) },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];

module.exports = {
  forbidden: [...layers.flatMap(layerRules), ...outsideRules],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(cdktf\\.out|out|coverage|terraform\\.state)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["require", "node", "default", "types"], mainFields: ["main", "types"] },
  },
};

// Not a setting of dependency-cruiser, which refuses what it does not know and can see.
Object.defineProperty(module.exports, "layers", { value: layers });

"use strict";
// This file is the architecture: the tables below are what may import what, layer by layer and, in
// a layer, subject by subject. The rules that `npm run check:layers` enforces and the pictures in
// docs/architecture.md are both made from them.

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
  { name: "fault-trees", imports: [], why: "an exact solver knows nothing of AWS or of us, and could be a package" },
  { name: "synthesized", imports: [], why: "it reads files that anyone may have made, not only we" },
  {
    name: "analysis",
    imports: ["synthesized", "fault-trees", "facts"],
    why: "the judge does not know the designer: intent reaches it only as evidence in the Terraform",
  },
  {
    name: "reports",
    imports: [],
    importsTypesOf: ["analysis", "fault-trees", "config", "design"],
    why: "a report turns a result into text and finds out nothing itself",
  },
  {
    name: "cli",
    imports: ["main.ts", "config", "design", "facts", "synthesized", "fault-trees", "analysis", "reports"],
    why: "the program drives the layers; drawing is reached through main.ts alone",
  },
  { name: "bin", imports: [], why: "it only starts the program" },
  { name: "bench", imports: ["reports"], why: "it measures the program from outside" },
];

/**
 * A subject is a room inside a layer: a folder, of the same name wherever it is. `uses` are the
 * subjects of its own layer that it may import, beside the ground floor, which all may use; `holds`
 * says what is found there. A file that lies directly in a layer belongs to no subject.
 */
const floorPlans = [
  {
    layers: ["design", "constructs"],
    ground: ["foundation", "layout", "protection"],
    subjects: [
      { name: "foundation", uses: [], holds: "names, tags, states, evidence, alarms: what every stack has" },
      { name: "layout", uses: ["foundation"], holds: "what is decided before any subject: addresses, capacity, names of services" },
      { name: "protection", uses: ["foundation"], holds: "keys, buckets, secrets, registries and who may use them" },
      { name: "network", uses: [], holds: "a site's network, the flows that it lets pass, what joins two sites" },
      { name: "backups", uses: [], holds: "vaults, plans and restore tests" },
      { name: "guardrails", uses: [], holds: "what watches an account and a Region, and who is woken" },
      { name: "site", uses: ["backups", "network"], holds: "what only a site has: its keys, logs, trust store" },
      { name: "names", uses: ["guardrails"], holds: "the public zone, its signing and certificates" },
      { name: "shared", uses: ["backups", "guardrails", "network"], holds: "what AWS itself spans over both sites" },
      { name: "ledger", uses: ["backups", "guardrails", "network"], holds: "the ledger of every engine" },
      { name: "links", uses: ["guardrails"], holds: "private lines: ports, sessions, keys, and what may be ordered next" },
      {
        name: "cell",
        uses: ["guardrails", "ledger", "names", "network", "shared", "site"],
        holds: "fronts, web filter, the payment service",
      },
      { name: "traffic", uses: ["cell", "ledger", "names"], holds: "health checks, switches, the answers of every zone" },
      { name: "limits", uses: ["cell", "links", "network", "traffic"], holds: "what AWS limits, reckoned from all of it" },
    ],
  },
  {
    layers: ["analysis"],
    ground: ["findings"],
    subjects: [
      { name: "findings", uses: [], holds: "what a judgement is, what it finds, and who accepts it" },
      { name: "flows", uses: [], holds: "what packets may pass, both ways" },
      { name: "payment-trace", uses: ["flows"], holds: "a payment on every path, from its name to the ledger" },
      { name: "independence", uses: ["flows"], holds: "whether a site lives without the other" },
      { name: "mirror", uses: [], holds: "whether two stacks are alike but for what may differ" },
      { name: "borders", uses: ["payment-trace"], holds: "where data is, and whether it may be there" },
      { name: "hygiene", uses: [], holds: "states, accounts, tags, names and leftovers" },
      { name: "rollout", uses: ["flows", "payment-trace"], holds: "the order of a deployment and what people do between" },
      { name: "cost", uses: ["mirror"], holds: "what an output costs a month" },
      { name: "scopes", uses: [], holds: "what each judgement stands on, argument by argument" },
      { name: "access", uses: ["flows"], holds: "what people's roles must be allowed" },
    ],
  },
  {
    layers: ["config"],
    ground: [],
    subjects: [
      { name: "text", uses: [], holds: "YAML: bytes to places" },
      { name: "sections", uses: [], holds: "the shape of each part of a deployment file" },
      { name: "faults", uses: ["sections"], holds: "what the parts must agree on" },
      { name: "warnings", uses: [], holds: "what is built all the same" },
    ],
  },
  {
    layers: ["cli"],
    ground: ["terminal", "processes", "files"],
    subjects: [
      { name: "terminal", uses: [], holds: "what a person sees and how a run ends" },
      { name: "processes", uses: [], holds: "programs that are started, and signals" },
      { name: "files", uses: ["processes", "terminal"], holds: "folders that are read and written" },
      { name: "terraform", uses: [], holds: "Terraform, its providers and cdktf" },
      { name: "commands", uses: ["terraform"], holds: "one file for each thing that can be asked for" },
      { name: "docs", uses: ["commands"], holds: "pages that are generated" },
    ],
  },
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

/** One rule a subject: of the others in its layer it imports the ground floor and what it uses. */
function subjectRules({ layers: inLayers, ground, subjects }) {
  const roomsOf = (layer, names) => names.map((name) => `^${layer}/${name}/`);
  return inLayers.flatMap((layer) =>
    subjects.map(({ name, uses, holds }) => {
      const known = ground.includes(name) ? uses : [...ground, ...uses];
      const strangers = subjects.map((subject) => subject.name).filter((other) => other !== name && !known.includes(other));
      return {
        name: `${layer}-${name}-uses-only-its-own`,
        comment: `${name} holds ${holds}: it knows ${known.join(", ") || "no other subject"}`,
        severity: "error",
        from: { path: roomsOf(layer, [name]) },
        to: { path: roomsOf(layer, strangers) },
      };
    }),
  );
}

/** A folder that the table does not name would be used by whoever likes. */
function unknownRoomRules({ layers: inLayers, subjects }) {
  return inLayers.map((layer) => ({
    name: `${layer}-has-known-rooms`,
    comment: "a room that the floor plan does not name has no rights",
    severity: "error",
    from: {},
    to: { path: `^${layer}/(?!(?:${subjects.map(({ name }) => name).join("|")})/)[^/]+/` },
  }));
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
  forbidden: [...layers.flatMap(layerRules), ...floorPlans.flatMap(subjectRules), ...floorPlans.flatMap(unknownRoomRules), ...outsideRules],
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
Object.defineProperty(module.exports, "floorPlans", { value: floorPlans });

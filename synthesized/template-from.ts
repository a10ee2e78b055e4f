import { readEvidence } from "./evidence";
import { dataFaults } from "./forms/data-faults";
import { type FormFault, unread, wrong } from "./forms/form-fault";
import { instancesOf } from "./forms/instances";
import { otherBlockFaults } from "./forms/other-block-faults";
import { providerFaults, regionFaults } from "./forms/provider-faults";
import { blockFaults } from "./forms/resource-faults";
import { terraformFaults } from "./forms/terraform-faults";
import type { Json, JsonObject } from "./json";
import { bodiesOf, type LabelledBlock, labelledBlocks } from "./labelled";
import { foldedObject } from "./language/folded";
import { type Locals, localsOf } from "./language/locals";
import type { Backend, Block, Provider, Template } from "./template";

const EVIDENCE_OUTPUT = "twinsite_evidence";

/** Blocks that Terraform 1.11 knows, and how many labels each has ("JSON Configuration Syntax" and configs/parser_config.go). */
const KINDS: ReadonlyMap<string, number> = new Map([
  ["//", 0],
  ["check", 1],
  ["data", 2],
  ["ephemeral", 2],
  ["import", 0],
  ["locals", 0],
  ["module", 1],
  ["moved", 0],
  ["output", 1],
  ["provider", 1],
  ["removed", 0],
  ["resource", 2],
  ["terraform", 0],
  ["variable", 1],
]);

/** What Terraform would not take for a configuration at all. */
export function shapeFaults(document: JsonObject): readonly string[] {
  return Object.entries(document).flatMap(([kind, value]) => {
    const labels = KINDS.get(kind);
    if (labels === undefined) return [`the whole file: Unrecognized key: "${kind}"`];
    return labelledBlocks(kind, value, labels).misplaced.map(({ path }) => `${path}: must be an object`);
  });
}

/** A template from what was parsed of it, read as Terraform would. */
export function templateFrom(document: JsonObject, stack: string): Template {
  const locals = localsOf(Object.fromEntries(bodiesOf(document["locals"]).flatMap((body) => Object.entries(body))));
  const resources = blocksIn("resource", document, locals);
  const dataSources = blocksIn("data", document, locals);
  const providers = providersIn(document, locals);
  const outputs = outputsIn(document, locals);
  const blocks = [...resources.made, ...dataSources.made];
  const faults = [
    ...terraformFaults(document["terraform"]),
    ...providerFaults(providers, blocks, locals),
    ...otherBlockFaults(document, locals),
    ...resources.faults,
    ...dataSources.faults,
    ...blocks.flatMap((block) => [...blockFaults(block, locals), ...regionFaults(block, providers)]),
    ...dataSources.made.flatMap(dataFaults),
  ];
  return {
    stack,
    resources: resources.made,
    dataSources: dataSources.made,
    notMade: [...resources.notMade, ...dataSources.notMade],
    providers,
    outputs: outputs.values,
    backend: backendIn(document),
    evidence: readEvidence(outputs.values[EVIDENCE_OUTPUT]),
    document,
    faults: [...faults, ...outputs.faults].map((fault) => ({ ...fault, stack })),
  };
}

interface ReadBlocks {
  readonly made: readonly Block[];
  readonly notMade: readonly Block[];
  readonly faults: readonly FormFault[];
}

function blocksIn(kind: Block["kind"], document: JsonObject, locals: Locals): ReadBlocks {
  const [made, notMade, faults]: [Block[], Block[], FormFault[]] = [[], [], []];
  const seen = new Set<string>();
  for (const labelled of labelledBlocks(kind, document[kind], 2).blocks) {
    const block = blockOf(kind, labelled, locals);
    if (seen.has(block.address)) faults.push(repeated(block.address));
    seen.add(block.address);
    const instances = instancesOf(block.attributes);
    if (instances.kind === "none") notMade.push(block);
    else if (instances.kind === "one") made.push({ ...block, address: `${block.address}[${JSON.stringify(instances.key)}]` });
    else made.push(block);
    if (instances.kind === "unknown")
      faults.push(
        unread({ address: block.address, attribute: instances.attribute, expected: "blocks that can be told apart", found: instances.why }),
      );
  }
  return { made, notMade, faults };
}

function blockOf(kind: Block["kind"], { labels: [type = "", name = ""], body }: LabelledBlock, locals: Locals): Block {
  const attributes = foldedObject(body, locals);
  const address = kind === "data" ? `data.${type}.${name}` : `${type}.${name}`;
  return { kind, type, name, address, provider: providerOf(type, attributes), attributes };
}

function repeated(address: string): FormFault {
  return wrong({ address, attribute: "", expected: "one block of each address", found: "a second one" });
}

/** Terraform takes the first word of the type where a block names no provider. */
function providerOf(type: string, attributes: JsonObject): string {
  const named = attributes["provider"];
  if (typeof named === "string") return named.replace(/^\$\{(.*)\}$/, "$1");
  return type.split("_")[0] ?? type;
}

function providersIn(document: JsonObject, locals: Locals): readonly Provider[] {
  return labelledBlocks("provider", document["provider"], 1).blocks.map(({ labels: [type = ""], body }) => {
    const attributes = foldedObject(body, locals);
    const alias = attributes["alias"];
    return { name: typeof alias === "string" ? `${type}.${alias}` : type, attributes };
  });
}

interface Outputs {
  readonly values: Readonly<Record<string, Json>>;
  readonly faults: readonly FormFault[];
}

function outputsIn(document: JsonObject, locals: Locals): Outputs {
  const named = labelledBlocks("output", document["output"], 1).blocks.map(
    ({ labels: [name = ""], body }) => [name, foldedObject(body, locals)["value"]] as const,
  );
  const faults = named.flatMap(([name, value]) =>
    value === undefined ? [wrong({ address: `output.${name}`, attribute: "value", expected: "a value", found: "none" })] : [],
  );
  return { values: Object.fromEntries(named.filter((entry): entry is [string, Json] => entry[1] !== undefined)), faults };
}

function backendIn(document: JsonObject): Backend | undefined {
  const bodies = bodiesOf(document["terraform"]);
  const [backend] = bodies.flatMap((body) => labelledBlocks("backend", body["backend"], 1).blocks);
  return backend === undefined ? undefined : { kind: backend.labels[0] ?? "", settings: backend.body };
}

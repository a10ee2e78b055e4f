import { z } from "zod";
import { readEvidence } from "../evidence";
import { isList, isObject, type Json, type JsonObject, jsonObject } from "../json";
import { byLabels } from "../labelled";
import { sourceOf } from "../language/constant";
import type { ReadingFault } from "../reading-fault";
import type { Block, Template } from "../template";
import { parseFile } from "../unreadable";

const resourceSchema = z.looseObject({
  address: z.string(),
  mode: z.enum(["managed", "data"]),
  type: z.string(),
  name: z.string(),
  provider_name: z.string(),
  values: jsonObject.nullish(),
  tainted: z.boolean().optional(),
  deposed_key: z.string().optional(),
});

interface StateModule {
  readonly resources?: readonly z.infer<typeof resourceSchema>[] | undefined;
  readonly child_modules?: readonly StateModule[] | undefined;
}

const moduleSchema: z.ZodType<StateModule> = z.lazy(() =>
  z.looseObject({ resources: z.array(resourceSchema).optional(), child_modules: z.array(moduleSchema).optional() }),
);

const stateSchema = z.looseObject({
  format_version: z.string().regex(/^[01]\./, "must be a state of format 0 or 1"),
  values: z.looseObject({ outputs: z.record(z.string(), jsonObject).optional(), root_module: moduleSchema.optional() }).optional(),
});

const EVIDENCE_OUTPUT = "twinsite_evidence";

/**
 * Reads what `terraform show -json` says of a state: values as they are at AWS, and no reference,
 * lifecycle, provider argument or backend.
 */
export function parseStateTemplate(text: string, stack: string): Template {
  const source = { file: `the state of stack ${stack}`, mend: "Write it with `terraform show -json`" };
  const { values } = parseFile(text, stateSchema, source);
  const resources = resourcesIn(values?.root_module ?? {});
  const blocks = resources.map(blockOf);
  const outputs = Object.fromEntries(
    Object.entries(values?.outputs ?? {}).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, literal(value)] as const])),
  );
  const faults = [...resources.flatMap(replacements), ...emptiness(blocks, outputs)];
  return {
    stack,
    resources: blocks.filter(({ kind }) => kind === "resource"),
    dataSources: blocks.filter(({ kind }) => kind === "data"),
    notMade: [],
    providers: [],
    outputs,
    backend: undefined,
    evidence: readEvidence(outputs[EVIDENCE_OUTPUT]),
    document: documentOf(blocks, outputs),
    faults: faults.map((fault) => ({ ...fault, stack })),
  };
}

type StateResource = z.infer<typeof resourceSchema>;

function resourcesIn({ resources = [], child_modules = [] }: StateModule): readonly StateResource[] {
  return [...resources, ...child_modules.flatMap(resourcesIn)];
}

function blockOf({ address, mode, type, name, provider_name, values }: StateResource): Block {
  const attributes = Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, literal(value)]));
  // Which configuration of a provider made it, a state does not tell.
  const provider = provider_name.split("/").at(-1) ?? provider_name;
  return { kind: mode === "data" ? "data" : "resource", type, name, address, provider, attributes };
}

/** A value as a template's source. */
function literal(value: Json): Json {
  if (isList(value)) return value.map(literal);
  if (!isObject(value)) return sourceOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
}

/** All that is there, for who searches texts: under addresses, since several blocks may have one name. */
function documentOf(blocks: readonly Block[], outputs: JsonObject): JsonObject {
  const part = (kind: Block["kind"]): JsonObject =>
    byLabels(
      blocks.filter((block) => block.kind === kind).map(({ type, address, attributes }) => ({ labels: [type, address], body: attributes })),
    );
  const output = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }]));
  return { resource: part("resource"), data: part("data"), output };
}

type Told = Omit<ReadingFault, "stack">;

function replacements({ address, tainted, deposed_key }: StateResource): readonly Told[] {
  if (tainted !== true && deposed_key === undefined) return [];
  const found = tainted === true ? "tainted: it is to be made again" : "left over from a replacement";
  return [{ verdict: "undetermined", address, attribute: "", expected: "a resource that was made whole", found }];
}

function emptiness(blocks: readonly Block[], outputs: JsonObject): readonly Told[] {
  if (blocks.length > 0 || Object.keys(outputs).length > 0) return [];
  return [{ verdict: "undetermined", address: "state", attribute: "values", expected: "what is deployed", found: "an empty state" }];
}

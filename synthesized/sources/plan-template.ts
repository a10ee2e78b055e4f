import { z } from "zod";
import { type JsonObject, jsonObject } from "../json";
import { byLabels } from "../labelled";
import type { ReadingFault } from "../reading-fault";
import type { Template } from "../template";
import { templateFrom } from "../template-from";
import { parseFile } from "../unreadable";
import { attributesOf, hasNamesAlone, repetitionOf, type Writing, writingOf } from "./plan-expressions";
import { type PlannedProviders, providerConfigSchema, providersOf } from "./plan-providers";

const resourceSchema = z.looseObject({
  address: z.string(),
  mode: z.enum(["managed", "data", "ephemeral"]),
  type: z.string(),
  name: z.string(),
  provider_config_key: z.string().optional(),
  expressions: jsonObject.optional(),
  depends_on: z.array(z.string()).optional(),
  provisioners: z.array(jsonObject).optional(),
  count_expression: jsonObject.optional(),
  for_each_expression: jsonObject.optional(),
});

const moduleSchema = z.looseObject({
  resources: z.array(resourceSchema).optional(),
  outputs: z.record(z.string(), jsonObject).optional(),
  module_calls: z.record(z.string(), jsonObject).optional(),
});

const plannedSchema = z.looseObject({
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  index: z.union([z.string(), z.number()]).optional(),
  values: jsonObject.nullish(),
});

const planSchema = z.looseObject({
  format_version: z.string().regex(/^1\./, "must be a plan of format 1"),
  errored: z.boolean().optional(),
  complete: z.boolean().optional(),
  planned_values: z.looseObject({
    outputs: z.record(z.string(), jsonObject).optional(),
    root_module: z.looseObject({ resources: z.array(plannedSchema).optional() }).optional(),
  }),
  configuration: z.looseObject({ provider_config: z.record(z.string(), providerConfigSchema).optional(), root_module: moduleSchema }),
});

type Plan = z.infer<typeof planSchema>;
type ConfiguredResource = z.infer<typeof resourceSchema>;
type Planned = z.infer<typeof plannedSchema>;

/**
 * Reads what `terraform show -json` says of a plan as the template that it was made of, as far as it
 * tells: locals, lifecycle and backend are not in it.
 */
export function parsePlanTemplate(text: string, stack: string): Template {
  const source = { file: `the plan of stack ${stack}`, mend: "Write it with `terraform show -json`" };
  const plan = parseFile(text, planSchema, source);
  const { names, providers, document } = documentOf(plan);
  const template = templateFrom(document, stack);
  const faults = [...incompleteness(plan), ...providers.faults, ...wording(names)].map((fault) => ({ ...fault, stack }));
  return { ...template, faults: [...template.faults, ...faults] };
}

interface PlanDocument {
  readonly names: "alone" | "inTexts";
  readonly providers: PlannedProviders;
  readonly document: JsonObject;
}

function documentOf({ configuration, planned_values }: Plan): PlanDocument {
  const { resources = [], outputs = {}, module_calls } = configuration.root_module;
  const configured = [...resources.map(({ expressions }) => expressions ?? null), ...Object.values(outputs)];
  const writing = writingOf(configured);
  const providers = providersOf(configuration.provider_config ?? {}, writing);
  const planned = plannedResources(planned_values);
  const bodies = (mode: ConfiguredResource["mode"]): JsonObject =>
    byLabels(
      resources
        .filter((candidate) => candidate.mode === mode)
        .map((resource) => ({
          labels: [resource.type, resource.name],
          body: bodyOf(resource, planned.get(resource.address) ?? [], writing),
        })),
    );
  const document = {
    terraform: { required_providers: providers.required },
    provider: providers.configurations,
    resource: bodies("managed"),
    data: bodies("data"),
    output: outputsOf(outputs, planned_values.outputs ?? {}, writing),
    ephemeral: bodies("ephemeral"),
    ...(module_calls === undefined ? {} : { module: module_calls }),
  };
  return { names: hasNamesAlone(configured) ? "alone" : "inTexts", providers, document };
}

function bodyOf(resource: ConfiguredResource, instances: readonly Planned[], writing: Writing): JsonObject {
  const { expressions = {}, depends_on, provisioners, provider_config_key } = resource;
  const [only, ...more] = instances;
  const after = more.length === 0 ? (only?.values ?? undefined) : undefined;
  return {
    ...attributesOf(expressions, { writing, after }),
    ...repetitionOf(
      resource,
      instances.map(({ index }) => index ?? 0),
    ),
    ...(depends_on === undefined ? {} : { depends_on }),
    ...(provisioners === undefined ? {} : { provisioner: provisioners }),
    ...(provider_config_key === undefined ? {} : { provider: provider_config_key }),
  };
}

/** What is planned of each written block, by its address without a key. */
function plannedResources({ root_module }: Plan["planned_values"]): ReadonlyMap<string, readonly Planned[]> {
  const byAddress = new Map<string, Planned[]>();
  for (const resource of root_module?.resources ?? []) {
    const { mode, type, name } = resource;
    const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
    const others = byAddress.get(address);
    if (others === undefined) byAddress.set(address, [resource]);
    else others.push(resource);
  }
  return byAddress;
}

function outputsOf(
  outputs: Readonly<Record<string, JsonObject>>,
  planned: Readonly<Record<string, JsonObject>>,
  writing: Writing,
): JsonObject {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { expression }]) => {
      const value = planned[name]?.["value"];
      return [name, attributesOf({ value: expression ?? {} }, { writing, after: value === undefined ? undefined : { value } })];
    }),
  );
}

type Told = Omit<ReadingFault, "stack">;

function incompleteness({ errored, complete }: Plan): readonly Told[] {
  if (errored !== true && complete !== false) return [];
  const found = errored === true ? "an error ended it" : "Terraform put a part of it off";
  return [{ verdict: "undetermined", address: "plan", attribute: "complete", expected: "a plan of everything", found }];
}

/** Of HCL a plan keeps names alone. */
function wording(names: PlanDocument["names"]): readonly Told[] {
  if (names === "inTexts") return [];
  const expected = "expressions, and not only what they name: a name may be a part of a value";
  const found = "a configuration in HCL, of which a plan keeps the names";
  return [{ verdict: "undetermined", address: "plan", attribute: "configuration", expected, found }];
}

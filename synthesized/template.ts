import { z } from "zod";
import { remembered } from "./estate/remembered";
import { type EvidenceReading, readEvidence } from "./evidence";
import { isObject, type Json, type JsonObject, jsonObject } from "./json";
import { accepted, parseFile } from "./unreadable";

/** One stack's Terraform, as synthesized. */
export interface Template {
  readonly stack: string;
  readonly resources: readonly Block[];
  readonly dataSources: readonly Block[];
  readonly providers: readonly Provider[];
  readonly outputs: Readonly<Record<string, Json>>;
  /** Kind and settings of the backend; none where Terraform would choose for itself. */
  readonly backend: Backend | undefined;
  readonly evidence: EvidenceReading;
  /** All of it, for who compares or searches texts. */
  readonly document: JsonObject;
}

/** A resource or data block. */
export interface Block {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** `aws_vpc.network`, `data.aws_x.y`. */
  readonly address: string;
  /** `aws`, or `aws.b` where the provider has an alias. */
  readonly provider: string;
  readonly attributes: JsonObject;
}

export interface Provider {
  /** `aws`, or `aws.b` where it has an alias. */
  readonly name: string;
  readonly attributes: JsonObject;
}

export interface Backend {
  readonly kind: string;
  readonly settings: JsonObject;
}

const EVIDENCE_OUTPUT = "twinsite_evidence";

const blocksByType = z.record(z.string(), z.record(z.string(), jsonObject));
const output = z.looseObject({ value: z.custom<Json>((value) => value !== undefined, { error: "must have a value" }) });

const templateSchema = z.strictObject({
  "//": jsonObject.optional(),
  terraform: z.looseObject({ backend: z.record(z.string(), jsonObject).optional() }).optional(),
  provider: z.record(z.string(), z.union([jsonObject, z.array(jsonObject)])).optional(),
  resource: blocksByType.optional(),
  data: blocksByType.optional(),
  output: z.record(z.string(), output).optional(),
  locals: jsonObject.optional(),
  variable: jsonObject.optional(),
  module: jsonObject.optional(),
  moved: z.array(jsonObject).optional(),
  removed: z.array(jsonObject).optional(),
  import: z.array(jsonObject).optional(),
  check: jsonObject.optional(),
});

type ParsedTemplate = z.infer<typeof templateSchema>;

/** Reads one `cdk.tf.json`. */
export function parseTemplate(text: string, stack: string): Template {
  const source = { file: `the template of stack ${stack}`, mend: "It has to be Terraform's JSON as cdktf writes it; synthesize again" };
  const document = parseFile(text, jsonObject, source);
  const parsed = accepted(document, templateSchema, source);
  const outputs = Object.fromEntries(Object.entries(parsed.output ?? {}).map(([name, { value }]) => [name, value]));
  return {
    stack,
    resources: blocksIn("resource", parsed.resource),
    dataSources: blocksIn("data", parsed.data),
    providers: providersIn(parsed.provider),
    outputs,
    backend: backendIn(parsed.terraform),
    evidence: readEvidence(outputs[EVIDENCE_OUTPUT]),
    document,
  };
}

/** The template of a stack, by its name. */
export function templateOf(stack: string, templates: readonly Template[]): Template | undefined {
  return templatesByStack(templates).get(stack);
}

const templatesByStack = remembered((templates: readonly Template[]) => new Map(templates.map((template) => [template.stack, template])));

export function resourcesOf(template: Template, type: string): readonly Block[] {
  return resourcesByType(template).get(type) ?? [];
}

const resourcesByType = remembered(({ resources }: Template): ReadonlyMap<string, readonly Block[]> => {
  const byType = new Map<string, Block[]>();
  for (const block of resources) {
    const others = byType.get(block.type);
    if (others === undefined) byType.set(block.type, [block]);
    else others.push(block);
  }
  return byType;
});

/** The resource or data block at an address. */
export function blockAt(template: Template, address: string): Block | undefined {
  return blocksAt(template).get(address);
}

const blocksAt = remembered(
  ({ resources, dataSources }: Template) => new Map([...resources, ...dataSources].map((block) => [block.address, block])),
);

/** Region of the provider that a block is made by; none where it is not written there. */
export function regionOf(template: Template, block: Block): string | undefined {
  const region = template.providers.find((provider) => provider.name === block.provider)?.attributes["region"];
  return typeof region === "string" ? region : undefined;
}

function blocksIn(kind: Block["kind"], types: ParsedTemplate["resource"]): readonly Block[] {
  return Object.entries(types ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => ({
      kind,
      type,
      name,
      address: kind === "data" ? `data.${type}.${name}` : `${type}.${name}`,
      provider: providerOf(type, attributes),
      attributes,
    })),
  );
}

/** Terraform takes the first word of the type where a block names no provider. */
function providerOf(type: string, attributes: JsonObject): string {
  const named = attributes["provider"];
  if (typeof named === "string") return named.replace(/^\$\{(.*)\}$/, "$1");
  return type.split("_")[0] ?? type;
}

function providersIn(providers: ParsedTemplate["provider"]): readonly Provider[] {
  return Object.entries(providers ?? {}).flatMap(([type, one]) =>
    (Array.isArray(one) ? one : [one]).map((attributes: JsonObject) => {
      const alias = attributes["alias"];
      return { name: typeof alias === "string" ? `${type}.${alias}` : type, attributes };
    }),
  );
}

function backendIn(terraform: ParsedTemplate["terraform"]): Backend | undefined {
  const [kind, settings] = Object.entries(terraform?.backend ?? {})[0] ?? [];
  return kind !== undefined && isObject(settings) ? { kind, settings } : undefined;
}

import { remembered } from "./estate/remembered";
import type { EvidenceReading } from "./evidence";
import { type Json, type JsonObject, jsonObject } from "./json";
import type { ReadingFault } from "./reading-fault";
import { shapeFaults, templateFrom } from "./template-from";
import { parseFile, UnreadableFileError } from "./unreadable";

/** One stack's Terraform, as Terraform reads it. */
export interface Template {
  readonly stack: string;
  /** Blocks that Terraform makes; constants in their attributes are folded. */
  readonly resources: readonly Block[];
  readonly dataSources: readonly Block[];
  readonly providers: readonly Provider[];
  readonly outputs: Readonly<Record<string, Json>>;
  /** Kind and settings of the backend; none where Terraform would choose for itself. */
  readonly backend: Backend | undefined;
  readonly evidence: EvidenceReading;
  /** All of it as it is written, for who compares or searches texts. */
  readonly document: JsonObject;
  /** Blocks that are written and that Terraform makes none of: `count` is 0, or `for_each` empty. */
  readonly notMade: readonly Block[];
  /** Its forms that are wrong whatever they say, or that nobody here can read. */
  readonly faults: readonly ReadingFault[];
}

/** A resource or data block. */
export interface Block {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** `aws_vpc.network`, `data.aws_x.y`; with the key where it is one of several, `aws_x.y[0]`. */
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

/** Reads one `cdk.tf.json`. */
export function parseTemplate(text: string, stack: string): Template {
  const source = { file: `the template of stack ${stack}`, mend: "It has to be Terraform's JSON as cdktf writes it; synthesize again" };
  const document = parseFile(text, jsonObject, source);
  const misplaced = shapeFaults(document);
  if (misplaced.length > 0) throw new UnreadableFileError(source.file, misplaced, source.mend);
  return templateFrom(document, stack);
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

import { type Reference, referencesIn } from "../reference";
import type { Block, Template } from "../template";
import { remembered } from "./remembered";

/** Every block of a set of stacks and what each refers to, across stacks where that can be followed. */
export interface ResourceGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** References to blocks that no given template has. */
  readonly dangling: readonly { readonly from: string; readonly to: string }[];
}

export interface GraphNode {
  /** `site-a:aws_vpc.network`: addresses are equal in mirrored stacks, so the stack is part of it. */
  readonly id: string;
  readonly stack: string;
  readonly block: Block;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Attribute of `to` that is used. */
  readonly attribute: string;
}

export function resourceGraph(templates: readonly Template[]): ResourceGraph {
  const nodes = templates.flatMap((template) =>
    [...template.resources, ...template.dataSources].map((block) => ({
      id: nodeId(template.stack, block.address),
      stack: template.stack,
      block,
    })),
  );
  const known = new Set(nodes.map((node) => node.id));
  const edges = templates.flatMap((template) => edgesOf(template, templates));
  return {
    nodes,
    edges: edges.filter((edge) => known.has(edge.to)),
    dangling: edges.filter((edge) => !known.has(edge.to)).map(({ from, to }) => ({ from, to })),
  };
}

function nodeId(stack: string, address: string): string {
  return `${stack}:${address}`;
}

/** The states of other stacks that a template reads. */
export function remoteStatesOf({ dataSources }: Template): readonly Block[] {
  return dataSources.filter(({ type }) => type === "terraform_remote_state");
}

/** The block that a value of another stack's state comes from; none where that stack is not given. */
export function followRemoteState(
  reference: Reference,
  template: Template,
  templates: readonly Template[],
): { readonly stack: string; readonly reference: Reference } | undefined {
  if (!reference.address.startsWith("data.terraform_remote_state.")) return undefined;
  const [, name] = /^outputs\.(.+)$/.exec(reference.attribute) ?? [];
  const origin = stateOrigin(reference.address, template, templates);
  const value = name === undefined ? undefined : origin?.outputs[name];
  const [target] = value === undefined ? [] : referencesIn(value);
  return origin === undefined || target === undefined ? undefined : { stack: origin.stack, reference: target };
}

/** The stack whose backend is the one that a remote state reads. */
export function stateOrigin(address: string, template: Template, templates: readonly Template[]): Template | undefined {
  const place = statesReadBy(template).get(address);
  return place === undefined ? undefined : writersOf(templates).get(place);
}

/** Where each state lies that a template reads, by the address that reads it. */
const statesReadBy = remembered(
  (template: Template) =>
    new Map(remoteStatesOf(template).map(({ address, attributes }) => [address, placeOf(attributes["backend"], attributes["config"])])),
);

/** Who writes the state at each place. Where two stacks do, the first. */
const writersOf = remembered(
  (templates: readonly Template[]) =>
    new Map(
      templates.toReversed().flatMap((template) => {
        const { backend } = template;
        return backend === undefined ? [] : [[placeOf(backend.kind, backend.settings), template] as const];
      }),
    ),
);

/** Kind of backend, and the settings that say where a state is; the others (lock, encryption) may differ between writer and reader. */
function placeOf(kind: unknown, settings: unknown): string {
  const values = new Map<string, unknown>(typeof settings === "object" && settings !== null ? Object.entries(settings) : []);
  return JSON.stringify([kind, ...["path", "bucket", "key", "region"].map((key) => values.get(key) ?? null)]);
}

function edgesOf(template: Template, templates: readonly Template[]): readonly GraphEdge[] {
  return [...template.resources, ...template.dataSources].flatMap((block) =>
    referencesIn(block.attributes).flatMap((reference) => {
      const from = nodeId(template.stack, block.address);
      const local = { from, to: nodeId(template.stack, reference.address), attribute: reference.attribute };
      const remote = followRemoteState(reference, template, templates);
      if (remote === undefined) return [local];
      return [local, { from, to: nodeId(remote.stack, remote.reference.address), attribute: remote.reference.attribute }];
    }),
  );
}

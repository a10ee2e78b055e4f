import { stateOrigin } from "../../synthesized/estate/graph";
import { type Reference, referencesIn } from "../../synthesized/reference";
import { type Block, blockAt, regionOf, type Template } from "../../synthesized/template";

/** Where something that a template reads from another state comes from. */
export interface RemoteSource {
  /** The remote state in the template that is judged. */
  readonly address: string;
  readonly from:
    | { readonly kind: "stack"; readonly template: Template }
    /** A block that a stack hands on, and the Region that it is made in. */
    | { readonly kind: "block"; readonly template: Template; readonly address: string; readonly region: string }
    | { readonly kind: "unknown"; readonly why: string };
}

/** Every stack and block that a template reads through remote states, directly and through what those hand on. */
export function remoteSources(template: Template, templates: readonly Template[]): readonly RemoteSource[] {
  const states = template.dataSources.filter(({ type }) => type === "terraform_remote_state");
  const read = referencesIn(template.document).filter(({ address }) => states.some((state) => state.address === address));
  const different = [...new Map(read.map((reference) => [`${reference.address}.${reference.attribute}`, reference])).values()];
  return [
    ...states.map((state) => originSource(state, template, templates)),
    ...different.flatMap((reference) => sourcesOf(reference, { template, templates, seen: [template] })),
  ];
}

function originSource(state: Block, template: Template, templates: readonly Template[]): RemoteSource {
  const origin = stateOrigin(state.address, template, templates);
  const { address } = state;
  if (origin === undefined) return { address, from: { kind: "unknown", why: "a state that no stack here writes" } };
  return { address, from: { kind: "stack", template: origin } };
}

interface Reader {
  readonly template: Template;
  readonly templates: readonly Template[];
  /** Stacks on the way: one that leads back to itself says nothing. */
  readonly seen: readonly Template[];
}

/** Where an output of another state comes from; what its stack cannot be found for has been said by its state. */
function sourcesOf({ address, attribute }: Reference, { template, templates, seen }: Reader): readonly RemoteSource[] {
  const origin = stateOrigin(address, template, templates);
  if (origin === undefined || seen.includes(origin)) return [];
  const unknown = (why: string): RemoteSource => ({ address, from: { kind: "unknown", why } });
  const [, dotted, quoted] = /^outputs(?:\.([\w-]+)|\["([\w-]+)"\])/.exec(attribute) ?? [];
  const name = dotted ?? quoted;
  const value = name === undefined ? undefined : origin.outputs[name];
  if (name === undefined || value === undefined) return [unknown(`an output of ${origin.stack} that is not there`)];
  return referencesIn(value).flatMap((inner) => {
    if (inner.address.startsWith("data.terraform_remote_state.")) {
      const next = { template: origin, templates, seen: [...seen, origin] };
      const state = blockAt(origin, inner.address);
      const sources = [...(state === undefined ? [] : [originSource(state, origin, templates)]), ...sourcesOf(inner, next)];
      return sources.map((source) => ({ ...source, address }));
    }
    const block = blockAt(origin, inner.address);
    const region = block === undefined ? undefined : regionOf(origin, block);
    if (block === undefined || region === undefined || region.includes("${"))
      return [unknown(`${inner.address} of ${origin.stack}, whose Region is not known`)];
    return [{ address, from: { kind: "block" as const, template: origin, address: inner.address, region } }];
  });
}

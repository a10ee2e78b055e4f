import type { Estate } from "../../synthesized/estate/estate";
import { waysFrom } from "../../synthesized/estate/follow";
import { regionOf } from "../../synthesized/estate/provider";
import { isRemoteState, remoteStatesOf, writerOf } from "../../synthesized/estate/remote-states";
import type { Target } from "../../synthesized/estate/target";
import { mentionsIn, type Reference } from "../../synthesized/reference";
import type { Template } from "../../synthesized/template";

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
export function remoteSources(estate: Estate, template: Template): readonly RemoteSource[] {
  const states = remoteStatesOf(template).map(({ address }) => {
    const writer = writerOf(estate, template, address);
    return { address, from: writer.kind === "stack" ? writer : { kind: "unknown" as const, why: writer.why } };
  });
  // What is read of a state whose stack cannot be found has been said by the state itself.
  const found = new Set(states.flatMap(({ address, from }) => (from.kind === "stack" ? [address] : [])));
  const read = remoteReferencesIn(template).filter(({ address }) => found.has(address));
  return [...states, ...read.flatMap((reference) => sourcesOf(estate, template, reference))];
}

function remoteReferencesIn({ document }: Template): readonly Reference[] {
  const references = mentionsIn(document).flatMap(({ mention }) =>
    mention.kind === "block" && isRemoteState(mention.address) ? [mention] : [],
  );
  return [...new Map(references.map((reference) => [`${reference.address}.${reference.attribute}`, reference])).values()];
}

function sourcesOf(estate: Estate, template: Template, { address, attribute }: Reference): readonly RemoteSource[] {
  const ways = waysFrom(estate, { template, mention: { kind: "block", address, attribute } });
  return ways.flatMap(({ target, through }): readonly RemoteSource[] => [
    ...through.slice(1).map((stack) => ({ address, from: { kind: "stack" as const, template: stack } })),
    { address, from: madeBy(estate, target) },
  ]);
}

function madeBy(estate: Estate, target: Target): RemoteSource["from"] {
  switch (target.kind) {
    case "block":
    case "lookedUp": {
      const { template, address } = target;
      const region = regionOf(estate, target);
      if (region === undefined || region.includes("${")) return { kind: "unknown", why: unknownRegion(template, address) };
      return { kind: "block", template, address, region };
    }
    case "absent":
      return { kind: "unknown", why: unknownRegion(target.template, target.address) };
    case "literal":
      return { kind: "unknown", why: "a text of nobody knows where" };
    case "unresolved":
      return { kind: "unknown", why: target.why };
  }
}

function unknownRegion({ stack }: Template, address: string): string {
  return `${address} of ${stack}, whose Region is not known`;
}

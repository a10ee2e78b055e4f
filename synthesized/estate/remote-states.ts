import { type Block, blockAt, type Template } from "../template";
import type { Estate } from "./estate";
import { grouped } from "./grouped";
import { remembered } from "./remembered";

const REMOTE_STATE = "terraform_remote_state";

/** The states of other stacks that a stack reads. */
export function remoteStatesOf({ dataSources }: Template): readonly Block[] {
  return dataSources.filter(({ type }) => type === REMOTE_STATE);
}

export function isRemoteState(address: string): boolean {
  return address.startsWith(`data.${REMOTE_STATE}.`);
}

/** The stack that writes a state that another reads, or why nobody can tell. */
export type StateWriter = { readonly kind: "stack"; readonly template: Template } | { readonly kind: "unknown"; readonly why: string };

export function writerOf(estate: Estate, reader: Template, address: string): StateWriter {
  const state = blockAt(reader, address);
  if (state === undefined) return { kind: "unknown", why: `${address} is declared nowhere in ${reader.stack}` };
  const [writer, ...more] = writersByPlace(estate).get(placeOf(state.attributes["backend"], state.attributes["config"])) ?? [];
  if (writer === undefined) return { kind: "unknown", why: "a state that no stack here writes" };
  if (more.length > 0) return { kind: "unknown", why: `a state that ${[writer, ...more].map(({ stack }) => stack).join(" and ")} write` };
  return { kind: "stack", template: writer };
}

/** Who writes the state at each place. */
const writersByPlace = remembered(({ stacks }: Estate) =>
  grouped(
    stacks.flatMap((template) => {
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

import type { Renderers } from "./renderers";
import { code, markdownTable } from "./text/markdown";
import { onOneLine, printableJson } from "./text/printable";
import { left, right, table } from "./text/table";

/** One stack of an output, as far as an overview shows it. */
export interface StackRow {
  readonly name: string;
  readonly regions: readonly string[];
  readonly resources: number;
  /** Stacks that must be deployed before this one. */
  readonly after: readonly string[];
}

export const stacksRenderers: Renderers<readonly StackRow[], "text" | "json"> = {
  text: stacksTable,
  json: (stacks) => printableJson({ stacks }),
};

/** A line per stack; they come in an order in which they can be deployed. */
export function stacksTable(stacks: readonly StackRow[]): string {
  const order = orderOf(stacks);
  return table(
    [left("stack"), left("region"), right("resources"), left("waits for")],
    stacks.map(({ name, regions, resources, after }) =>
      [name, regions.join(", "), String(resources), waitsFor(after, order)].map(onOneLine),
    ),
  );
}

/** The table of stacks for a page. */
export function stacksMarkdown(stacks: readonly StackRow[]): string {
  const order = orderOf(stacks);
  return markdownTable(
    [left("stack"), left("Region"), right("resources"), left("waits for")],
    stacks.map(({ name, regions, resources, after }) => [code(name), regions.join(", "), String(resources), waitsFor(after, order)]),
  );
}

interface Order {
  /** Every stack that must be there before, by the name of the stack that waits. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many stacks each family has. */
  readonly families: ReadonlyMap<string, number>;
}

function orderOf(stacks: readonly StackRow[]): Order {
  const before = new Map<string, ReadonlySet<string>>();
  const families = new Map<string, number>();
  for (const { name, after } of stacks) {
    before.set(name, new Set(after.flatMap((other) => [other, ...(before.get(other) ?? [])])));
    families.set(familyOf(name), (families.get(familyOf(name)) ?? 0) + 1);
  }
  return { before, families };
}

/**
 * What a stack waits for directly: those that another of these waits for go without saying. Stacks
 * of one family are named by what they share, `bootstrap-*` instead of three names.
 */
function waitsFor(after: readonly string[], { before, families }: Order): string {
  const direct = after.filter((name) => !after.some((other) => before.get(other)?.has(name)));
  return [...new Set(direct.map(familyOf))].flatMap((family) => familyNames(family, direct, families)).join(", ");
}

function familyNames(family: string, names: readonly string[], families: Order["families"]): readonly string[] {
  const members = names.filter((name) => familyOf(name) === family);
  return members.length > 1 && families.get(family) === members.length ? [`${family}-*`] : members;
}

function familyOf(name: string): string {
  return name.split("-")[0] ?? name;
}

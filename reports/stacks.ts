import { table } from "./text/table";

/** One stack of an output, as far as an overview shows it. */
export interface StackRow {
  readonly name: string;
  readonly regions: readonly string[];
  readonly resources: number;
  /** Stacks that must be deployed before it. */
  readonly after: readonly string[];
}

/** A line per stack; they come in an order in which they can be deployed. */
export function stacksTable(stacks: readonly StackRow[]): string {
  const order = orderOf(stacks);
  return table(
    [
      { title: "stack", align: "left" },
      { title: "region", align: "left" },
      { title: "resources", align: "right" },
      { title: "waits for", align: "left" },
    ],
    stacks.map(({ name, regions, resources, after }) => [name, regions.join(", "), String(resources), waitsFor(after, order)]),
  );
}

export function stacksJson(stacks: readonly StackRow[]): string {
  return JSON.stringify({ stacks }, undefined, 2);
}

/** The same table for a page. */
export function stacksMarkdown(stacks: readonly StackRow[]): string {
  const order = orderOf(stacks);
  const rows = stacks.map(
    ({ name, regions, resources, after }) => `| \`${name}\` | ${regions.join(", ")} | ${resources} | ${waitsFor(after, order)} |`,
  );
  return ["| stack | Region | resources | waits for |", "|---|---|--:|---|", ...rows].join("\n");
}

interface Order {
  /** By name, every stack that must be there before. */
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

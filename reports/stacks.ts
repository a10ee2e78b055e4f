import { table } from "./table";

/** One stack of an output, as far as an overview shows it. */
export interface StackRow {
  readonly name: string;
  readonly regions: readonly string[];
  readonly resources: number;
  /** Stacks that must be deployed before it. */
  readonly after: readonly string[];
}

/** A line per stack, in an order in which they can be deployed. */
export function stacksTable(stacks: readonly StackRow[]): string {
  return table(
    [
      { title: "stack", align: "left" },
      { title: "region", align: "left" },
      { title: "resources", align: "right" },
      { title: "waits for", align: "left" },
    ],
    stacks.map(({ name, regions, resources, after }) => [name, regions.join(", "), String(resources), waitsFor(after, stacks)]),
  );
}

export function stacksJson(stacks: readonly StackRow[]): string {
  return JSON.stringify({ stacks }, undefined, 2);
}

/** The same table for a page. */
export function stacksMarkdown(stacks: readonly StackRow[]): string {
  const rows = stacks.map(
    ({ name, regions, resources, after }) => `| \`${name}\` | ${regions.join(", ")} | ${resources} | ${waitsFor(after, stacks)} |`,
  );
  return ["| stack | Region | resources | waits for |", "|---|---|--:|---|", ...rows].join("\n");
}

/**
 * What a stack waits for directly: those that another of these waits for go without saying. Stacks
 * of one family are named by what they share, `bootstrap-*` instead of three names.
 */
function waitsFor(after: readonly string[], stacks: readonly StackRow[]): string {
  const direct = after.filter((name) => !after.some((other) => isBefore(name, other, stacks)));
  return [...new Set(direct.map(familyOf))].flatMap((family) => familyNames(direct, { family, stacks })).join(", ");
}

function isBefore(name: string, later: string, stacks: readonly StackRow[]): boolean {
  const after = stacks.find((stack) => stack.name === later)?.after ?? [];
  return after.includes(name) || after.some((between) => isBefore(name, between, stacks));
}

function familyNames(
  names: readonly string[],
  { family, stacks }: { readonly family: string; readonly stacks: readonly StackRow[] },
): readonly string[] {
  const members = names.filter((name) => familyOf(name) === family);
  const whole = stacks.filter(({ name }) => familyOf(name) === family).length === members.length;
  return members.length > 1 && whole ? [`${family}-*`] : members;
}

function familyOf(name: string): string {
  return name.split("-")[0] ?? name;
}

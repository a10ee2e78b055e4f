import { code, markdownTable } from "./text/markdown";
import { left } from "./text/table";

/** A folder of the program, or `main.ts`, and what it may import. */
export interface Layer {
  readonly name: string;
  readonly imports: readonly string[];
  /** Layers of which it may see the types only. */
  readonly importsTypesOf: readonly string[];
  /** Why it may not import the others. */
  readonly why: string;
}

/** A Mermaid picture: arrows point from what is imported to what imports it, as the work flows. */
export function layersDiagram(layers: readonly Layer[]): string {
  const arrows = layers.flatMap(({ name, imports, importsTypesOf }) => [
    ...imports.map((other) => `  ${idOf(other)} --> ${idOf(name)}`),
    ...importsTypesOf.map((other) => `  ${idOf(other)} -. types .-> ${idOf(name)}`),
  ]);
  return ["flowchart LR", ...layers.map(({ name }) => `  ${idOf(name)}["${titleOf(name)}"]`), ...arrows].join("\n");
}

function idOf(name: string): string {
  return name.replaceAll(/\W/g, "_");
}

function titleOf(name: string): string {
  return name.includes(".") ? name : `${name}/`;
}

/** The subjects of one layer, or of several that are divided alike. */
export interface FloorPlan {
  readonly layers: readonly string[];
  /** Subjects that all others may use. */
  readonly ground: readonly string[];
  readonly subjects: readonly Subject[];
}

export interface Subject {
  readonly name: string;
  readonly uses: readonly string[];
  /** What is found there, to end the sentence "it holds …". */
  readonly holds: string;
}

/** A Mermaid picture of who may use whom; the ground floor, which all may use, has no arrows upwards. */
export function floorPlanDiagram({ ground, subjects }: FloorPlan): string {
  const above = subjects.filter(({ name }) => !ground.includes(name));
  const rooms = (some: readonly Subject[]): readonly string[] => some.map(({ name }) => `  ${idOf(name)}["${titleOf(name)}"]`);
  const arrows = subjects.flatMap(({ name, uses }) => uses.map((other) => `  ${idOf(other)} --> ${idOf(name)}`));
  const floor = subjects.filter(({ name }) => ground.includes(name));
  return [
    "flowchart LR",
    ...(floor.length === 0 ? [] : ['  subgraph ground["ground floor"]', ...rooms(floor).map((room) => `  ${room}`), "  end"]),
    ...rooms(above),
    ...arrows,
  ].join("\n");
}

/** What each subject holds, as a table in Markdown. */
export function floorPlanMarkdown({ subjects }: FloorPlan): string {
  return markdownTable(
    ["subject", "holds"].map(left),
    subjects.map(({ name, holds }) => [code(`${name}/`), holds]),
  );
}

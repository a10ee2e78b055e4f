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
  return name.replaceAll(".", "_");
}

function titleOf(name: string): string {
  return name.includes(".") ? name : `${name}/`;
}

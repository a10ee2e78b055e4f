import { layersDiagram } from "../../reports/layers";

test("arrows point from what is imported to what imports it, dotted where only types are seen", () => {
  const layer = (name: string, imports: readonly string[], importsTypesOf: readonly string[] = []) => ({
    name,
    imports,
    importsTypesOf,
    why: "",
  });
  expect(layersDiagram([layer("stacks", []), layer("main.ts", ["stacks"]), layer("reports", [], ["stacks"])]).split("\n")).toEqual([
    "flowchart LR",
    '  stacks["stacks/"]',
    '  main_ts["main.ts"]',
    '  reports["reports/"]',
    "  stacks --> main_ts",
    "  stacks -. types .-> reports",
  ]);
});

import { floorPlanDiagram, layersDiagram } from "../../reports/layers";

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

test("a floor plan has the ground floor as one box, without arrows to all who may use it", () => {
  const subject = (name: string, uses: readonly string[] = []) => ({ name, uses, holds: "" });
  const plan = { layers: ["design"], ground: ["naming"], subjects: [subject("naming"), subject("ledger"), subject("cell", ["ledger"])] };
  expect(floorPlanDiagram(plan).split("\n")).toEqual([
    "flowchart LR",
    '  subgraph ground["ground floor"]',
    '    naming["naming/"]',
    "  end",
    '  ledger["ledger/"]',
    '  cell["cell/"]',
    "  ledger --> cell",
  ]);
});

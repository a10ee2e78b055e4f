import { stacksMarkdown, stacksTable } from "../../reports/stacks";

const stack = (name: string, after: readonly string[] = []) => ({ name, regions: ["eu-north-1"], resources: 3, after });
const bootstraps = [stack("bootstrap-eu-north-1"), stack("bootstrap-eu-west-1")];

test("a stack that waits for a whole family names it once", () => {
  const stacks = [...bootstraps, stack("site-a", ["bootstrap-eu-north-1", "bootstrap-eu-west-1"])];
  expect(stacksTable(stacks).split("\n").at(-1)).toBe("site-a                eu-north-1          3  bootstrap-*");
});

test("a stack that waits for one member of a family names that", () => {
  const stacks = [...bootstraps, stack("site-a", ["bootstrap-eu-west-1"])];
  expect(stacksTable(stacks).split("\n").at(-1)).toBe("site-a                eu-north-1          3  bootstrap-eu-west-1");
});

test("what another of them waits for goes without saying", () => {
  const stacks = [...bootstraps, stack("site-a", ["bootstrap-eu-west-1"]), stack("shared", ["bootstrap-eu-west-1", "site-a"])];
  expect(stacksTable(stacks).split("\n").at(-1)).toBe("shared                eu-north-1          3  site-a");
});

test("the table for a page is Markdown", () => {
  expect(stacksMarkdown(bootstraps).split("\n").slice(0, 3)).toEqual([
    "| stack | Region | resources | waits for |",
    "|---|---|--:|---|",
    "| `bootstrap-eu-north-1` | eu-north-1 | 3 |  |",
  ]);
});

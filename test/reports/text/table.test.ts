import picocolors from "picocolors";
import { brokenText, table, wrappedText } from "../../../reports/text/table";

const columns = [
  { title: "stack", align: "left" },
  { title: "resources", align: "right" },
  { title: "waits for", align: "left" },
] as const;

test("columns are as wide as their longest cell, numbers to the right", () => {
  expect(
    table(columns, [
      ["site-a", "112", "bootstrap"],
      ["interconnect", "9", ""],
    ]).split("\n"),
  ).toEqual(["STACK         RESOURCES  WAITS FOR", "site-a              112  bootstrap", "interconnect          9"]);
});

test("a table that is too wide breaks its widest column between words and stays below 100 characters", () => {
  const names = Array.from({ length: 12 }, (_, index) => `guardrails-${index}`).join(", ");
  const lines = table(columns, [["site-a", "112", names]]).split("\n");
  expect(lines.length).toBeGreaterThan(2);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(
    lines
      .slice(1)
      .map((line) => line.slice(19).trim())
      .join(" "),
  ).toBe(names);
});

test("two columns that are too wide both give way", () => {
  const words = Array.from({ length: 12 }, () => "eu-north-1").join(" ");
  const lines = table(columns, [[words, "112", words]]).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines.join(" ").match(/eu-north-1/g)).toHaveLength(24);
});

test("a table that is a little too wide moves together before it breaks a cell", () => {
  expect(table(columns, [["x".repeat(50), "1", "y".repeat(38)]])).toContain(`${"x".repeat(50)}         1 ${"y".repeat(38)}`);
});

test("colours do not count as width", () => {
  const { red } = picocolors.createColors(true);
  const [, line = ""] = table(columns, [["site-a", red("1"), "x"]]).split("\n");
  expect(line).toBe(`site-a          ${red("1")}  x`);
});

test("a word that is longer than the line stays whole", () => {
  expect(brokenText("see https://example.com/a-very-long-address now", 12)).toEqual([
    "see",
    "https://example.com/a-very-long-address",
    "now",
  ]);
});

test("only lines that are wider than 100 characters are broken, and go on with the indent", () => {
  const long = Array.from({ length: 30 }, () => "word").join(" ");
  const [first, second = "", ...rest] = wrappedText(`  kept   as it is\n${long}`, "    ").split("\n");
  expect(first).toBe("  kept   as it is");
  expect(second.length).toBeLessThanOrEqual(100);
  expect(rest.every((line) => line.startsWith("    word"))).toBe(true);
  expect([second, ...rest.map((line) => line.trim())].join(" ")).toBe(long);
});

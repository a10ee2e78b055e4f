import picocolors from "picocolors";
import { widthOf } from "../../../reports/text/cells";
import { left, right, table } from "../../../reports/text/table";

const columns = [left("stack"), right("resources"), left("waits for")];

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

const { red } = picocolors.createColors(true);

test("colours do not count as width", () => {
  const [, line = ""] = table(columns, [["site-a", red("1"), "x"]]).split("\n");
  expect(line).toBe(`site-a          ${red("1")}  x`);
});

/** Where the last column of each line begins, in the cells of a terminal. */
function lastColumnAt(text: string, last: string): readonly number[] {
  return text
    .split("\n")
    .filter((line) => line.includes(last))
    .map((line) => widthOf(line.slice(0, line.indexOf(last))));
}

test.each([
  ["a carrier named 한국통신", "한국통신"],
  ["the same name, decomposed into its letters", "한국통신".normalize("NFD")],
  ["an emoji", "⚡️"],
  ["a family of emoji, which is one sign", "👩‍👩‍👧‍👦"],
  ["a name with combining characters", "Ma\u{308}lar Fibre\u{301}"],
  ["a name in colour", red("한국통신")],
  ["a name with a line break", "한국\n통신"],
  ["a name that would move the cursor", "한국\u{1b}[10D통신"],
])("%s keeps its row straight", (_, name) => {
  const text = table(columns, [
    ["plain", "1", "last"],
    [name, "22", "last"],
  ]);
  expect(new Set(lastColumnAt(text, "last")).size).toBe(1);
  expect(text.split("\n")).toHaveLength(3);
});

test("a wide name that has no blank is broken where its column ends, and stays below 100 cells", () => {
  const name = "한국통신".repeat(30);
  const lines = table(columns, [[name, "1", "last"]]).split("\n");
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(100);
  expect(
    lines
      .slice(1)
      .join("")
      .replaceAll(/[^한국통신]/g, ""),
  ).toBe(name);
});

test("a colour that goes on in the next line of its cell does not run into the next column", () => {
  const words = Array.from({ length: 30 }, () => "eu-north-1").join(" ");
  const [, first = "", second = ""] = table(columns, [[red(words), "1", "last"]]).split("\n");
  const inColor = red("eu-north-1").split("eu-north-1");
  for (const line of [first, second])
    expect(line.split(/eu-north-1(?: eu-north-1)*/).map((part) => part.trim().split(" ")[0])).toEqual(inColor);
});

test("of what steers a terminal only colours are left", () => {
  expect(table([left("name")], [[`a\u{1b}[2J${red("b")}\u{9b}5n\u{202e}\r\n`]])).toBe(
    `NAME\na\u{fffd}[2J${red("b")}\u{fffd}5n\u{fffd}\u{fffd}\u{fffd}`,
  );
});

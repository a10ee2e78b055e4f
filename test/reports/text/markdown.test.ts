import { code, heading, markdownList, markdownTable, markdownText } from "../../../reports/text/markdown";
import { left, right } from "../../../reports/text/table";

test("a cell that holds bars, backslashes and line breaks stays one cell", () => {
  expect(markdownTable([left("name"), right("count")], [["a|b\\c\nd", "1"]]).split("\n")).toEqual([
    "| name | count |",
    "|---|--:|",
    "| a\\|b\\\\c<br>d | 1 |",
  ]);
});

test("two families of stacks in one cell are no emphasis", () => {
  expect(markdownText("site-*, cell-*")).toBe("site-\\*, cell-\\*");
});

test("text from outside is neither tag nor link nor entity", () => {
  expect(markdownText("<b>[a](b)&lt;`c`\u{1b}[2J")).toBe("&lt;b>[a\\](b)&amp;lt;\\`c\\`\u{fffd}[2J");
});

test("a name in code stays in it, and in its cell", () => {
  expect(code("a`|b").markdown).toBe("`a'\\|b`");
});

test("headings and lists hold one line each", () => {
  expect(heading(2, "a\nb")).toBe("## a<br>b");
  expect(markdownList([["la|bel", "text\n- no item"]])).toBe("- **la\\|bel**: text<br>- no item");
});

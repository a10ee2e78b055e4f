import fc from "fast-check";
import wrapAnsi from "wrap-ansi";
import { widthOf } from "../../../reports/text/cells";
import { besideLabel, brokenText, indentedLines, wrappedText } from "../../../reports/text/wrap";

test("a word that is longer than the line stays whole", () => {
  expect(brokenText("see https://example.com/a-very-long-address now", 12)).toEqual([
    "see",
    "https://example.com/a-very-long-address",
    "now",
  ]);
});

test("plain text is broken as the library for all other text breaks it", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "-", "."), maxLength: 9 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.integer({ min: 0, max: 30 }), (words, width) => {
      expect(brokenText(words.join(" "), width)).toEqual(wrapAnsi(words.join(" "), width).split("\n"));
    }),
  );
});

test("only lines that are wider than 100 characters are broken, and go on with the indent", () => {
  const long = Array.from({ length: 30 }, () => "word").join(" ");
  const [first, second = "", ...rest] = wrappedText(`  kept   as it is\n${long}`, "    ").split("\n");
  expect(first).toBe("  kept   as it is");
  expect(second.length).toBeLessThanOrEqual(100);
  expect(rest.every((line) => line.startsWith("    word"))).toBe(true);
  expect([second, ...rest.map((line) => line.trim())].join(" ")).toBe(long);
});

test("a wide text without blanks is broken within 100 cells, and its addresses stay whole", () => {
  const address = `https://example.com/${"a-very-long-address/".repeat(6)}`;
  const lines = brokenText(`${"日本電信電話".repeat(20)} ${address}`, 100);
  expect(lines.slice(0, -1).map(widthOf)).toEqual([100, 100, 40]);
  expect(lines.at(-1)).toBe(address);
});

test("a sign is never broken, however many characters it is made of", () => {
  const family = "👩‍👩‍👧‍👦";
  // Joiners are taken for what would steer a terminal, so it comes apart into its members.
  expect(brokenText("e\u{301}".repeat(5), 2)).toEqual(["éé", "éé", "é"]);
  expect(brokenText(family, 100)).toEqual([family.replaceAll("\u{200d}", "\u{fffd}")]);
});

test("text beside a label goes on below itself, whatever the label's width", () => {
  const words = Array.from({ length: 40 }, () => "word").join(" ");
  const [first = "", second = ""] = besideLabel("  통신사  ", words).split("\n");
  expect([widthOf(first.slice(0, first.indexOf("word"))), second.indexOf("word")]).toEqual([10, 10]);
  expect(widthOf(first)).toBeLessThanOrEqual(100);
});

test("every line of a paragraph stands in", () => {
  const words = Array.from({ length: 40 }, () => "word").join(" ");
  expect(indentedLines(words, "   ").every((line) => line.startsWith("   word") && line.length <= 100)).toBe(true);
});

test("what would steer a terminal is seen, line by line", () => {
  expect(wrappedText("one\u{1b}[2J\ntwo\u{9b}5n")).toBe("one\u{fffd}[2J\ntwo\u{fffd}5n");
});

import { cutAtEnd, cutInside, padded, widthOf } from "../../../reports/text/cells";

test("a text is as wide as its cells on a terminal", () => {
  expect(["abc", "한국통신", "e\u{301}", "⚡", "👩‍👩‍👧‍👦", ""].map(widthOf)).toEqual([3, 8, 1, 2, 2, 0]);
});

test("blanks fill up cells, not characters", () => {
  expect([padded("한국", 6), padded("12", 6, "right"), padded("too long", 3)]).toEqual(["한국  ", "    12", "too long"]);
});

test("a text that is too wide is cut between two signs, and has place then", () => {
  expect(cutAtEnd("한국통신", 8)).toBe("한국통신");
  expect(cutAtEnd("한국통신회사", 8)).toBe("한국통…");
  expect(cutAtEnd("e\u{301}".repeat(5), 3)).toBe(`${"e\u{301}".repeat(2)}…`);
});

test("a name that is too wide keeps its start and its end", () => {
  expect(cutInside("pump-number-1-of-train-a-fails-to-start", 18)).toBe("pump-numb...-start");
  const cut = cutInside("한국통신".repeat(10), 20);
  expect(cut).toMatch(/^한국통신한\.\.\.국?통신$/);
  expect(widthOf(cut)).toBeLessThanOrEqual(20);
});

test("a name of a million signs that combine is cut too", () => {
  expect(cutInside(`a${"\u{301}".repeat(1_000_000)}`, 20).length).toBeLessThan(20_000);
});

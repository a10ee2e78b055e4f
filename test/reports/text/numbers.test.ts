import { counted, shownCount, thousands, whole } from "../../../reports/text/numbers";

test("one thing is told in the singular, none and several in the plural", () => {
  expect([0, 1, 2].map((count) => counted(count, "cell"))).toEqual(["0 cells", "1 cell", "2 cells"]);
});

test("thousands are set apart, in every locale alike", () => {
  expect([thousands(1234.5), whole(1_234_567.5)]).toEqual(["1,234.5", "1,234,568"]);
});

test("a count of hundreds of digits is told by the first of them", () => {
  expect([shownCount(999_999_999_999_999n), shownCount(1_234_567_890_123_456n)]).toEqual(["999999999999999", "~1.23456e15"]);
});

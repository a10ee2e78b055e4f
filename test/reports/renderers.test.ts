import picocolors from "picocolors";
import type { Renderers } from "../../reports/renderers";

test("a report whose renderer for a form is forgotten does not compile", () => {
  // @ts-expect-error: there is none for markdown
  const forgotten: Renderers<string, "text" | "json" | "markdown"> = { text: String, json: String };
  const whole: Renderers<string, "text" | "json"> = { text: (report, { red }) => red(report), json: (report) => JSON.stringify(report) };
  expect(Object.keys(forgotten)).toEqual(Object.keys(whole));
  expect(whole.text("no", picocolors.createColors(false))).toBe("no");
});

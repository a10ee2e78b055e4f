import util from "node:util";
import { whileDrawing } from "../../stacks/drawing";

const own = Object.getOwnPropertyDescriptor(util, "isArray");
const ownTest = (): unknown => Object.getOwnPropertyDescriptor(util, "isArray")?.value;

afterEach(() => {
  if (own !== undefined) Object.defineProperty(util, "isArray", own);
});

test("cdktf's test for arrays is that of the language, and Node's is there again afterwards", () => {
  whileDrawing(() => expect(ownTest()).toBe(Array.isArray));
  expect(ownTest()).toBe(own?.value);
});

test("a Node that has taken its test for arrays away is one that can be drawn on, time and again", () => {
  Reflect.deleteProperty(util, "isArray");
  for (const _ of [1, 2]) whileDrawing(() => expect(ownTest()).toBe(Array.isArray));
  expect("isArray" in util).toBe(false);
});

test("an error while drawing leaves Node as it was, and has its own stack afterwards", () => {
  const fails = (): void => {
    throw new Error("broken on purpose");
  };
  expect(() => whileDrawing(fails)).toThrow("broken on purpose");
  expect(ownTest()).toBe(own?.value);
  const traced: { stack?: string } = {};
  Error.captureStackTrace(traced);
  expect(traced.stack).toContain("drawing.test");
});

import fc from "fast-check";
import { constantOf, constantText } from "../../../synthesized/language/constant";
import { localsOf } from "../../../synthesized/language/locals";

const { scope } = localsOf({
  yes: true,
  also: "${local.yes}",
  port: "443",
  round: "${local.about}",
  about: "${local.round}",
  made: "${aws_x.y.id}",
});

describe("a constant expression means what it means to Terraform", () => {
  test.each([
    ["true", true],
    ["!false", true],
    ["0", 0],
    ["-1", -1],
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 % 4 == 2", true],
    ["7 / 7 >= 1 && 2 < 3", true],
    ["false || false", false],
    ["false ? 1 : 0", 0],
    ["true ? 1 : false ? 2 : 3", 1],
    ['true ? 1 : "none"', "1"],
    ["true ? null : 1", null],
    ['"443" == 443', false],
    ['!"true"', false],
    ['"1" && true', true],
    ['"a" != "b"', true],
    ["local.yes", true],
    ["!local.also", false],
    ['"port ${local.port}"', "port 443"],
    ['"$${local.port} \\"x\\""', '${local.port} "x"'],
    ['terraform.workspace == "default"', true],
  ])("%s is %j", (expression, value) => {
    expect(constantOf(expression, scope)).toEqual(value);
  });

  test.each([
    "var.size",
    "true && var.on",
    "true ? var.on : false",
    "local.none",
    "local.round",
    "local.made",
    "local.yes.more",
    "each.key",
    'upper("a")',
    "1 / 0",
    "1 / 3",
    "!1",
    '"abc" < 2',
    "true ? 1",
    "1 +",
    "(1",
    "1 2",
    "9007199254740991 + 1",
    '"%{ if true }a%{ endif }"',
    "# comment",
    "",
    "(".repeat(5000),
    "!".repeat(4000),
    '"${'.repeat(3000),
  ])("%s is unknown", (expression) => {
    expect(constantOf(expression, scope)).toBeUndefined();
  });
});

describe("a text with expressions in it", () => {
  test.each([
    ["${true}", true],
    ["${0}", 0],
    ["a-${1}-${true}", "a-1-true"],
    ["$${x} %%{y}", "${x} %{y}"],
    ['${"}"}', "}"],
    ["${aws_vpc.net.id}", undefined],
    ["%{ if true }a%{ endif }", undefined],
    ["${null}-", undefined],
  ])("%s stands for %j", (text, value) => {
    expect(constantText(text, scope)).toEqual(value);
  });
});

/** Expressions of numbers and booleans with the value that JavaScript gives them, which is Terraform's where both have one. */
const numbers = fc.integer({ min: -50, max: 50 }).map((value) => ({ text: value < 0 ? `(${value})` : String(value), value }));
const combined = fc.letrec<{ number: { text: string; value: number }; flag: { text: string; value: boolean } }>((tie) => ({
  number: fc.oneof(
    { depthSize: "small" },
    numbers,
    fc.tuple(tie("number"), tie("number")).map(([a, b]) => ({ text: `(${a.text} + ${b.text})`, value: a.value + b.value })),
    fc.tuple(tie("number"), tie("number")).map(([a, b]) => ({ text: `(${a.text} - ${b.text})`, value: a.value - b.value })),
    fc.tuple(tie("flag"), tie("number"), tie("number")).map(([c, a, b]) => ({
      text: `(${c.text} ? ${a.text} : ${b.text})`,
      value: c.value ? a.value : b.value,
    })),
  ),
  flag: fc.oneof(
    { depthSize: "small" },
    fc.boolean().map((value) => ({ text: String(value), value })),
    tie("flag").map((a) => ({ text: `!${a.text}`, value: !a.value })),
    fc.tuple(tie("number"), tie("number")).map(([a, b]) => ({ text: `(${a.text} < ${b.text})`, value: a.value < b.value })),
    fc.tuple(tie("flag"), tie("flag")).map(([a, b]) => ({ text: `(${a.text} && ${b.text})`, value: a.value && b.value })),
    fc.tuple(tie("flag"), tie("flag")).map(([a, b]) => ({ text: `(${a.text} || ${b.text})`, value: a.value || b.value })),
  ),
}));

test("an expression of constants has its value, however it is nested, or is unknown where it is nested too deeply", () => {
  fc.assert(
    fc.property(fc.oneof(combined.number, combined.flag), ({ text, value }) => {
      const found = constantOf(text, scope);
      expect([value, undefined]).toContainEqual(typeof found === "number" ? found + 0 : found);
    }),
  );
});

test("no text whatever is an exception", () => {
  const pieces = fc.constantFrom(
    '"',
    "${",
    "%{",
    "}",
    "\\",
    "$",
    "(",
    ")",
    "?",
    ":",
    "true",
    "local.yes",
    "1",
    " ",
    "!",
    "&&",
    "aws_x.y.id",
    "[",
    "]",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const value = constantText(parts.join(""), scope);
      expect(["string", "number", "boolean", "object", "undefined"]).toContain(typeof value);
    }),
  );
});

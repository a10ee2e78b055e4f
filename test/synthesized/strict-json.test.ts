import fc from "fast-check";
import { jsonFault } from "../../synthesized/strict-json";
import { parseTemplate } from "../../synthesized/template";

const faultOf = (text: string): string | undefined => jsonFault(text, JSON.parse(text));

test("a key that stands twice in one object is named, with both lines", () => {
  expect(faultOf('{\n "a": 1,\n "b": {"c": 1,\n "c": 2}}')).toBe(
    'the key "c" stands twice in one object, on lines 3 and 4; Terraform reads both',
  );
});

test.each(['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '{"a":"\\"a\\":","b":"\\\\"}', '{"a" : 1}', "[]", '"x"', '{"":{"":""}}'])(
  "%s means the same to everybody",
  (text) => {
    expect(faultOf(text)).toBeUndefined();
  },
);

test("a key that is spelt in two ways is one key", () => {
  expect(faultOf('{"a":1,"\\u0061":2}')).toContain("stands twice");
});

test("whatever JSON.stringify writes has no fault, and a key more has", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 }), (value) => {
      const text = JSON.stringify(value);
      expect(jsonFault(text, JSON.parse(text))).toBeUndefined();
      const key = JSON.stringify(Object.keys(value)[0]);
      const twice = `{${key}: 0, ${text.slice(1)}`;
      expect(jsonFault(twice, JSON.parse(twice))).toContain("stands twice");
    }),
  );
});

test("a template that repeats a key, or is nested without end, cannot be read", () => {
  expect(() => parseTemplate('{"resource":{},"resource":{}}', "x")).toThrow(
    /the template of stack x cannot be read: the key "resource" stands twice/,
  );
  const deep = `{"locals":${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}}`;
  expect(() => parseTemplate(deep, "x")).toThrow(/nested more than 200 deep/);
});

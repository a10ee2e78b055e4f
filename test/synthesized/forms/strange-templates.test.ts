import fc from "fast-check";
import type { Json, JsonObject } from "../../../synthesized/json";
import { parsePlanTemplate } from "../../../synthesized/sources/plan-template";
import { parseStateTemplate } from "../../../synthesized/sources/state-template";
import { parseTemplate, type Template } from "../../../synthesized/template";
import { UnreadableFileError } from "../../../synthesized/unreadable";

const leaf = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, "", "x", "aws", "${aws_vpc.a.id}", "${local.a}", "%{if}", "${", "__proto__", "1", "s3"),
  fc.string({ maxLength: 5 }),
);
const keys = [
  ["aws", "aws_vpc", "a", "backend", "s3", "local", "path", "required_providers", "source", "version", "alias", "count", "for_each"],
  ["lifecycle", "dynamic", "provisioner", "provider", "value", "config", "__proto__", "//", "terraform_remote_state", "${x}"],
  ["constant_value", "references", "expressions", "resources", "address", "mode", "type", "name", "values", "child_modules", "outputs"],
];
const key = fc.constantFrom(...keys.flat());
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    leaf,
    fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));
const kinds = [
  "terraform",
  "provider",
  "resource",
  "data",
  "output",
  "locals",
  "module",
  "moved",
  "removed",
  "import",
  "check",
  "variable",
  "ephemeral",
];

/** What a reading makes of a text: a template, or words on why there is none. */
function outcome(read: () => Template): string {
  try {
    return typeof read().stack;
  } catch (error) {
    return error instanceof UnreadableFileError ? "string" : String(error);
  }
}

test("whatever stands in the place of a block, a template is read or said to be unreadable", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...kinds), value, { maxKeys: 5 }), (document) => {
      expect(outcome(() => parseTemplate(JSON.stringify(document), "x"))).toBe("string");
    }),
    { numRuns: 500 },
  );
});

test("and so is a plan, and a state", () => {
  const plan = (root: Json, config: Json, planned: Json): JsonObject => ({
    format_version: "1.2",
    planned_values: { root_module: planned },
    configuration: { provider_config: config, root_module: root },
  });
  fc.assert(
    fc.property(value, value, value, (root, config, planned) => {
      expect(outcome(() => parsePlanTemplate(JSON.stringify(plan(root, config, planned)), "x"))).toBe("string");
      expect(
        outcome(() => parsePlanTemplate(JSON.stringify(plan({ resources: [root] }, { aws: config }, { resources: planned })), "x")),
      ).toBe("string");
      expect(
        outcome(() => parseStateTemplate(JSON.stringify({ format_version: "1.0", values: { root_module: root, outputs: config } }), "x")),
      ).toBe("string");
    }),
    { numRuns: 500 },
  );
});

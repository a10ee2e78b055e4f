import { cannotTell, untoldFor } from "../../../synthesized/estate/cannot-tell";
import type { JsonObject } from "../../../synthesized/json";
import { parseStateTemplate } from "../../../synthesized/sources/state-template";

const resource = (address: string, parts: JsonObject = {}): JsonObject => {
  const [type = "", name = ""] = address.replace(/^(?:module\.\w+\.|data\.)/, "").split(/[.[]/);
  return { address, mode: "managed", type, name, provider_name: "registry.terraform.io/hashicorp/aws", values: { id: "x" }, ...parts };
};

const state = (root: JsonObject, outputs: JsonObject = {}): string =>
  JSON.stringify({ format_version: "1.0", values: { outputs, root_module: root } });

test("a state has what is there, modules and instances included, each under its address", () => {
  const text = state({
    resources: [resource("aws_vpc.net"), resource("aws_eip.a[0]", { index: 0 }), resource("data.aws_region.r", { mode: "data" })],
    child_modules: [{ address: "module.m", resources: [resource("module.m.aws_vpc.net")] }],
  });
  const template = parseStateTemplate(text, "x");
  expect(template.resources.map(({ address, provider }) => [address, provider])).toEqual([
    ["aws_vpc.net", "aws"],
    ["aws_eip.a[0]", "aws"],
    ["module.m.aws_vpc.net", "aws"],
  ]);
  expect(template.dataSources).toHaveLength(1);
  expect([template.faults, template.backend, template.providers]).toEqual([[], undefined, []]);
});

test("a value that looks like an expression is none", () => {
  const text = state({ resources: [resource("aws_vpc.net", { values: { note: "${x}" } })] }, { o: { value: "%{y}", sensitive: true } });
  const template = parseStateTemplate(text, "x");
  expect([template.resources[0]?.attributes["note"], template.outputs["o"]]).toEqual(["$${x}", "%%{y}"]);
});

test("what is to be made again, what is left over and an empty state are undetermined", () => {
  const text = state({ resources: [resource("aws_vpc.net", { tainted: true }), resource("aws_vpc.old", { deposed_key: "1" })] });
  expect(parseStateTemplate(text, "x").faults.map(({ verdict, address }) => [verdict, address])).toEqual([
    ["undetermined", "aws_vpc.net"],
    ["undetermined", "aws_vpc.old"],
  ]);
  expect(parseStateTemplate('{"format_version":"1.0"}', "x").faults).toHaveLength(1);
});

test("modules in modules without end, and what is no state, are refused", () => {
  const deep = `{"format_version":"1.0","values":{"root_module":${'{"child_modules":['.repeat(5000)}{}${"]}".repeat(5000)}}}`;
  expect(() => parseStateTemplate(deep, "x")).toThrow(/nested more than 200 deep/);
  expect(() => parseStateTemplate('{"version":4}', "x")).toThrow(/the state of stack x cannot be read/);
});

test("each source says what it cannot tell, a synthesized one nothing", () => {
  expect(untoldFor("hygiene", "synthesized")).toEqual([]);
  expect(untoldFor("hygiene", "state").map(({ verdict, attribute }) => [verdict, attribute])).toEqual(
    cannotTell.state.map(({ what }) => ["undetermined", what]),
  );
});

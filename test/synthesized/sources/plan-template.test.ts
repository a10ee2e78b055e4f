import type { JsonObject } from "../../../synthesized/json";
import { parsePlanTemplate } from "../../../synthesized/sources/plan-template";
import type { Template } from "../../../synthesized/template";

const aws = {
  name: "aws",
  full_name: "registry.terraform.io/hashicorp/aws",
  version_constraint: "5.100.0",
  expressions: { region: { constant_value: "eu-north-1" }, allowed_account_ids: { constant_value: ["111122223333"] } },
};

/** A block as a plan's configuration has it. */
const written = (type: string, name: string, parts: JsonObject): JsonObject => ({
  address: `${type}.${name}`,
  mode: "managed",
  type,
  name,
  provider_config_key: "aws",
  ...parts,
});

const planned = (type: string, name: string, parts: JsonObject): JsonObject => ({
  address: `${type}.${name}`,
  mode: "managed",
  type,
  name,
  ...parts,
});

interface Parts {
  readonly configured?: readonly JsonObject[];
  readonly planned?: readonly JsonObject[];
  readonly root?: JsonObject;
  readonly providers?: JsonObject;
  readonly top?: JsonObject;
}

function read({ configured = [], planned: resources = [], root = {}, providers = { aws }, top = {} }: Parts): Template {
  return parsePlanTemplate(
    JSON.stringify({
      format_version: "1.2",
      planned_values: { root_module: { resources } },
      configuration: { provider_config: providers, root_module: { resources: configured, ...root } },
      ...top,
    }),
    "x",
  );
}

const told = (template: Template): readonly string[] =>
  template.faults.map(({ verdict, address, attribute }) => [verdict, address, attribute].filter((text) => text !== "").join(" "));

const vpc = written("aws_vpc", "net", { expressions: { cidr_block: { constant_value: "10.0.0.0/16" } } });
const subnet = written("aws_subnet", "one", {
  expressions: { vpc_id: { constant_value: "${aws_vpc.net.id}", references: ["aws_vpc.net.id", "aws_vpc.net"] } },
});

test("of a configuration in JSON, a plan has the very texts", () => {
  const policy = '{"Resource":"${aws_vpc.net.arn}","Other":"$${aws:username}"}';
  const key = written("aws_kms_key", "k", {
    expressions: { policy: { constant_value: policy, references: ["aws_vpc.net.arn", "aws_vpc.net"] } },
  });
  const template = read({ configured: [vpc, subnet, key] });
  expect(
    template.resources.map(({ address, attributes, provider }) => [address, provider, attributes["vpc_id"] ?? attributes["policy"]]),
  ).toEqual([
    ["aws_vpc.net", "aws", undefined],
    ["aws_subnet.one", "aws", "${aws_vpc.net.id}"],
    ["aws_kms_key.k", "aws", policy],
  ]);
  expect(template.providers[0]?.attributes["region"]).toBe("eu-north-1");
  expect(told(template)).toEqual([]);
});

test("nested blocks keep their order and their references", () => {
  const item = (id: string): JsonObject => ({ subnet_id: { constant_value: `\${${id}}`, references: [id] } });
  const firewall = written("aws_networkfirewall_firewall", "f", {
    expressions: { subnet_mapping: [item("aws_subnet.a.id"), item("aws_subnet.b.id")] },
  });
  expect(read({ configured: [firewall] }).resources[0]?.attributes["subnet_mapping"]).toEqual([
    { subnet_id: "${aws_subnet.a.id}" },
    { subnet_id: "${aws_subnet.b.id}" },
  ]);
});

test("what a local or a variable stands for is what was planned with it, or undetermined", () => {
  const expressions = { cidr_block: { constant_value: "${var.range}", references: ["var.range"] } };
  const configured = [subnet, written("aws_vpc", "net", { expressions })];
  const known = read({ configured, planned: [planned("aws_vpc", "net", { values: { cidr_block: "10.9.0.0/16" } })] });
  expect([known.resources[0]?.attributes["cidr_block"], told(known)]).toEqual([undefined, []]);
  expect(known.resources.find(({ type }) => type === "aws_vpc")?.attributes["cidr_block"]).toBe("10.9.0.0/16");
  expect(told(read({ configured }))).toEqual(["undetermined aws_vpc.net cidr_block"]);
});

test("of a configuration in HCL, a plan has names alone: one is followed, of several nothing is known", () => {
  const configured = [
    written("aws_subnet", "one", { expressions: { vpc_id: { references: ["aws_vpc.net.id", "aws_vpc.net"] } } }),
    written("aws_subnet", "two", { expressions: { vpc_id: { references: ["aws_vpc.a.id", "aws_vpc.a", "aws_vpc.b.id", "aws_vpc.b"] } } }),
    written("aws_vpc", "net", { expressions: { tags: { constant_value: { Name: "${not a reference}" } } } }),
  ];
  const template = read({ configured });
  expect(template.resources.map(({ attributes }) => attributes["vpc_id"] ?? attributes["tags"])).toEqual([
    "${aws_vpc.net.id}",
    "${planned(aws_vpc.a.id, aws_vpc.b.id)}",
    { Name: "$${not a reference}" },
  ]);
  expect(told(template)).toEqual(["undetermined aws_subnet.two vpc_id", "undetermined plan configuration"]);
});

test.each<[string, Parts, readonly string[]]>([
  ["a module's content", { root: { module_calls: { net: { source: "./net" } } } }, ["undetermined module.net"]],
  [
    "a program of the deployer's machine",
    { configured: [{ ...vpc, provisioners: [{ type: "local-exec" }] }] },
    ["notMet aws_vpc.net provisioner"],
  ],
  [
    "another provider",
    { providers: { aws, random: { name: "random", full_name: "registry.terraform.io/hashicorp/random", version_constraint: "3.6.0" } } },
    ["notMet terraform required_providers.random.source"],
  ],
  [
    "keys in clear",
    { providers: { aws: { ...aws, expressions: { ...aws.expressions, access_key: { constant_value: "AKIA" } } } } },
    ["notMet provider.aws access_key"],
  ],
  ["a plan that an error ended", { top: { errored: true } }, ["undetermined plan complete"]],
  ["a plan with parts put off", { top: { complete: false } }, ["undetermined plan complete"]],
])("%s is told", (_, parts, faults) => {
  expect(told(read(parts))).toEqual(faults);
});

test("blocks that a plan makes none, one or several of", () => {
  const counted = { ...vpc, count_expression: { references: ["var.size"] } };
  const instance = (index: number): JsonObject => planned("aws_vpc", "net", { index, values: {} });
  expect(read({ configured: [counted] }).notMade.map(({ address }) => address)).toEqual(["aws_vpc.net"]);
  expect(read({ configured: [counted], planned: [instance(0)] }).resources.map(({ address }) => address)).toEqual(["aws_vpc.net[0]"]);
  expect(told(read({ configured: [counted], planned: [instance(0), instance(1)] }))).toEqual(["undetermined aws_vpc.net count"]);
});

test("a plan that was made offline does not tell the account, and its keys are none", () => {
  const offline = {
    access_key: { constant_value: "offline" },
    secret_key: { constant_value: "offline" },
    skip_credentials_validation: { constant_value: true },
  };
  const template = read({ providers: { aws: { ...aws, expressions: { ...aws.expressions, ...offline } } } });
  expect(told(template)).toEqual(["undetermined provider.aws allowed_account_ids"]);
});

test("what is no plan is refused", () => {
  expect(() => parsePlanTemplate("{}", "x")).toThrow(/the plan of stack x cannot be read: .*terraform show -json/);
});

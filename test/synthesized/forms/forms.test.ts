import type { JsonObject } from "../../../synthesized/json";
import { parseTemplate, type Template } from "../../../synthesized/template";

const terraform = {
  required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
  required_version: ">= 1.10.0",
  backend: { s3: { bucket: "states", key: "x.tfstate", region: "eu-north-1", encrypt: true, use_lockfile: true } },
};
const provider = { aws: [{ region: "eu-north-1", allowed_account_ids: ["111122223333"], default_tags: [{ tags: { a: "b" } }] }] };
const vpc = { cidr_block: "10.0.0.0/16" };

function read(parts: JsonObject): Template {
  return parseTemplate(JSON.stringify({ terraform, provider, resource: { aws_vpc: { net: vpc } }, ...parts }), "x");
}

/** What is told of a template: verdict, address and attribute. */
function told(parts: JsonObject): readonly string[] {
  return read(parts).faults.map(({ verdict, address, attribute }) => [verdict, address, attribute].filter((text) => text !== "").join(" "));
}

const withProvider = (more: JsonObject): JsonObject => ({ provider: { aws: [{ ...provider.aws[0], ...more }] } });
const withVpc = (more: JsonObject): JsonObject => ({ resource: { aws_vpc: { net: { ...vpc, ...more } } } });
const withTerraform = (more: JsonObject): JsonObject => ({ terraform: { ...terraform, ...more } });

test("a template of known forms has no fault", () => {
  expect(told({})).toEqual([]);
  expect(
    told(
      withVpc({
        lifecycle: { prevent_destroy: true, ignore_changes: ["tags"] },
        depends_on: ["aws_vpc.other"],
        timeouts: { create: "1h" },
      }),
    ),
  ).toEqual([]);
  expect(told({ moved: [{ from: "aws_vpc.old", to: "aws_vpc.net" }], variable: { unused: { default: 1 } } })).toEqual([]);
});

describe("what nobody here can tell is undetermined where it stands", () => {
  test.each<[string, JsonObject, string]>([
    [
      "a variable, whatever its default",
      { ...withVpc({ cidr_block: "${var.range}" }), variable: { range: { default: "10.0.0.0/16" } } },
      "aws_vpc.net cidr_block",
    ],
    ["a directive", withVpc({ cidr_block: "%{ if true }10.0.0.0/16%{ endif }" }), "aws_vpc.net cidr_block"],
    ["a function", withVpc({ tags: { Name: '${upper("x")}' } }), "aws_vpc.net tags.Name"],
    ["a local that is not there", withVpc({ cidr_block: "${local.range}" }), "aws_vpc.net cidr_block"],
    ["a key that is an expression", withVpc({ tags: { "${aws_vpc.net.id}": "x" } }), "aws_vpc.net tags.${aws_vpc.net.id}"],
    ["a count of several", withVpc({ count: 2 }), "aws_vpc.net count"],
    ["a count of unknown size", withVpc({ count: "${aws_vpc.other.size}" }), "aws_vpc.net count"],
    ["a map of several", withVpc({ for_each: { a: 1, b: 2 } }), "aws_vpc.net for_each"],
    ["dynamic blocks", withVpc({ dynamic: { timeouts: { for_each: [1], content: {} } } }), "aws_vpc.net dynamic"],
    ["a lifecycle of another kind", withVpc({ lifecycle: { enabled: false } }), "aws_vpc.net lifecycle.enabled"],
    ["a Region of a block's own", withVpc({ region: "us-east-1" }), "aws_vpc.net region"],
    ["a provider that is not configured", withVpc({ provider: "aws.elsewhere" }), "aws_vpc.net provider"],
    ["an import", { import: [{ to: "aws_vpc.net", id: "vpc-1" }] }, "import aws_vpc.net"],
    ["a removal", { removed: { from: "aws_vpc.gone", lifecycle: { destroy: false } } }, "removed aws_vpc.gone"],
    ["a move of another form", { moved: { from: "aws_vpc.old" } }, "moved"],
    ["a module", { module: { net: { source: "./net" } } }, "module.net"],
    [
      "an ephemeral resource",
      { ephemeral: { aws_secretsmanager_secret_version: { x: {} } } },
      "ephemeral.aws_secretsmanager_secret_version.x",
    ],
    ["a check with a data source", { check: { up: { data: { http: { x: { url: "https://x.example" } } } } } }, "check.up data"],
    ["a backend of another kind", withTerraform({ backend: { http: { address: "https://x.example" } } }), "terraform backend"],
    ["an unknown argument of a backend", withTerraform({ backend: { local: { path: "x", other: 1 } } }), "terraform backend.local.other"],
    ["Terraform's own service", withTerraform({ cloud: { organization: "x" } }), "terraform cloud"],
    [
      "another workspace's state",
      { data: { terraform_remote_state: { x: { backend: "local", config: { path: "x" }, workspace: "trial" } } } },
      "data.terraform_remote_state.x workspace",
    ],
    [
      "defaults of a state",
      { data: { terraform_remote_state: { x: { backend: "local", config: { path: "x" }, defaults: { a: 1 } } } } },
      "data.terraform_remote_state.x defaults",
    ],
    ["an assumed role", withProvider({ assume_role: [{ role_arn: "arn:aws:iam::1:role/x" }] }), "provider.aws assume_role"],
    ["tags that are ignored", withProvider({ ignore_tags: [{ keys: ["a"] }] }), "provider.aws ignore_tags"],
    ["an argument that nobody has read", withProvider({ novelty: true }), "provider.aws novelty"],
    ["a Region that is an expression", withProvider({ region: "${var.region}" }), "provider.aws region"],
  ])("%s", (_, parts, place) => {
    expect(told(parts)).toEqual([`undetermined ${place}`]);
  });
});

describe("what is wrong whatever the rest says is not met", () => {
  test.each<[string, JsonObject, string]>([
    [
      "another source of the provider",
      withTerraform({ required_providers: { aws: { source: "evil/aws", version: "5.100.0" } } }),
      "terraform required_providers.aws.source",
    ],
    [
      "an open version",
      withTerraform({ required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.0" } } }),
      "terraform required_providers.aws.version",
    ],
    ["no version", withTerraform({ required_providers: { aws: { source: "hashicorp/aws" } } }), "terraform required_providers.aws.version"],
    ["no required provider", withTerraform({ required_providers: {} }), "terraform required_providers.aws.version"],
    [
      "a second provider",
      withTerraform({ required_providers: { ...terraform.required_providers, random: { source: "hashicorp/random", version: "3.6.0" } } }),
      "terraform required_providers.random.source",
    ],
    ["a second backend", withTerraform({ backend: [terraform.backend, terraform.backend] }), "terraform backend"],
    [
      "keys of a backend in clear",
      withTerraform({ backend: { s3: { ...terraform.backend.s3, secret_key: "x" } } }),
      "terraform backend.s3.secret_key",
    ],
    [
      "workspaces elsewhere",
      withTerraform({ backend: { s3: { ...terraform.backend.s3, workspace_key_prefix: "x" } } }),
      "terraform backend.s3.workspace_key_prefix",
    ],
    [
      "a backend that is not AWS's",
      withTerraform({ backend: { s3: { ...terraform.backend.s3, endpoints: { s3: "https://x.example" } } } }),
      "terraform backend.s3.endpoints",
    ],
    ["endpoints of the provider", withProvider({ endpoints: [{ kms: "https://x.example" }] }), "provider.aws endpoints"],
    ["keys of the provider in clear", withProvider({ access_key: "AKIA" }), "provider.aws access_key"],
    ["an account that is not checked", withProvider({ skip_requesting_account_id: true }), "provider.aws skip_requesting_account_id"],
    ["two providers of one name", { provider: { aws: [provider.aws[0] ?? {}, provider.aws[0] ?? {}] } }, "provider.aws alias"],
    ["a program of the deployer's machine", withVpc({ provisioner: [{ "local-exec": { command: "true" } }] }), "aws_vpc.net provisioner"],
    ["a connection from the deployer's machine", withVpc({ connection: { host: "x" } }), "aws_vpc.net connection"],
    ["two blocks of one address", { resource: [{ aws_vpc: { net: vpc } }, { aws_vpc: { net: vpc } }] }, "aws_vpc.net"],
    ["an output without a value", { output: { x: {} } }, "output.x value"],
  ])("%s", (_, parts, place) => {
    expect(told(parts)).toEqual([`notMet ${place}`]);
  });

  test("a data source that runs a program, whose provider is a stranger too", () => {
    expect(told({ data: { external: { x: { program: ["sh"] } } } })).toEqual(["notMet data.external.x provider", "notMet data.external.x"]);
  });
});

describe("blocks as Terraform makes them", () => {
  test.each([[0], ["0"], ["${0}"], ["${false ? 1 : 0}"], ["${local.none}"]])("with count %j there is none", (count) => {
    const template = read({ ...withVpc({ count }), locals: { none: "${1 - 1}" } });
    expect(template.resources).toEqual([]);
    expect(template.notMade.map(({ address }) => address)).toEqual(["aws_vpc.net"]);
    expect(template.faults).toEqual([]);
  });

  test("with an empty map there is none", () => {
    expect(read(withVpc({ for_each: {} })).resources).toEqual([]);
  });

  test.each<[JsonObject, string]>([
    [{ count: 1 }, "aws_vpc.net[0]"],
    [{ count: "1" }, "aws_vpc.net[0]"],
    [{ for_each: { a: "b" } }, 'aws_vpc.net["a"]'],
  ])("%j makes %s", (repetition, address) => {
    const template = read(withVpc(repetition));
    expect(template.resources.map((block) => block.address)).toEqual([address]);
    expect(template.faults).toEqual([]);
  });

  test("lists of one, lists of several and comments are read as Terraform reads them", () => {
    const template = read({ resource: [{ aws_vpc: [{ net: [vpc] }] }, { aws_vpc: { other: vpc } }, { aws_subnet: null }] });
    expect(template.resources.map(({ address }) => address)).toEqual(["aws_vpc.net", "aws_vpc.other"]);
    expect(template.faults).toEqual([]);
  });

  test("null is as if it was not written", () => {
    expect(told(withProvider({ endpoints: null, assume_role: [] }))).toEqual([]);
    expect(told(withVpc({ count: null, provisioner: null }))).toEqual([]);
  });
});

describe("constants are folded, whatever they are written as", () => {
  test.each([
    ["${true}", true],
    ["${local.on}", true],
    ["${!false}", true],
    ["${local.alias}", "${aws_vpc.net.id}"],
    ["a-${local.number}", "a-3"],
    ["$${literal}", "$${literal}"],
    ['${"$${literal}"}', "$${literal}"],
    ["${aws_vpc.net.id}", "${aws_vpc.net.id}"],
  ])("%s is %j", (written, value) => {
    const template = read({ ...withVpc({ it: written }), locals: { on: "${1 == 1}", alias: "${aws_vpc.net.id}", number: 3 } });
    expect(template.resources[0]?.attributes["it"]).toEqual(value);
    expect(template.faults).toEqual([]);
  });
});

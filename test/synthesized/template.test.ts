import { blocksByAddress } from "../../synthesized/addresses";
import { blockAt, parseTemplate, regionOf, resourcesOf } from "../../synthesized/template";
import { UnreadableFileError } from "../../synthesized/unreadable";
import { writtenTemplate } from "./written-template";

const vpc = { cidr_block: "10.0.0.0/16", tags: { Name: "net" } };

describe("parseTemplate", () => {
  test("gives resources and data sources their Terraform addresses and providers", () => {
    const template = writtenTemplate({
      resource: { aws_vpc: { net: vpc }, aws_kms_replica_key: { key: { provider: "aws.b" } } },
      data: { aws_caller_identity: { me: {} } },
    });
    expect(template.resources.map((block) => [block.address, block.provider])).toEqual([
      ["aws_vpc.net", "aws"],
      ["aws_kms_replica_key.key", "aws.b"],
    ]);
    expect(blockAt(template, "data.aws_caller_identity.me")?.kind).toBe("data");
    expect(resourcesOf(template, "aws_vpc")).toHaveLength(1);
  });

  test("knows the Region that a block is made in", () => {
    const template = writtenTemplate({
      resource: { aws_vpc: { net: vpc, other: { provider: "aws.b" }, strange: { provider: "aws.c" } } },
      parts: { provider: { aws: [{ region: "eu-north-1" }, { region: "eu-central-1", alias: "b" }] } },
    });
    expect(template.resources.map((block) => regionOf(template, block))).toEqual(["eu-north-1", "eu-central-1", undefined]);
  });

  test("refuses text that is no JSON, naming the stack and what to do", () => {
    expect(() => parseTemplate("{", "site-a")).toThrow(UnreadableFileError);
    expect(() => parseTemplate("{", "site-a")).toThrow(
      /^the template of stack site-a cannot be read: .* Terraform's JSON as cdktf writes it; synthesize again$/,
    );
  });

  test.each([
    ["a block that Terraform does not have", { resources: {} }, /resources/],
    ["a resource that is a text", { resource: { aws_vpc: { net: ["x"] } } }, /resource\.aws_vpc\.net: must be an object/],
  ])("refuses %s", (_, document, message) => {
    expect(() => parseTemplate(JSON.stringify(document), "site-a")).toThrow(message);
  });

  test("reads a backend, and tells where there is none", () => {
    expect(writtenTemplate().backend).toEqual({ kind: "local", settings: { path: "../site-a.tfstate" } });
    expect(writtenTemplate({ parts: { terraform: {} } }).backend).toBeUndefined();
  });

  test("tells evidence that is missing from evidence that is strange", () => {
    expect(writtenTemplate().evidence.kind).toBe("read");
    expect(writtenTemplate({ parts: { output: {} } }).evidence).toEqual({ kind: "missing" });
    expect(writtenTemplate({ evidence: { schemaVersion: 2 } }).evidence.kind).toBe("unreadable");
  });
});

test("every block has one address", () => {
  const template = writtenTemplate({ resource: { aws_vpc: { net: vpc } }, data: { aws_x_y: { z: {} } }, parts: { locals: { size: 3 } } });
  expect([...blocksByAddress(template).keys()]).toEqual([
    "aws_vpc.net",
    "data.aws_x_y.z",
    "provider.aws",
    "output.twinsite_evidence",
    "local.size",
    "//",
    "terraform",
  ]);
});

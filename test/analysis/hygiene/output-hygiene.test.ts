import { judgeHygiene } from "../../../analysis/hygiene/output-hygiene";
import { estateOf } from "../../../synthesized/estate/estate";
import type { Json, JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { type WrittenTemplate, writtenTags, writtenTemplate } from "../../synthesized/written-template";

const siteA: WrittenTemplate = { stack: "site-a", resource: { aws_subnet: { one: { availability_zone_id: "eun1-az1" } } } };
const siteB: WrittenTemplate = {
  stack: "site-b",
  region: "eu-central-1",
  resource: { aws_subnet: { one: { availability_zone_id: "euc1-az1" } } },
};

function judge(templates: readonly Template[]) {
  return judgeHygiene(estateOf(templates));
}

const withText = (text: Json): WrittenTemplate => ({ ...siteA, resource: { ...siteA.resource, aws_vpc: { net: { text } } } });
const withProvider = (aws: JsonObject): WrittenTemplate => ({ ...siteA, parts: { provider: { aws } } });

const withTags = (tags: JsonObject): WrittenTemplate => ({
  ...siteA,
  resource: { aws_subnet: { one: { availability_zone_id: "eun1-az1", tags } } },
});

describe("an output", () => {
  test("is clean where nothing of the following is in it", () => {
    expect(judge([writtenTemplate(siteA), writtenTemplate(siteB)])).toEqual({ verdict: "met", findings: [] });
  });

  test.each<[string, WrittenTemplate, string]>([
    ["an unresolved token", withText("x ${TfToken[Token.12]}"), "aws_vpc.net.text"],
    ["a token that was changed as text", withText("${TFTOKEN[TOKEN.12]}"), "aws_vpc.net.text"],
    ["a home folder", withText("/home/ci/project/x.zip"), "aws_vpc.net.text"],
    ["a temporary folder in a command", withText("cat /tmp/x"), "aws_vpc.net.text"],
    ["a Windows path", withText("C:\\Users\\me\\x.zip"), "aws_vpc.net.text"],
    ["a provider for any account", withProvider({ region: "eu-north-1", default_tags: [{ tags: writtenTags }] }), "provider.aws"],
    ["no backend", { ...siteA, parts: { terraform: {} } }, "terraform"],
    ["a resource without an owner", withTags({ "twinsite:owner": null }), "aws_subnet.one"],
    ["a PCI scope that is none", withTags({ "twinsite:pci-scope": "cde-ish" }), "aws_subnet.one"],
    ["segments that a comma separates", withTags({ "twinsite:segment": "cde,data" }), "aws_subnet.one"],
    ["a tag that some tagging interface refuses", withTags({ note: "rents; loans" }), "aws_subnet.one"],
  ])("is not with %s", (_, changed, address) => {
    const { verdict, findings } = judge([writtenTemplate(changed), writtenTemplate(siteB)]);
    expect(verdict).toBe("notMet");
    expect(findings.map((finding) => finding.address.replace(/^resource\./, ""))).toEqual([address]);
  });

  test("needs no tags on what takes none, and may have several segments", () => {
    const untagged: WrittenTemplate = { ...withTags({ "twinsite:segment": "cde data" }), parts: {} };
    const route: WrittenTemplate = {
      ...untagged,
      resource: { ...untagged.resource, aws_route: { one: { destination_cidr_block: "10.0.0.0/8" } } },
    };
    expect(judge([writtenTemplate(route), writtenTemplate(siteB)]).findings).toEqual([]);
  });

  test("of which a resource has no tags at all lacks all that are needed", () => {
    const bare = withProvider({ region: "eu-north-1", allowed_account_ids: ["111122223333"] });
    const { findings } = judge([writtenTemplate(bare), writtenTemplate(siteB)]);
    expect(findings.map(({ attribute }) => attribute)).toEqual(Object.keys(writtenTags).map((key) => `tags["${key}"]`));
  });

  test("may name a log group, a URL path or a route that only looks like a folder", () => {
    expect(
      judge([writtenTemplate(withText("/aws/vpc/flow https://x.example/tmp/y role/home/x 10.0.0.0/16")), writtenTemplate(siteB)]).findings,
    ).toEqual([]);
  });
});

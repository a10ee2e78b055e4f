import { judgeMirror } from "../../../analysis/mirror/mirror";
import type { Json, JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { writtenEvidence, writtenTemplate } from "../../synthesized/written-template";

const permitted = {
  a: { site: "site-a", region: "eu-north-1", space: "10.16.0.0/16", asn: "64512" },
  b: { site: "site-b", region: "eu-central-1", space: "10.32.0.0/16", asn: "64514" },
};
type Side = "a" | "b";

function listOf(values: Readonly<Record<string, string>>): readonly JsonObject[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, reason: `a site has its own ${name}` }));
}

/** One side of a mirror: a VPC, its transit gateway and a policy in text. */
function side(
  of: Side,
  change: { readonly vpc?: JsonObject; readonly list?: readonly Json[]; readonly parts?: JsonObject } = {},
): Template {
  const { site, region, space, asn } = permitted[of];
  return writtenTemplate({
    stack: site,
    region,
    resource: {
      aws_vpc: {
        net: { cidr_block: space, tags: { Name: `twinsite-${site}` }, "//": { metadata: { path: `${site}/net` } }, ...change.vpc },
      },
      aws_ec2_transit_gateway: { hub: { amazon_side_asn: Number(asn), description: `in ${region}` } },
      aws_kms_key: { key: { policy: JSON.stringify({ Resource: `arn:aws:logs:${region}:111122223333:*` }) } },
    },
    evidence: writtenEvidence(site, { permittedDifferences: change.list ?? listOf(permitted[of]) }),
    ...(change.parts === undefined ? {} : { parts: change.parts }),
  });
}

describe("a mirror", () => {
  test("holds where every difference is a listed value", () => {
    const { verdict, addresses, differences, unused } = judgeMirror(side("a"), side("b"));
    expect(verdict).toBe("met");
    expect(addresses).toEqual({ inBoth: 7, onlyA: [], onlyB: [] });
    expect(differences.map(({ path }) => path)).toContain("aws_kms_key.key.policy");
    expect(unused).toEqual([]);
  });

  test("is the same seen from the other side", () => {
    expect(judgeMirror(side("b"), side("a")).verdict).toBe("met");
  });

  test("breaks on an address that one side lacks", () => {
    const more = side("b", { parts: { output: { twinsite_evidence: { value: writtenEvidence("site-b") } }, locals: { extra: 1 } } });
    const { verdict, addresses } = judgeMirror(side("a"), more);
    expect([verdict, addresses.onlyB]).toEqual(["notMet", ["local.extra"]]);
  });

  test.each<[string, JsonObject, string, string]>([
    ["an unlisted value", { enable_dns_support: "no" }, "shape", "aws_vpc.net"],
    ["a value of another type", { cidr_block: true }, "shape", "aws_vpc.net.cidr_block"],
    ["another number of tags", { tags: { Name: "twinsite-site-b", more: "x" } }, "shape", "aws_vpc.net.tags"],
    ["other text", { tags: { Name: "other" } }, "unexplained", "aws_vpc.net.tags.Name"],
    ["a listed value at the start of a longer one", { tags: { Name: "twinsite-site-bc" } }, "unexplained", "aws_vpc.net.tags.Name"],
    ["a listed value at the end of a longer one", { tags: { Name: "twinsite-mysite-b" } }, "unexplained", "aws_vpc.net.tags.Name"],
    ["a longer dotted number", { cidr_block: "10.32.0.0/165" }, "unexplained", "aws_vpc.net.cidr_block"],
    ["the name in place of the value", { cidr_block: "⟨space⟩" }, "unexplained", "aws_vpc.net.cidr_block"],
    ["the twin's value", { cidr_block: "10.16.0.0/16" }, "borrowed", "aws_vpc.net.cidr_block"],
  ])("breaks on %s", (_, vpc, kind, path) => {
    const { verdict, unexplained } = judgeMirror(side("a"), side("b", { vpc }));
    expect([verdict, unexplained.map((found) => [found.kind, found.path])]).toEqual(["notMet", [[kind, path]]]);
  });

  test("breaks on a text that writes the mark of a gap itself", () => {
    const a = side("a", { vpc: { note: `⟨⟩ ${permitted.a.space}` } });
    expect(judgeMirror(a, side("b", { vpc: { note: `${permitted.b.space} ⟨⟩` } })).verdict).toBe("notMet");
    expect(judgeMirror(a, side("b", { vpc: { note: `⟨⟩ ${permitted.b.space}` } })).verdict).toBe("met");
  });

  test("breaks on a permitted value that stands under another name", () => {
    const swapped = { ...permitted.b, region: permitted.b.space, space: permitted.b.region };
    expect(judgeMirror(side("a"), side("b", { list: listOf(swapped) })).verdict).toBe("notMet");
  });

  test("is undetermined without evidence, however equal the rest", () => {
    const bare = { parts: { output: { twinsite_evidence: { value: {} } } } };
    const { verdict, unread } = judgeMirror(side("a", bare), side("a", bare));
    expect(verdict).toBe("undetermined");
    expect(unread).toHaveLength(2);
  });

  test("reports permitted differences that explain nothing, and holds", () => {
    const list = (of: Side) => listOf({ ...permitted[of], spare: `spare-${of}` });
    const { verdict, unused } = judgeMirror(side("a", { list: list("a") }), side("b", { list: list("b") }));
    expect([verdict, unused]).toEqual(["met", ["spare"]]);
  });
});

describe("the list of permitted differences", () => {
  const withEntry = (a: string, b: string) =>
    judgeMirror(side("a", { list: listOf({ ...permitted.a, entry: a }) }), side("b", { list: listOf({ ...permitted.b, entry: b }) }));

  test.each([
    ["a short value", "a", "b", /shorter than 3/],
    ["a whole policy", '{"Effect":"x"}', '{"Effect":"y"}', /not one name/],
    ["a decision", "Allow", "Deny", /decides what is let through/],
    ["an open range", "0.0.0.0/0", "10.0.0.0/8", /decides what is let through/],
    ["a port", "443", "8443", /could be a port/],
  ])("may not excuse %s", (_, a, b, what) => {
    const { verdict, listFaults } = withEntry(a, b);
    expect(verdict).toBe("notMet");
    expect(listFaults[0]?.what).toMatch(what);
  });

  test("has each name on both sides, with one reason", () => {
    const [first, ...others] = listOf(permitted.b);
    const other = judgeMirror(side("a"), side("b", { list: [{ ...first, reason: "another" }, ...others] }));
    expect(other.listFaults).toEqual([{ name: "site", what: 'has two reasons: "a site has its own site" and "another"' }]);
    const missing = judgeMirror(side("a"), side("b", { list: others }));
    expect(missing.listFaults).toEqual([{ name: "site", what: "is listed by A only" }]);
  });
});

test("templates of a megabyte with hundreds of permitted differences are compared whole", () => {
  const many = (of: Side): Template => {
    const rule = (n: number) => ({
      description: `rule ${n} of ${permitted[of].site} in ${permitted[of].region}`,
      cidr_ipv4: permitted[of].space,
      port: n,
    });
    const list = listOf({
      ...permitted[of],
      ...Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`name${n}`, `value-${of}-${n}`])),
    });
    return writtenTemplate({
      stack: permitted[of].site,
      region: permitted[of].region,
      resource: { aws_security_group_rule: Object.fromEntries(Array.from({ length: 11_000 }, (_, n) => [`rule${n}`, rule(n)])) },
      evidence: writtenEvidence(permitted[of].site, { permittedDifferences: list }),
    });
  };
  const [a, b] = [many("a"), many("b")];
  expect(JSON.stringify(a.document).length).toBeGreaterThan(1_000_000);
  expect(judgeMirror(a, b).verdict).toBe("met");
});

import { judgeSitesLiveAlone } from "../../../analysis/independence/site-lives-alone";
import { estateOf } from "../../../synthesized/estate/estate";
import type { Json, JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { type WrittenTemplate, writtenEvidence, writtenTemplate } from "../../synthesized/written-template";
import { edited, resourceNamed, setting } from "../edited-template";

const backend = (name: string, region: string): JsonObject => ({ s3: { bucket: `state-${region}`, key: `test/${name}.tfstate`, region } });
const aws = (region: string, alias?: string): JsonObject => ({ region, ...(alias === undefined ? {} : { alias }) });
const remote = (name: string, region: string): JsonObject => ({ backend: "s3", config: backend(name, region)["s3"] ?? null });

interface Written {
  readonly resource?: WrittenTemplate["resource"];
  readonly states?: Readonly<Record<string, JsonObject>>;
  readonly outputs?: Readonly<Record<string, Json>>;
  readonly evidence?: JsonObject;
  readonly providers?: readonly JsonObject[];
  readonly parts?: JsonObject;
}

/** A stack with a state of its own; `site` is what its evidence says, whatever its name is. */
function stack(name: string, { region, site }: { readonly region: string; readonly site: string | null }, written: Written = {}): Template {
  const evidence = { value: writtenEvidence(name, { site, ...written.evidence }) };
  const outputs = Object.fromEntries(Object.entries(written.outputs ?? {}).map(([key, value]) => [key, { value }]));
  return writtenTemplate({
    stack: name,
    ...(written.resource === undefined ? {} : { resource: written.resource }),
    parts: {
      terraform: { backend: backend(name, region) },
      provider: { aws: written.providers ?? [aws(region)] },
      data: { terraform_remote_state: written.states ?? {} },
      output: { twinsite_evidence: evidence, ...outputs },
      ...written.parts,
    },
  });
}

const [north, central] = [
  { region: "eu-north-1", site: "one" },
  { region: "eu-central-1", site: "two" },
];
const vpc = (cidr_block: string, zone: string) => ({
  aws_vpc: { net: { cidr_block } },
  aws_subnet: { cde: { availability_zone_id: zone } },
});
const twin = stack("network-two", central, {
  resource: vpc("10.32.0.0/16", "euc1-az1"),
  outputs: { vpc: "${aws_vpc.net.id}" },
});
const flow = {
  name: "reconciliation",
  from: { party: "paymentService", place: "inside", prefixes: ["10.16.0.0/18"], segment: "cde" },
  to: { party: "twin", place: "twin", prefixes: ["10.32.0.0/18"] },
  protocol: "tcp",
  port: 8444,
  clientPorts: { from: 32_768, to: 60_999 },
  purpose: "Compare journals",
};
const names = stack(
  "names",
  { region: "eu-west-1", site: null },
  {
    providers: [aws("eu-west-1"), aws("eu-north-1", "a"), aws("eu-central-1", "b")],
    resource: {
      aws_acm_certificate: { a: { provider: "aws.a" }, b: { provider: "aws.b" } },
      aws_route53_zone: { zone: { name: "pay.example" } },
    },
    states: { two: remote("network-two", "eu-central-1") },
    outputs: {
      zone: "${aws_route53_zone.zone.id}",
      a: "${aws_acm_certificate.a.arn}",
      b: "${aws_acm_certificate.b.arn}",
      vpcOfTwo: "${data.terraform_remote_state.two.outputs.vpc}",
    },
  },
);

/** Site one with a resource of these attributes, judged beside its twin and a stack of both. */
function judge(attributes: JsonObject, written: Written = {}) {
  const resource = { ...vpc("10.16.0.0/16", "eun1-az1"), aws_x: { one: attributes } };
  const one = stack("network-one", north, { evidence: { permittedFlows: [flow] }, ...written, resource });
  return judgeSitesLiveAlone(estateOf([one, twin, names]));
}

describe("a site lives alone", () => {
  test("where no stack of it names anything of the other", () => {
    expect(judge({ text: "arn:aws:logs:eu-north-1:111122223333:*" })).toEqual({
      verdict: "met",
      stacks: ["network-one", "network-two"],
      findings: [],
    });
  });

  test.each<[string, Json]>([
    ["Region in an ARN", "arn:aws:sns:eu-central-1:111122223333:x"],
    ["Region in a service's name", "com.amazonaws.eu-central-1.kms"],
    ["Region in an endpoint's host", "https://dsql.eu-central-1.api.aws"],
    ["Region in one of its zones", "eu-central-1a"],
    ["zone", "euc1-az1"],
    ["state", "test/network-two.tfstate"],
    ["bucket of states", "arn:aws:s3:::state-eu-central-1/*"],
    ["stack", "role-of-network-two"],
    ["site", "twinsite-two-images"],
    ["addresses, where no flow is declared with them", "10.32.64.0/19"],
    ["address, where no flow is declared with it", "to 10.32.200.7:443"],
  ])("not where it names the other's %s", (_, text) => {
    const { verdict, findings } = judge({ list: [{ text }] });
    expect(verdict).toBe("notMet");
    expect(new Set(findings.map(({ stack: name, address }) => `${name} ${address}`))).toEqual(
      new Set(["network-one resource.aws_x.one.list[0].text"]),
    );
  });

  test.each<[string, Json]>([
    ["addresses of declared flows with the twin", ["10.32.0.0/18", "10.32.17.0/24", "10.32.1.2"]],
    ["every address, which is nobody's", "0.0.0.0/0"],
    ["longer words and numbers that only begin like the other's", ["eu-central-12", "networks-twofold", "euc1-az11", "110.32.64.0/19"]],
  ])("with %s", (_, text) => {
    expect(judge({ text }).findings).toEqual([]);
  });

  test("with the twin's name in its evidence, which Terraform looks nothing up by, but not with its Region there", () => {
    const cutSet = (member: string) => ({
      expectedCutSets: [{ members: ["one", member], meaning: "both" }],
      permittedFlows: [flow],
    });
    expect(judge({}, { evidence: cutSet("two") }).verdict).toBe("met");
    expect(judge({}, { evidence: cutSet("eu-central-1") }).verdict).toBe("notMet");
  });

  test("beside a twin in the same Region and zones", () => {
    const here = stack("network-two", { region: "eu-north-1", site: "two" }, { resource: vpc("10.32.0.0/16", "eun1-az1") });
    const one = stack("network-one", north, { resource: { ...vpc("10.16.0.0/16", "eun1-az1"), aws_x: { one: { text: "eu-north-1" } } } });
    expect(judgeSitesLiveAlone(estateOf([one, here])).findings).toEqual([]);
  });
});

describe("through remote states, a site's stack", () => {
  const reading = (states: Record<string, JsonObject>, text: string) => judge({ text }, { states, evidence: { permittedFlows: [flow] } });
  const namesState = { names: remote("names", "eu-west-1") };
  const output = (name: string): string => `\${data.terraform_remote_state.names.outputs.${name}}`;

  test("may read what a stack of both made elsewhere or in its own Region", () => {
    expect(reading(namesState, `${output("zone")} ${output("a")}`).findings).toEqual([]);
  });

  test("may not read the other's state", () => {
    const { verdict, findings } = reading({ two: remote("network-two", "eu-central-1") }, "");
    expect(verdict).toBe("notMet");
    expect(findings.map(({ found }) => found)).toContain("the state of network-two");
  });

  test("may not read what was made in the other's Region", () => {
    const { verdict, findings } = reading(namesState, output("b"));
    expect([verdict, findings.map(({ found }) => found)]).toEqual(["notMet", ["aws_acm_certificate.b of names, made in eu-central-1"]]);
  });

  test("may not read what a stack of both hands on from the other's", () => {
    const { findings } = reading(namesState, output("vpcOfTwo"));
    expect(findings.map(({ found }) => found)).toEqual(["the state of network-two", "aws_vpc.net of network-two, made in eu-central-1"]);
  });

  test.each([
    ["a state that no stack here writes", { more: remote("more", "eu-west-1") }, ""],
    ["an output that is not there", namesState, output("more")],
  ])("is undetermined with %s", (_, states, text) => {
    expect(reading(states, text).verdict).toBe("undetermined");
  });
});

describe("whether a site lives alone is undetermined", () => {
  test.each<[string, Written]>([
    ["a module", { parts: { module: { more: { source: "./more" } } } }],
    ["a provider whose Region is a variable's", { providers: [aws("${var.region}")] }],
    ["data that another program answers", { parts: { data: { external: { more: { program: ["x"] } } } } }],
  ])("with %s", (_, written) => {
    expect(judge({}, written).verdict).toBe("undetermined");
  });

  test("with a value from a variable", () => {
    expect(judge({ text: "arn:aws:sns:${var.region}:x" }).verdict).toBe("undetermined");
  });

  test("without evidence of whose a stack is, and without any stack of another site", () => {
    const silent = writtenTemplate({ stack: "silent", parts: { output: {} } });
    expect(judgeSitesLiveAlone(estateOf([silent, twin, names])).verdict).toBe("undetermined");
    expect(judgeSitesLiveAlone(estateOf([twin])).findings.map(({ expected }) => expected)).toEqual([
      "stacks of another site, whose Region and names this one must not say",
    ]);
  });
});

test("where no stack is a site's, the question does not apply", () => {
  expect(judgeSitesLiveAlone(estateOf([names])).verdict).toBe("notApplicable");
});

describe("the stacks of the Swedish deployment", () => {
  const templates = [...synthesizedSweden().values()];

  test("live alone, whichever site they are of", () => {
    const { verdict, stacks, findings } = judgeSitesLiveAlone(estateOf(templates));
    const ofSites = templates.filter(({ stack: name }) => /-[ab]$/.test(name)).map(({ stack: name }) => name);
    expect({ verdict, stacks, findings }).toEqual({ verdict: "met", stacks: ofSites, findings: [] });
  });

  test.each([
    ["site-a", "eu-central-1"],
    ["site-b", "eu-north-1"],
  ])("do so no longer once a key of %s lets in the other's log service", (name, region) => {
    const site = templates.find((template) => template.stack === name);
    if (site === undefined) throw new Error(`${name} was not synthesized`);
    const { address } = resourceNamed(site, "aws_kms_key", "logs-key");
    const spoilt = edited(site, { [address]: setting({ policy: `logs.${region}.amazonaws.com` }) });
    const { findings } = judgeSitesLiveAlone(estateOf(templates.map((template) => (template === site ? spoilt : template))));
    expect(findings.map((finding) => [finding.stack, finding.address])).toEqual([[name, `resource.${address}.policy`]]);
  });
});

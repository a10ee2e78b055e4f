import { estateOf } from "../../../synthesized/estate/estate";
import { blockNamed, declaredValue, targetOf, targetsIn } from "../../../synthesized/estate/follow";
import type { JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { type Blocks, writtenTemplate } from "../written-template";

interface Written {
  readonly resource?: Blocks;
  readonly output?: Readonly<Record<string, string>>;
  readonly locals?: JsonObject;
  /** Stacks whose states it reads. */
  readonly reads?: readonly string[];
}

function stack(name: string, { resource = {}, output = {}, locals = {}, reads = [] }: Written): Template {
  const states = reads.map((read): [string, JsonObject] => [read, { backend: "local", config: { path: `../${read}.tfstate` } }]);
  return writtenTemplate({
    stack: name,
    resource,
    data: { terraform_remote_state: Object.fromEntries(states), aws_caller_identity: { us: {} } },
    parts: { locals, output: Object.fromEntries(Object.entries(output).map(([key, value]) => [key, { value }])) },
  });
}

const remote = (name: string, output: string): string => `\${data.terraform_remote_state.${name}.outputs.${output}}`;
const site = stack("site-a", {
  resource: { aws_vpc: { net: { cidr_block: "10.0.0.0/16" } }, aws_subnet: { one: { vpc_id: "${aws_vpc.net.id}" } } },
  output: {
    net: "${aws_vpc.net.id}",
    one: "${local.one}",
    gone: "${aws_vpc.gone.id}",
    text: "plain",
    both: "${aws_vpc.net.id}/${aws_subnet.one.id}",
  },
  locals: { one: "${local.other}", other: "${aws_subnet.one.id}" },
});
const ledger = stack("ledger", { output: { net: remote("site-a", "net") }, reads: ["site-a"] });
const cell = stack("cell", {
  reads: ["site-a", "ledger", "nobodys", "twin"],
  output: { round: remote("twin", "round") },
  locals: { round: "${local.trip}", trip: "${local.round}", region: "eu-north-1", map: { a: "x" } },
});
const twin = stack("twin", { reads: ["cell"], output: { round: remote("cell", "round") } });
const estate = estateOf([site, ledger, cell, twin]);

describe("a value names", () => {
  test.each([
    ["an output of another stack", remote("site-a", "net"), "site-a aws_vpc.net id"],
    ["an output by its quoted name", '${data.terraform_remote_state.site-a.outputs["net"]}', "site-a aws_vpc.net id"],
    ["what another hands on from a third", remote("ledger", "net"), "site-a aws_vpc.net id"],
    ["what local values stand for", remote("site-a", "one"), "site-a aws_subnet.one id"],
  ])("a block, by %s", (_, value, expected) => {
    const target = targetOf(estate, cell, value);
    expect(target.kind === "block" && `${target.template.stack} ${target.address} ${target.attribute}`).toBe(expected);
  });

  test("what AWS is asked for, which is nobody's here", () => {
    const value = "${data.aws_caller_identity.us.account_id}";
    expect(targetOf(estate, cell, value)).toMatchObject({ kind: "lookedUp", template: cell, attribute: "account_id" });
    expect(blockNamed(estate, cell, value)).toBeUndefined();
  });

  test("a block that is not there, and says so", () => {
    expect(targetOf(estate, cell, remote("site-a", "gone"))).toMatchObject({ kind: "absent", template: site, address: "aws_vpc.gone" });
  });

  test.each([
    ["itself", "plain", "plain"],
    ["the text of an output", remote("site-a", "text"), "plain"],
    ["the text of a local value", "${local.region}", "eu-north-1"],
    ["nothing", undefined, null],
  ])("a literal: %s", (_, value, expected) => {
    expect(targetOf(estate, cell, value)).toEqual({ kind: "literal", value: expected });
  });

  test.each([
    ["a state that no stack here writes", remote("nobodys", "net"), /no stack here writes/],
    ["an output that is not there", remote("site-a", "no"), /output of site-a that is not there/],
    ["a part of a local value", "${local.map.a}", /part of a local value/],
    ["an expression", "${upper(aws_vpc.net.id)}", /an expression/],
    ["a template of Terraform's", "%{ if true }x%{ endif }", /an expression/],
    ["a variable", "${var.net}", /a variable/],
    ["a module", "${module.net.id}", /of a module/],
    ["one of several", "${each.value}", /one of several/],
    ["local values that lead back to themselves", "${local.round}", /leads back to itself/],
    ["outputs that two states hand on to each other", remote("twin", "round"), /leads back to itself/],
  ])("nothing that can be told, by %s", (_, value, why) => {
    expect(targetOf(estate, cell, value)).toEqual({ kind: "unresolved", why: expect.stringMatching(why) });
  });

  test("nothing that can be told, where two stacks write the state", () => {
    const both = estateOf([site, { ...ledger, backend: site.backend }, cell]);
    expect(targetOf(both, cell, remote("site-a", "net"))).toMatchObject({
      kind: "unresolved",
      why: "a state that site-a and ledger write",
    });
  });
});

describe("a value names several things", () => {
  const kindsOf = (value: string) =>
    targetsIn(estate, cell, value).map((target) => (target.kind === "block" ? target.address : target.kind));

  test("each that its text mentions, through an output that is a text too", () => {
    expect(kindsOf(`a ${remote("site-a", "both")} and \${upper(var.x)}`)).toEqual(["aws_vpc.net", "aws_subnet.one", "unresolved"]);
  });

  test("of which one leads back to itself", () => {
    expect(kindsOf(`${remote("twin", "round")} ${remote("site-a", "net")}`)).toEqual(["unresolved", "aws_vpc.net"]);
  });

  test("each once, however often local values double themselves", () => {
    const doubling = Object.fromEntries([...Array(40).keys()].map((at) => [`l${at}`, `\${local.l${at + 1}}\${local.l${at + 1}}`]));
    const doubled = stack("doubled", { locals: { ...doubling, l40: "${aws_vpc.net.id}" } });
    expect(targetsIn(estateOf([doubled]), doubled, "${local.l0}")).toHaveLength(1);
  });
});

describe("a declared value", () => {
  test("is found behind what refers to it, in whichever stack", () => {
    const peer = stack("peer", { reads: ["site-a"], resource: { aws_x_y: { a: { cidr: "${aws_vpc.mine.cidr_block}" } } } });
    expect(declaredValue(estate, site, "${aws_vpc.net.cidr_block}")).toBe("10.0.0.0/16");
    expect(declaredValue(estateOf([peer]), peer, "${local.none}")).toBe("${local.none}");
  });

  test("stays a reference where AWS decides on it", () => {
    expect(declaredValue(estate, site, "${aws_vpc.net.id}")).toBe("${aws_vpc.net.id}");
  });

  test("is not looked for in circles", () => {
    const circle = stack("circle", { resource: { aws_x_y: { a: { v: "${aws_x_y.b.v}" }, b: { v: "${aws_x_y.a.v}" } } } });
    expect(declaredValue(estateOf([circle]), circle, "${aws_x_y.a.v}")).toMatch(/^\$\{aws_x_y\.[ab]\.v\}$/);
  });
});

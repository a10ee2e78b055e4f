import { undeployedParts } from "../../analysis/rollout/undeployed-parts";
import { parseState } from "../../synthesized/state";
import { parseTemplate } from "../../synthesized/template";

const resource = (name: string, instance: object = {}, mode = "managed") => ({ mode, type: "aws_vpc", name, instances: [instance] });
const stateWith = (...resources: readonly object[]): string =>
  JSON.stringify({ version: 4, outputs: { twinsite_evidence: { value: "secret" } }, resources });
const template = parseTemplate(
  JSON.stringify({ resource: { aws_vpc: { one: {}, two: {} } }, output: { twinsite_evidence: { value: {} }, id: { value: "x" } } }),
  "site-a",
);

test("no state at all is a stack of which nothing is there", () => {
  const state = parseState("", "site-a");
  expect(undeployedParts(state, template)).toEqual(["aws_vpc.one", "aws_vpc.two", "output.twinsite_evidence", "output.id"]);
});

test("an apply that failed half-way leaves outputs and lacks resources: the stack is not deployed", () => {
  expect(undeployedParts(parseState(stateWith(resource("one")), "site-a"), template)).toEqual(["aws_vpc.two", "output.id"]);
});

test.each([
  ["tainted", resource("two", { status: "tainted" })],
  ["about to be replaced", resource("two", { deposed: "0a1b2c3d" })],
  ["only read", resource("two", {}, "data")],
])("a resource that is %s counts as missing", (_, two) => {
  expect(undeployedParts(parseState(stateWith(resource("one"), two), "site-a"), template)).toContain("aws_vpc.two");
});

test("a resource that may be counted to none is not asked for", () => {
  const counted = parseTemplate(JSON.stringify({ resource: { aws_vpc: { one: { count: 0 } } } }), "site-a");
  expect(undeployedParts(parseState("", "site-a"), counted)).toEqual([]);
});

test("no value of a state is kept", () => {
  expect(JSON.stringify([...parseState(stateWith(resource("one")), "site-a").outputs])).not.toContain("secret");
});

test("what is no state is refused, with the stack's name", () => {
  expect(() => parseState('{"version":3}', "site-a")).toThrow("the state of stack site-a cannot be read");
});

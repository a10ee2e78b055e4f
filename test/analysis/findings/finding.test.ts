import fc from "fast-check";
import { attributePlace } from "../../../analysis/findings/attribute-path";
import { findingsOf, type Observation } from "../../../analysis/findings/finding";

const observation: Observation = {
  verdict: "notMet",
  stack: "site-a",
  address: "aws_vpc.network",
  attribute: "cidr_block",
  expected: "equal on both sites",
  found: "10.0.0.0/16",
};

test("a finding's id is made of judgement, stack, address and attribute, and of nothing else", () => {
  const [finding] = findingsOf("mirror", [{ ...observation, found: "anything" }]);
  expect(finding?.id).toBe("mirror:site-a:aws_vpc.network:cidr_block");
  expect(findingsOf("mirror", [{ ...observation, attribute: "" }])[0]?.id).toBe("mirror:site-a:aws_vpc.network");
});

test("another order of what was observed, and other observations beside it, change no finding", () => {
  const word = fc.constantFrom("a", "b", "c");
  const some = fc.array(fc.record({ stack: word, address: word, attribute: word, found: word, expected: word }), { maxLength: 12 });
  fc.assert(
    fc.property(some, fc.func(fc.integer()), (parts, rank) => {
      const observations = parts.map((part) => ({ ...observation, ...part }));
      const shuffled = observations.toSorted((one, other) => rank(one) - rank(other));
      const told = (all: readonly Observation[]) => findingsOf("mirror", all).map(({ id, found, expected }) => [id, found, expected]);
      expect(told(shuffled)).toEqual(told(observations));
    }),
  );
});

test("what is observed twice of one place is one finding that says both, and the worse verdict", () => {
  const findings = findingsOf("flows", [
    { ...observation, verdict: "undetermined", found: "one" },
    { ...observation, found: "another" },
  ]);
  expect(findings).toEqual([expect.objectContaining({ verdict: "notMet", found: "another; one" })]);
});

test("every finding says what would settle it", () => {
  const [wrong, unread] = findingsOf("flows", [observation, { ...observation, verdict: "undetermined", attribute: "id" }]);
  expect([wrong?.settledBy, unread?.settledBy]).toEqual([
    "equal on both sites",
    "the value in plain text where the judge reads it, or an acknowledgement with its reason",
  ]);
});

test.each([
  ["resource.aws_vpc.network.cidr_block", "aws_vpc.network", "cidr_block"],
  ['aws_vpc.network.tags["a.b"]', "aws_vpc.network", 'tags["a.b"]'],
  ["data.aws_x.y.id", "data.aws_x.y", "id"],
  ["output.twinsite_evidence.value.site", "output.twinsite_evidence", "value.site"],
  ["provider.aws[0].region", "provider.aws[0]", "region"],
  ["aws_network_acl.cde.ingress[3]", "aws_network_acl.cde", "ingress[3]"],
  ["terraform.backend.s3.key", "terraform", "backend.s3.key"],
  ["manifest.json", "manifest.json", ""],
])("the path %s is %s and its %s", (path, address, attribute) => {
  expect(attributePlace(path)).toEqual({ address, attribute });
});

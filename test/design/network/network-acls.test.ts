import { siteFlows } from "../../../design/network/flows";
import { ACL_RULES_AT_MOST, type AclRule, networkAcls } from "../../../design/network/network-acls";
import { sweden, swedenWithInternetPartner } from "../../sweden";

const aclsOf = (deployment: ReturnType<typeof sweden>) => new Map(networkAcls(siteFlows(deployment, "a")).map((acl) => [acl.segment, acl]));
const text = ({ protocol, cidr, ports }: AclRule): string => `${protocol} ${cidr} ${ports.from}-${ports.to}`;

test("every segment's rules fit AWS's default quota", () => {
  for (const acl of aclsOf(sweden()).values()) {
    expect(acl.ingress.length).toBeLessThanOrEqual(ACL_RULES_AT_MOST);
    expect(acl.egress.length).toBeLessThanOrEqual(ACL_RULES_AT_MOST);
  }
});

test("the ledger's segment lets in its port from the payment service and lets out the replies, and nothing else", () => {
  const data = aclsOf(sweden()).get("data");
  expect(data?.ingress.map(text)).toEqual(["tcp 10.16.0.0/18 5432-5432"]);
  expect(data?.egress.map(text)).toEqual(["tcp 10.16.0.0/18 32768-60999"]);
});

test("the internet opens no port of the cde segment that anything listens on", () => {
  const fromAnywhere =
    aclsOf(sweden())
      .get("cde")
      ?.ingress.filter(({ cidr }) => cidr === "0.0.0.0/0") ?? [];
  expect(fromAnywhere.map(text)).toEqual(["tcp 0.0.0.0/0 32768-60999"]);
});

test("the transit segment has rules for the two directions that AWS looks at, by the site's own addresses", () => {
  const transit = aclsOf(sweden()).get("transit");
  for (const rule of [...(transit?.ingress ?? []), ...(transit?.egress ?? [])]) expect(rule.cidr.startsWith("10.16.")).toBe(true);
  expect(transit?.egress.map(text)).toContain("tcp 10.16.0.0/18 443-443");
});

test("a flow to the internet opens the edge to the partner's replies and nobody else's", () => {
  const before = aclsOf(sweden()).get("edge")?.ingress.map(text) ?? [];
  const after = aclsOf(swedenWithInternetPartner()).get("edge")?.ingress.map(text) ?? [];
  expect(after.filter((rule) => !before.includes(rule))).toEqual(["tcp 198.51.100.0/24 1024-65535"]);
});

test("a flow that is added moves no rule of the flows that were there", () => {
  const deployment = sweden();
  const [first, ...rest] = deployment.flows;
  if (first === undefined) throw new Error("the sample has no flow");
  const added = { ...first, name: "second-api", port: 9444, purpose: "Another way in" };
  const rulesWith = (flows: typeof deployment.flows) =>
    [...aclsOf({ ...deployment, flows }).values()].flatMap(({ segment, ingress, egress }) =>
      [...ingress.map((rule) => `in ${rule.number} ${text(rule)}`), ...egress.map((rule) => `out ${rule.number} ${text(rule)}`)].map(
        (rule) => `${segment} ${rule}`,
      ),
    );
  const before = rulesWith(deployment.flows);
  const after = rulesWith([added, first, ...rest]);
  expect(before.filter((rule) => !after.includes(rule))).toEqual([]);
  expect(after.filter((rule) => !before.includes(rule))).toHaveLength(1);
});

test("both sites number a rule alike", () => {
  const numbersOf = (site: "a" | "b") =>
    networkAcls(siteFlows(sweden(), site)).map(({ ingress, egress }) => [...ingress, ...egress].map(({ number }) => number));
  expect(numbersOf("a")).toEqual(numbersOf("b"));
});

test("no rule says what another of its list says already", () => {
  for (const { ingress, egress } of aclsOf(sweden()).values()) {
    for (const rules of [ingress, egress]) expect(new Set(rules.map(text)).size).toBe(rules.length);
  }
});

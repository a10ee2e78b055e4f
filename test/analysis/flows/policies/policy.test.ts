import { type Decision, decide, type PolicyRequest, policyOf } from "../../../../analysis/flows/policies/policy";
import { estateOf } from "../../../../synthesized/estate/estate";
import type { Json, JsonObject } from "../../../../synthesized/json";
import { writtenTemplate } from "../../../synthesized/written-template";

const ours = "111122223333";
const root = { AWS: `arn:aws:iam::${ours}:root` };

function decisionOn(statements: Json, request: Partial<PolicyRequest> = {}): Decision | "unreadable" | "none" {
  const template = writtenTemplate({ resource: { aws_kms_key: { key: { policy: JSON.stringify({ Statement: statements }) } } } });
  const [key] = template.resources;
  if (key === undefined) throw new Error("no key");
  const policy = policyOf(estateOf([template]), { template, block: key });
  const asked: PolicyRequest = {
    principal: { kind: "role", account: ours, arn: `arn:aws:iam::${ours}:role/service` },
    action: "kms:Decrypt",
    context: new Map([
      ["aws:PrincipalAccount", ours],
      ["aws:PrincipalArn", `arn:aws:iam::${ours}:role/service`],
      ["aws:absent", undefined],
    ]),
    ...request,
  };
  return policy.kind === "read" ? decide(policy.statements, asked) : policy.kind;
}

const allow = (change: JsonObject = {}): JsonObject => ({ Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*", ...change });
const deny = (change: JsonObject = {}): JsonObject => ({ ...allow(change), Effect: "Deny" });
const when = (operator: string, key: string, value: Json): JsonObject => ({ Condition: { [operator]: { [key]: value } } });

describe("a policy", () => {
  test.each<[string, Json, Decision]>([
    ["allows what a statement allows", [allow()], "allowed"],
    ["allows nothing by itself", [], "notAllowed"],
    ["denies over every allow", [allow(), deny({ Action: ["kms:Decrypt"] })], "notAllowed"],
    ["reads actions without regard to case", [allow({ Action: "KMS:decrypt" })], "allowed"],
    ["does not take one action for another", [allow({ Action: "kms:Decrypt?" })], "notAllowed"],
    ["knows principals by role", [allow({ Principal: { AWS: [`arn:aws:iam::${ours}:role/service`] } })], "allowed"],
    ["knows principals by account", [allow({ Principal: { AWS: ours } })], "allowed"],
    ["keeps others out", [allow({ Principal: { AWS: "arn:aws:iam::999999999999:root" } })], "notAllowed"],
    ["keeps roles out of what is for a service", [allow({ Principal: { Service: "logs.amazonaws.com" } })], "notAllowed"],
    ["allows where its condition holds", [allow(when("StringEquals", "aws:PrincipalAccount", ours))], "allowed"],
    ["reads condition keys without regard to case", [allow(when("StringEquals", "AWS:principalaccount", [ours]))], "allowed"],
    ["does not where it does not", [allow(when("StringEquals", "aws:PrincipalAccount", "999999999999"))], "notAllowed"],
    ["does not on a value that the request lacks", [allow(when("StringEquals", "aws:absent", "x"))], "notAllowed"],
    ["matches patterns", [allow(when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/*"))], "allowed"],
    ["takes no pattern for equal", [allow(when("ArnEquals", "aws:PrincipalArn", "arn:aws:iam::*:role/*"))], "notAllowed"],
    ["reads conditions on what is absent", [allow(when("Null", "aws:absent", "true"))], "allowed"],
    ["does not know a condition that it cannot read", [allow(when("IpAddress", "aws:SourceIp", "10.0.0.0/8"))], "unknown"],
    ["does not know a deny that it cannot read", [allow(), deny(when("DateLessThan", "aws:CurrentTime", "2026"))], "unknown"],
    [
      "knows that an unread condition cannot save what something else rules out",
      [allow({ ...when("IpAddress", "aws:SourceIp", "x"), Action: "s3:*" })],
      "notAllowed",
    ],
  ])("%s", (_, statements, decision) => {
    expect(decisionOn(statements)).toBe(decision);
  });

  test.each<[string, Json]>([
    ["NotAction", [{ Effect: "Allow", Principal: "*", NotAction: "kms:Decrypt", Resource: "*" }]],
    ["NotPrincipal", [{ Effect: "Deny", NotPrincipal: root, Action: "*", Resource: "*" }]],
    ["no list of statements", "all"],
  ])("with %s cannot be read", (_, statements) => {
    expect(decisionOn(statements)).toBe("unreadable");
  });

  test("lets a service in by its name", () => {
    const request = { principal: { kind: "service", name: "logs.eu-north-1.amazonaws.com" } as const };
    expect(decisionOn([allow({ Principal: { Service: ["logs.eu-north-1.amazonaws.com"] } })], request)).toBe("allowed");
  });
});

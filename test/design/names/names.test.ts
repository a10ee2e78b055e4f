import { type Deployment, deploymentSchema } from "../../../config/deployment";
import { designOf } from "../../../design/design";
import { roleArn } from "../../../design/foundation/naming";
import { cellsOf } from "../../../design/layout/capacity";
import { cellName, cellSiteName, participantName, serviceName } from "../../../design/layout/service-names";
import { namesDesign } from "../../../design/names/names";
import { nameFilterDesign } from "../../../design/network/name-filter";
import { decide, type PolicyRequest } from "../../policy-decision";
import { sweden } from "../../sweden";

const deployment = sweden();
const names = namesDesign(deployment);
const zone = "arn:aws:route53:::hostedzone/Z0123456789ABCDEF";
const ours = { "aws:SourceAccount": "111122223333", "aws:SourceArn": zone };
const theirs = { ...ours, "aws:SourceAccount": "999999999999" };

/** Every name that anything here answers to, in both zones. */
const namesOf = (declared: Deployment): readonly string[] =>
  (["public", "private"] as const).flatMap((kind) => [
    serviceName(declared, kind),
    ...cellsOf(declared).flatMap((cell) => [
      cellName(declared, kind, cell),
      ...(["a", "b"] as const).map((site) => cellSiteName(declared, kind, { ...cell, site })),
    ]),
    ...declared.participants.map(({ name }) => participantName(declared, kind, name)),
  ]);

/** As a client compares: a star stands for one label. */
const covers = (pattern: string, name: string): boolean => pattern.slice("*".length) === name.slice(name.indexOf("."));

test("a certificate covers every name of the service, and is the same at both sites", () => {
  const { a, b } = names.certificates;
  expect(a.names).toEqual(b.names);
  const uncovered = namesOf(deployment).filter((name) => !a.names.some((pattern) => covers(pattern.name, name)));
  expect(uncovered).toEqual([]);
});

test("no two things of the service have one name", () => {
  const all = namesOf({ ...deployment, capacity: { ...deployment.capacity, peakPaymentsPerSecond: 400_000 } });
  expect(all.length).toBeGreaterThan(60);
  expect(new Set(all).size).toBe(all.length);
});

test("the longest names that a sound file can declare are names that DNS takes", () => {
  const longest = `${"a".repeat(54)}.example`;
  const participants = [{ name: "p".repeat(30), cell: 1 }];
  const declared = deploymentSchema.parse({
    ...deployment,
    participants,
    names: { zone: longest, privateZone: `${"b".repeat(63)}.${longest}` },
  });
  for (const name of namesOf(declared)) {
    expect(name.length).toBeLessThanOrEqual(253);
    expect(Math.max(...name.split(".").map((label) => label.length))).toBeLessThanOrEqual(63);
  }
  expect(namesDesign(declared).certificates.a.names[0].name).toHaveLength(64);
});

describe("the key that signs the zone", () => {
  const { policy } = names.signing.key;
  const signer = { service: "dnssec-route53.amazonaws.com" };
  const ask = (action: string, by: PolicyRequest["by"], context: PolicyRequest["context"] = ours) =>
    decide(policy, { action, by, context });

  test("signs for Route 53, for this account's zones alone", () => {
    for (const action of ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"]) {
      expect(ask(action, signer)).toBe("allowed");
      expect(ask(action, signer, theirs)).toBe("notMentioned");
      expect(ask(action, signer, { ...ours, "aws:SourceArn": "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1" })).toBe("notMentioned");
    }
    expect(ask("kms:CreateGrant", signer, { "kms:GrantIsForAWSResource": "true" })).toBe("allowed");
    expect(ask("kms:CreateGrant", signer, { "kms:GrantIsForAWSResource": "false" })).toBe("notMentioned");
  });

  test("signs for nobody else, those who look after it included", () => {
    const { deployerRole, keyAdministratorRole } = deployment.access;
    for (const role of [deployerRole, keyAdministratorRole, "someone-else"])
      expect(ask("kms:Sign", { role: roleArn(deployment, role) })).toBe("notMentioned");
    expect(ask("kms:Sign", { service: "route53.amazonaws.com" })).toBe("notMentioned");
  });
});

test("Route 53 writes the log of queries of this account's zones, into that group and its streams", () => {
  const { group, writer } = names.queryLog;
  const arn = `arn:aws:logs:us-east-1:111122223333:log-group:${group}`;
  const write = (resource: string, context: Readonly<Record<string, string>>) =>
    decide(writer.document, { action: "logs:PutLogEvents", resource, by: { service: "route53.amazonaws.com" }, context });
  expect([arn, `${arn}:log-stream:Z1/DFW3`].map((resource) => write(resource, ours))).toEqual(["allowed", "allowed"]);
  expect(write(arn, theirs)).toBe("notMentioned");
  expect(write(`${arn}-other:log-stream:Z1/DFW3`, ours)).toBe("notMentioned");
});

test("CloudWatch Logs encrypts that group, and no other, with the group's key", () => {
  const encrypt = (group: string) =>
    decide(names.queryLog.key.policy, {
      action: "kms:GenerateDataKey",
      by: { service: "logs.us-east-1.amazonaws.com" },
      context: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:111122223333:log-group:${group}` },
    });
  expect([encrypt(names.queryLog.group), encrypt("/aws/route53/other.example")]).toEqual(["allowed", "notMentioned"]);
});

test("Amazon's authority may issue for the zone, wildcards included, and no other", () => {
  expect(new Set(names.issuers.map(({ tag }) => tag))).toEqual(new Set(["issue", "issuewild"]));
  for (const { issuer } of names.issuers) expect(issuer).toMatch(/^(amazon|amazonaws|amazontrust|awstrust)\.com$/);
});

test("a key signing key has a name that Route 53 takes", () => {
  expect(names.signing.keySigningKey).toMatch(/^\w{3,128}$/);
});

test("from each site one finds private names, the ledger of its Region, and not the other site's ledger", () => {
  const finds = (site: "a" | "b", name: string) =>
    nameFilterDesign(deployment, site).allowed.some((pattern) => `${name}.`.endsWith(pattern.slice("*".length)));
  const own = { a: "4abc.dsql-fnh4.eu-north-1.on.aws", b: "4abd.dsql-fnh4.eu-central-1.on.aws" };
  for (const site of ["a", "b"] as const) {
    const privateNames = namesOf(deployment).filter((name) => name.endsWith(deployment.names.privateZone));
    for (const name of [...privateNames, own[site]]) expect([name, finds(site, name)]).toEqual([name, true]);
    for (const name of [own[site === "a" ? "b" : "a"], "line.pay.bank.example.attacker.example", "offline.pay.bank.example"])
      expect([name, finds(site, name)]).toEqual([name, false]);
  }
});

test("a site's private zone is called the same at both, and says whose it is", () => {
  const { siteA, siteB } = designOf(deployment);
  expect([siteA.privateZone.name, siteB.privateZone.name]).toEqual(["line.pay.bank.example", "line.pay.bank.example"]);
  expect([siteA.privateZone.comment, siteB.privateZone.comment].map((comment) => /site-[ab]/.exec(comment)?.[0])).toEqual([
    "site-a",
    "site-b",
  ]);
});

test("the names wait for the topics that their alarms go to, in every Region they are in", () => {
  expect(names.after).toEqual([
    "bootstrap-eu-west-1",
    ...["eu-west-1", "eu-north-1", "eu-central-1", "us-east-1"].map((region) => `guardrails-${region}`),
  ]);
});

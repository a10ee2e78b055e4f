import { deniedActions, tampering, toldCalls } from "../../design/protection/tampering";
import { configRules, excludedConfigRules } from "../../facts/config-rules";
import type { TamperingCall } from "../../facts/tampering/tampering";
import { untoldTampering } from "../../facts/tampering/untold-tampering";

test("every rule of AWS Config is named once, bears on a requirement and says who says so", () => {
  expect(new Set(configRules.map(({ name }) => name)).size).toBe(configRules.length);
  for (const rule of configRules) {
    expect(rule.requirements.length).toBeGreaterThan(0);
    for (const requirement of rule.requirements) expect(requirement).toMatch(/^\d{1,2}(\.\d{1,2}){1,3}$/);
    expect(rule.identifier).toMatch(/^[A-Z0-9_]+$/);
    expect(rule.source).not.toBe("");
    expect(rule.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test("a rule that is left out says why, and is left out", () => {
  const running = new Set(configRules.map(({ name }) => name));
  for (const { name, reason, requirements } of excludedConfigRules) {
    expect(running).not.toContain(name);
    expect(reason).not.toBe("");
    expect(requirements.length).toBeGreaterThan(0);
  }
});

test("switches of the password rule are in small letters, since it takes TRUE for false", () => {
  const switches = configRules.flatMap(({ parameters }) => Object.values(parameters)).filter((value) => /^(true|false)$/i.test(value));
  expect(switches.length).toBeGreaterThan(0);
  for (const value of switches) expect(value).toBe(value.toLowerCase());
});

test("rules about users and passwords run in the home Region only", () => {
  const everywhere = configRules.filter(({ name, where }) => /^(access-keys|iam-|mfa-|root-account)/.test(name) && where === "everyRegion");
  expect(everywhere).toEqual([]);
});

test("every call that tampers is watched by one rule, so that it pages once", () => {
  const calls = tampering.flatMap((row) => toldCalls(row).map((call) => `${row.eventSource} ${call}`));
  expect(new Set(calls).size).toBe(calls.length);
  expect(new Set(tampering.map(({ id }) => id)).size).toBe(tampering.length);
});

test("a watcher's name can stand in a JSON string as it is", () => {
  for (const { watcher } of tampering) expect(JSON.stringify(watcher)).toBe(`"${watcher}"`);
});

const covers = (pattern: string, action: string): boolean => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(action);

test("a call is told under the name that its denial has, but for S3's that IAM knows by another", () => {
  const otherwise = ({ denied, told }: TamperingCall) =>
    told.filter((call) => !covers(denied, `${denied.split(":")[0] ?? ""}:${call}`)).map((call) => `${call} is ${denied}`);
  expect(tampering.flatMap(({ calls }) => calls.flatMap(otherwise)).toSorted()).toEqual([
    "DeleteAccountPublicAccessBlock is s3:PutAccountPublicAccessBlock",
    "DeleteBucketEncryption is s3:PutEncryptionConfiguration",
    "DeleteBucketLifecycle is s3:PutLifecycleConfiguration",
    "DeleteBucketPublicAccessBlock is s3:PutBucketPublicAccessBlock",
    "PutBucketEncryption is s3:PutEncryptionConfiguration",
    "PutBucketLifecycle is s3:PutLifecycleConfiguration",
    "PutBucketLifecycleConfiguration is s3:PutLifecycleConfiguration",
    "PutBucketReplication is s3:PutReplicationConfiguration",
  ]);
});

test("what is forbidden is of the service that tells of it, CloudWatch's under its own prefix", () => {
  const prefixes = tampering.map(({ eventSource, calls }) => [
    eventSource.replace(".amazonaws.com", ""),
    ...new Set(calls.map(({ denied }) => denied.split(":")[0])),
  ]);
  const other = prefixes.filter(([source, ...prefix]) => prefix.join(" ") !== source);
  expect(other).toEqual([["monitoring", "cloudwatch"]]);
});

test("what nobody can do in an emergency pages on-call when anyone else does it, or says why not", () => {
  const told = tampering.flatMap(({ calls }) => calls.map(({ denied }) => denied));
  for (const { kept, denied, reason } of untoldTampering) {
    expect(reason).not.toBe("");
    expect(told.filter((action) => denied.includes(action))).toEqual([]);
    expect(deniedActions(kept)).toEqual(expect.arrayContaining([...denied]));
  }
  for (const { told: calls } of tampering.flatMap((row) => row.calls)) expect(calls.length).toBeGreaterThan(0);
});

import { configRules, excludedConfigRules } from "../../facts/config-rules";
import { accessTampering } from "../../facts/tampering/access-tampering";
import { alertTampering } from "../../facts/tampering/alert-tampering";
import { evidenceTampering } from "../../facts/tampering/evidence-tampering";
import { guardrailTampering } from "../../facts/tampering/guardrail-tampering";
import { nameTampering } from "../../facts/tampering/name-tampering";
import { evidenceBucketActions, tamperingActions, untoldActions } from "../../facts/tampering/tampering-actions";
import type { TamperingEvents } from "../../facts/tampering/tampering-events";

const tampering = [...guardrailTampering, ...evidenceTampering, ...alertTampering, ...accessTampering, ...nameTampering];

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
  const calls = tampering.flatMap(({ eventSource, eventNames }) => eventNames.map((eventName) => `${eventSource} ${eventName}`));
  expect(new Set(calls).size).toBe(calls.length);
  expect(new Set(tampering.map(({ id }) => id)).size).toBe(tampering.length);
});

test("a watcher's name can stand in a JSON string as it is", () => {
  for (const { watcher } of tampering) expect(JSON.stringify(watcher)).toBe(`"${watcher}"`);
});

/** The few calls that IAM knows by another name than the trail (Service Authorization Reference, Amazon S3). */
const actionOf: Readonly<Record<string, string>> = {
  DeleteAccountPublicAccessBlock: "PutAccountPublicAccessBlock",
  DeleteBucketEncryption: "PutEncryptionConfiguration",
  DeleteBucketLifecycle: "PutLifecycleConfiguration",
  DeleteBucketPublicAccessBlock: "PutBucketPublicAccessBlock",
  PutBucketEncryption: "PutEncryptionConfiguration",
  PutBucketLifecycle: "PutLifecycleConfiguration",
  PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
  PutBucketReplication: "PutReplicationConfiguration",
};
const told = tampering.flatMap(({ eventSource, eventNames }: TamperingEvents) => {
  const service = (eventSource.split(".")[0] ?? "").replace("monitoring", "cloudwatch");
  return eventNames.map((eventName) => `${service}:${actionOf[eventName] ?? eventName}`);
});
const forbidden = [...tamperingActions, evidenceBucketActions].flatMap(({ actions }) => actions);
const untold = untoldActions.flatMap(({ actions }) => actions);
const covers = (pattern: string, action: string): boolean => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(action);

test("what pages on-call when anyone does it, nobody can do in an emergency", () => {
  expect(told.filter((action) => !forbidden.some((pattern) => covers(pattern, action)))).toEqual([]);
});

test("what nobody can do in an emergency pages on-call when anyone else does it, or says why not", () => {
  const silent = forbidden.filter((pattern) => !told.some((action) => covers(pattern, action)));
  expect(silent.toSorted()).toEqual(untold.toSorted());
});

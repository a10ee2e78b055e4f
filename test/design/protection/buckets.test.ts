import { roleArn } from "../../../design/foundation/naming";
import { bootstrapDesigns } from "../../../design/guardrails/bootstrap";
import { guardrailsRegionDesigns } from "../../../design/guardrails/guardrails-region";
import { logArchiveDesign } from "../../../design/guardrails/log-archive";
import { type BucketDesign, bucketPolicy } from "../../../design/protection/buckets";
import { decide, type PolicyRequest } from "../../policy-decision";
import { sweden } from "../../sweden";

const deployment = sweden();
const deployer = { role: roleArn(deployment, deployment.access.deployerRole) };
const keyArn = "arn:aws:kms:eu-north-1:111122223333:key/1234";
const trailArn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/twinsite-sweden-trail";
const archive = logArchiveDesign(deployment, trailArn);

const [state] = bootstrapDesigns(deployment).map(({ bucket }) => bucket);
const [history] = guardrailsRegionDesigns(deployment).flatMap(({ recorder }) =>
  recorder === "managedElsewhere" ? [] : [recorder.history],
);
if (state === undefined || history === undefined) throw new Error("Sweden has a state bucket and a record of AWS Config");
const buckets: readonly BucketDesign[] = [state, history, archive.trail, archive.access];

const policyOf = (bucket: BucketDesign): string => bucketPolicy(bucket, keyArn);
const objectIn = (bucket: BucketDesign, key: string): string => `arn:aws:s3:::${bucket.name}/${key}`;

describe.each(buckets.map((bucket) => [bucket.name, bucket] as const))("%s", (_, bucket) => {
  test("nobody reaches it without TLS", () => {
    const request = { action: "s3:GetObject", resource: objectIn(bucket, "x"), by: deployer };
    expect(decide(policyOf(bucket), { ...request, context: { "aws:SecureTransport": "false" } })).toBe("denied");
    expect(decide(policyOf(bucket), { ...request, context: { "aws:SecureTransport": "true" } })).toBe("notMentioned");
  });

  test("nobody removes a version of what it holds, or the bucket itself", () => {
    expect(decide(policyOf(bucket), { action: "s3:DeleteObjectVersion", resource: objectIn(bucket, "x"), by: deployer })).toBe("denied");
    expect(decide(policyOf(bucket), { action: "s3:DeleteBucket", resource: `arn:aws:s3:::${bucket.name}`, by: deployer })).toBe("denied");
  });

  test("its name fits the 63 characters of S3 in the longest Region of the longest deployment name", () => {
    const longest = bucket.name.replace("sweden", "x".repeat(16)).replace(/-(?:[a-z]+)-(?:[a-z]+)-\d$/, "-ap-southeast-2");
    expect(longest.length).toBeLessThanOrEqual(63);
  });
});

test.each([archive.trail, archive.access, history].map((bucket) => [bucket.name, bucket] as const))(
  "nobody hides what %s holds, and a replaced version stays as long as one that nobody touched",
  (_, bucket) => {
    expect(decide(policyOf(bucket), { action: "s3:DeleteObject", resource: objectIn(bucket, "x"), by: deployer })).toBe("denied");
    const kept = bucket.retention.kind === "none" ? bucket.lifecycle.supersededDays : bucket.retention.days;
    expect(kept).toBe(deployment.logRetentionDays);
  },
);

test("Terraform can take back its lock on a state", () => {
  expect(decide(policyOf(state), { action: "s3:DeleteObject", resource: objectIn(state, "x.tflock"), by: deployer })).toBe("notMentioned");
});

const encryption = "s3:x-amz-server-side-encryption";
const keyId = `${encryption}-aws-kms-key-id`;
const writeState = (context: PolicyRequest["context"] = {}) =>
  decide(policyOf(state), { action: "s3:PutObject", resource: objectIn(state, "sweden/site-a.tfstate"), by: deployer, context });

test("a state written under the bucket's own key, by either of its names or by default, is not refused", () => {
  expect(writeState()).toBe("notMentioned");
  expect(writeState({ [encryption]: "aws:kms", [keyId]: keyArn })).toBe("notMentioned");
  expect(writeState({ [encryption]: "aws:kms", [keyId]: "arn:aws:kms:eu-north-1:111122223333:alias/twinsite-sweden-state" })).toBe(
    "notMentioned",
  );
});

test("a state written under another key or S3's own is refused", () => {
  expect(writeState({ [encryption]: "AES256" })).toBe("denied");
  expect(writeState({ [encryption]: "aws:kms", [keyId]: `${keyArn}5` })).toBe("denied");
});

test("a bucket that refuses other keys but has none of its own is a mistake that says so", () => {
  expect(() => bucketPolicy(state, undefined)).toThrow(`bucket ${state.name} refuses foreign keys but has none of its own; give it one`);
});

describe("the archive of the trail", () => {
  const write = (change: Partial<PolicyRequest>) =>
    decide(policyOf(archive.trail), {
      action: "s3:PutObject",
      resource: objectIn(archive.trail, "AWSLogs/111122223333/CloudTrail/eu-north-1/2026/11/23/x.json.gz"),
      by: { service: "cloudtrail.amazonaws.com" },
      context: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" },
      ...change,
    });

  test("this trail writes to it, and no other trail, account or service", () => {
    expect(write({})).toBe("allowed");
    expect(write({ context: { "aws:SourceArn": `${trailArn}2`, "s3:x-amz-acl": "bucket-owner-full-control" } })).toBe("notMentioned");
    expect(write({ resource: objectIn(archive.trail, "AWSLogs/999999999999/x") })).toBe("notMentioned");
    expect(write({ by: { service: "config.amazonaws.com" } })).toBe("notMentioned");
  });

  test("it takes digests under S3's own key, which log file validation writes", () => {
    expect(write({ context: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control", [encryption]: "AES256" } })).toBe(
      "allowed",
    );
  });

  test("nothing in it expires before its retention ends, and the newest 90 days are at hand", () => {
    expect(archive.trail.retention).toEqual({ kind: "compliance", days: 400 });
    expect(archive.trail.lifecycle.currentVersions).toEqual({ kind: "expire", afterDays: 400 });
    expect(archive.trail.lifecycle.coldStorage).toEqual({ kind: "instantRetrieval", afterDays: 90 });
  });

  test("its access log goes to a bucket without object lock, which takes it from nowhere else", () => {
    expect(archive.access.retention).toEqual({ kind: "none" });
    const log = (source: string) =>
      decide(policyOf(archive.access), {
        action: "s3:PutObject",
        resource: objectIn(archive.access, "archive/2026-11-23"),
        by: { service: "logging.s3.amazonaws.com" },
        context: { "aws:SourceArn": source, "aws:SourceAccount": "111122223333" },
      });
    expect(log(`arn:aws:s3:::${archive.trail.name}`)).toBe("allowed");
    expect(log(`arn:aws:s3:::${archive.access.name}`)).toBe("notMentioned");
  });
});

test("AWS Config writes its own account's history in the form that it uses, and nothing else", () => {
  const write = (change: Partial<PolicyRequest>) =>
    decide(policyOf(history), {
      action: "s3:PutObject",
      resource: objectIn(history, "AWSLogs/111122223333/Config/ConfigWritabilityCheckFile"),
      by: { service: "config.amazonaws.com" },
      context: { "aws:SourceAccount": "111122223333", "s3:x-amz-acl": "bucket-owner-full-control" },
      ...change,
    });
  expect(write({})).toBe("allowed");
  expect(write({ context: { "aws:SourceAccount": "999999999999", "s3:x-amz-acl": "bucket-owner-full-control" } })).toBe("notMentioned");
  expect(write({ resource: objectIn(history, "elsewhere") })).toBe("notMentioned");
  expect(history.retention).toEqual({ kind: "none" });
});

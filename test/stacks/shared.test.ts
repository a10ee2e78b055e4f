import type { Deployment } from "../../config/deployment";
import { sharedDesign } from "../../design/shared/shared";
import { SharedStack } from "../../stacks/shared";
import { isObject } from "../../synthesized/json";
import { type Block, regionOf, resourcesOf, type Template } from "../../synthesized/template";
import { sweden } from "../sweden";
import { drawnStack } from "./drawn-stacks";

function synthesized(deployment: Deployment): Template {
  return drawnStack("shared", (app) => new SharedStack(app, sharedDesign(deployment)));
}

const template = synthesized(sweden());
const { a, b } = sweden().sites;
const regionsOf = (blocks: readonly Block[]) => blocks.map((block) => regionOf(template, block));
const named = (type: string, part: string) => resourcesOf(template, type).filter(({ name }) => name.startsWith(part));

test("every resource names its provider, so none lands in a Region by default", () => {
  expect(template.resources.filter(({ attributes }) => attributes["provider"] === undefined)).toEqual([]);
});

test("each multi-Region key is in site a's Region, its copy and the copy's alias in site b's", () => {
  const primaries = resourcesOf(template, "aws_kms_key").filter(({ attributes }) => attributes["multi_region"] === true);
  const copies = resourcesOf(template, "aws_kms_replica_key");
  expect(regionsOf(primaries)).toEqual([a.region, a.region]);
  expect(regionsOf(copies)).toEqual([b.region, b.region]);
  expect(copies.map(({ attributes }) => attributes["primary_key_arn"])).toEqual(primaries.map(({ address }) => `\${${address}.arn}`));
  for (const id of ["ledger-fields", "pan-hashes"])
    expect(new Set(regionsOf(named("aws_kms_alias", id)))).toEqual(new Set([a.region, b.region]));
});

test("every key rotates but the hash key, which KMS cannot rotate", () => {
  const fixed = resourcesOf(template, "aws_kms_key").filter(({ attributes }) => attributes["enable_key_rotation"] !== true);
  expect(fixed.map(({ attributes }) => [attributes["key_usage"], attributes["customer_master_key_spec"]])).toEqual([
    ["GENERATE_VERIFY_MAC", "HMAC_256"],
  ]);
});

test("no destroy takes a key, a bucket or the secret", () => {
  const kept = ["aws_kms_key", "aws_kms_replica_key", "aws_s3_bucket", "aws_secretsmanager_secret"].flatMap((type) =>
    resourcesOf(template, type),
  );
  const unprotected = kept.filter(({ attributes: { lifecycle } }) => !isObject(lifecycle) || lifecycle["prevent_destroy"] !== true);
  expect(kept).toHaveLength(11);
  expect(unprotected.map(({ address }) => address)).toEqual([]);
});

test("Terraform holds no value of the secret", () => {
  expect(resourcesOf(template, "aws_secretsmanager_secret_version")).toEqual([]);
});

test("the copy of the secret is in site b's Region under a key that is there", () => {
  const [secret] = resourcesOf(template, "aws_secretsmanager_secret");
  const [copyKey] = named("aws_kms_key", "clearing-credentials_copy-key");
  expect(secret?.attributes["replica"]).toEqual([{ region: b.region, kms_key_id: `\${${copyKey?.address}.arn}` }]);
  expect(regionsOf(copyKey === undefined ? [] : [copyKey])).toEqual([b.region]);
});

test.each([
  { way: "a-to-b", from: "a", to: "b", regions: [a.region, b.region] },
  { way: "b-to-a", from: "b", to: "a", regions: [b.region, a.region] },
])(
  "replication $way is set in the source's Region, encrypts with the destination's key and waits for versions in both buckets",
  (direction) => {
    const { way, from, to, regions } = direction;
    const [rule] = named("aws_s3_bucket_replication_configuration", `reconciliation_${way}`);
    const [key] = named("aws_kms_key", `reconciliation_${to}-key`);
    const versioning = [from, to].flatMap((side) => named("aws_s3_bucket_versioning", `reconciliation_${side}-files`));
    expect(rule?.attributes["rule"]).toMatchObject([
      {
        destination: { encryption_configuration: { replica_kms_key_id: `\${${key?.address}.arn}` } },
        delete_marker_replication: { status: "Enabled" },
        source_selection_criteria: { replica_modifications: { status: "Enabled" }, sse_kms_encrypted_objects: { status: "Enabled" } },
      },
    ]);
    expect(rule?.attributes["depends_on"]).toEqual(expect.arrayContaining(versioning.map(({ address }) => address)));
    expect(regionsOf(rule === undefined ? [] : [rule])).toEqual([regions[0]]);
  },
);

test("failures of replication are watched where the files come from, delay where they go: S3 measures them there", () => {
  const measured = named("aws_cloudwatch_metric_alarm", "reconciliation_a-to-b").map((alarm) => [
    alarm.attributes["metric_name"],
    regionOf(template, alarm),
  ]);
  expect(Object.fromEntries(measured)).toEqual({ OperationsFailedReplication: a.region, ReplicationLatency: b.region });
});

test("an alarm's topic is in the alarm's own Region", () => {
  for (const alarm of resourcesOf(template, "aws_cloudwatch_metric_alarm")) {
    expect(alarm.attributes["alarm_actions"]).toEqual([`arn:aws:sns:${regionOf(template, alarm)}:111122223333:twinsite-sweden-on-call`]);
  }
});

test("each site is backed up in its own Region and copied to the other's vault", () => {
  const plans = resourcesOf(template, "aws_backup_plan");
  const receiving = plans.map(({ attributes }) => /arn:aws:backup:([a-z0-9-]+):/.exec(JSON.stringify(attributes["rule"]))?.[1]);
  expect(regionsOf(plans)).toEqual([a.region, b.region]);
  expect(receiving).toEqual([b.region, a.region]);
});

test("nothing refers to another stack: what is not of this stack is called by its name", () => {
  const references = JSON.stringify(template.document).match(/\$\{[^}]*\}/g) ?? [];
  const own = new Set(template.resources.map(({ address }) => address));
  const strange = references.filter((reference) => !own.has(reference.slice(2, -1).split(".").slice(0, 2).join(".")));
  expect(new Set(strange)).toEqual(new Set());
  expect(template.dataSources).toEqual([]);
});

test("without card data there is no hash key", () => {
  const types = resourcesOf(synthesized({ ...sweden(), cardData: "none" }), "aws_kms_replica_key").map(({ name }) => name.split("_")[0]);
  expect(types).toEqual(["ledger-fields"]);
});

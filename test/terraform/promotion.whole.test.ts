import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { offlineEnvironment } from "../../cli/terraform/terraform";
import { isObject, type Json, type JsonObject } from "../../synthesized/json";
import { resourcesOf, type Template } from "../../synthesized/template";
import { australia } from "../australia";
import { synthesizedDeployment } from "../synthesized-deployment";
import { skipWithoutTerraform } from "./terraform-plans";

const attributes = z.record(z.string(), z.json());
const planned = z.object({
  resource_changes: z.array(
    z.object({
      name: z.string(),
      change: z.object({ actions: z.array(z.string()), after: attributes.nullable(), before: attributes.nullable() }),
    }),
  ),
});
type Changes = ReadonlyMap<string, z.infer<typeof planned>["resource_changes"][number]["change"]>;

const { ledger } = australia();
if (ledger.engine !== "auroraGlobal") throw new Error("the ledger of australia.yaml is no copy");
const onTheDay = synthesizedDeployment(australia());
const writtenDown = synthesizedDeployment({ ...australia(), ledger: { ...ledger, primary: "b" } });

/** A member's cluster with words in the place of what stands around it, so that it is planned alone. */
function clusterOf(templates: ReadonlyMap<string, Template>, site: "a" | "b"): JsonObject {
  const template = templates.get(`ledger-01-${site}`);
  const [cluster] = template === undefined ? [] : resourcesOf(template, "aws_rds_cluster");
  const { locals = {} } = template?.document ?? {};
  if (cluster === undefined || !isObject(locals)) throw new Error(`ledger-01-${site} has no cluster`);
  const { depends_on: _order, ...own } = cluster.attributes;
  const withRole = Object.entries(locals).reduce(
    (text, [name, role]) => text.replaceAll(`local.${name}`, `\\"${String(role)}\\"`),
    JSON.stringify(own),
  );
  const alone = withRole
    .replaceAll(/\$\{aws_kms_key\.[^}]+\}/g, "arn:aws:kms:ap-southeast-2:111122223333:key/k")
    .replaceAll(/\$\{(?:aws_|data\.)[^}]+\}/g, "around");
  return attributes.parse(JSON.parse(alone));
}

/** Nothing is ignored: what would be done to the member that was the primary. */
function watched({ lifecycle: _ignored, ...cluster }: JsonObject): JsonObject {
  return cluster;
}

const clusters: Readonly<Record<string, JsonObject>> = {
  a: clusterOf(onTheDay, "a"),
  b: clusterOf(onTheDay, "b"),
  "a-written-down": clusterOf(writtenDown, "a"),
  "b-written-down": clusterOf(writtenDown, "b"),
  "a-watched": watched(clusterOf(onTheDay, "a")),
};

const folder = mkdtempSync(join(tmpdir(), "twinsite-promotion-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function terraform(...args: readonly string[]): string {
  const program = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: offlineEnvironment(process.env),
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined || status !== 0) throw error ?? new Error(stderr);
  return stdout;
}

function plan(): Changes {
  terraform("plan", "-refresh=false", "-input=false", "-no-color", "-out=plan");
  const { resource_changes: changes } = planned.parse(JSON.parse(terraform("show", "-json", "plan")));
  return new Map(changes.map(({ name, change }) => [name, change]));
}

/** What AWS says of a member after site B's was promoted, while site A's is made anew as its copy. */
function movedBy(name: string): JsonObject {
  const site = name.slice(0, 1);
  const arn = (of: string): string => `arn:aws:rds:ap-southeast-2:111122223333:cluster:${of}`;
  const lists = { availability_zones: ["one", "two", "three"], cluster_members: ["one"], iam_roles: [], master_user_secret: [] };
  const common = { id: site, arn: arn(site), master_username: "ledger_administrator", ...lists };
  if (site === "b") return { ...common, replication_source_identifier: "" };
  return { ...common, master_password_wo_version: 1, global_cluster_identifier: "", replication_source_identifier: arn("b") };
}

/** What the provider keeps from being shown: a state that showed it would be a change of its own. */
const secret = ["master_password", "master_password_wo"].map((value) => [{ type: "get_attr", value }]);

function stateOf(changes: Changes): string {
  const resources = [...changes].map(
    ([name, { after }]): Json => ({
      mode: "managed",
      type: "aws_rds_cluster",
      name,
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ schema_version: 1, attributes: { ...after, ...movedBy(name) }, sensitive_attributes: secret }],
    }),
  );
  return JSON.stringify({ version: 4, terraform_version: "1.11.0", serial: 1, lineage: "promotion", outputs: {}, resources });
}

function initialize(): void {
  const { document } = onTheDay.get("ledger-01-a") ?? { document: {} };
  const { required_providers: required } = z.object({ terraform: z.object({ required_providers: z.json() }) }).parse(document).terraform;
  const offline = { access_key: "offline", secret_key: "offline", skip_credentials_validation: true, skip_requesting_account_id: true };
  const stack = {
    terraform: { required_providers: required, backend: { local: { path: "ledger.tfstate" } } },
    provider: { aws: { region: "ap-southeast-2", ...offline } },
    resource: { aws_rds_cluster: clusters },
  };
  // A message repeats the line that it is about: not all of them.
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(stack, null, 1));
  terraform("init", "-input=false", "-no-color");
}

function plansAfterPromotion(): Changes {
  writeFileSync(join(folder, "ledger.tfstate"), stateOf(plan()));
  return plan();
}

/** Terraform or its provider: either may be out of reach. */
function whyMissing(): string | undefined {
  try {
    initialize();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const missing = whyMissing();
if (missing !== undefined) {
  skipWithoutTerraform(`${missing}. \`npx twinsite plan\` says how to get what is missing.`);
} else {
  const changes = plansAfterPromotion();
  const actions = (name: string): readonly string[] | undefined => changes.get(name)?.actions;

  test("after a promotion the real Terraform finds nothing to do at either member", () => {
    expect([actions("a"), actions("b")]).toEqual([["no-op"], ["no-op"]]);
  });

  test("nor does it when the new primary is written into the file", () => {
    expect([actions("a-written-down"), actions("b-written-down")]).toEqual([["no-op"], ["no-op"]]);
  });

  test("without what is ignored it would move the member that was the primary, so the plan above says something", () => {
    const { before, after } = changes.get("a-watched") ?? {};
    expect(actions("a-watched")).toEqual(["update"]);
    expect([before?.["global_cluster_identifier"], after?.["global_cluster_identifier"]]).toEqual(["", "twinsite-australia-ledger-01"]);
  });
}

import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { withoutSite } from "../../analysis/independence/lost-site";
import { judgeSitesLiveAlone } from "../../analysis/independence/site-lives-alone";
import { judgeMirror } from "../../analysis/mirror/mirror";
import { tracePayments } from "../../analysis/payment-trace/trace";
import { gatesOf } from "../../analysis/rollout/human-gates";
import { instructionsFor } from "../../reports/runbook/gate-instructions";
import { estateOf } from "../../synthesized/estate/estate";
import { targetsIn } from "../../synthesized/estate/follow";
import { isObject } from "../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import { type Edit, edited, editingList, removed, replacingText, resourceNamed, setting } from "../analysis/edited-template";
import { australia } from "../australia";
import { synthesizedDeployment } from "../synthesized-deployment";

const stacks = synthesizedDeployment(australia());
const all = [...stacks.values()];
const named = (name: string): Template => {
  const template = stacks.get(name);
  if (template === undefined) throw new Error(`${name} was not synthesized`);
  return template;
};
const only = (name: string, type: string): Block => {
  const [block, ...others] = resourcesOf(named(name), type);
  if (block === undefined || others.length > 0) throw new Error(`${name} has not one ${type}`);
  return block;
};
const localsOf = ({ document: { locals = {} } }: Template): readonly unknown[] => (isObject(locals) ? Object.values(locals) : []);
const MEMBERS = ["ledger-01-a", "ledger-01-b"] as const;

/** The blocks of other stacks that a value comes from, as `stack:type.attribute`. */
const origins = (name: string, value: unknown): readonly string[] =>
  targetsIn(estateOf(all), named(name), typeof value === "string" || Array.isArray(value) ? value : null).flatMap((target) =>
    target.kind === "block" && target.template.stack !== name ? [`${target.template.stack}:${target.block.type}.${target.attribute}`] : [],
  );

describe("the judgements on a deployment whose ledger is a copy", () => {
  test("its members mirror each other, and so do its cells", () => {
    for (const [a, b] of [MEMBERS, ["cell-01-a", "cell-01-b"], ["site-a", "site-b"]] as const) {
      const { verdict, unexplained, listFaults } = judgeMirror(named(a), named(b));
      expect([a, verdict, unexplained, listFaults]).toEqual([a, "met", [], []]);
    }
  });

  test("each site lives alone, and nothing passes that is not declared", () => {
    expect(judgeSitesLiveAlone(estateOf(all))).toMatchObject({ verdict: "met", findings: [] });
    for (const site of ["site-a", "site-b"]) {
      const { verdict, misplaced, unread } = judgeFlows(estateOf(all), named(site));
      expect([site, verdict, misplaced, unread]).toEqual([site, "met", [], []]);
    }
  });

  test("a payment has every piece on each path at both sites", () => {
    expect(tracePayments(estateOf(all))).toMatchObject({ verdict: "met", unread: [] });
  });
});

test("the empty global database is encrypted, cannot be destroyed, and hands no new version to both members at once", () => {
  expect(only("ledger-01", "aws_rds_global_cluster").attributes).toMatchObject({
    provider: "aws.a",
    engine: "aurora-postgresql",
    storage_encrypted: true,
    deletion_protection: true,
    force_destroy: false,
    lifecycle: { prevent_destroy: true, ignore_changes: ["engine_version"] },
  });
});

test("a member joins by a name alone, and what a promotion moves is left as AWS has it", () => {
  const union = only("ledger-01", "aws_rds_global_cluster").attributes["global_cluster_identifier"];
  for (const name of MEMBERS) {
    const { attributes } = only(name, "aws_rds_cluster");
    expect(attributes["global_cluster_identifier"]).toBe(union);
    expect(attributes).toMatchObject({
      deletion_protection: true,
      skip_final_snapshot: false,
      storage_encrypted: true,
      iam_database_authentication_enabled: true,
      enable_global_write_forwarding: true,
      backup_retention_period: 35,
      lifecycle: {
        prevent_destroy: true,
        ignore_changes: ["global_cluster_identifier", "master_password_wo_version", "master_username", "replication_source_identifier"],
      },
    });
    expect(attributes["kms_key_id"]).toBe(`\${${only(name, "aws_kms_key").address}.arn}`);
  }
});

test("no password is in any template: a primary's is drawn in the apply, and a secondary has none", () => {
  const [a, b] = MEMBERS.map((name) => only(name, "aws_rds_cluster").attributes);
  expect(a?.["master_password_wo"]).toMatch(/^\$\{endswith\(local\.\w+, "primary"\) \? uuid\(\) : null\}$/);
  expect(b?.["master_password_wo"]).toBe(a?.["master_password_wo"]);
  for (const name of MEMBERS) {
    const text = JSON.stringify(named(name).document);
    expect([name, /"(?:master_password|manage_master_user_password)"/.test(text)]).toEqual([name, false]);
  }
  expect(MEMBERS.map((name) => localsOf(named(name)))).toEqual([["made-as-primary"], ["made-as-secondary"]]);
});

test("the instances are in zones of their own in the data segment, and take no version by themselves", () => {
  for (const name of MEMBERS) {
    const instances = resourcesOf(named(name), "aws_rds_cluster_instance").map(({ attributes }) => attributes);
    expect(instances).toHaveLength(3);
    expect(new Set(instances.map((one) => one["availability_zone"])).size).toBe(3);
    for (const one of instances) expect(one).toMatchObject({ publicly_accessible: false, auto_minor_version_upgrade: false });
    const subnets = only(name, "aws_db_subnet_group").attributes["subnet_ids"];
    expect(JSON.stringify(subnets).match(/network_data-\d/g)).toHaveLength(3);
    expect(origins(name, only(name, "aws_rds_cluster").attributes["vpc_security_group_ids"])).toEqual([
      `site-${name.at(-1)}:aws_security_group.id`,
    ]);
  }
});

test("the log's group is there before the cluster, under the ledger's key, for as long as logs are kept", () => {
  const group = only("ledger-01-a", "aws_cloudwatch_log_group");
  expect(group.attributes).toMatchObject({
    name: "/aws/rds/cluster/twinsite-australia-site-a-ledger-01/postgresql",
    retention_in_days: 400,
    kms_key_id: `\${${only("ledger-01-a", "aws_kms_key").address}.arn}`,
  });
  expect(only("ledger-01-a", "aws_rds_cluster").attributes["depends_on"]).toEqual([group.address]);
});

test("backups of the ledger are restored every week into the data segment, behind a group that lets nothing pass", () => {
  for (const site of ["a", "b"] as const) {
    const stack = `site-${site}`;
    const tested = resourcesOf(named(stack), "aws_backup_restore_testing_selection").find(
      ({ attributes }) => attributes["protected_resource_type"] === "Aurora",
    );
    const { region } = australia().sites[site];
    const made = only(`ledger-01-${site}`, "aws_rds_cluster").attributes["cluster_identifier"];
    expect(tested?.attributes["protected_resource_arns"]).toEqual([`arn:aws:rds:${region}:111122223333:cluster:${String(made)}`]);
    const closed = only(stack, "aws_default_security_group");
    expect(closed.attributes).toMatchObject({ ingress: [], egress: [] });
    const subnets = only(stack, "aws_db_subnet_group");
    expect(JSON.stringify(subnets.attributes["subnet_ids"]).match(/network_data-\d/g)).toHaveLength(3);
    expect(tested?.attributes["restore_metadata_overrides"]).toMatchObject({
      dbSubnetGroupName: `\${${subnets.address}.name}`,
      vpcSecurityGroupIds: `\${jsonencode([${closed.address}.id])}`,
      availabilityZones: expect.stringMatching(
        /^\$\{jsonencode\(\[(?:aws_subnet\.network_data-\d_\w+\.availability_zone(?:, )?){3}\]\)\}$/,
      ),
    });
    const plan = only(stack, "aws_backup_restore_testing_plan");
    expect(tested?.attributes["restore_testing_plan_name"]).toBe(`\${${plan.address}.name}`);
  }
});

test("on-call hears where ledgers have no backups beside files that have some, and so where AWS Backup leaves them out", () => {
  const silence = resourcesOf(named("site-a"), "aws_cloudwatch_metric_alarm").filter(
    ({ attributes }) => attributes["metric_name"] === "NumberOfBackupJobsCompleted",
  );
  const vault = only("site-a", "aws_backup_vault").attributes["name"];
  expect(silence.map(({ attributes }) => [attributes["dimensions"], attributes["threshold"], attributes["treat_missing_data"]])).toEqual([
    [{ BackupVaultName: vault, ResourceType: "Aurora" }, 1, "breaching"],
    [{ BackupVaultName: vault }, 1, "breaching"],
  ]);
});

test("the early alarm finds the lag whatever further dimensions it has, and the health checks' one names one alone", () => {
  for (const name of MEMBERS) {
    const cluster = `\${${only(name, "aws_rds_cluster").address}.cluster_identifier}`;
    const alarm = (start: string) => resourceNamed(named(name), "aws_cloudwatch_metric_alarm", start).attributes;
    expect(alarm("lag-early")["metric_query"]).toMatchObject([
      { expression: `SELECT MAX(AuroraGlobalDBRPOLag) FROM "AWS/RDS" WHERE DBClusterIdentifier = '${cluster}'`, period: 60 },
    ]);
    expect(alarm("lag_alarm")).toMatchObject({ metric_name: "AuroraGlobalDBRPOLag", dimensions: { DBClusterIdentifier: cluster } });
    // Route 53 reads no query, no arithmetic and no other statistic.
    expect(alarm("lag_alarm")).not.toHaveProperty("metric_query");
  }
});

test("an answer hangs on the cell's health and on the lag of the copy, and a silent lag is well", () => {
  const checks = resourcesOf(named("traffic"), "aws_route53_health_check");
  const together = checks.filter(({ attributes }) => attributes["type"] === "CALCULATED");
  expect(
    together.map(({ attributes }) => [
      attributes["child_health_threshold"],
      JSON.stringify(attributes["child_healthchecks"]).match(/\.id/g)?.length,
    ]),
  ).toEqual(Array.from({ length: 4 }, () => [2, 2]));
  const lags = checks.filter(({ name }) => name.includes("ledger-lag"));
  expect(lags.map(({ attributes }) => attributes["insufficient_data_health_status"])).toEqual(["Healthy", "Healthy"]);
  expect(lags.flatMap(({ attributes }) => origins("traffic", attributes["cloudwatch_alarm_name"]))).toEqual(
    MEMBERS.map((name) => `${name}:aws_cloudwatch_metric_alarm.alarm_name`),
  );
  const asked = resourcesOf(named("traffic"), "aws_route53_record").filter(({ name }) => name.includes("if-well"));
  expect(asked.every(({ attributes }) => String(attributes["health_check_id"]).includes("and-ledger"))).toBe(true);
});

describe("people stand", () => {
  const gatesBefore = (name: string) => gatesOf(estateOf(all), named(name)).filter(({ kind }) => kind.startsWith("ledger"));

  test("before the copy until its primary is there, and not before the primary", () => {
    expect(gatesBefore("ledger-01-a")).toEqual([]);
    expect(gatesBefore("ledger-01-b")).toMatchObject([
      {
        kind: "ledgerPrimary",
        region: "ap-southeast-2",
        cluster: "twinsite-australia-site-a-ledger-01",
        union: "twinsite-australia-ledger-01",
      },
    ]);
  });

  test("before the first cell alone, to make the user that its tasks sign in as, at the primary", () => {
    const [gate] = gatesBefore("cell-01-a");
    expect(gate).toMatchObject({
      kind: "ledgerUser",
      region: "ap-southeast-2",
      administrator: "ledger_administrator",
      user: "payment_service",
    });
    expect(gatesBefore("cell-01-b")).toEqual([]);
    const told = gate === undefined ? [] : instructionsFor(gate, "out").acts.flatMap(({ commands }) => commands);
    expect(told.join("\n")).toContain("'GRANT rds_iam TO payment_service'");
  });
});

test("25 cells stop before the first ledger until RDS's quotas are raised, and one cell does not", () => {
  const asked = (templates: readonly Template[]): readonly (readonly [string, number])[] =>
    gatesOf(estateOf(templates), named("ledger-01-b")).flatMap((gate) =>
      gate.kind === "quotas" ? gate.quotas.map(({ quota, needed }) => [quota.name, needed] as const) : [],
    );
  const copies = Array.from({ length: 24 }, (_, index) => ({ ...named("ledger-01-b"), stack: `ledger-copy-${index}` }));
  const tests = resourceNamed(named("site-b"), "aws_backup_restore_testing_selection", "ledger-restore-tests").address;
  const arns = Array.from({ length: 25 }, (_, index) => `arn:aws:rds:ap-southeast-4:111122223333:cluster:${index}`);
  const siteB = edited(named("site-b"), { [tests]: setting({ protected_resource_arns: arns }) });
  expect(asked(all)).toEqual([]);
  expect(asked([...all.filter(({ stack }) => stack !== "site-b"), siteB, ...copies])).toEqual([
    ["DB clusters", 50],
    ["DB instances", 75],
  ]);
});

test("with a site gone, the other's member can be made from nothing, and joins by a runbook", () => {
  const loss = withoutSite(estateOf(all), new Map(), "site-a");
  expect(loss.kind === "judged" && loss.effects.get("ledger-01-b")).toEqual({ kind: "standsAlone", breaches: [], rebuilding: "runbook" });
});

/** Each step of site a that is not found, with one resource edited: which, and how. */
function brokenBy(name: string, type: string, start: string, edit: Edit): readonly string[] {
  const spoilt = edited(named(name), { [resourceNamed(named(name), type, start).address]: edit });
  const { traces } = tracePayments(estateOf(all.map((template) => (template.stack === name ? spoilt : template))));
  const steps = traces.filter(({ site, path }) => site === "site-a" && path === "api").flatMap((trace) => trace.steps);
  return steps.filter(({ state }) => state !== "found").map(({ kind, state }) => `${kind} ${state}`);
}

describe("a piece of the ledger that is taken away breaks its own step", () => {
  const ledgerMissing = ["ledger missing"];
  test.each<[string, Parameters<typeof brokenBy>, readonly string[]]>([
    ["the global database", ["ledger-01", "aws_rds_global_cluster", "global", removed], ledgerMissing],
    [
      "the other site's member",
      ["ledger-01-b", "aws_rds_cluster", "ledger_cluster", setting({ global_cluster_identifier: "other" })],
      ledgerMissing,
    ],
    ["a zone of its own", ["ledger-01-a", "aws_rds_cluster_instance", "ledger_instance-1", removed], []],
    ["forwarding", ["ledger-01-a", "aws_rds_cluster", "ledger_cluster", setting({ enable_global_write_forwarding: false })], ledgerMissing],
    [
      "tokens",
      ["ledger-01-a", "aws_rds_cluster", "ledger_cluster", setting({ iam_database_authentication_enabled: false })],
      ledgerMissing,
    ],
    ["TLS", ["ledger-01-a", "aws_rds_cluster_parameter_group", "ledger_parameters", editingList("parameter", () => [])], ledgerMissing],
    [
      "a closed door to the internet",
      ["ledger-01-a", "aws_rds_cluster_instance", "ledger_instance-2", setting({ publicly_accessible: true })],
      ledgerMissing,
    ],
    ["a second administrator", ["ledger-01-b", "aws_rds_cluster", "ledger_cluster", setting({ master_username: "second" })], ledgerMissing],
    ["the security group", ["ledger-01-a", "aws_rds_cluster", "ledger_cluster", setting({ vpc_security_group_ids: [] })], ledgerMissing],
    ["its zones", ["ledger-01-a", "aws_db_subnet_group", "ledger_subnets", setting({ subnet_ids: [] })], ["endpoint missing"]],
    ["its key", ["ledger-01-a", "aws_rds_cluster", "ledger_cluster", setting({ kms_key_id: "alias/aws/rds" })], ["key missing"]],
    [
      "who may use the key",
      ["ledger-01-a", "aws_kms_key", "ledger_key", replacingText("rds.ap-southeast-2", "s3.ap-southeast-2")],
      ["key missing"],
    ],
    ["the permission to sign in", ["cell-01-a", "aws_iam_role_policy", "payment-service_roles_ledger", removed], ["role missing"]],
    [
      "the right user",
      ["cell-01-a", "aws_iam_role_policy", "payment-service_roles_ledger", replacingText("/payment_service", "/other")],
      ["role missing"],
    ],
    [
      "the readers' host",
      ["cell-01-a", "aws_ecs_task_definition", "payment-service", replacingText("reader_endpoint", "endpoint")],
      ledgerMissing,
    ],
    [
      "the lag's alarm",
      ["ledger-01-a", "aws_cloudwatch_metric_alarm", "lag_alarm", setting({ dimensions: { DBClusterIdentifier: "other" } })],
      ["answer missing"],
    ],
    [
      "a lag that is well at the primary",
      ["traffic", "aws_route53_health_check", "cell-01-site-a_ledger-lag", setting({ insufficient_data_health_status: "Unhealthy" })],
      ["answer missing"],
    ],
    [
      "the cell's own health beside it",
      ["traffic", "aws_route53_health_check", "cell-01-site-a_internet-and", setting({ child_health_threshold: 1 })],
      ["answer missing"],
    ],
  ])("%s", (_, edit, expected) => {
    expect(brokenBy(...edit)).toEqual(expected);
  });
});

describe("a database in the network is measured by the flows", () => {
  const judged = (type: string, start: string, edit: Edit) => {
    const spoilt = edited(named("ledger-01-a"), { [resourceNamed(named("ledger-01-a"), type, start).address]: edit });
    const { verdict, misplaced, unread } = judgeFlows(
      estateOf(all.map((one) => (one.stack === "ledger-01-a" ? spoilt : one))),
      named("site-a"),
    );
    return [verdict, ...[...misplaced, ...unread].map(({ attribute }) => attribute)];
  };

  test("on another port, in no subnet, behind no group or with an address of the internet it is misplaced", () => {
    expect(judged("aws_rds_cluster", "ledger_cluster", setting({ port: 5433 }))).toEqual(["notMet", "port"]);
    expect(judged("aws_db_subnet_group", "ledger_subnets", setting({ subnet_ids: [] }))[0]).toBe("notMet");
    expect(judged("aws_rds_cluster", "ledger_cluster", setting({ vpc_security_group_ids: [] }))).toEqual(["notMet", "security_groups"]);
    expect(judged("aws_rds_cluster_instance", "ledger_instance-1", setting({ publicly_accessible: true }))).toEqual([
      "notMet",
      "publicly_accessible",
    ]);
  });

  test("what it does not say is undetermined", () => {
    expect(judged("aws_rds_cluster_instance", "ledger_instance-1", setting({ publicly_accessible: null }))[0]).toBe("undetermined");
    expect(judged("aws_rds_cluster_instance", "ledger_instance-1", setting({ cluster_identifier: "elsewhere" }))[0]).toBe("undetermined");
    expect(judged("aws_rds_cluster", "ledger_cluster", setting({ port: null }))[0]).toBe("undetermined");
  });
});

test("the database's log says who did what to the schema, and carries no statement on a payment, failed ones included", () => {
  for (const name of MEMBERS) {
    const given = only(name, "aws_rds_cluster_parameter_group").attributes["parameter"];
    const parameters = Array.isArray(given) ? given.filter(isObject) : [];
    const valueOf = (parameter: string) => parameters.find((one) => one["name"] === parameter)?.["value"];
    expect(["log_connections", "log_disconnections", "log_statement"].map(valueOf)).toEqual(["1", "1", "ddl"]);
    expect(["log_min_error_statement", "log_error_verbosity", "log_min_duration_statement"].map(valueOf)).toEqual(["panic", "terse", "-1"]);
  }
});

test("pgaudit is loaded at the database's start, and no parameter has it log what every role does", () => {
  for (const name of MEMBERS) {
    const given = only(name, "aws_rds_cluster_parameter_group").attributes["parameter"];
    const parameters = Array.isArray(given) ? given.filter(isObject) : [];
    expect(parameters).toContainEqual({
      apply_method: "pending-reboot",
      name: "shared_preload_libraries",
      value: "pg_stat_statements,pgaudit",
    });
    expect(parameters.filter((one) => String(one["name"]).startsWith("pgaudit."))).toEqual([]);
  }
});

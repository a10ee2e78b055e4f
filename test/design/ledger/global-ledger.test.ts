import type { Deployment, SiteName } from "../../../config/deployment";
import { backupDesign } from "../../../design/backups/backup";
import { policyDocument } from "../../../design/foundation/policy-document";
import { guardrailsRegionDesigns } from "../../../design/guardrails/guardrails-region";
import { globalLedgerMemberDesigns } from "../../../design/ledger/global-ledger-members";
import { globalLedgerDesigns } from "../../../design/ledger/global-ledgers";
import { ledgerMemberDesigns } from "../../../design/ledger/ledger-members";
import { databaseUserArn, ledgerPermissions } from "../../../design/ledger/ledger-permissions";
import { ledgerDesigns } from "../../../design/ledger/ledgers";
import { quotaWarnings } from "../../../design/limits/quotas";
import { nameFilterDesign } from "../../../design/network/name-filter";
import { backupCopies } from "../../../design/shared/shared-backup-copies";
import { australia } from "../../australia";
import { finds } from "../../event-match";
import { decide } from "../../policy-decision";
import { sweden } from "../../sweden";

const withPrimary = (primary: SiteName): Deployment => {
  const deployment = australia();
  if (deployment.ledger.engine !== "auroraGlobal") throw new Error("the ledger of australia.yaml is no copy");
  return { ...deployment, ledger: { ...deployment.ledger, primary } };
};
const members = globalLedgerMemberDesigns(australia());
const [memberA, memberB] = members;
const [ledger] = globalLedgerDesigns(australia());
if (memberA === undefined || memberB === undefined || ledger === undefined) throw new Error("the sample has no ledger");
const account = "111122223333";
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

test("a deployment has ledgers of its own engine and none of the other", () => {
  expect([ledgerDesigns(australia()), ledgerMemberDesigns(australia())]).toEqual([[], []]);
  expect([globalLedgerDesigns(sweden()), globalLedgerMemberDesigns(sweden())]).toEqual([[], []]);
});

test("the empty database comes first, and each member waits for it and its site, never for the other", () => {
  expect(members.map(({ name, after }) => [name, after])).toEqual([
    ["ledger-01-a", ["site-a", "ledger-01"]],
    ["ledger-01-b", ["site-b", "ledger-01"]],
  ]);
  expect(ledger.after.every((name) => name.startsWith("guardrails-"))).toBe(true);
  expect(new Set([ledger.identifier, ...members.map(({ cluster }) => cluster.globalIdentifier)]).size).toBe(1);
});

test("the members differ in their role, their window and whose they are, and a new primary swaps the roles only", () => {
  const [thenA, thenB] = globalLedgerMemberDesigns(withPrimary("b")).map(({ cluster }) => cluster);
  expect([memberA.cluster.role, memberB.cluster.role]).toEqual(["made-as-primary", "made-as-secondary"]);
  expect(thenA).toEqual({ ...memberA.cluster, role: "made-as-secondary" });
  expect(thenB).toEqual({ ...memberB.cluster, role: "made-as-primary" });
  expect(memberA.cluster.maintenanceWindow).not.toBe(memberB.cluster.maintenanceWindow);
  expect(memberA.cluster.parameters).toEqual(memberB.cluster.parameters);
});

test("evidence says that the loss of the primary's site alone stops writes, for how long, and what may be lost", () => {
  const sets = globalLedgerDesigns(withPrimary("b")).flatMap(({ evidence }) => evidence.expectedCutSets);
  expect(sets.map((set) => set.members)).toEqual([["site-a", "site-b"], ["site-b"]]);
  expect(sets[1]?.meaning).toContain("promoted site-a: 25 minutes, as payments-platform took it to be in 2026-11");
  expect(sets[1]?.meaning).toContain("payments of the last 30 s may be lost");
  expect(memberA.evidence.premises.join(" ")).not.toContain("quorum");
  expect(memberA.evidence.premises.join(" ")).toContain("people promote");
});

test("the lag alarms ring at the loss that was agreed on and half the way there, and a primary's silence is none", () => {
  const metric = { name: "AuroraGlobalDBRPOLag", statistic: "Maximum" };
  expect(memberA.alarms.lag).toMatchObject({ metric, threshold: 30_000, comparison: "GreaterThanThreshold", missingData: "notBreaching" });
  expect(memberA.alarms.lagEarly).toMatchObject({ metric, threshold: 15_000 });
});

test("promotions and fencing of one member wake on-call, and another's do not", () => {
  const event = (identifier: string, category: string) => ({
    source: "aws.rds",
    "detail-type": "RDS DB Cluster Event",
    detail: { SourceIdentifier: identifier, EventCategories: [category] },
  });
  const own = memberA.cluster.identifier;
  expect(["global-failover", "failover", "failure", "backup"].map((one) => finds(memberA.rule.pattern, event(own, one)))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(finds(memberA.rule.pattern, event(memberB.cluster.identifier, "failover"))).toBe(false);
});

test("a payment service signs in as one user of its own cluster, with no password", () => {
  const userArn = databaseUserArn({ region: "ap-southeast-2", account }, "cluster-ABC");
  const policy = policyDocument(ledgerPermissions({ engine: "auroraGlobal", userArn }));
  const connect = (resource: string) => decide(policy, { action: "rds-db:connect", resource, by: { role: role("any") } });
  expect(connect(userArn)).toBe("allowed");
  expect(connect(userArn.replace("cluster-ABC", "cluster-XYZ"))).toBe("notMentioned");
  expect(connect(userArn.replace("payment_service", "ledger_administrator"))).toBe("notMentioned");
});

describe("a member's key", () => {
  const through = (by: string, action: string, service: string, context: Readonly<Record<string, string>> = {}) =>
    decide(memberA.cluster.key.policy, {
      action,
      by: { role: by },
      context: { "kms:ViaService": `${service}.ap-southeast-2.amazonaws.com`, ...context },
    });
  const grant = { "kms:GrantIsForAWSResource": "true" };

  test("serves who makes a cluster or backs it up through Aurora, with grants for it, and the payment service never", () => {
    for (const name of ["platform/twinsite-deployer", "twinsite-australia-site-a-backup"]) {
      expect([name, through(role(name), "kms:Decrypt", "rds"), through(role(name), "kms:CreateGrant", "rds", grant)]).toEqual([
        name,
        "allowed",
        "allowed",
      ]);
    }
    expect(through(role("twinsite-australia-site-a-backup"), "kms:Decrypt", "dsql")).toBe("notMentioned");
    expect(through(role("twinsite-australia-site-a-cell-01-payment-service"), "kms:Decrypt", "rds")).toBe("notMentioned");
  });

  test("encrypts the database's own log", () => {
    const writing = (group: string) =>
      decide(memberA.cluster.key.policy, {
        action: "kms:Encrypt",
        by: { service: "logs.ap-southeast-2.amazonaws.com" },
        context: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:ap-southeast-2:${account}:log-group:${group}` },
      });
    expect(writing(memberA.cluster.log.group)).toBe("allowed");
    expect(writing("/aws/rds/cluster/another/postgresql")).toBe("notMentioned");
  });
});

test("backups find the cluster by its tags and may use its key", () => {
  const { daily } = backupDesign(australia(), "a");
  const ledgers = [daily, backupCopies(australia(), "a")].flatMap(({ selections }) => selections).filter(({ id }) => id === "ledger");
  expect(ledgers).toHaveLength(2);
  for (const { tags, resources } of ledgers) {
    expect(resources).toContain(`arn:aws:rds:ap-southeast-2:${account}:cluster:*`);
    expect(memberA.cluster.tags).toMatchObject(tags);
  }
  expect(daily.role.keyPolicies.map(({ policy }) => policy).join()).toContain("rds.ap-southeast-2.amazonaws.com");
});

test("the cluster's names are found through the site's filter, and no Region is guarded for a witness that is none", () => {
  expect(nameFilterDesign(australia(), "a").allowed).toContain("*.ap-southeast-2.rds.amazonaws.com.");
  expect(guardrailsRegionDesigns(australia()).map(({ name }) => name)).toEqual(
    ["ap-southeast-2", "ap-southeast-4", "ap-southeast-1", "us-east-1", "us-west-2"].map((region) => `guardrails-${region}`),
  );
});

const withCells = (cells: number, regionOfB: string): Deployment => {
  const { capacity, sites, ...rest } = australia();
  const peak = { ...capacity, peakPaymentsPerSecond: cells * capacity.cell.paymentsPerSecond };
  return { ...rest, capacity: peak, sites: { ...sites, b: { ...sites.b, region: regionOfB } } };
};
const shortOf = (deployment: Deployment): readonly string[] =>
  quotaWarnings(deployment).map(({ what }) => /needs (\d+ of AWS's quota "[^"]+", and there are \d+)/.exec(what)?.[1] ?? what);

test("25 cells outgrow RDS's quotas, a cluster more for each that is restored to see that it can be, and Route 53's", () => {
  expect(shortOf(withCells(25, "ap-southeast-4"))).toEqual(
    expect.arrayContaining([
      '50 of AWS\'s quota "DB clusters", and there are 40',
      '75 of AWS\'s quota "DB instances", and there are 40',
      '252 of AWS\'s quota "Health checks", and there are 200',
    ]),
  );
  expect(shortOf(withCells(25, "ap-southeast-4")).join()).not.toMatch(/groups"|Interface VPC endpoints/);
  expect(shortOf(withCells(1, "ap-southeast-4")).join()).not.toContain("DB ");
});

test("a quota that is less in one Region is measured there", () => {
  expect(shortOf(withCells(7, "ap-southeast-4")).join()).not.toContain("DB ");
  expect(shortOf(withCells(7, "ap-south-1"))).toContain('21 of AWS\'s quota "DB instances", and there are 20');
});

test("every ledger of a site has its backups restored, at most thirty to a selection, and a ledger of DSQL by hand", () => {
  const crowded = withCells(31, "ap-southeast-4");
  const { ledgers } = backupDesign(crowded, "b").restoreTests;
  if (ledgers === "none") throw new Error("no restore of the ledgers is tested");
  expect(ledgers.selections.map(({ name, clusterArns }) => [name, clusterArns.length])).toEqual([
    ["ledgers_01_to_30", 30],
    ["ledgers_31_to_31", 1],
  ]);
  const made = globalLedgerMemberDesigns(crowded).filter(({ siteStack }) => siteStack === "site-b");
  expect(ledgers.selections.flatMap(({ clusterArns }) => clusterArns)).toEqual(
    made.map(({ cluster }) => `arn:aws:rds:ap-southeast-4:${account}:cluster:${cluster.identifier}`),
  );
  expect(backupDesign(sweden(), "a").restoreTests.ledgers).toBe("none");
});

test("another cell has its selection made anew, for the provider tells AWS of no ARN that is added to one", () => {
  const named = (cells: number) => {
    const { ledgers } = backupDesign(withCells(cells, "ap-southeast-4"), "a").restoreTests;
    return ledgers === "none" ? [] : ledgers.selections.map(({ name }) => name);
  };
  expect([named(2), named(3)]).toEqual([["ledgers_01_to_02"], ["ledgers_01_to_03"]]);
});

test("a day with fewer backups of ledgers than there are ledgers is told, of Aurora's alone", () => {
  expect(backupDesign(withCells(25, "ap-southeast-4"), "a").silence.map(({ metric, threshold }) => [metric.of, threshold])).toEqual([
    ["backupVault", 1],
    ["ledgerVault", 25],
  ]);
  expect(backupDesign(sweden(), "a").silence.map(({ metric }) => metric.of)).toEqual(["backupVault"]);
});

test("the role that restores may use the ledger's key through Aurora, and the key lets it", () => {
  const { daily } = backupDesign(australia(), "a");
  const by = { role: role(daily.role.name) };
  const context = { "kms:ViaService": "rds.ap-southeast-2.amazonaws.com", "kms:GrantIsForAWSResource": "true" };
  const resource = `arn:aws:kms:ap-southeast-2:${account}:key/0000`;
  const [own] = daily.role.keyPolicies;
  for (const action of ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]) {
    expect([action, decide(memberA.cluster.key.policy, { action, by, context })]).toEqual([action, "allowed"]);
    expect([action, decide(own?.policy ?? "", { action, by, context, resource })]).toEqual([action, "allowed"]);
  }
  expect(daily.role.managedPolicies).toContain("arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores");
});

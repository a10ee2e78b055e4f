import type { Deployment } from "../../../config/deployment";
import { backupDesign } from "../../../design/backups/backup";
import { policyDocument } from "../../../design/foundation/policy-document";
import { guardrailsRegionDesigns } from "../../../design/guardrails/guardrails-region";
import { ledgerMemberDesigns } from "../../../design/ledger/ledger-members";
import { ledgerClusterPermissions, ledgerEndpointPermissions, ledgerPermissions } from "../../../design/ledger/ledger-permissions";
import { ledgerDesigns } from "../../../design/ledger/ledgers";
import { nameFilterDesign } from "../../../design/network/name-filter";
import { backupCopies } from "../../../design/shared/shared-backup-copies";
import { dsqlQuotas } from "../../../facts/dsql";
import { dsqlRegionSetOf, dsqlRegionSets } from "../../../facts/ledger-regions";
import { decide } from "../../policy-decision";
import { sweden } from "../../sweden";

const withPeak = (peakPaymentsPerSecond: number): Deployment => {
  const deployment = sweden();
  return { ...deployment, capacity: { ...deployment.capacity, peakPaymentsPerSecond } };
};
const members = ledgerMemberDesigns(sweden());
const [memberA, memberB] = members;
if (memberA === undefined || memberB === undefined) throw new Error("the sample has no ledger");
const [ledger] = ledgerDesigns(sweden());
const account = "111122223333";
const clusterArn = `arn:aws:dsql:eu-north-1:${account}:cluster/abcdefghijklmnopqrstuvwxyz`;
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const paymentService = role("twinsite-sweden-site-a-cell-01-payment-service");

test("every cell has a member at each site, with its state there, and one ledger whose state is in the third Region", () => {
  const cells = withPeak(80_000);
  expect(ledgerMemberDesigns(cells).map(({ name, providers, after }) => [name, providers.map(({ region }) => region), after])).toEqual([
    ["ledger-01-a", ["eu-north-1"], ["site-a"]],
    ["ledger-01-b", ["eu-central-1"], ["site-b"]],
    ["ledger-02-a", ["eu-north-1"], ["site-a"]],
    ["ledger-02-b", ["eu-central-1"], ["site-b"]],
  ]);
  expect(members.map(({ backend }) => (backend.kind === "s3" ? backend.region : backend.kind))).toEqual(["eu-north-1", "eu-central-1"]);
  expect(ledgerDesigns(cells).map(({ name, after }) => [name, after])).toEqual([
    ["ledger-01", ["ledger-01-a", "ledger-01-b"]],
    ["ledger-02", ["ledger-02-a", "ledger-02-b"]],
  ]);
  expect(ledger?.backend).toMatchObject({ region: "eu-west-1" });
});

test("the first cell's endpoint brings AWS's names, and no other's may: one network takes them once for a service", () => {
  const names = ledgerMemberDesigns(withPeak(120_000)).map(({ name, endpoint }) => [name, endpoint.privateName]);
  expect(names.filter(([, by]) => by === "byEndpoint").map(([name]) => name)).toEqual(["ledger-01-a", "ledger-01-b"]);
  expect(names).toHaveLength(6);
});

test("a cluster has a policy of its own where the provider's version has the resource", () => {
  const policyWith = (awsProvider: string) => ledgerMemberDesigns({ ...sweden(), awsProvider })[0]?.cluster.policy;
  expect(["5.100.0", "6.45.0", "6.60.9", "6.61.0", "6.62.3", "7.0.0"].map(policyWith)).toEqual([
    "notInProvider",
    "notInProvider",
    "notInProvider",
    "byProvider",
    "byProvider",
    "byProvider",
  ]);
});

describe("a connection to the ledger", () => {
  const connect = (
    policy: string,
    request: { readonly by: string; readonly action?: string; readonly vpc?: string; readonly to?: string },
  ) =>
    decide(policy, {
      action: request.action ?? "dsql:DbConnect",
      resource: request.to ?? clusterArn,
      by: { role: request.by },
      ...(request.vpc === undefined ? {} : { context: { "aws:SourceVpc": request.vpc } }),
    });
  const own = policyDocument(ledgerPermissions({ engine: "dsql", clusterArn, vpcId: "vpc-1" }));
  const door = policyDocument(ledgerEndpointPermissions(clusterArn, memberA.endpoint.callerArn));
  const cluster = policyDocument(ledgerClusterPermissions(["vpc-1"]));

  test("is allowed to the cell's payment service from its site's network", () => {
    expect(connect(own, { by: paymentService, vpc: "vpc-1" })).toBe("allowed");
    expect(connect(door, { by: paymentService, vpc: "vpc-1" })).toBe("allowed");
    expect(connect(cluster, { by: paymentService, vpc: "vpc-1" })).not.toBe("denied");
  });

  test("is denied from another network and from the internet, by the role and by the cluster", () => {
    for (const policy of [own, cluster]) {
      expect(connect(policy, { by: paymentService, vpc: "vpc-2" })).toBe("denied");
      expect(connect(policy, { by: paymentService })).toBe("denied");
      expect(connect(policy, { by: paymentService, action: "dsql:DbConnectAdmin" })).toBe("denied");
    }
  });

  test("does not pass the door for another cell, to another cluster or as admin", () => {
    expect(connect(door, { by: role("twinsite-sweden-site-a-cell-02-payment-service") })).toBe("notMentioned");
    expect(connect(door, { by: paymentService, to: clusterArn.replace("abc", "xyz") })).toBe("notMentioned");
    expect(connect(door, { by: paymentService, action: "dsql:DbConnectAdmin" })).toBe("notMentioned");
    expect(connect(own, { by: paymentService, vpc: "vpc-1", action: "dsql:DbConnectAdmin" })).toBe("notMentioned");
  });

  test("finds its name through the site's filter", () => {
    expect(nameFilterDesign(sweden(), "a").allowed).toContain("*.eu-north-1.on.aws.");
  });
});

describe("the ledger's key", () => {
  const { policy } = memberA.cluster.key;
  const data = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"];
  const asService = (action: string, context: Readonly<Record<string, string>>) =>
    decide(policy, { action, by: { service: "dsql.amazonaws.com" }, context });

  test("is used by DSQL for clusters of this account and Region, and for no other", () => {
    const ours = { "aws:SourceArn": clusterArn, "kms:EncryptionContext:aws:dsql:ClusterId": "abcdefghijklmnopqrstuvwxyz" };
    for (const action of data) {
      expect([action, asService(action, ours)]).toEqual([action, "allowed"]);
      for (const foreign of [clusterArn.replace(account, "999999999999"), clusterArn.replace("eu-north-1", "eu-central-1")])
        expect([action, asService(action, { ...ours, "aws:SourceArn": foreign })]).toEqual([action, "notMentioned"]);
      expect([action, asService(action, { "aws:SourceArn": clusterArn })]).toEqual([action, "notMentioned"]);
    }
    expect(asService("kms:DescribeKey", { "aws:SourceArn": clusterArn })).toBe("allowed");
  });

  test("serves who makes a cluster or backs it up through DSQL, and the payment service never", () => {
    const through = (by: string, service: string) =>
      decide(policy, { action: "kms:Decrypt", by: { role: by }, context: { "kms:ViaService": `${service}.eu-north-1.amazonaws.com` } });
    for (const name of ["platform/twinsite-deployer", "twinsite-sweden-site-a-backup", "twinsite-sweden-site-b-backup-copies"])
      expect([name, through(role(name), "dsql"), through(role(name), "s3")]).toEqual([name, "allowed", "notMentioned"]);
    expect(through(paymentService, "dsql")).toBe("notMentioned");
  });
});

test("backups find the cluster by its tags: the site's own, and the one that the twin gets a copy of", () => {
  const selections = [backupDesign(sweden(), "a").daily, backupCopies(sweden(), "a")].flatMap((backups) => backups.selections);
  const ledgers = selections.filter(({ id }) => id === "ledger");
  expect(ledgers).toHaveLength(2);
  for (const { tags, resources } of ledgers) {
    expect(resources).toContain(`arn:aws:dsql:eu-north-1:${account}:cluster/*`);
    expect(memberA.cluster.tags).toMatchObject(tags);
  }
});

test("evidence says whose a member is, and that any two of the three Regions are a cut set", () => {
  expect([memberA, memberB].map(({ evidence }) => [evidence.site, evidence.cell])).toEqual([
    ["site-a", "cell-01"],
    ["site-b", "cell-01"],
  ]);
  expect(ledger?.evidence.site).toBeUndefined();
  expect(ledger?.evidence.expectedCutSets.map((set) => set.members)).toEqual([
    ["site-a", "site-b"],
    ["site-a", "eu-west-1"],
    ["site-b", "eu-west-1"],
  ]);
});

test("a member of which nobody tells connections or size does not count as well", () => {
  // Silence of what always has a value is trouble, or an alarm that asks for other dimensions than AWS has.
  const silences = new Map(memberA.alarms.map(({ id, missingData }) => [id, missingData]));
  expect([silences.get("connections"), silences.get("storage")]).toEqual(["breaching", "breaching"]);
  const [storage, timeouts] = ["storage", "timeouts"].map((wanted) => memberA.alarms.find(({ id }) => id === wanted));
  expect(timeouts?.metric.of).toBe(storage?.metric.of);
});

test("alarms come before the quotas that they watch are used up", () => {
  const thresholds = new Map(memberA.alarms.map(({ id, threshold }) => [id, threshold]));
  expect(thresholds.get("connections")).toBeLessThan(dsqlQuotas.connections);
  expect(thresholds.get("new-connections")).toBeLessThan(60 * dsqlQuotas.newConnectionsPerSecond);
  expect(thresholds.get("storage")).toBeLessThan(dsqlQuotas.storageTebibytes * 2 ** 40);
  expect(new Set(members.flatMap(({ alarms }) => alarms.map(({ name }) => name))).size).toBe(8);
});

test("a Region is of one set at most, and Regions with clusters of one Region only are of none", () => {
  const all = dsqlRegionSets.flatMap(({ regions }) => regions);
  expect(new Set(all).size).toBe(all.length);
  expect(["ap-east-1", "ap-southeast-2", "ap-southeast-4", "sa-east-1"].map(dsqlRegionSetOf)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});

test("the witness's Region is guarded like every other, though it is not the home Region", () => {
  const elsewhere: Deployment = { ...sweden(), ledger: { engine: "dsql", witnessRegion: "eu-west-3" } };
  expect(guardrailsRegionDesigns(elsewhere).map(({ name }) => name)).toContain("guardrails-eu-west-3");
});

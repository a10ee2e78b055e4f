import { z } from "zod";
import { backupDesign } from "../../../design/backups/backup";
import { aliasArn, bucketArn, roleArn } from "../../../design/foundation/naming";
import { paymentServiceRole } from "../../../design/layout/payment-service";
import { endpointDesigns } from "../../../design/network/endpoints";
import { sharedDesign } from "../../../design/shared/shared";
import { backupCopies } from "../../../design/shared/shared-backup-copies";
import { ledgerBackups } from "../../../design/shared/shared-ledger-backups";
import { sweden } from "../../sweden";
import { verdict } from "../policy-verdict";

const deployment = sweden();
const shared = sharedDesign(deployment);
const regions = { a: deployment.sites.a.region, b: deployment.sites.b.region };
const roles = {
  a: roleArn(deployment, paymentServiceRole(deployment, "a", "01")),
  b: roleArn(deployment, paymentServiceRole(deployment, "b", "17")),
  deployer: roleArn(deployment, deployment.access.deployerRole),
  keyAdministrator: roleArn(deployment, deployment.access.keyAdministratorRole),
  stranger: roleArn(deployment, "someone-else"),
  imitation: roleArn(deployment, paymentServiceRole(deployment, "a", "01-other")),
};
const directions = [
  { from: "a", to: "b" },
  { from: "b", to: "a" },
] as const;
const keyNamed = (id: string) => {
  const key = shared.keys.find((candidate) => candidate.id === id);
  if (key === undefined) throw new Error(`no key ${id}`);
  return key;
};
const everyKey = [
  ...shared.keys.flatMap(({ a, b }) => [a, b]),
  ...[shared.clearingCredentials.keys, shared.reconciliation]
    .flatMap(({ a, b }) => [a, b])
    .map((side) => ("key" in side ? side.key : side)),
];

describe("keys of both sites", () => {
  test("each site's payment service encrypts and reads ledger fields with the copy in its own Region", () => {
    const { a, b } = keyNamed("ledger-fields");
    for (const action of ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"]) {
      expect(verdict(a.policy, { principal: roles.a, action })).toBe("allowed");
      expect(verdict(b.policy, { principal: roles.b, action })).toBe("allowed");
      expect(verdict(a.policy, { principal: roles.b, action })).toBe("silent");
    }
  });

  test("nobody else reads ledger fields, administrators included", () => {
    for (const principal of [roles.deployer, roles.keyAdministrator, roles.stranger, roles.imitation]) {
      for (const { policy } of [keyNamed("ledger-fields").a, keyNamed("ledger-fields").b]) {
        expect(verdict(policy, { principal, action: "kms:Decrypt" })).toBe("silent");
      }
    }
  });

  test("card numbers are hashed by the payment service alone and with one algorithm alone", () => {
    const hash = (principal: string, algorithm: string) =>
      verdict(keyNamed("pan-hashes").a.policy, { principal, action: "kms:GenerateMac", context: { "kms:MacAlgorithm": algorithm } });
    expect(hash(roles.a, "HMAC_SHA_256")).toBe("allowed");
    expect(hash(roles.a, "HMAC_SHA_512")).toBe("silent");
    expect(hash(roles.keyAdministrator, "HMAC_SHA_256")).toBe("silent");
  });

  test("there is a key for hashes of card numbers exactly where there is card data", () => {
    const ids = (cardData: "none" | "token" | "pan") => sharedDesign({ ...deployment, cardData }).keys.map(({ id }) => id);
    expect(ids("none")).toEqual(["ledger-fields"]);
    expect(ids("token")).toEqual(["ledger-fields", "pan-hashes"]);
    expect(ids("pan")).toEqual(["ledger-fields", "pan-hashes"]);
  });

  test("only the deployer copies a key, and only to the twin's Region", () => {
    const copy = (policy: string, principal: string, region: string) =>
      verdict(policy, { principal, action: "kms:ReplicateKey", context: { "kms:ReplicaRegion": region } });
    for (const { a, b } of shared.keys) {
      expect(copy(a.policy, roles.deployer, regions.b)).toBe("allowed");
      expect(copy(a.policy, roles.deployer, deployment.homeRegion)).toBe("silent");
      expect(copy(a.policy, roles.keyAdministrator, regions.b)).toBe("silent");
      expect(copy(b.policy, roles.deployer, regions.b)).toBe("silent");
    }
  });

  test("whoever deploys can change every key's policy again, so KMS accepts it and nobody is locked out", () => {
    for (const { policy } of everyKey) {
      expect(verdict(policy, { principal: roles.deployer, action: "kms:PutKeyPolicy" })).toBe("allowed");
      expect(verdict(policy, { principal: roles.keyAdministrator, action: "kms:PutKeyPolicy" })).toBe("allowed");
    }
  });

  test("the endpoint for KMS lets through all that the payment service may do with the keys", () => {
    const endpoint = endpointDesigns(deployment, "a").find(({ id }) => id === "kms")?.policy ?? "";
    const context = { "aws:PrincipalAccount": deployment.accounts.payments };
    for (const action of ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"]) {
      expect(verdict(endpoint, { principal: roles.a, action, context })).toBe("allowed");
    }
  });
});

describe("clearing credentials", () => {
  const { policy, keys, name } = shared.clearingCredentials;
  const through = (region: string) => ({ "kms:ViaService": `secretsmanager.${region}.amazonaws.com` });
  const read = "secretsmanager:GetSecretValue";

  test("the payment services of both sites may read the value, and nobody else, whatever IAM allows", () => {
    expect([roles.a, roles.b].map((principal) => verdict(policy, { principal, action: read }))).toEqual(["silent", "silent"]);
    for (const principal of [roles.deployer, roles.keyAdministrator, roles.stranger]) {
      expect(verdict(policy, { principal, action: read })).toBe("denied");
    }
  });

  test("nobody is kept from putting a new value or from changing the policy", () => {
    for (const action of ["secretsmanager:PutSecretValue", "secretsmanager:PutResourcePolicy", "secretsmanager:DeleteResourcePolicy"]) {
      expect(verdict(policy, { principal: roles.deployer, action })).toBe("silent");
    }
  });

  test("each site's payment service opens its own Region's copy, and only through Secrets Manager", () => {
    for (const site of ["a", "b"] as const) {
      const open = (context: Readonly<Record<string, string>>) =>
        verdict(keys[site].policy, { principal: roles[site], action: "kms:Decrypt", context });
      expect(open(through(regions[site]))).toBe("allowed");
      expect(open({})).toBe("silent");
    }
    expect(verdict(keys.b.policy, { principal: roles.a, action: "kms:Decrypt", context: through(regions.b) })).toBe("silent");
  });

  test("the deployer's trial of the keys and a new value's way to the copy pass both keys", () => {
    for (const key of [keys.a, keys.b]) {
      for (const principal of [roles.deployer, roles.keyAdministrator]) {
        for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
          expect(verdict(key.policy, { principal, action, context: through(regions.a) })).toBe("allowed");
        }
      }
    }
  });

  test.each(["a", "b"] as const)("the endpoint in site %s lets the payment service fetch it", (site) => {
    const endpoint = endpointDesigns(deployment, site).find(({ id }) => id === "secretsmanager")?.policy ?? "";
    const resource = `arn:aws:secretsmanager:${regions[site]}:${deployment.accounts.payments}:secret:${name}-Ab1Cd2`;
    const context = { "aws:PrincipalAccount": deployment.accounts.payments };
    expect(verdict(endpoint, { principal: roles[site], action: read, resource, context })).toBe("allowed");
  });
});

describe("reconciliation files", () => {
  test.each(directions)("a file's way from $from to $to passes the role, both buckets and both keys", ({ from, to }) => {
    const { toTwin, bucket, key } = shared.reconciliation[from];
    const twin = shared.reconciliation[to];
    const principal = roleArn(deployment, toTwin.role.name);
    const through = (region: string, name: string) => ({
      "kms:ViaService": `s3.${region}.amazonaws.com`,
      "kms:EncryptionContext:aws:s3:arn": bucketArn(name),
    });
    const file = (name: string) => ({ resource: `${bucketArn(name)}/day.csv`, context: {} });
    const source = { resource: keyIn(regions[from]), context: through(regions[from], bucket.name) };
    const destination = { resource: keyIn(regions[to]), context: through(regions[to], twin.bucket.name) };
    const byRole = [
      { action: "s3:GetObjectVersionForReplication", ...file(bucket.name) },
      { action: "kms:Decrypt", ...source },
      { action: "s3:ReplicateObject", ...file(twin.bucket.name) },
      { action: "s3:ReplicateDelete", ...file(twin.bucket.name) },
      { action: "kms:Encrypt", ...destination },
      { action: "kms:Decrypt", ...destination },
    ];
    for (const step of byRole) expect(verdict(toTwin.role.permissions, { principal, ...step })).toBe("allowed");
    expect(verdict(key.policy, { principal, action: "kms:Decrypt", ...source })).toBe("allowed");
    for (const action of ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"]) {
      expect(verdict(twin.key.policy, { principal, action, ...destination })).toBe("allowed");
    }
  });

  test("the role of one direction writes nothing in its own source and reads nothing at the other end", () => {
    const { toTwin, bucket } = shared.reconciliation.a;
    const ask = (action: string, name: string) =>
      verdict(toTwin.role.permissions, { principal: roles.stranger, action, resource: `${bucketArn(name)}/day.csv` });
    expect(ask("s3:ReplicateObject", bucket.name)).toBe("silent");
    expect(ask("s3:GetObjectVersionForReplication", shared.reconciliation.b.bucket.name)).toBe("silent");
  });

  test("files stay as long as a payer may contest a payment", () => {
    for (const { bucket } of [shared.reconciliation.a, shared.reconciliation.b]) {
      expect(bucket.lifecycle.currentVersions.kind === "expire" && bucket.lifecycle.currentVersions.afterDays).toBeGreaterThanOrEqual(397);
    }
  });

  test("what they are under belongs to card data's own scope, unlike the rest of the stack", () => {
    expect(shared.reconciliation.a.bucket.tags["twinsite:pci-scope"]).toBe("cde");
    expect(shared.providers[0]?.tags["twinsite:pci-scope"]).toBe("security-impacting");
  });

  test("a file under another key is refused, by either of the key's names", () => {
    for (const site of ["a", "b"] as const) {
      const { bucket, key } = shared.reconciliation[site];
      expect(bucket.foreignKeys).toEqual({ kind: "refused", aliasArn: aliasArn(deployment, regions[site], key.alias) });
    }
  });

  test("a failure wakes on-call where the files come from, delay where they are missing", () => {
    const { failed, late } = shared.reconciliation.a.toTwin;
    expect([failed.onCallTopicArn, late.onCallTopicArn].map((arn) => arn.split(":")[3])).toEqual([regions.a, regions.b]);
  });
});

describe("backup copies", () => {
  test.each(directions)("a backup's way from $from to $to passes the role and the keys of the files and of both vaults", ({ from, to }) => {
    const { role } = backupCopies(deployment, from);
    const principal = roleArn(deployment, role.name);
    const files = { action: "kms:Decrypt", context: { "kms:ViaService": `s3.${regions[from]}.amazonaws.com` } };
    expect(verdict(shared.reconciliation[from].key.policy, { principal, ...files })).toBe("allowed");
    const [own, twin] = role.keyPolicies.map(({ policy }) => policy);
    if (own === undefined || twin === undefined) throw new Error("the role may not use the keys of both sites");
    expect(verdict(own, { principal, resource: keyIn(regions[from]), ...files })).toBe("allowed");
    for (const [site, permissions] of [
      [from, own],
      [to, twin],
    ] as const) {
      const vaultKey = backupDesign(deployment, site).key.policy;
      const context = { "kms:ViaService": `backup.${regions[site]}.amazonaws.com`, "kms:GrantIsForAWSResource": "true" };
      for (const action of ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey"]) {
        expect(verdict(vaultKey, { principal, action, context })).toBe("allowed");
        expect(verdict(permissions, { principal, action, resource: keyIn(regions[site]), context })).toBe("allowed");
      }
      // AWS Backup asks this in the role's own name, not through itself; AWS's managed policy lets the role.
      expect(verdict(vaultKey, { principal, action: "kms:DescribeKey" })).toBe("allowed");
    }
  });

  test.each(directions)("what is copied from $from to $to stays as long as both vaults' locks demand", ({ from, to }) => {
    const { rule, copy, vault } = backupCopies(deployment, from);
    const { lock } = backupDesign(deployment, from);
    const receiving = backupDesign(deployment, to);
    if (copy === "none") throw new Error("nothing is copied");
    expect(vault).toBe(backupDesign(deployment, from).vault);
    expect(copy.vaultArn).toBe(`arn:aws:backup:${regions[to]}:${deployment.accounts.payments}:backup-vault:${receiving.vault}`);
    expect(rule.deleteAfterDays).toBeGreaterThanOrEqual(lock.minRetentionDays);
    expect(rule.deleteAfterDays).toBeLessThanOrEqual(lock.maxRetentionDays);
    expect(copy.deleteAfterDays).toBeGreaterThanOrEqual(receiving.lock.minRetentionDays);
    expect(copy.deleteAfterDays).toBeLessThanOrEqual(receiving.lock.maxRetentionDays);
  });

  test("a site's own backup and the one that is copied never run at the same time, which would let one expire", () => {
    const hours = (rule: { schedule: string; startWindowMinutes: number; completionWindowMinutes: number }) => {
      const start = Number(/^cron\(0 (\d+) \* \* \? \*\)$/.exec(rule.schedule)?.[1]);
      const length = Math.ceil((rule.startWindowMinutes + rule.completionWindowMinutes) / 60);
      return Array.from({ length }, (_, hour) => (start + hour) % 24);
    };
    const own = hours(backupDesign(deployment, "a").daily.rule);
    expect(hours(backupCopies(deployment, "a").rule).filter((hour) => own.includes(hour))).toEqual([]);
  });

  test("the sites' own rules tell on-call of a copy that fails, so none is needed here", () => {
    for (const site of ["a", "b"] as const) {
      const pattern = z
        .object({ "detail-type": z.array(z.string()) })
        .parse(JSON.parse(backupDesign(deployment, site).failureRule.pattern));
      expect(pattern["detail-type"]).toContain("Copy Job State Change");
    }
  });

  test("a database is copied for both of its tags, not for one: another deployment may share the account", () => {
    const ledger = backupCopies(deployment, "b").selections.find(({ id }) => id === "ledger");
    expect(ledger?.tags).toEqual({ "twinsite:backup": "copied", "twinsite:deployment": "sweden" });
    expect(ledger?.resources.map((arn) => arn.split(":")[3])).toEqual([regions.b, regions.b]);
  });
});

test("it waits for the vaults of both sites, both Regions' on-call topics and its own state's bucket", () => {
  expect(shared.after).toEqual(["bootstrap-eu-west-1", "site-a", "site-b", "guardrails-eu-north-1", "guardrails-eu-central-1"]);
});

test("every role's name is one that IAM takes, for the longest deployment's name too", () => {
  const longest = { ...deployment, name: "a23456789-123456" };
  const names = (["a", "b"] as const).flatMap((site) => [
    sharedDesign(longest).reconciliation[site].toTwin.role.name,
    backupCopies(longest, site).role.name,
    ledgerBackups(longest, site).role.name,
  ]);
  expect(names.filter((name) => name.length > 64)).toEqual([]);
});

function keyIn(region: string): string {
  return `arn:aws:kms:${region}:${deployment.accounts.payments}:key/0000`;
}

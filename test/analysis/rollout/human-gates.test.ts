import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GateOf, HumanGate } from "../../../analysis/rollout/human-gate";
import { gatesOf, switchStackOf } from "../../../analysis/rollout/human-gates";
import { multiRegionClusters } from "../../../facts/service-quotas";
import { instructionsFor } from "../../../reports/runbook/gate-instructions";
import { estateOf } from "../../../synthesized/estate/estate";
import type { Template } from "../../../synthesized/template";
import { temporaryFolders } from "../../cli/temporary";
import { synthesizedSweden } from "../../sample-output";
import { edited, resourceNamed, setting } from "../edited-template";

const templates = [...synthesizedSweden().values()];

function templateNamed(stack: string): Template {
  const template = templates.find((one) => one.stack === stack);
  if (template === undefined) throw new Error(`${stack} was not synthesized`);
  return template;
}

function gatesBefore(stack: string): readonly HumanGate[] {
  return gatesOf(estateOf(templates), templateNamed(stack));
}

function gateBefore<Kind extends HumanGate["kind"]>(stack: string, kind: Kind): GateOf<Kind> {
  const isOfKind = (gate: HumanGate): gate is GateOf<Kind> => gate.kind === kind;
  const gate = gatesBefore(stack).find(isOfKind);
  if (gate === undefined) throw new Error(`nothing of ${kind} stands before ${stack}`);
  return gate;
}

const commandsAt = (gate: HumanGate): string =>
  instructionsFor(gate, "cdktf.out")
    .acts.flatMap(({ commands }) => commands)
    .join("\n");

test("people stand before a cell, its first site's ledger role among what they do, and before the other site's without it", () => {
  expect(gatesBefore("cell-01-a").map(({ id }) => id)).toEqual(["quotas", "ledger-role-cell-01", "secrets", "image", "trust-bundle"]);
  expect(gatesBefore("cell-01-b").map(({ id }) => id)).toEqual(["quotas", "secrets", "image", "trust-bundle"]);
});

test("people are asked to confirm that alarms reach them before anything waits for every guardrail, in each Region", () => {
  expect(gatesBefore("names").map(({ id }) => id)).toEqual(["on-call", "delegation"]);
  const regions = gateBefore("names", "onCall").subscriptions.map(({ region }) => region);
  expect([...new Set(regions)].toSorted((a, b) => a.localeCompare(b))).toEqual([
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "us-east-1",
    "us-west-2",
  ]);
  expect(gatesBefore("traffic").map(({ id }) => id)).toEqual(["ds-record"]);
});

test("before anything is made AWS is asked whether the sites' zones have the endpoints that their stacks use", () => {
  const gate = gateBefore("bootstrap-eu-west-1", "zoneOffers");
  const [, stockholm] = gate.regions;
  const used = templateNamed("site-a")
    .resources.filter(({ type, attributes }) => type === "aws_vpc_endpoint" && attributes["vpc_endpoint_type"] === "Interface")
    .map(({ attributes }) => String(attributes["service_name"]))
    .toSorted((a, b) => a.localeCompare(b));
  expect(gate.regions.map(({ region }) => region)).toEqual(["eu-central-1", "eu-north-1"]);
  expect(stockholm).toEqual({
    region: "eu-north-1",
    zones: ["eun1-az1", "eun1-az2", "eun1-az3"],
    services: used,
    untold: ["AWS Network Firewall", "the interface endpoint of Aurora DSQL"],
  });
  expect(commandsAt(gate).split("\n").slice(2)).toEqual([
    "aws ec2 describe-availability-zones --region eu-north-1 --zone-ids eun1-az1 eun1-az2 eun1-az3 --query 'AvailabilityZones[].[ZoneId,ZoneName]' --output text",
    `aws ec2 describe-vpc-endpoint-services --region eu-north-1 --service-names ${used.join(" ")} --query 'ServiceDetails[].[ServiceName,join(\`, \`,sort(AvailabilityZones))]' --output text`,
  ]);
});

test("a service that a site gains is asked for too, and so is a zone that tasks are not known to start in", () => {
  const site = templateNamed("site-a");
  const { address } = resourceNamed(site, "aws_vpc_endpoint", "endpoints_kms");
  const subnets = site.resources
    .filter(({ attributes }) => attributes["availability_zone_id"] === "eun1-az3")
    .map((subnet) => subnet.address);
  const moved = edited(site, {
    [address]: setting({ service_name: "com.amazonaws.eu-north-1.sqs" }),
    ...Object.fromEntries(subnets.map((subnet) => [subnet, setting({ availability_zone_id: "ape2-az1" })])),
  });
  const others = templates.filter(({ stack }) => stack !== "site-a");
  const gates = gatesOf(estateOf([...others, moved]), templateNamed("bootstrap-eu-west-1"));
  const asked = gates.flatMap((gate) => (gate.kind === "zoneOffers" ? gate.regions : [])).filter(({ region }) => region === "eu-north-1");
  expect(asked.flatMap(({ services }) => services)).toContain("com.amazonaws.eu-north-1.sqs");
  expect(asked.flatMap(({ untold }) => untold)).toContain("AWS Fargate");
});

test("quotas are asked for by what a site's stacks add up to, load balancers' reserve included", () => {
  const needed = gateBefore("cell-01-b", "quotas").quotas.map(({ quota, needed: count }) => [quota.code, count]);
  expect(needed).toEqual([
    ["L-3032A538", 600],
    ["L-8A66D0E6", 4800],
    ["L-6E3AF000", 80_000],
  ]);
});

test("a rate that the site's evidence needs more of than its Region has is asked for with the quotas, and one that is enough is not", () => {
  const claiming = (needed: number) =>
    templates.map((template): Template => {
      if (template.evidence.kind === "missing" || template.evidence.kind === "unreadable") return template;
      const { evidence } = template.evidence;
      const rateNeeds = [
        { rate: "kmsCalls", needed: 15_000 },
        { rate: "endpointBandwidth", needed },
        { rate: "newLedgerConnections", needed: 1000 },
      ];
      return evidence.role === "site" ? { ...template, evidence: { kind: "read", evidence: { ...evidence, rateNeeds } } } : template;
    });
  const asked = (needed: number, stack: string) =>
    gatesOf(estateOf(claiming(needed)), templateNamed(stack))
      .filter((gate): gate is GateOf<"quotas"> => gate.kind === "quotas")
      .map((gate) => commandsAt(gate));
  // Stockholm has 10,000 calls of KMS a second, Frankfurt 20,000; what AWS raises for nobody is a fault of the file.
  expect(asked(10, "cell-01-a").join("\n")).toContain(
    "--region eu-north-1 --service-code kms --quota-code L-6E3AF000 --desired-value 15000",
  );
  expect(asked(10, "cell-01-b").join("\n")).not.toContain("kms");
  const gate = gatesOf(estateOf(claiming(40)), templateNamed("cell-01-b")).find(({ kind }) => kind === "quotas");
  if (gate === undefined) throw new Error("no quota is asked for");
  const { acts } = instructionsFor(gate, "cdktf.out");
  expect(acts.map(({ say }) => say).join("\n")).toContain(
    "Ask AWS Support for 40 of Bandwidth per VPC endpoint per Availability Zone in eu-central-1, and keep the answer",
  );
  expect(acts.map(({ say }) => say).join("\n")).not.toContain("Maximum connection rate");
});

test("a site of 25 cells asks for what 25 times as much takes, and for its ledgers' quota before the first of them", () => {
  const copies = (stack: string): readonly Template[] =>
    Array.from({ length: 24 }, (_, index) => ({ ...templateNamed(stack), stack: `${stack}-copy-${index}` }));
  const all = [...templates, ...copies("cell-01-a"), ...copies("ledger-01-a")];
  const quotas = (stack: string) =>
    gatesOf(estateOf(all), templateNamed(stack)).flatMap((gate) =>
      gate.kind === "quotas" ? gate.quotas.map(({ quota, needed }) => [gate.id, quota.name, needed]) : [],
    );
  expect(quotas("cell-01-a")).toEqual([
    ["quotas", "Fargate On-Demand vCPU resource count", 15_000],
    ["quotas", "Reserved Application Load Balancer capacity units", 120_000],
    ["quotas", "Trust stores per account", 25],
    ["quotas", "Network interfaces per Region", 8996],
    // Sites say what the whole peak needs, whatever its cells are.
    ["quotas", "Cryptographic operations (symmetric) request rate", 80_000],
  ]);
  expect(quotas("ledger-01-a")).toEqual([["ledger-quotas", "Maximum multi-Region clusters", 25]]);
  expect(quotas("ledger-01-b")).toEqual([]);
});

test("a quota whose code nobody knows is looked up by its name", () => {
  const gate: HumanGate = {
    id: "ledger-quotas",
    kind: "quotas",
    when: "before",
    stands: "once",
    region: "eu-north-1",
    quotas: [{ quota: multiRegionClusters, needed: 25 }],
  };
  expect(commandsAt(gate)).toContain(
    "aws service-quotas list-service-quotas --region eu-north-1 --service-code dsql " +
      "--query \"Quotas[?contains(QuotaName, 'Maximum multi-Region clusters')].[QuotaCode,Value]\" --output text",
  );
});

test("a secret's value is put where the secret is made, and only looked at where it is a copy", () => {
  const [atA, atB] = [gateBefore("cell-01-a", "secrets"), gateBefore("cell-01-b", "secrets")];
  expect([atA, atB].map(({ secrets }) => secrets.map(({ region, is }) => [region, is]))).toEqual([
    [["eu-north-1", "made"]],
    [["eu-central-1", "copied"]],
  ]);
  expect(commandsAt(atA)).toContain("put-secret-value --region eu-north-1");
  expect(commandsAt(atB)).not.toContain("put-secret-value");
  expect(commandsAt(atB)).toContain("list-secret-version-ids --region eu-central-1");
});

test("the ledger's role is tied to the tasks' roles of both sites", () => {
  const { ledger, roles } = gateBefore("cell-01-a", "ledgerRole");
  expect(ledger).toBe("ledger-01-a");
  expect(roles).toEqual(["a", "b"].map((site) => `arn:aws:iam::111122223333:role/twinsite-sweden-site-${site}-cell-01-payment-service`));
  for (const role of roles) expect(commandsAt(gateBefore("cell-01-a", "ledgerRole"))).toContain(`TO '${role}';`);
});

test("the stack with the switches is known, and none where there is none", () => {
  expect(switchStackOf(estateOf(templates))).toBe("traffic");
  expect(switchStackOf(estateOf(templates.filter(({ stack }) => stack !== "traffic")))).toBeUndefined();
});

test("endpoints of all kinds share a quota, the firewall's in each zone among them", () => {
  const neededWith = (ledgers: number): number | undefined => {
    const copies = Array.from({ length: ledgers - 1 }, (_, index) => ({ ...templateNamed("ledger-01-a"), stack: `ledger-copy-${index}` }));
    const gates = gatesOf(estateOf([...templates, ...copies]), templateNamed("cell-01-a"));
    return gates.flatMap((gate) => (gate.kind === "quotas" ? gate.quotas : [])).find(({ quota }) => quota.code === "L-29B6F2EB")?.needed;
  };
  // Six of AWS's services and three zones' of the firewall leave 41 of 50 for ledgers.
  expect([neededWith(41), neededWith(42)]).toEqual([undefined, 51]);
});

describe("a bundle of authorities", () => {
  const newFolder = temporaryFolders();
  const gate = gateBefore("cell-01-a", "trustBundle");
  const commands = instructionsFor(gate, "cdktf.out").acts.flatMap((step) => step.commands);
  /** The output of the gate's own command on a bundle. */
  const answer = (beginning: string, text: string): string => {
    const folder = newFolder();
    writeFileSync(join(folder, gate.bundle), text);
    const command = commands.find((one) => one.startsWith(beginning));
    if (command === undefined) throw new Error(`the gate has no command ${beginning}`);
    // What finds nothing ends with 1.
    return execFileSync("sh", ["-c", `${command} || true`], { cwd: folder, encoding: "utf8" }).trim();
  };
  const certificate = `-----BEGIN CERTIFICATE-----\n${"A".repeat(64)}\n-----END CERTIFICATE-----\n`;

  test("is counted, measured and searched for blank lines before it is uploaded, against what AWS takes", () => {
    expect(answer("grep -c", certificate.repeat(26))).toBe("26");
    expect(answer("grep -n", certificate.repeat(2))).toBe("");
    expect(answer("grep -n", `${certificate}\n${certificate}`)).toBe("4:");
    expect(answer("awk", certificate + certificate.replace("A\n", `${"A".repeat(20_000)}\n`))).toBe("20118");
    const words = instructionsFor(gate, "cdktf.out")
      .acts.map(({ say }) => say)
      .join("\n");
    expect(words).toContain("A trust store takes 25 certificates of authorities");
    expect(words).toContain("all subjects together at most 10,000");
    expect(words).toContain("A chain has at most 4 certificates");
    expect(commands.join("\n")).toContain("--service-code elasticloadbalancing --quota-code L-43FE5A42");
    expect(commands.findIndex((one) => one.startsWith("aws s3 cp"))).toBeGreaterThan(
      commands.findIndex((one) => one.startsWith("grep -c")),
    );
  });
});

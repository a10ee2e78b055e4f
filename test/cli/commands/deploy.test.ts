import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fakeCdktf } from "../fake-cdktf";
import { temporaryFolders, type WrittenStack, writeFiles, writeOutput } from "../temporary";
import { type Run, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
/** The words, wherever the lines were broken. */
const words = (text: string): string => text.replaceAll(/\s+/g, " ");

interface Part {
  readonly region: string;
  readonly site?: string;
  readonly after?: readonly string[];
  readonly resource?: object;
  readonly residency?: object;
}

function stack(name: string, { region, site, after = [], resource = {}, residency }: Part): WrittenStack {
  const own = { site: site ?? "both", region, stack: name };
  const permittedDifferences = Object.entries(own).map(([what, value]) => ({ name: what, value, reason: "Each site's own" }));
  const evidence = { schemaVersion: 1, deployment: "trial", stack: name, permittedFlows: [], permittedDifferences, site, residency };
  return {
    dependencies: after,
    template: {
      terraform: {
        backend: { local: { path: `../../../terraform.state/trial/${name}.tfstate` } },
        required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
      },
      provider: { aws: [{ region, allowed_account_ids: ["111122223333"] }] },
      resource: { aws_vpc_dhcp_options_association: { named: {} }, ...resource },
      output: { twinsite_evidence: { value: evidence } },
    },
  };
}

/** A load balancer's authorities, which somebody has to upload first. */
const trustStore = (site: string): object => ({
  aws_lb_trust_store: {
    trust: {
      ca_certificates_bundle_s3_bucket: "trust",
      ca_certificates_bundle_s3_key: "ca.pem",
      tags: {
        "twinsite:deployment": "sample",
        "twinsite:owner": "payments",
        "twinsite:cost-centre": "CC-1",
        "twinsite:site": site,
        "twinsite:segment": "edge",
        "twinsite:pci-scope": "cde",
      },
    },
  },
});
const trial = {
  account: stack("account", { region: "eu-west-1" }),
  "part-a": stack("part-a", { region: "eu-north-1", site: "site-a", after: ["account"] }),
  "part-b": stack("part-b", { region: "eu-central-1", site: "site-b", after: ["account"] }),
  joint: stack("joint", { region: "eu-west-1", after: ["part-a", "part-b"] }),
};

interface Project {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

function newProject(stacks: Readonly<Record<string, WrittenStack>> = trial): Project {
  const folder = newFolder();
  writeOutput(join(folder, "cdktf.out"), stacks);
  return { folder, environment: fakeCdktf(join(folder, "fake")) };
}

function deployed({ folder, environment }: Project, args: readonly string[], more: NodeJS.ProcessEnv = {}): Run {
  return twinsite(["deploy", "--auto-approve", ...args], { folder, environment: { ...environment, ...more } });
}

/** The stacks that cdktf was asked to deploy. */
function asked({ folder }: Project): readonly string[] {
  const log = join(folder, "fake/cdktf.log");
  return existsSync(log) ? [...readFileSync(log, "utf8").matchAll(/^deploy (\S+)/gm)].map(([, name = ""]) => name) : [];
}

test("a step deploys its stacks in order, one call of cdktf each, and says what comes next", () => {
  const project = newProject();
  const shared = deployed(project, ["--shared"]);
  expect(shared.stderr).toBe("\ndeploying account\n");
  expect(words(shared.stdout)).toContain(
    "deployed account waits joint: for part-a, part-b, not deployed or not wholly Next: npx twinsite deploy --site a",
  );
  expect(shared.exitCode).toBe(0);
  expect(deployed(project, ["--site", "a"]).stdout).toContain("next: npx twinsite deploy --site b");
  expect(deployed(project, ["--site", "b"]).stdout).toContain("next: npx twinsite deploy --shared");
  expect(deployed(project, ["--shared"]).stdout).toContain("That was the last step.");
  expect(asked(project)).toEqual(["account", "part-a", "part-b", "account", "joint"]);
});

test("without a terminal a step writes lines: a line for each stack and how it ended, Terraform's words whole, no codes", () => {
  const project = newProject();
  const said =
    "Invalid count argument: the value of count cannot be determined before the apply, so Terraform cannot say how many there are";
  const { stdout, stderr } = deployed(project, ["--shared"], { FAKE_DRAWS: said, FAKE_FAILS: "account" });
  expect(stdout.split("\n").slice(0, 2)).toEqual([`Error: ${said}`, "account: failed"]);
  expect(`${stdout}${stderr}`).not.toContain("\u001B");
  expect(readFileSync(join(project.folder, "fake/cdktf.log"), "utf8")).toContain("--no-color");
});

test("cdktf deploys the output as it was judged: it does not synthesize, and asks unless told otherwise", () => {
  const project = newProject();
  deployed(project, ["--shared"]);
  const [call = ""] = readFileSync(join(project.folder, "fake/cdktf.log"), "utf8").split("\n");
  expect(call).toContain(`deploy account --skip-synth --output=${join(project.folder, "cdktf.out")} `);
  expect(call).toContain("--ignore-missing-stack-dependencies --skip-provider-lock --auto-approve");
});

test("a stack whose prerequisites are missing is not deployed, and the step that makes them is named", () => {
  const project = newProject();
  const { exitCode, stdout } = deployed(project, ["--site", "a"]);
  expect(exitCode).toBe(1);
  expect(words(stdout)).toContain("waits part-a: for account, not deployed or not wholly Next: npx twinsite deploy --shared");
  expect(asked(project)).toEqual([]);
});

test("a prerequisite whose apply ended half-way counts as missing", () => {
  const project = newProject();
  deployed(project, ["--shared"]);
  const state = join(project.folder, "terraform.state/trial/account.tfstate");
  writeFileSync(state, readFileSync(state, "utf8").replace(/"resources":.*/, '"resources":[]}'));
  expect(deployed(project, ["--site", "a"]).stdout).toContain("for account");
});

describe("a stack that waits for a person", () => {
  const cell = (site: "a" | "b", region: string): WrittenStack =>
    stack(`cell-01-${site}`, { region, site: `site-${site}`, resource: trustStore(`site-${site}`) });
  const gated = { "cell-01-a": cell("a", "eu-north-1"), "cell-01-b": cell("b", "eu-central-1") };

  test("is not deployed: 1, with what to do and the command for afterwards", () => {
    const project = newProject(gated);
    const { exitCode, stdout } = deployed(project, ["--site", "a"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("aws s3 cp ca.pem s3://trust/ca.pem --region eu-north-1");
    expect(words(stdout)).toContain("npx twinsite deploy --site a --done trust-bundle");
    expect(asked(project)).toEqual([]);
  });

  test("is deployed when it is said to be done, and asks again at the next change", () => {
    const project = newProject(gated);
    expect(deployed(project, ["--site", "a", "--done", "trust-bundle"]).exitCode).toBe(0);
    expect(deployed(project, ["--site", "a"]).exitCode).toBe(1);
    expect(asked(project)).toEqual(["cell-01-a"]);
  });
});

test.each([
  ["FAKE_FAILS", "failed account", "it goes on where it was: npx twinsite deploy --shared"],
  ["FAKE_DISMISSES", "not approved account", "run the same again: npx twinsite deploy --shared"],
])("a stack that %s names ends the run with 1 and what to do", (fake, what, next) => {
  const project = newProject({ account: trial.account, other: stack("other", { region: "eu-west-1" }) });
  const { exitCode, stdout } = deployed(project, ["--shared"], { [fake]: "account" });
  expect(exitCode).toBe(1);
  expect(words(stdout)).toContain(what);
  expect(words(stdout)).toContain(next);
  expect(asked(project)).toEqual(["account"]);
});

test("a state that cannot be read is not taken for anything: 1, with Terraform's reason", () => {
  const project = newProject();
  const { exitCode, stdout } = deployed(project, ["--site", "a"], { FAKE_INIT_SAYS: "No valid credential sources found" });
  expect(exitCode).toBe(1);
  expect(words(stdout)).toContain("the state of part-a cannot be read No valid credential sources found");
  expect(words(stdout)).toContain("docs/runbooks/loss-of-a-region.md");
  expect(asked(project)).toEqual([]);
});

test("a negative verdict keeps everything from being deployed", () => {
  const project = newProject();
  writeFiles(project.folder, { "cdktf.out/stacks/account/cdk.tf.json": '{"resource":{"aws_vpc":{"x":{}}}}' });
  const { exitCode, stderr } = deployed(project, ["--site", "a"]);
  expect(exitCode).toBe(1);
  expect(words(stderr)).toContain("Nothing is deployed: a verdict on cdktf.out is negative.");
  expect(asked(project)).toEqual([]);
});

/** Both sites keep something of operations; the countries are those where it may be. */
function promising(operations: readonly string[]): Project {
  const residency = { market: "SE", paymentData: ["SE"], ledgerLog: ["SE"], operations, outsideAws: "accepted" };
  const kept = { resource: { aws_vpc_dhcp_options_association: undefined, aws_ebs_default_kms_key: { key: {} } }, residency };
  return newProject({
    account: stack("account", { region: "eu-north-1", residency, resource: { aws_vpc_dhcp_options_association: undefined } }),
    "part-a": stack("part-a", { region: "eu-north-1", site: "site-a", after: ["account"], ...kept }),
    "part-b": stack("part-b", { region: "eu-central-1", site: "site-b", after: ["account"], ...kept }),
  });
}

test("an output that breaks its own residency is not deployed, and the place is named; one that keeps it is", () => {
  const broken = promising(["SE"]);
  const { exitCode, stderr } = deployed(broken, ["--shared"]);
  expect(exitCode).toBe(1);
  expect(words(stderr)).toContain("NOT ALLOWED: part-b aws_ebs_default_kms_key.key (which key encrypts new disks, operations)");
  expect(words(stderr)).toContain("Nothing is deployed: a verdict on cdktf.out is negative.");
  expect(asked(broken)).toEqual([]);

  const kept = promising(["DE", "SE"]);
  expect(deployed(kept, ["--shared"])).toMatchObject({ exitCode: 0 });
  expect(asked(kept)).toEqual(["account"]);
});

test.each([
  [["--site", "a", "--site", "b"], "--site a and --site b in one run"],
  [["--site", "a", "--shared"], "--site a and --shared in one run"],
  [["--bootstrap"], "there is nothing to bootstrap"],
  [["--site", "c"], "there is no site c. There are: a, b."],
  [["--shared", "--done", "x"], "nobody is asked for x."],
  [[], "nothing says what to deploy. Name one of --bootstrap, --site a, --site b or --shared"],
])("%j is refused with 2 and the reason", (args, reason) => {
  const project = newProject();
  const { exitCode, stdout, stderr } = deployed(project, args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(words(stderr)).toContain(reason);
  expect(asked(project)).toEqual([]);
});

test("where nobody can be asked, nothing starts: 2", () => {
  const { folder, environment } = newProject();
  const { exitCode, stderr } = twinsite(["deploy", "--shared"], { folder, environment });
  expect(exitCode).toBe(2);
  expect(words(stderr)).toContain("nobody can be asked here, since this is no terminal.");
});

test.each([["CDKTF_BINARY_NAME"], ["TERRAFORM_BINARY_NAME"]])("without the program that %s names, 3", (variable) => {
  expect(deployed(newProject(), ["--shared"], { [variable]: "/no/such/program" }).exitCode).toBe(3);
});

test.each([
  ["stacks/late/cdk.tf.json", "cdk.tf.json"],
  ["stacks/late/zz_override.tf.json", "zz_override.tf.json"],
  ["manifest.json", "../../manifest.json"],
])("a stack is not deployed once %s changed after it was judged, and nothing after it", (file, told) => {
  const project = newProject({ ...trial, late: stack("late", { region: "eu-west-1", after: ["account"] }) });
  const { exitCode, stdout } = deployed(project, ["--shared"], { FAKE_WRITES: file });
  expect(exitCode).toBe(1);
  expect(words(stdout)).toContain(`not deployed late: changed after it was judged: ${told} Find out who writes to cdktf.out`);
  expect(asked(project)).toEqual(["account"]);
});

describe("--dry-run", () => {
  test("needs no Terraform, deploys nothing, and prints the steps in order", () => {
    const project = newProject();
    const { exitCode, stdout } = deployed(project, ["--dry-run"], { CDKTF_BINARY_NAME: "/none", TERRAFORM_BINARY_NAME: "/none" });
    expect(exitCode).toBe(0);
    expect([...stdout.matchAll(/npx twinsite deploy (.*)/g)].map(([, step]) => step)).toEqual([
      "--shared",
      "--site a",
      "--site b",
      "--shared",
    ]);
    expect(asked(project)).toEqual([]);
  });

  test("with a scope, prints that one's steps with their numbers, and does not end where more is to come", () => {
    const { stdout } = deployed(newProject(), ["--dry-run", "--site", "b"]);
    expect([...stdout.matchAll(/^Step .*/gm)].map(([line]) => line)).toEqual(["Step 3 of 4: site b alone"]);
    expect(stdout).not.toContain("Done.");
    expect(deployed(newProject(), ["--dry-run"]).stdout).toContain("Done.");
  });

  test("of an output with a negative verdict ends with 1, and says what is wrong", () => {
    const project = newProject();
    writeFiles(project.folder, { "cdktf.out/stacks/account/cdk.tf.json": '{"resource":{"aws_vpc":{"x":{}}}}' });
    const { exitCode, stderr } = deployed(project, ["--dry-run"]);
    expect(exitCode).toBe(1);
    expect(words(stderr)).toContain("a verdict on cdktf.out is negative");
  });

  test("with --json, is one value", () => {
    const second = { step: 2, scope: "site-a", command: "npx twinsite deploy --site a", stacks: ["part-a"], gates: [] };
    expect(JSON.parse(deployed(newProject(), ["--json"]).stdout)).toMatchObject({ steps: [{}, second, {}, {}] });
  });
});

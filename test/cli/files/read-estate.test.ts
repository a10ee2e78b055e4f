import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EstateReading, readEstate } from "../../../cli/files/read-estate";
import { sampleOutput } from "../../sample-output";
import { temporaryFolders, writeFiles, writeOutput } from "../temporary";

const newFolder = temporaryFolders();

function makePipe(path: string): void {
  spawnSync("bash", ["-c", 'mkfifo "$1"', "bash", path]);
}

const template = (stack: string, path = `../../../states/${stack}.tfstate`): object => ({
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } }, backend: { local: { path } } },
  provider: { aws: [{ region: "eu-north-1", allowed_account_ids: ["111122223333"] }] },
  resource: { aws_vpc: { net: { cidr_block: "10.0.0.0/16" } } },
});

function written(files: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder();
  writeOutput(folder, { one: { template: template("one") }, two: { template: template("two"), dependencies: ["one"] } });
  writeFiles(folder, files);
  return folder;
}

/** What is told of an output: verdict, stack, address and attribute. */
function told({ estate }: EstateReading): readonly string[] {
  return estate.faults.map((fault) => [fault.verdict, fault.stack, fault.address, fault.attribute].filter((text) => text !== "").join(" "));
}

test("the sample has no fault, and its stacks come in order", () => {
  const { estate, stacks } = readEstate(sampleOutput());
  expect([estate.source, estate.faults]).toEqual(["synthesized", []]);
  expect(stacks.map(({ template: { stack } }) => stack)).toEqual(estate.stacks.map(({ stack }) => stack));
});

describe("what Terraform reads beside a template is told", () => {
  test.each([
    ["zz_override.tf.json", "Terraform merges it over the template"],
    ["override.tf", "Terraform merges it over the template"],
    ["more.tf", "Terraform reads it with the template"],
    ["more.tf.json", "Terraform reads it with the template"],
    ["more.tofu", "Terraform reads it with the template"],
    ["terraform.tfvars", "Terraform takes values of variables from it"],
    ["x.auto.tfvars.json", "Terraform takes values of variables from it"],
    ["x.tftest.hcl", "runs it"],
    [".terraform/modules/modules.json", "the content of modules"],
    [".terraform/plugin_path", "a setting of `terraform init`"],
    ["notes.txt", "nobody here knows what it is for"],
    ["assets/a.zip", "nobody here knows what it is for"],
  ])("%s: %s", (path, does) => {
    const { estate } = readEstate(written({ [`stacks/one/${path}`]: "x" }));
    expect(estate.faults).toEqual([
      expect.objectContaining({ verdict: "undetermined", stack: "one", found: expect.stringContaining(does) }),
    ]);
    expect(`stacks/one/${path}`).toContain(estate.faults[0]?.address);
  });

  test("another workspace that is selected is wrong, the default one is none", () => {
    expect(told(readEstate(written({ "stacks/one/.terraform/environment": "trial" })))).toEqual([
      "notMet one stacks/one/.terraform/environment",
    ]);
    expect(told(readEstate(written({ "stacks/one/.terraform/environment": "default\n" })))).toEqual([]);
  });

  test("links and pipes beside a template are told, and not followed", () => {
    const folder = written();
    symlinkSync("/dev/zero", join(folder, "stacks/one/x.tf"));
    makePipe(join(folder, "stacks/two/pipe"));
    expect(told(readEstate(folder))).toEqual(["undetermined one stacks/one/x.tf", "undetermined two stacks/two/pipe"]);
  });

  test("what Terraform itself keeps there is no fault", () => {
    const kept = [
      ".terraform.lock.hcl",
      ".terraform/providers/x/y",
      ".terraform/terraform.tfstate",
      "terraform.tfstate",
      "terraform.tfstate.backup",
      ".terraform.tfstate.lock.info",
      "terraform.tfstate.d/x/terraform.tfstate",
      "plan",
    ];
    expect(told(readEstate(written(Object.fromEntries(kept.map((path) => [`stacks/one/${path}`, ""])))))).toEqual([]);
  });
});

describe("what the manifest and the folder do not agree on is told", () => {
  const withManifest = (edit: (stacks: Record<string, Record<string, unknown>>) => void): string => {
    const folder = written();
    const stack = (name: string, dependencies: readonly string[]): Record<string, unknown> => ({
      name,
      dependencies,
      workingDirectory: `stacks/${name}`,
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
    });
    const stacks = { one: stack("one", []), two: stack("two", ["one"]) };
    edit(stacks);
    writeFiles(folder, { "manifest.json": JSON.stringify({ stacks }) });
    return folder;
  };

  test("folders and files that it does not name", () => {
    expect(told(readEstate(written({ "stacks/old/cdk.tf.json": "{}", "other/x": "", "y.txt": "" })))).toEqual([
      "notMet other",
      "notMet stacks/old",
      "notMet y.txt",
    ]);
  });

  test("a stack without a folder", () => {
    const folder = written();
    rmSync(join(folder, "stacks/two"), { recursive: true });
    const reading = readEstate(folder);
    expect(told(reading)).toEqual(["notMet two manifest.json synthesizedStackPath"]);
    expect(reading.stacks.map(({ name }) => name)).toEqual(["one"]);
  });

  test("two stacks of one name: the first is read", () => {
    const reading = readEstate(withManifest(({ two }) => Object.assign(two ?? {}, { name: "one", dependencies: [] })));
    expect(told(reading)).toEqual(["notMet one manifest.json stacks"]);
    expect(reading.stacks).toHaveLength(1);
  });

  test("a dependency on nobody", () => {
    expect(told(readEstate(withManifest(({ two }) => Object.assign(two ?? {}, { dependencies: ["gone"] }))))).toEqual([
      "notMet two manifest.json dependencies",
    ]);
  });

  test("another folder than the template's, in which cdktf would run", () => {
    expect(told(readEstate(withManifest(({ two }) => Object.assign(two ?? {}, { workingDirectory: "stacks/one" }))))).toEqual([
      "notMet two manifest.json workingDirectory",
    ]);
  });

  test("states that two stacks would share, by whatever path", () => {
    const folder = newFolder();
    writeOutput(folder, {
      one: { template: template("one", "../s.tfstate") },
      two: { template: template("two", "../../stacks/./s.tfstate") },
    });
    expect(told(readEstate(folder))).toEqual(["notMet two terraform backend"]);
  });
});

describe("what is no output is refused, in words", () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    ["a manifest without stacks", (folder) => writeFiles(folder, { "manifest.json": '{"stacks":{}}' }), /names no stacks/],
    [
      "a truncated template",
      (folder) => writeFiles(folder, { "stacks/one/cdk.tf.json": '{"resource":' }),
      /the template of stack one cannot be read/,
    ],
    [
      "a repeated key",
      (folder) => writeFiles(folder, { "stacks/one/cdk.tf.json": '{"resource":{},"resource":{}}' }),
      /"resource" stands twice/,
    ],
    [
      "bytes that are no text",
      (folder) => writeFileSync(join(folder, "stacks/one/cdk.tf.json"), Buffer.from([0x7b, 0xff, 0x7d])),
      /no text in UTF-8/,
    ],
    [
      "a plan beside the manifest",
      (folder) => writeFiles(folder, { "p.json": '{"format_version":"1.2","planned_values":{},"configuration":{}}' }),
      /holds the output of a synth and p\.json/,
    ],
    [
      "a folder in the place of a template",
      (folder) => {
        rmSync(join(folder, "stacks/one/cdk.tf.json"));
        mkdirSync(join(folder, "stacks/one/cdk.tf.json"));
      },
      /is a folder, where a file is needed/,
    ],
    [
      "a pipe in the place of a template",
      (folder) => {
        rmSync(join(folder, "stacks/one/cdk.tf.json"));
        makePipe(join(folder, "stacks/one/cdk.tf.json"));
      },
      /is a pipe, socket or device/,
    ],
    [
      "a pipe in the place of the manifest",
      (folder) => {
        rmSync(join(folder, "manifest.json"));
        makePipe(join(folder, "manifest.json"));
      },
      /is a pipe, socket or device/,
    ],
    ["a template of 100 MB", (folder) => truncateSync(join(folder, "stacks/one/cdk.tf.json"), 100_000_000), /has 100000000 bytes/],
    [
      "a path out of the folder",
      (folder) =>
        writeFiles(folder, {
          "manifest.json": JSON.stringify({ stacks: { x: { name: "x", dependencies: [], synthesizedStackPath: "../x.tf.json" } } }),
          "../x.tf.json": "{}",
        }),
      /lies outside the output/,
    ],
    [
      "a link out of the folder",
      (folder) => {
        rmSync(join(folder, "stacks/one/cdk.tf.json"));
        symlinkSync(join(sampleOutput(), "manifest.json"), join(folder, "stacks/one/cdk.tf.json"));
      },
      /leads out of the output/,
    ],
  ])("%s", (_, spoil, message) => {
    const folder = join(newFolder(), "out");
    mkdirSync(folder);
    cpSync(written(), folder, { recursive: true });
    spoil(folder);
    expect(() => readEstate(folder)).toThrow(message);
  });

  test("plans and states together, files that are neither, and a state as it is kept", () => {
    const plan = '{"format_version":"1.2","planned_values":{},"configuration":{"root_module":{}}}';
    const state = '{"format_version":"1.0","values":{}}';
    const reading = (files: Readonly<Record<string, string>>): (() => EstateReading) => {
      const folder = newFolder();
      writeFiles(folder, files);
      return () => readEstate(folder);
    };
    expect(reading({ "a.json": plan, "b.json": state })).toThrow(/plans and states together: a\.json is a plan, b\.json a state/);
    expect(reading({ "a.json": "{}" })).toThrow(/a\.json is neither a plan nor a state/);
    expect(reading({ "a.json": '{"version":4,"lineage":"x"}' })).toThrow(/as it is kept/);
    expect(reading({ "a.json": '{"format' })).toThrow(/cannot be read/);
    expect(reading({})).toThrow(/no synthesized stacks/);
    expect(told(reading({ "a.json": plan, "notes.txt": "" })())).toContain("undetermined notes.txt");
  });
});

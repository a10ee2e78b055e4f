import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { refuseForeignFolder } from "../../../cli/files/output-folder";
import { type Publication, publish } from "../../../cli/files/publication";
import { readSynthesizedStacks } from "../../../cli/files/synthesized-stacks";
import { temporaryFolders, type WrittenStack, writeFiles, writeOutput } from "../temporary";

const newFolder = temporaryFolders();

const evidence = { output: { twinsite_evidence: { value: { schemaVersion: 1 } } } };
const template = (cidr: string): object => ({ ...evidence, resource: { aws_vpc: { network: { cidr_block: cidr } } } });
const first = { "site-a": { template: template("10.0.0.0/16") }, "site-b": { template: template("10.1.0.0/16") } };

/** Publishes stacks as synth does: made in a folder of their own, then moved to another. */
function publishInto(to: string, stacks: Readonly<Record<string, WrittenStack>>): Publication {
  const from = newFolder();
  writeOutput(from, stacks);
  return publish({ stacks: readSynthesizedStacks(from), from, to });
}

function templateFile(out: string, stack: string): string {
  return join(out, "stacks", stack, "cdk.tf.json");
}

test("a first synth writes every stack and the manifest", () => {
  const out = join(newFolder(), "cdktf.out");
  expect(publishInto(out, first)).toEqual({ changed: ["site-a", "site-b"], removed: [] });
  expect(readSynthesizedStacks(out).map(({ name }) => name)).toEqual(["site-a", "site-b"]);
});

test("a template with equal bytes is not touched, so that nothing takes it for new", () => {
  const out = newFolder();
  publishInto(out, first);
  const longAgo = new Date("2020-01-01");
  utimesSync(templateFile(out, "site-a"), longAgo, longAgo);
  expect(publishInto(out, { ...first, "site-b": { template: template("10.9.0.0/16") } })).toEqual({ changed: ["site-b"], removed: [] });
  expect(statSync(templateFile(out, "site-a")).mtime).toEqual(longAgo);
  expect(readFileSync(templateFile(out, "site-b"), "utf8")).toContain("10.9.0.0/16");
});

test("what Terraform keeps beside a template stays", () => {
  const out = newFolder();
  publishInto(out, first);
  writeFiles(out, { "stacks/site-a/.terraform/x": "provider", "stacks/site-a/.terraform.lock.hcl": "lock" });
  publishInto(out, { ...first, "site-a": { template: template("10.2.0.0/16") } });
  expect(readFileSync(join(out, "stacks/site-a/.terraform/x"), "utf8")).toBe("provider");
  expect(existsSync(join(out, "stacks/site-a/.terraform.lock.hcl"))).toBe(true);
});

test("a stack that exists no longer is removed with its folder", () => {
  const out = newFolder();
  publishInto(out, { ...first, old: { template: evidence } });
  writeFiles(out, { "stacks/old/.terraform/terraform.tfstate": "where the state is, not the state" });
  expect(publishInto(out, first).removed.map(({ name }) => name)).toEqual(["old"]);
  expect(existsSync(join(out, "stacks/old"))).toBe(false);
});

test("a folder below stacks that holds no template is not ours to remove", () => {
  const out = newFolder();
  writeFiles(out, { "stacks/notes/readme.txt": "mine" });
  publishInto(out, first);
  expect(existsSync(join(out, "stacks/notes/readme.txt"))).toBe(true);
});

test("a stack that exists no longer but whose state lies beside it stops the synth", () => {
  const out = newFolder();
  publishInto(out, { ...first, old: { template: evidence } });
  writeFiles(out, { "stacks/old/terraform.tfstate": "{}" });
  expect(() => publishInto(out, { "site-a": { template: template("10.7.0.0/16") } })).toThrow(
    /stack old exists no longer.*holds its state/,
  );
  expect(readFileSync(templateFile(out, "site-a"), "utf8")).toContain("10.0.0.0/16");
});

test("local state inside the output stops the synth", () => {
  const stateAt = (path: string): Record<string, WrittenStack> => ({
    "site-a": { template: { terraform: { backend: { local: { path } } } } },
  });
  const out = join(newFolder(), "cdktf.out");
  expect(() => publishInto(out, stateAt("../../state/site-a.tfstate"))).toThrow(/the state of stack site-a would lie in the output/);
  expect(existsSync(out)).toBe(false);
  expect(publishInto(out, stateAt("../../../terraform.state/site-a.tfstate")).changed).toEqual(["site-a"]);
});

test("an output named like the state's own folder is refused", () => {
  const out = join(newFolder(), "terraform.state");
  const stack = { template: { terraform: { backend: { local: { path: "../../../terraform.state/site-a.tfstate" } } } } };
  expect(() => publishInto(out, { "site-a": stack })).toThrow(/name another --out/);
});

test.each([
  [{ s3: { bucket: "state", key: "twin/old.tfstate" } }, "s3://state/twin/old.tfstate"],
  [{ local: { path: "../../../none.state/old.tfstate" } }, null],
  [{ http: {} }, "in a place that its template does not tell"],
])("a stack that exists no longer, with the backend %j, is told with its state: %s", (backend, state) => {
  const out = join(newFolder(), "cdktf.out");
  publishInto(out, { ...first, old: { template: { ...evidence, terraform: { backend } } } });
  expect(publishInto(out, first).removed).toEqual([{ name: "old", state }]);
});

test("a stack that exists no longer is told with its state file, where that is there", () => {
  const folder = newFolder();
  const out = join(folder, "cdktf.out");
  const backend = { local: { path: "../../../terraform.state/old.tfstate" } };
  publishInto(out, { ...first, old: { template: { ...evidence, terraform: { backend } } } });
  writeFiles(folder, { "terraform.state/old.tfstate": "{}" });
  expect(publishInto(out, first).removed).toEqual([{ name: "old", state: join(folder, "terraform.state/old.tfstate") }]);
});

test.each([
  [
    "a state that is a link",
    (old: string) => symlinkSync("/elsewhere", join(old, "terraform.tfstate")),
    /terraform\.tfstate holds its state/,
  ],
  ["another file", (old: string) => writeFiles(old, { "notes.txt": "mine" }), /notes\.txt was not written by synth/],
  ["a template of someone else", (old: string) => writeFiles(old, { "cdk.tf.json": "{}" }), /is not of twinsite/],
])("a stack that exists no longer stops the synth where its folder holds %s", (_, fill, reason) => {
  const out = newFolder();
  publishInto(out, { ...first, old: { template: evidence } });
  fill(join(out, "stacks/old"));
  expect(() => publishInto(out, first)).toThrow(reason);
  expect(lstatSync(join(out, "stacks/old/cdk.tf.json")).isFile()).toBe(true);
});

test("a stack that exists no longer and whose folder is a link stops the synth", () => {
  const out = newFolder();
  publishInto(out, first);
  const elsewhere = newFolder();
  writeFiles(elsewhere, { "cdk.tf.json": JSON.stringify(evidence) });
  symlinkSync(elsewhere, join(out, "stacks/old"));
  expect(() => publishInto(out, first)).toThrow("is a link");
});

test.each([
  ["a folder with other files", (folder: string) => writeFiles(folder, { "thesis.txt": "years of work" }), "holds other files"],
  [
    "a folder with a manifest of something else",
    (folder: string) => writeFiles(folder, { "manifest.json": '{"name":"web app"}' }),
    "holds other files",
  ],
  [
    "a folder of another CDKTF project",
    (folder: string) => writeOutput(folder, { prod: { template: {} } }),
    "holds stacks/prod/cdk.tf.json, which is not of twinsite",
  ],
  [
    "a folder whose templates are gone",
    (folder: string) => writeFiles(folder, { "manifest.json": '{"stacks":{}}' }),
    "no template that tells whose it is",
  ],
  ["a folder with a broken manifest", (folder: string) => writeFiles(folder, { "manifest.json": "{" }), "holds other files"],
])("%s is refused as an output", (_, fill, reason) => {
  const folder = newFolder();
  fill(folder);
  expect(() => refuseForeignFolder(folder)).toThrow(reason);
});

test("a file is refused as an output", () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  expect(() => refuseForeignFolder(file)).toThrow("is no folder");
});

test("a link that leads nowhere is refused as an output", () => {
  const link = join(newFolder(), "link");
  symlinkSync("/nowhere/at/all", link);
  expect(() => refuseForeignFolder(link)).toThrow("is a link that leads nowhere");
});

test("an output with one broken template is taken, so that synth can mend it", () => {
  const folder = newFolder();
  publishInto(folder, first);
  writeFileSync(templateFile(folder, "site-a"), "<<<<<<< ours");
  expect(() => refuseForeignFolder(folder)).not.toThrow();
});

test("a missing folder, an empty one and the output of an earlier synth are taken", () => {
  const folder = newFolder();
  expect(() => refuseForeignFolder(join(folder, "missing"))).not.toThrow();
  expect(() => refuseForeignFolder(folder)).not.toThrow();
  publishInto(folder, first);
  expect(() => refuseForeignFolder(folder)).not.toThrow();
});

test("an output that is a link to a folder stays a link", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "real"));
  symlinkSync(join(folder, "real"), join(folder, "link"));
  publishInto(join(folder, "link"), first);
  expect(existsSync(templateFile(join(folder, "real"), "site-a"))).toBe(true);
});

import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleOutput } from "../../sample-output";
import { temporaryFolders, writeFiles } from "../temporary";
import { root, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
const SWEDEN = join(root, "config/deployments/sweden.yaml");

test("a sound deployment is shown with its stacks, mirror, place, time and next command", () => {
  const folder = newFolder();
  const { exitCode, stdout, stderr } = twinsite(["synth", "--deployment", SWEDEN, "--out", "terraform"], { folder });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^STACK +REGION +RESOURCES +WAITS FOR\n/);
  expect(stdout).toMatch(/^site-a +eu-north-1 +\d+ /m);
  expect(stdout).toMatch(/^\d+ stacks, \d+ resources, from .*sweden\.yaml in \d+\.\d\d s$/m);
  expect(stdout).toMatch(/^10 warnings, told by: npx twinsite check .*sweden\.yaml'?$/m);
  expect(stdout).toMatch(/^mirror of site-a and site-b: holds, /m);
  expect(stdout).toMatch(/^sites: each of \d+ stacks names nothing of the other site$/m);
  expect(stdout).toMatch(/^files: terraform\/stacks\/<stack>\/cdk\.tf\.json, all written$/m);
  expect(stdout).toMatch(/^next: npx twinsite plan --in terraform$/m);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(readdirSync(folder)).toEqual(["terraform"]);
});

test("a second synth of the same deployment changes nothing, and says so", () => {
  const folder = newFolder();
  cpSync(sampleOutput(), join(folder, "cdktf.out"), { recursive: true });
  expect(twinsite(["synth", "--deployment", SWEDEN], { folder }).stdout).toMatch(/^files: cdktf\.out\/.*, unchanged$/m);
});

test("as JSON the result has the same facts", () => {
  const { stdout, stderr } = twinsite(["synth", "--json", "--deployment", SWEDEN, "--out", join(newFolder(), "out")]);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject({
    stacks: expect.arrayContaining([expect.objectContaining({ name: "site-a", regions: ["eu-north-1"] })]),
    changed: expect.arrayContaining(["site-a", "site-b"]),
    removed: [],
    warnings: 10,
    verdict: "met",
    judgements: ["mirror", "flows", "sites live alone", "payments", "borders", "hygiene"].map((name) => ({
      name,
      verdict: "met",
      findings: [],
    })),
  });
});

test("a deployment with faults ends with 2, says them, and leaves the output as it was", () => {
  const folder = newFolder();
  const faulty = readFileSync(SWEDEN, "utf8").replace('"111122223333"', '"1111"');
  writeFiles(folder, { "faulty.yaml": faulty });
  const { exitCode, stdout, stderr } = twinsite(["synth", "--deployment", "faulty.yaml"], { folder });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain("accounts.payments");
  expect(readdirSync(folder)).toEqual(["faulty.yaml"]);

  const json = twinsite(["synth", "--json", "--deployment", "faulty.yaml"], { folder });
  expect({ exitCode: json.exitCode, stderr: json.stderr }).toEqual({ exitCode: 2, stderr: "" });
  expect(JSON.parse(json.stdout)).toMatchObject({ faults: [expect.objectContaining({ path: "accounts.payments" })] });
});

test("a folder that is not ours is refused with 2 and stays as it was", () => {
  const folder = newFolder();
  writeFiles(folder, { "thesis/chapter-1.txt": "years of work" });
  const { exitCode, stderr } = twinsite(["synth", "--deployment", SWEDEN, "--out", "thesis"], { folder });
  expect(exitCode).toBe(2);
  expect(stderr).toContain("thesis holds other files and no earlier synth; nothing was written.");
  expect(readdirSync(join(folder, "thesis"))).toEqual(["chapter-1.txt"]);
  expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fakeTerraform } from "../fake-terraform";
import { temporaryFolders, type WrittenStack, writeFiles, writeOutput } from "../temporary";
import { type Run, root, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
const stack = (name: string): WrittenStack => ({ template: { output: { twinsite_evidence: { value: { stack: name } } } } });
const two = { shared: stack("shared"), "site-a": stack("site-a") };

interface Project {
  readonly folder: string;
  readonly plans: string;
  readonly environment: NodeJS.ProcessEnv;
}

function newProject(stacks: Readonly<Record<string, WrittenStack>> = two): Project {
  const folder = newFolder();
  writeOutput(join(folder, "cdktf.out"), stacks);
  return { folder, plans: join(folder, "mine"), environment: fakeTerraform(join(folder, "fake")) };
}

function planned({ folder, environment }: Project, ...args: readonly string[]): Run {
  return twinsite(["plan", "--out", "mine", ...args], { folder, environment });
}

/** The words, wherever the lines were broken. */
const words = (text: string): string => text.replaceAll(/\s+/g, " ");

test("equal templates are planned once, and a plan is kept for each", () => {
  const { template } = stack("one");
  const project = newProject({ one: { template }, two: { template } });
  planned(project);
  expect(readdirSync(project.plans)).toEqual([".twinsite-plans", "one.json", "two.json"]);
  expect(readFileSync(join(project.plans, "one.json"))).toEqual(readFileSync(join(project.plans, "two.json")));
  expect(readFileSync(join(project.folder, "fake/asked.log"), "utf8").match(/plan/g)).toHaveLength(1);
});

test("plans that nobody wants to keep are counted, and never written down", () => {
  const project = newProject();
  const { stdout } = planned(project, "--stack", "site-a");
  const kept = readdirSync(project.plans);
  const { stdout: forgotten } = twinsite(["plan", "--keep-nothing", "--json"], project);
  expect(stdout).toContain("0 resources to add");
  expect(JSON.parse(forgotten)).toMatchObject({
    stacks: [
      { add: 7, file: null },
      { add: 7, file: null },
    ],
    older: [],
  });
  expect(readdirSync(project.plans)).toEqual(kept);
  expect(readdirSync(project.folder)).not.toContain("out");
  expect(readFileSync(join(project.folder, "fake/asked.log"), "utf8").match(/show/g)).toHaveLength(1);
});

test("a plan that came to no end is none", () => {
  const { folder, environment } = newProject();
  const { exitCode, stdout } = twinsite(["plan", "--keep-nothing"], { folder, environment: { ...environment, FAKE_SILENT: "1" } });
  expect(exitCode).toBe(1);
  expect(words(stdout)).toContain("terraform plan came to no end");
});

test("a folder for plans that are not kept is refused", () => {
  const { exitCode, stderr } = planned(newProject(), "--keep-nothing");
  expect(exitCode).toBe(2);
  expect(words(stderr)).toContain("'--keep-nothing' cannot be used with option '--out <folder>'");
});

test("a plan of a stack that exists no longer is removed", () => {
  const project = newProject();
  planned(project);
  writeOutput(join(project.folder, "cdktf.out"), { "site-a": stack("site-a") });
  planned(project);
  expect(readdirSync(project.plans)).toEqual([".twinsite-plans", "site-a.json"]);
});

test("plans of stacks that are not planned now stay, and are told as older", () => {
  const project = newProject();
  planned(project);
  const { stdout } = planned(project, "--stack", "site-a");
  expect(stdout).toContain("Not planned now, their plans are of an earlier run: shared");
  expect(JSON.parse(planned(project, "--stack", "site-a", "--json").stdout)).toMatchObject({ older: ["shared"] });
  expect(readdirSync(project.plans)).toEqual([".twinsite-plans", "shared.json", "site-a.json"]);
});

test.each([
  ["a plan of Terraform's own", { "prod-plan.json": '{"format_version":"1.2","my":"prod"}' }, "holds other files and no earlier plans"],
  ["a file with the name of a stack", { "site-a.json": "precious" }, "holds other files and no earlier plans"],
  ["a marker of something else", { ".twinsite-plans": "{}", "site-a.json": "{}" }, "holds other files and no earlier plans"],
  [
    "a file with a stack's name beside our marker",
    { ".twinsite-plans": '{"plans":["shared"]}', "site-a.json": "precious" },
    "holds a site-a.json",
  ],
])("a folder with %s is refused and stays as it was", (_, files, reason) => {
  const project = newProject();
  writeFiles(project.plans, files);
  const { exitCode, stderr } = planned(project);
  expect(exitCode).toBe(2);
  expect(words(stderr)).toContain(`mine ${reason}`);
  expect(Object.fromEntries(readdirSync(project.plans).map((name) => [name, readFileSync(join(project.plans, name), "utf8")]))).toEqual(
    files,
  );
});

test("other files beside our plans stay", () => {
  const project = newProject();
  planned(project);
  writeFiles(project.plans, { "notes.json": '{"format_version":"1.2"}' });
  expect(planned(project).exitCode).not.toBe(2);
  expect(readdirSync(project.plans)).toContain("notes.json");
});

test("plans from before there were markers are taken for ours", () => {
  const project = newProject();
  planned(project);
  rmSync(join(project.plans, ".twinsite-plans"));
  expect(planned(project).exitCode).not.toBe(2);
  expect(existsSync(join(project.plans, ".twinsite-plans"))).toBe(true);
});

test("a plan that someone made a link is replaced, and what it led to stays", () => {
  const project = newProject();
  planned(project);
  writeFiles(project.folder, { precious: "years of work" });
  rmSync(join(project.plans, "site-a.json"));
  symlinkSync(join(project.folder, "precious"), join(project.plans, "site-a.json"));
  planned(project);
  expect(readFileSync(join(project.folder, "precious"), "utf8")).toBe("years of work");
});

test("an interrupted run kills its children and leaves no folder behind", async () => {
  const project = newProject();
  const temporary = join(project.folder, "tmp");
  mkdirSync(temporary);
  const child = spawn(process.execPath, [join(root, "bin/twinsite.js"), "plan", "--out", "mine"], {
    cwd: project.folder,
    env: { ...process.env, ...project.environment, TMPDIR: temporary, FAKE_HANGS: "1" },
    stdio: "ignore",
  });
  const asked = (): string =>
    existsSync(join(project.folder, "fake/asked.log")) ? readFileSync(join(project.folder, "fake/asked.log"), "utf8") : "";
  while (!asked().includes("plan")) await wait(20);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  expect(readdirSync(temporary)).toEqual([]);
});

describe("the environment", () => {
  test("a relative TERRAFORM_BINARY_NAME holds from the user's folder", () => {
    const { folder, environment } = newProject();
    const { stdout } = twinsite(["plan"], { folder, environment: { ...environment, TERRAFORM_BINARY_NAME: "fake/terraform" } });
    expect(stdout).toContain("Yes: Terraform v1.11.4 plans all 2 stacks");
  });

  test("an empty TERRAFORM_BINARY_NAME is none: terraform is looked up", () => {
    const { folder, environment } = newProject();
    const PATH = `${join(folder, "fake")}:${process.env["PATH"]}`;
    expect(twinsite(["plan"], { folder, environment: { ...environment, TERRAFORM_BINARY_NAME: "", PATH } }).stdout).toContain("Yes:");
    expect(existsSync(join(folder, "fake/asked.log"))).toBe(true);
  });

  test.each([[""], ["relative"]])("an XDG_CACHE_HOME of %j is none: the cache is in the home folder", (cache) => {
    const { folder, environment } = newProject();
    const HOME = join(folder, "home");
    expect(twinsite(["plan"], { folder, environment: { ...environment, XDG_CACHE_HOME: cache, HOME } }).stdout).toContain("Yes:");
    expect(existsSync(join(HOME, ".cache/twinsite/providers"))).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["cdktf.out", "fake", "home", "out"]);
  });

  test.each([["Terraform v1.9.8"], ["GNU coreutils"], [""]])(
    "a program that calls itself %j is no Terraform: 3, with the reason",
    (version) => {
      const { folder, environment } = newProject();
      const { exitCode, stderr } = twinsite(["plan"], { folder, environment: { ...environment, FAKE_VERSION: version } });
      expect(exitCode).toBe(3);
      expect(words(stderr)).toContain(`is no Terraform that can be used: it says "${version}" of itself. Get Terraform 1.10`);
    },
  );

  test("a TF_CLI_CONFIG_FILE that does not exist is the reason where no provider can be had", () => {
    const { folder, environment } = newProject();
    const { exitCode, stderr } = twinsite(["plan"], {
      folder,
      environment: { ...environment, TF_CLI_CONFIG_FILE: "none.tfrc", FAKE_OFFLINE: "1" },
    });
    expect(exitCode).toBe(3);
    expect(words(stderr)).toContain(`TF_CLI_CONFIG_FILE names ${join(folder, "none.tfrc")}, which does not exist`);
  });
});

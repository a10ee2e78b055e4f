import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import picocolors from "picocolors";
import { type SolveOptions, solveFiles } from "../../../cli/commands/solve";
import { endOf } from "../../../cli/main";
import type { Terminal } from "../../../cli/terminal/terminal";
import { temporaryFolders, writeFiles } from "../temporary";
import { type Run, root, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
const CHINESE = join(root, "test/fault-trees/chinese.xml");
const ESCAPE = String.fromCodePoint(27);

function terminalOf(printed: string[], noted: string[]): Terminal {
  const colors = picocolors.createColors(false);
  return { print: (text) => void printed.push(text), note: (text) => void noted.push(text), colors, noteColors: colors, watched: false };
}

/** Runs the command in this process. */
function solved(files: readonly string[], asked: Partial<SolveOptions> = {}): Run {
  const [printed, noted]: [string[], string[]] = [[], []];
  const options: SolveOptions = {
    files,
    top: undefined,
    cutSets: undefined,
    importance: false,
    check: false,
    memoryMegabytes: 2048,
    form: "text",
    ...asked,
  };
  const exitCode = solveFiles(options, terminalOf(printed, noted));
  return { exitCode, stdout: printed.join("\n"), stderr: noted.join("\n") };
}

function modelFile(text: string, name = "model.xml"): string {
  const folder = newFolder();
  writeFiles(folder, { [name]: text });
  return join(folder, name);
}

function widest(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length));
}

const events = (names: readonly string[], probability = "0.1"): string =>
  names.map((name) => `<define-basic-event name="${name}"><float value="${probability}"/></define-basic-event>`).join("");

function model(formula: string, definitions: string): string {
  return `<opsa-mef><define-fault-tree name="t"><define-gate name="g">${formula}</define-gate>${definitions}</define-fault-tree></opsa-mef>`;
}

test("trees are answered with a row each, their cut sets by size, and what was asked for, within 100 columns", () => {
  const { exitCode, stdout, stderr } = solved([CHINESE, CHINESE], { cutSets: 2, importance: true, check: true });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^chinese +25 +36 +0\.00117058181075866\d +392 +\d+ +[\d.]+$/m);
  expect(stdout).toMatch(/^chinese +0 +12 +0 +24 +188 +168$/m);
  expect(stdout).toMatch(/^e1 +0\.0100000 +0\.0386197 +33\.6620 +1\.49236$/m);
  expect(stdout).toContain("2: e1, e4");
  expect(stdout).toContain("agrees with a second algorithm");
  expect(widest(stdout)).toBeLessThanOrEqual(100);
});

test("JSON has full numbers, counts as text, null for what is not known, and nothing else is printed", () => {
  const xor = modelFile(model('<xor><event name="a"/><event name="b"/></xor>', events(["a", "b"])));
  const { stdout, stderr } = solved([CHINESE, xor], { form: "json" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({ file: CHINESE, name: "chinese", events: 25, gates: 36, coherent: true, cutSets: "392" }),
    expect.objectContaining({ name: "t", coherent: false, probability: expect.closeTo(0.18, 15), cutSets: null, cutSetsByOrder: null }),
  ]);
});

test("what is infinite or impossible has no NaN in its JSON", () => {
  const never = modelFile(model('<or><event name="a"/></or>', events(["a"], "0")));
  const always = modelFile(model('<or><event name="a"/></or>', events(["a"], "1")));
  const { exitCode, stdout } = solved([never, always], { form: "json", importance: true, check: true, cutSets: 1 });
  expect(exitCode).toBe(0);
  expect(stdout).not.toMatch(/null|NaN/);
});

describe("faults", () => {
  test("of all files are told at once, each with its place and mend, and nothing is solved", () => {
    const good = Array.from({ length: 98 }, () => CHINESE);
    const bad = modelFile(model('<or>\n  <event name="x"/>\n</or>', "\n<define-basic-event name='y'/>"), "bad.xml");
    const { exitCode, stdout, stderr } = solved([...good, bad, "/nowhere/missing.xml"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.replaceAll(bad, "bad.xml")).toBe(
      [
        "bad.xml:2:3  event x",
        "  found    There is no event x.",
        "  allowed  A name that the model defines.",
        "  mend     Define it, or name another.",
        "",
        "bad.xml:4:1  define-basic-event y",
        "  found    The number is missing.",
        '  allowed  One expression, such as <float value="1e-3"/>.',
        "  mend     Write it here.",
        "",
        "/nowhere/missing.xml:1:1  (file)",
        "  found    There is no such file.",
        "  allowed  A file with a model in the Open-PSA exchange format (XML).",
        "  mend     Look at its name and folder.",
        "",
        "3 faults in 2 files. Nothing was solved.",
      ].join("\n"),
    );
  });

  test("are JSON on standard output with --json, and nothing beside it", () => {
    const file = modelFile("<opsa-mef/>");
    const { exitCode, stdout, stderr } = solved([file], { form: "json" });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      faults: [
        { file, line: 1, column: 1, path: "(file)", what: "The model has no gate.", allowed: expect.any(String), mend: expect.any(String) },
      ],
    });
  });

  test("are what a folder, a pipe, a device and a file of 100 MB are, and none of them is read", () => {
    const folder = newFolder();
    const [inner, pipe, large] = [join(folder, "folder"), join(folder, "pipe"), join(folder, "large.xml")];
    mkdirSync(inner);
    execFileSync("sh", ["-c", 'mkfifo "$0"', pipe]);
    writeFileSync(large, "");
    truncateSync(large, 100 * 1024 * 1024);
    const { exitCode, stdout } = solved([inner, pipe, "/dev/zero", large], { form: "json" });
    expect(exitCode).toBe(2);
    expect(stdout.match(/(?<="what": ").*(?=")/g)).toEqual([
      "This is a folder.",
      "This is a pipe, socket or device.",
      "This is a pipe, socket or device.",
      "The file has 104857600 bytes; it was not read.",
    ]);
  });

  test("are files that have more than 128 MB together", () => {
    const blank = modelFile(" ");
    truncateSync(blank, 64 * 1024 * 1024);
    const { exitCode, stderr } = solved([blank, blank, CHINESE]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("With this file, those named have more than 134217728 bytes; it was not read.");
  });
});

test("a tree that does not fit says so, how far it came and how to go on, and ends with 1; the others are answered", () => {
  const small = modelFile(model('<or><event name="a"/></or>', events(["a"])));
  const { exitCode, stdout } = solved([hardFile(), small], { top: "g", memoryMegabytes: 400.1 });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^hard +\d+ +\d+ +too large +too large/m);
  expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
    /too large: module \d+ of \d+ \(\d+ variables, \d+ gates\) needs more than \d+ nodes; \d+ gates of \d+ are drawn by then; --memory gives it more room/,
  );
  expect(stdout).toMatch(/^t +1 +1 +0\.1 /m);
  const [hard] = JSON.parse(solved([hardFile()], { top: "g", memoryMegabytes: 400.1, form: "json" }).stdout);
  expect(hard).toMatchObject({
    probability: null,
    cutSets: null,
    coherent: null,
    nodes: null,
    tooLarge: [expect.stringContaining("more than")],
  });
});

test("a question that is too deep for the call stack is too large, and no bug", () => {
  const names = Array.from({ length: 20_000 }, (_, event) => `e${event}`);
  const pairs = names.slice(1).map((name, event) => `<and><event name="e${event}"/><event name="${name}"/></and>`);
  const { exitCode, stdout } = solved([modelFile(model(`<or>${pairs.join("")}</or>`, events(names, "1e-3")))]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^t +20000 +1 +0\.01978\d+ +too large/m);
  expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
    /too large: the probability is known; for the cut sets, module 1 of 1 \(\d+ nodes\) is deeper/,
  );
});

/** Gates over random gates over random gates: no order of the events suits them all. */
function hardFile(): string {
  let state = 7;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const names = Array.from({ length: 120 }, (_, event) => `e${event}`);
  let inputs = names.map((name) => `<event name="${name}"/>`);
  const gates: string[] = [];
  for (let layer = 0; layer < 4; layer += 1) {
    const made = inputs.slice(0, 60).map((_, gate) => `l${layer}g${gate}`);
    for (const [place, name] of made.entries()) {
      const kind = (layer + place) % 2 === 0 ? "and" : "or";
      const of = Array.from({ length: 4 }, () => inputs[random(inputs.length)]).join("");
      gates.push(`<define-gate name="${name}"><${kind}>${of}</${kind}></define-gate>`);
    }
    inputs = made.map((name) => `<gate name="${name}"/>`);
  }
  const top = `<atleast min="15">${inputs.join("")}</atleast>`;
  return modelFile(model(top, gates.join("") + events(names)).replace('name="t"', 'name="hard"'), "hard.xml");
}

test("names that would steer a terminal, or fill it, do neither", () => {
  const name = `x&#x9b;31m&#x202e;&#10;${"long".repeat(50)}`;
  const file = modelFile(
    model(`<or><event name="${name}"/></or>`, events([name])).replace('name="t"', `name="${name}"`),
    `m${ESCAPE}[31m.xml`,
  );
  const { stdout } = solved([file], { cutSets: 1, importance: true });
  expect(stdout).toMatch(/x\u{fffd}31m\u{fffd}/u);
  expect(stdout).not.toMatch(/[^\P{C}\n]/u);
  expect(widest(stdout)).toBeLessThanOrEqual(100);
  const json = solved([file], { cutSets: 1, form: "json" }).stdout;
  expect(json).not.toMatch(/[^\P{C}\n]/u);
  expect(JSON.parse(json)).toMatchObject([{ listed: [[expect.stringMatching(/^x\u{9b}31m\u{202e}/u)]] }]);
});

test.each([
  [[], "missing required argument 'file'"],
  [["m.xml", "--cut-sets", "0"], "write 1 to 99"],
  [["m.xml", "--memory", "100"], "write 512 or more"],
  [["m.xml", "--top", ""], "It is empty"],
  [["m.xml", "--orders"], "unknown option '--orders'"],
])("%j is refused with 2", async (args, message) => {
  const [printed, noted]: [string[], string[]] = [[], []];
  expect(await endOf(["solve", ...args], terminalOf(printed, noted))).toBe(2);
  expect({ printed, noted: noted.join(" ").replaceAll("\n", " ") }).toEqual({ printed: [], noted: expect.stringContaining(message) });
});

test("the program itself solves files, and its standard output is JSON alone", () => {
  const { exitCode, stdout, stderr } = twinsite(["solve", CHINESE, "--top", "r1", "--json"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject([{ name: "chinese", cutSets: "392" }]);
});

test("a tree with negations that is to be checked or listed says that neither can be, instead of nothing", () => {
  const negated = modelFile(model('<and><event name="a"/><not><event name="b"/></not></and>', events(["a", "b"])));
  const { stdout } = solved([negated], { check: true, cutSets: 2 });
  expect(stdout).toContain("not checked: it has negations");
  expect(stdout).toContain("none listed: it has negations");
  expect(JSON.parse(solved([negated], { check: true, cutSets: 2, form: "json" }).stdout)).toEqual([
    expect.objectContaining({ check: null, listed: null }),
  ]);
  expect(solved([negated], { form: "json" }).stdout).not.toMatch(/"(check|listed)"/);
});

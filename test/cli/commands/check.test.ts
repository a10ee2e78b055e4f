import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import picocolors from "picocolors";
import { check, checkDeployment, printFaults } from "../../../cli/commands/check";
import type { Terminal } from "../../../cli/terminal/terminal";
import { edited, swedenText, swedenWithoutWarnings } from "../../config/faults/faulty-sweden";
import { temporaryFolders, writeFiles } from "../temporary";
import { root, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
const SWEDEN = join(root, "config/deployments/sweden.yaml");

interface Answer {
  readonly exitCode: number;
  readonly printed: readonly string[];
  readonly noted: readonly string[];
}

function answered(command: (terminal: Terminal) => number): Answer {
  const printed: string[] = [];
  const noted: string[] = [];
  const colors = picocolors.createColors(false);
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    note: (text) => void noted.push(text),
    colors,
    noteColors: colors,
    watched: false,
  };
  return { exitCode: command(terminal), printed, noted };
}

function faulty(text: string): string {
  const folder = newFolder();
  writeFiles(folder, { "twin.yaml": text });
  return join(folder, "twin.yaml");
}

function firstFault(file: string): string | undefined {
  const reading = checkDeployment(file);
  return reading.kind === "faulty" ? `${reading.faults[0]?.what} ${reading.faults[0]?.mend}` : undefined;
}

describe("check", () => {
  test("answers a sound file with the rates on a payment's way, one line and 0", () => {
    const file = faulty(swedenWithoutWarnings);
    const { exitCode, printed, noted } = answered((terminal) => check({ file, form: "text" }, terminal));
    const [table, ...rest] = printed.join("\n").split("\n\n");
    expect({ exitCode, noted, rest }).toEqual({
      exitCode: 0,
      noted: [],
      rest: [`${file} is sound: site a in eu-north-1, site b in eu-central-1.`],
    });
    expect(table).toMatch(/^RATE ON THE PAYMENT'S WAY .* VERDICT\n/);
    expect(table).toMatch(/^KMS +a b +80,000 +1,000,000 +requests\/s +L-6E3AF000 +fits$/m);
  });

  test("answers warnings with a block each in the order of their lines, a count, and 0", () => {
    const file = "config/deployments/sweden.yaml";
    const { exitCode, printed, noted } = answered((terminal) => check({ file, form: "text" }, terminal));
    const lines = printed.join("\n").split("\n");
    expect({ exitCode, noted }).toEqual({ exitCode: 0, noted: [] });
    expect(lines.filter((line) => line.startsWith(file)).map((line) => line.replace(/:\d+:\d+/, ""))).toEqual([
      `${file}  capacity.cell.basis`,
      `${file}  capacity.task.basis`,
      `${file}  capacity.perPayment`,
      `${file}  capacity.perPayment.kmsCalls`,
      `${file}  capacity.perTask`,
      `${file}  links[0].dxLocation`,
      `${file}  links[1].accessCircuit.route`,
      `${file}  links[2].dxLocation`,
      `${file}  linkTraffic.payment.basis`,
      `${file}  linkTraffic.other.basis`,
      `${file} is sound (10 warnings): site a in eu-north-1, site b in eu-central-1.`,
    ]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("keeps to 100 columns, however many warnings its last line counts", () => {
    const file = "config/deployments/million.yaml";
    const { printed } = answered((terminal) => check({ file, form: "text" }, terminal));
    const lines = printed.join("\n").split("\n");
    expect(lines.slice(-2).join(" ")).toBe(`${file} is sound (16 warnings): site a in eu-north-1, site b in eu-central-1.`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("answers faults with a block each in the order of their lines, a count, and 2", () => {
    const file = faulty(
      edited(
        ["name: sweden", "name: Sweden"],
        ["    addressSpace: 10.16.0.0/16", "    addressSpace: 10.16.0.0/24"],
        ["[10.16.0.0/16]", "[10.16.0.0/24]"],
      ),
    );
    const { exitCode, printed } = answered((terminal) => check({ file, form: "text" }, terminal));
    expect(exitCode).toBe(2);
    expect(printed.join("\n").replaceAll(file, "twin.yaml")).toBe(
      [
        "twin.yaml:8:7  name",
        '  found    "Sweden" does not have the form that is needed here.',
        "  allowed  3 to 16 lower-case letters, digits and hyphens, a letter first. Part of every resource",
        "           name, so it never changes.",
        "  mend     Write it like `sweden`, with your own value.",
        "",
        "twin.yaml:29:19  sites.a.addressSpace",
        "  found    10.16.0.0/24 is too small for a site.",
        "  allowed  A prefix from /16, a VPC's largest, to /22: six segments in up to four zones need that.",
        "  mend     Choose a range of its own with a prefix from /16 to /22.",
        "",
        "2 faults in twin.yaml. Nothing was written.",
      ].join("\n"),
    );
  });

  test("prints JSON and nothing else with --json, for sound and faulty files", () => {
    const file = faulty(edited(["port: 2500", "port: -1"]));
    const json = (name: string): unknown =>
      JSON.parse(answered((terminal) => check({ file: name, form: "json" }, terminal)).printed.join(""));
    const place = {
      line: expect.any(Number),
      column: expect.any(Number),
      what: expect.any(String),
      allowed: expect.any(String),
      mend: expect.any(String),
    };
    const paths = [
      "capacity.cell.basis",
      "capacity.task.basis",
      "capacity.perPayment",
      "capacity.perPayment.kmsCalls",
      "capacity.perTask",
      "links[0].dxLocation",
      "links[1].accessCircuit.route",
      "links[2].dxLocation",
      "linkTraffic.payment.basis",
      "linkTraffic.other.basis",
    ];
    const warnings = paths.map((path) => ({ path, ...place }));
    const rates = expect.arrayContaining([
      expect.objectContaining({
        rate: "kmsCalls",
        code: "L-6E3AF000",
        sites: ["a"],
        needed: 80_000,
        limit: 10_000,
        verdict: { kind: "ask" },
      }),
    ]);
    expect(json(SWEDEN)).toEqual({ file: SWEDEN, faults: [], warnings, rates });
    expect(json(file)).toEqual({
      file,
      warnings: [],
      faults: [
        {
          path: "flows[12].port",
          line: swedenText.slice(0, swedenText.indexOf("port: 2500")).split("\n").length,
          column: 11,
          what: "-1 is too small.",
          allowed: "A whole number from 1 to 65535. The port at the flow's end.",
          mend: "Write it like `443`, with your own value.",
        },
      ],
    });
  });

  test("shows the first hundred of very many faults within 100 columns, and their whole number", () => {
    const file = faulty(swedenText + Array.from({ length: 5000 }, (_, index) => `unknown-key-${index}: ${"x".repeat(50)}\n`).join(""));
    const [text = ""] = answered((terminal) => check({ file, form: "text" }, terminal)).printed;
    expect(text.split("\n").filter((line) => line.startsWith(file))).toHaveLength(100);
    expect(text).toContain("... and 4900 more; --json has them all.\n5000 faults in ");
    expect(text.split("\n").filter((line) => line.length > 100 && !line.includes(file))).toEqual([]);
  });

  test("tells another command's faults on standard error, or as its JSON", () => {
    const file = faulty("");
    const reading = checkDeployment(file);
    const faults = reading.kind === "faulty" ? reading.faults : [];
    expect(answered((terminal) => printFaults(faults, { form: "text" }, terminal))).toMatchObject({ exitCode: 2, printed: [] });
    expect(answered((terminal) => printFaults(faults, { form: "json" }, terminal))).toMatchObject({ exitCode: 2, noted: [] });
  });

  test("ends the program with 2 for a faulty file and leaves the folder as it was", () => {
    const file = faulty("name: 1\n");
    const { exitCode, stdout, stderr } = twinsite(["check", file], { folder: join(file, "..") });
    expect([exitCode, stderr]).toEqual([2, ""]);
    expect(stdout).toContain("Nothing was written.");
    expect(readdirSync(join(file, ".."))).toEqual(["twin.yaml"]);
    expect(readFileSync(file, "utf8")).toBe("name: 1\n");
  });
});

describe("a file that cannot be had", () => {
  test("that is missing is told with the nearest name there", () => {
    expect(firstFault(join(root, "config/deployments/swedn.yaml"))).toBe(`There is no such file. Write ${SWEDEN}, if that was meant.`);
    expect(firstFault(join(newFolder(), "none.yaml"))).toBe(
      "There is no such file. Name the file, such as config/deployments/sweden.yaml.",
    );
    expect(firstFault("")).toContain("There is no such file.");
    expect(firstFault(join(SWEDEN, "sweden.yaml"))).toContain("There is no such file.");
  });

  test("that is empty, a folder, a device or a pipe is told without being read", () => {
    const pipe = join(newFolder(), "pipe.yaml");
    execFileSync("/bin/sh", ["-c", `mkfifo "$0"`, pipe]);
    expect(firstFault(faulty(""))).toContain("The file is empty.");
    expect(firstFault(root)).toContain("This is a folder.");
    expect(firstFault("/dev/zero")).toContain("This is a pipe, socket or device.");
    expect(firstFault(pipe)).toContain("This is a pipe, socket or device.");
  });

  test("of 50 MB is told by its size without being read", () => {
    const file = faulty("name: sweden\n");
    truncateSync(file, 50_000_000);
    expect(firstFault(file)).toBe("The file has 50000000 bytes; it was not read. Name the deployment file itself.");
  });

  test("that the system refuses is told with the system's reason", () => {
    const link = join(newFolder(), "circle.yaml");
    symlinkSync(link, link);
    expect(firstFault(link)).toContain("The file cannot be read (ELOOP).");
  });

  test("that is a link which leads nowhere is told as that", () => {
    const link = join(newFolder(), "dangling.yaml");
    symlinkSync("nowhere.yaml", link);
    expect(firstFault(link)).toContain("This is a link that leads nowhere.");
  });

  test("whose name steers a terminal is named without that", () => {
    const file = join(newFolder(), "\u001b[2Jtwin.yaml");
    writeFileSync(file, "");
    const { printed } = answered((terminal) => check({ file, form: "text" }, terminal));
    expect(printed.join("")).not.toContain("\u001b");
  });
});

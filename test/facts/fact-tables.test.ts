import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import picocolors from "picocolors";
import { type FactRow, factRows, staleRows } from "../../analysis/fact-rows";
import { factTables } from "../../facts/fact-tables";
import { factsRenderers } from "../../reports/facts";
import { twinsite } from "../cli/twinsite";

const rows = factRows(factTables);

/** What states nothing of the world: forms that stand in for answers, what is made of tables, and the list of tables itself. */
const noFacts = ["fact-tables", "id-forms", "payment-rate", "payment-rates", "permission-row", "type-permissions"];

/** Words that rows are made of, and lists drawn from rows. */
const noRows = [
  "circuit-kinds.circuitKindNames",
  "direct-connect-locations.portSpeeds",
  "endpoint-services.awsServices",
  "ledger-regions.dsqlRegions",
  "tampering.boundsStatements",
];

const folder = join(__dirname, "../../facts");
const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(ts|json)$/.test(path));
const files = paths.map(nameOf).toSorted();

function nameOf(path: string): string {
  return basename(path).replace(/\.(ts|json)$/, "");
}

test("every file of facts is in the registry, with all its rows", async () => {
  const told = new Set(rows.map(({ table }) => table));
  expect(files.filter((file) => !told.has(file))).toEqual(noFacts);
  for (const path of paths.filter((one) => one !== "taggable-types.json")) {
    const file = nameOf(path);
    const exports: object = await import(join(folder, path));
    const inFile = file === "fact-tables" ? [] : factRows({ [file]: exports });
    expect(inFile).toEqual(rows.filter(({ table }) => table === file));
  }
});

const isGroup = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether source and date are there, or in all that it is made of; a group may say in words what its rows are about. */
function isTold(value: unknown): boolean {
  if (!isGroup(value)) return false;
  if ("source" in value && "asOf" in value) return true;
  const within = Object.values(value).filter((item: unknown) => Array.isArray(value) || isGroup(item));
  return Array.isArray(value) ? within.every(isTold) : within.length > 0 && within.every(isTold);
}

test("everything that a file of facts exports has a source and a date, or all that is in it has", () => {
  const bare = Object.entries(factTables).flatMap(([table, exports]) =>
    Object.entries(exports)
      .filter(([, value]: [string, unknown]) => isGroup(value) && !isTold(value))
      .map(([name]) => `${table}.${name}`),
  );
  expect(bare).toEqual(noRows);
});

test("no two rows of a table have one name, and every date is one", () => {
  const names = rows.map(({ table, row }) => `${table} ${row}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(rows.filter(({ asOf, source }) => !/^\d{4}-\d\d(-\d\d)?$/.test(asOf) || Number.isNaN(Date.parse(asOf)) || source === "")).toEqual(
    [],
  );
});

test("a set or a map of a fact is told with what is in it", () => {
  const told = (row: string): string => rows.find((one) => one.row === row)?.value ?? "";
  expect(told("freeTypes")).toMatch(/^types \["aws_/);
  expect(told("chargedByUse")).toMatch(/^types \{"aws_\w+":"/);
});

const fact = (row: string, asOf: string): FactRow => ({ table: "prices", row, value: "usd 1", asOf, source: "a page" });

test("stale is what was read more days ago than asked, a month counted from its first day", () => {
  const read = [
    fact("on-the-day", "2025-11-25"),
    fact("a-day-before", "2025-11-24"),
    fact("that-month", "2025-11"),
    fact("new", "2026-11-25"),
  ];
  const stale = staleRows(read, { today: "2026-11-25", days: 365 });
  expect(stale.map(({ row }) => row)).toEqual(["a-day-before", "that-month"]);
});

test("rows stand below where and when they were read", () => {
  const report = {
    rows: [fact("prices.a", "2025-01-01"), fact("prices.b", "2025-01-01")],
    of: 9,
    olderThan: { days: 365, today: "2026-11-25" },
  };
  expect(factsRenderers.text(report, picocolors.createColors(false))).toBe(
    ["2 of 9 facts were read more than 365 days before 2026-11-25", "", "prices, 2025-01-01: a page", "  a  usd 1", "  b  usd 1"].join(
      "\n",
    ),
  );
});

test("show facts ends with 0, old ones or not, and with --json prints every row", () => {
  const { exitCode, stdout } = twinsite(["show", "facts", "--json"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ of: rows.length, facts: rows });
  expect(twinsite(["show", "facts", "--stale", "0"])).toMatchObject({ exitCode: 0, stderr: "" });
});

test("show facts fits 100 columns, but for words that are longer", () => {
  const wide = twinsite(["show", "facts"])
    .stdout.split("\n")
    .filter((line) => line.length > 100 && line.includes(" "));
  expect(wide).toEqual([]);
});

test("a number of days that is none is told, with an example", () => {
  const { exitCode, stderr } = twinsite(["show", "facts", "--stale", "soon"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/It is no number of days: write it in\s+digits, such as 365\./);
});

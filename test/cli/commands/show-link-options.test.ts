import { join } from "node:path";
import { widthOf } from "../../../reports/text/cells";
import { edited, swedenText, swedenWithoutWarnings } from "../../config/faults/faulty-sweden";
import { temporaryFolders, writeFiles } from "../temporary";
import { root, twinsite } from "../twinsite";

const newFolder = temporaryFolders();
const COMMAND = ["show", "links", "--options"];

function deployment(text: string): readonly string[] {
  const folder = newFolder();
  writeFiles(folder, { "twin.yaml": text });
  return ["--deployment", join(folder, "twin.yaml")];
}

const shown = twinsite(COMMAND);
const lines = shown.stdout.split("\n");
const from = (start: string, count: number): readonly string[] => {
  const at = lines.findIndex((line) => line.startsWith(start));
  return lines.slice(at, at + count);
};

test("what could be ordered is told within 100 columns, and nothing else is on standard output", () => {
  expect({ exitCode: shown.exitCode, stderr: shown.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("the links as ordered are told with peak, headroom, paths and cost", () => {
  expect(from("As ordered", 12)).toEqual([
    "As ordered",
    "  links       4, 400 Gbit/s together",
    "  peak        123.2 Gbit/s in the busier direction in 2026-11, and 35 % more each year: 40,000",
    "              payments a second x 10,000 bytes make 3.2, assumed by payments-platform in 2026-11;",
    "              120 of what else they carry, assumed by payments-platform in 2026-11",
    "  headroom    76.8 Gbit/s: the worst loss (location, data centre, carrier, route, duct, entry)",
    "              leaves 200 Gbit/s. It ends in 2028-07",
    "  paths       3 that share no device, route, duct or building entry. Nobody knows the whole way of",
    "              stockholm-2-eqsk1, which counts as shared with every other",
    "  cost        147,700 USD a month: circuits 82,000 (Trade article of October 2025, quotes to a",
    "              Stockholm bank, 2025-03), ports 65,700 (4 x 100Gbps at 22.5 USD an hour;",
    "              aws.amazon.com/directconnect/pricing/pay-as-you-go, as",
  ]);
});

test("each loss is told with what it takes, and what is taken because nobody knows is marked", () => {
  expect(from("carrier Malar", 1)).toEqual(["carrier Malar Fibre            stockholm-1-eqsk1, stockholm-2-itxs1    200      76.8"]);
  expect(from("ducts duct-n-1", 1)).toEqual(["ducts duct-n-1, duct-n-2       stockholm-1-eqsk1, stockholm-2-eqsk1?   200      76.8"]);
});

test("a carrier named 한국통신 keeps its row straight", () => {
  const { stdout } = twinsite([...COMMAND, ...deployment(swedenText.replaceAll("Malar Fibre", "한국통신"))]);
  const lineOf = (start: string): string => stdout.split("\n").find((line) => line.startsWith(start)) ?? "";
  const [heading, row] = [lineOf("LOST"), lineOf("carrier 한국통신")];
  expect(row).toMatch(/^carrier 한국통신 +stockholm-1-eqsk1, /);
  expect(widthOf(row.slice(0, row.indexOf("stockholm")))).toBe(heading.indexOf("TAKES"));
});

test("the brief's kinds of circuits are told, with what each is best in, and what dominates the others", () => {
  expect(from("market-", 3)).toEqual([
    "market-darkFibre   dark fibre  EQSK1 ITXS1  1 ms  separate         15-30     25,000  RTT, path",
    "market-wavelength  wavelength  EQSK1 ITXS1  2 ms  partly separate  10-20     18,000",
    "market-ethernet    Ethernet    EQSK1 ITXS1  3 ms  possibly shared   5-10     14,000  days, price",
  ]);
  expect(from("baltic-eqsk1", 1)[0]).toMatch(/ dominated$/);
  expect(from("  Dominated", 2)).toEqual([
    "  Dominated, as another is as good in all and better in something: baltic-eqsk1 by market-darkFibre;",
    "  svea-itxs1 by norr-itxs1, market-wavelength, market-ethernet.",
  ]);
});

test("each change is a row with its effect, and the last day to order it", () => {
  const row = (start: string): string => (from(start, 1)[0] ?? "").replaceAll(/ {2,}/g, " ");
  expect(row("drop stockholm-1-eqsk1")).toBe("drop stockholm-1-eqsk1 -41,425 -100 -1 gone now rejected");
  expect(row("add baltic-eqsk1 and norr")).toBe("add baltic-eqsk1 and norr-itxs1 +77,350 +100 +1 2029-11 2028-05-13");
  expect(row("swap stockholm-1-itxs1 for norr")).toBe("swap stockholm-1-itxs1 for norr-itxs1 -500 0 0 2028-07 ends no later");
});

test("the peak grows over a bar's points, and what goes beyond what is left is marked", () => {
  expect(from("  2028-05     193.2", 2)).toEqual([
    "  2028-05     193.2  ####################################################.",
    "  2028-11     224.5  #####################################################!!!!!!!",
  ]);
});

test("circuits that nobody has quoted are named, and the cost is what it is at least", () => {
  const { stdout } = twinsite([...COMMAND, "--deployment", join(root, "config/deployments/united-kingdom.yaml")]);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "cost at least 65,700 USD a month: circuits unknown (nobody has quoted london-1-thno2, london-2-thno2, london-1-eqld5, london-2-eqld5), ports 65,700 (",
  );
});

test("each reason to reject a change is told once, with all that it stands against, and so is a day that is none", () => {
  const words = shown.stdout.replaceAll(/\s+/g, " ");
  expect(words).toContain(
    "The file would be rejected. drop stockholm-1-eqsk1: At EQSK1 all links are on device 2. drop stockholm-2-eqsk1: At",
  );
  expect(words).toContain("Ends no later: with it alone, the worst loss leaves no more, so there is no such day.");
  const korea = twinsite([...COMMAND, "--deployment", join(root, "config/deployments/south-korea.yaml")]).stdout;
  expect(korea).toMatch(/^drop seoul-1-lgknx .* rejected$/m);
  expect(korea.replaceAll(/\s+/g, " ")).toContain(
    "drop seoul-2-lgu57, drop seoul-1-lgknx: 5 diverse paths are asked for, and there are 4 links.",
  );
});

test("--on tells which day to order is past, and no other word changes", () => {
  const { stdout } = twinsite([...COMMAND, "--on", "2028-05-14"]);
  expect(stdout.match(/2028-05-13, past$/gm)).toHaveLength(2);
  expect(stdout.replaceAll(", past", "").replace("2028-05-14", "2026-11-01")).toBe(shown.stdout);
});

test("--json has every number, and --markdown a table for each chapter", () => {
  expect(JSON.parse(twinsite([...COMMAND, "--json"]).stdout)).toMatchObject({
    deployment: "sweden",
    on: "2026-11-01",
    peak: { gbps: 123.2, growthPercentPerYear: 35 },
    figures: { usdPerMonth: 147_700, worstGbps: 200, diversePaths: 3, ends: { kind: "ends", month: "2028-07" } },
    cost: { circuitsUsdPerMonth: 82_000, portsUsdPerMonth: 65_700, asOf: "2026-09-20" },
  });
  const page = twinsite([...COMMAND, "--markdown"]).stdout;
  expect(page.match(/^## .*$/gm)).toEqual([
    "## As ordered",
    "## Headroom after the loss of one thing, in Gbit/s",
    "## What could be ordered",
    "## What a change does",
    "## Peak in Gbit/s, and what the worst loss leaves",
  ]);
  expect(page).toContain("| location EQSK1 | stockholm-1-eqsk1, stockholm-2-eqsk1 | 200 | 76.8 |");
});

/** A file without what is planned. */
const unplanned = (text: string): string =>
  text.slice(0, text.indexOf("\nlinkTraffic:")) + text.slice(text.indexOf("\n# none, token or pan"));

test("without traffic it says that the headroom is undetermined, and what each loss leaves", () => {
  const { exitCode, stdout } = twinsite([...COMMAND, ...deployment(unplanned(swedenText))]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("peak        undetermined: the file has no linkTraffic");
  expect(stdout).toMatch(/^location EQSK1 +.* 200 +undetermined$/m);
  expect(stdout).not.toMatch(/NaN|undefined/);
});

test("Gbit/s that are no round number are told with three digits", () => {
  const { stdout } = twinsite([...COMMAND, ...deployment(edited(["bytes: 10000", "bytes: 12347"]))]);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("40,000 payments a second x 12,347 bytes make 3.95, assumed");
});

test("where no offer is declared and no market quoted, it says what to write", () => {
  const { exitCode, stdout } = twinsite([...COMMAND, ...deployment(unplanned(swedenWithoutWarnings))]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^ {2}offers {6}none: write those of your carriers into linkOffers;/m);
  expect(stdout).not.toContain("What could be ordered");
});

test("what stands in for offers is in the cost, with its links, its owner and where it is from", () => {
  const options = ["--deployment", "config/deployments/south-korea.yaml"];
  const shownThere = (...more: readonly string[]) => twinsite([...COMMAND, ...options, ...more]).stdout;
  expect(shownThere().replaceAll(/\s+/g, " ")).toContain(
    "stand-ins no carrier has offered some of these circuits; the cost has 100,000 for seoul-1-tls10, seoul-2-tls10, seoul-1-lgu57, seoul-2-lgu57, seoul-1-lgknx, taken by payments-platform from: Trade article of October 2025, quotes to a Stockholm bank, 2025-03",
  );
  expect(shownThere()).toContain("circuits 100,000 (stand-ins for offers)");
  expect(JSON.parse(shownThere("--json"))).toMatchObject({
    cost: { circuitsUsdPerMonth: 100_000, standIns: [{ usdPerMonth: 100_000, owner: "payments-platform" }] },
  });
  expect(shown.stdout).not.toContain("stand-ins");
});

test("an offer is a carrier's: nothing stands in for it", () => {
  const at = swedenText.indexOf("\nlinkOffers:");
  const offer = swedenText.slice(at).replace("quote:\n", "quote:\n        standIn: { owner: platform }\n");
  const { exitCode, stderr } = twinsite([...COMMAND, ...deployment(swedenText.slice(0, at) + offer)]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("linkOffers[0].accessCircuit.quote");
});

test("a day that no calendar has, or one without --options, is refused", () => {
  const refusal = (...args: readonly string[]) => {
    const { exitCode, stdout, stderr } = twinsite(["show", "links", ...args]);
    return [exitCode, stdout, stderr.trim()];
  };
  expect(refusal("--options", "--on", "2028-02-30")).toEqual([
    2,
    "",
    "error: option '--on <day>' argument '2028-02-30' is invalid. It is no day: write it like 2026-11-25.",
  ]);
  expect(refusal("--on", "2028-02-28")).toEqual([2, "", "error: option '--on <day>' goes with '--options' only"]);
});

test("an offer with a fault is told, and no plan is printed", () => {
  const file = deployment(edited(["name: baltic-eqsk1", "name: stockholm-1-eqsk1"]));
  const { exitCode, stdout, stderr } = twinsite([...COMMAND, ...file]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain("stockholm-1-eqsk1 is also the name of links[0]");
});

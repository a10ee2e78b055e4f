import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { left, right, table } from "../reports/text/table";
import { type Contender, type Measurement, measure, median, range, withBenchFolder } from "./measure";

/** What synth and all its judgements take with more cells: time and memory should grow no faster than they do. */
export function main(): void {
  withBenchFolder((folder) => console.log(reportOf(measure(contenders(folder), folder, 3))));
}

const COUNTS = [1, 10, 25] as const;
const MILLION = "config/deployments/million.yaml";
const PER_CELL = 40_000;

/** The floor of any program in Node. */
const FLOOR = "node -e 0";

function contenders(folder: string): readonly Contender[] {
  return [{ name: FLOOR, command: ["node", "-e", "0"], environment: {} }, ...COUNTS.map((cells) => contender(cells, folder))];
}

function contender(cells: number, folder: string): Contender {
  const deployment = join(folder, `cells-${cells}.yaml`);
  writeFileSync(deployment, withCells(readFileSync(MILLION, "utf8"), cells));
  const command = ["node", "bin/twinsite.js", "synth", "--deployment", deployment, "--out", join(folder, `cells-${cells}`)] as const;
  return { name: String(cells), command, environment: {} };
}

/** The million's deployment with another peak; its participants are of cells that are there then. */
function withCells(text: string, cells: number): string {
  return text
    .replace(/^( {2}peakPaymentsPerSecond: )\d+$/m, `$1${cells * PER_CELL}`)
    .replaceAll(/^( {4}cell: )(\d+)$/gm, (_, key: string, cell: string) => `${key}${Math.min(Number(cell), cells)}`);
}

function reportOf(measurements: readonly Measurement[]): string {
  const of = (name: string): Measurement | undefined => measurements.find((measurement) => measurement.name === name);
  const [floor, one] = [of(FLOOR), of("1")];
  const rows = measurements
    .filter(({ name }) => name !== FLOOR)
    .map((measurement) => [
      measurement.name,
      median(measurement.seconds).toFixed(2),
      range(measurement.seconds),
      ...ratios(measurement, { floor, one }),
      measurement.peakMegabytes.toFixed(0),
      ratio(measurement.peakMegabytes, one?.peakMegabytes),
    ]);
  const titles = ["median s", "range s", "times node", "times 1", "processor s", "times 1", "peak MB", "times 1"];
  return [
    table([left("cells a site"), ...titles.map(right)], rows),
    "",
    `${FLOOR}: ${median(floor?.seconds ?? []).toFixed(2)} s, ${(floor?.peakMegabytes ?? 0).toFixed(0)} MB`,
    "Aim: 25 cells a site in under 4 s and 300 MB, as a whole process, all judgements included.",
  ].join("\n");
}

function ratios(
  { seconds, processorSeconds }: Measurement,
  { floor, one }: Readonly<Record<"floor" | "one", Measurement | undefined>>,
): readonly string[] {
  const time = median(seconds);
  return [
    ratio(time, median(floor?.seconds ?? [])),
    ratio(time, median(one?.seconds ?? [])),
    processorSeconds.toFixed(2),
    ratio(processorSeconds, one?.processorSeconds),
  ];
}

function ratio(value: number, base: number | undefined): string {
  return base === undefined || base === 0 ? "" : (value / base).toFixed(1);
}

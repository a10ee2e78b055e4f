import { readdirSync } from "node:fs";
import { join } from "node:path";
import { left, right, table } from "../reports/text/table";
import { type Contender, type Measurement, measure, median, range, withBenchFolder } from "./measure";

const TREES = join("test", "fault-trees");
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 2048;
const SHORT_SECONDS = 0.1;
/** The argument with which the program starts and prints, without a tree. */
const NOTHING = "--help";

/** Every published fault tree, solved in a process of its own. */
export function main(): void {
  withBenchFolder((folder) => console.log(reportOf(measure(contenders(), folder, 5))));
}

function contenders(): readonly Contender[] {
  const files = readdirSync(TREES).filter((file) => file.endsWith(".xml"));
  const solve = (name: string, argument: string): Contender => ({
    name,
    command: ["node", "bin/twinsite.js", "solve", argument],
    environment: {},
  });
  return [solve(NOTHING, NOTHING), ...files.map((file) => solve(file.replace(".xml", ""), join(TREES, file)))];
}

function reportOf(measurements: readonly Measurement[]): string {
  const start = median(measurements.find(({ name }) => name === NOTHING)?.seconds ?? []);
  const titles = ["median s", "range s", "without start s", "processor s", "peak MB"];
  const rows = measurements.map(({ name, seconds, processorSeconds, peakMegabytes }) => [
    name,
    median(seconds).toFixed(2),
    range(seconds),
    (median(seconds) - start).toFixed(2),
    processorSeconds.toFixed(2),
    peakMegabytes.toFixed(0),
  ]);
  const trees = measurements.filter(({ name }) => name !== NOTHING);
  const slowest = Math.max(...trees.map(({ seconds }) => median(seconds)));
  const largest = Math.max(...trees.map(({ peakMegabytes }) => peakMegabytes));
  const short = trees.filter(({ seconds }) => median(seconds) - start < SHORT_SECONDS);
  return [
    table([left("solve as a whole process"), ...titles.map(right)], rows),
    "",
    `the slowest takes ${slowest.toFixed(2)} s and the largest ${largest.toFixed(0)} MB (aim: under ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB)`,
    `${short.length} of ${trees.length} take under ${SHORT_SECONDS} s beyond the start of the program (aim: most)`,
  ].join("\n");
}

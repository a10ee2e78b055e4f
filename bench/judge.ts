import { join } from "node:path";
import { table } from "../reports/text/table";
import { type Contender, type Measurement, measure, median, range, withBenchFolder } from "./measure";

/** Reading an output back and judging it, by itself. */
export function main(): void {
  withBenchFolder((folder) => console.log(reportOf(measure([floor, ...samples.map((name) => judging(name, folder))], folder, 5))));
}

const floor: Contender = { name: "node -e 0", command: ["node", "-e", "0"], environment: {} };
const samples = ["sweden", "million"] as const;

/** The first run, a warm-up, finds nothing to judge and makes it. */
function judging(name: (typeof samples)[number], folder: string): Contender {
  const out = join(folder, name);
  const made = `test -e ${out} || node bin/twinsite.js synth --deployment config/deployments/${name}.yaml --out ${out}`;
  return { name, command: ["sh", "-c", `(${made}) && exec node bin/twinsite.js judge --in ${out}`], environment: {} };
}

function reportOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, seconds, processorSeconds, peakMegabytes }) => [
    name,
    median(seconds).toFixed(2),
    range(seconds),
    processorSeconds.toFixed(2),
    peakMegabytes.toFixed(0),
  ]);
  const titles = ["median s", "range s", "processor s", "peak MB"];
  return [
    table([{ title: "judge as a whole process", align: "left" }, ...titles.map((title) => ({ title, align: "right" as const }))], rows),
    "",
    "Aim: Sweden in under 0.8 s.",
  ].join("\n");
}

import { join } from "node:path";
import { buildSync } from "esbuild";
import { left, right, table } from "../reports/text/table";
import { type Contender, type Measurement, measure, median, range, withBenchFolder } from "./measure";

/** ts-node knows CommonJS only, and tsconfig.json is for a bundler. */
const tsNode = {
  TS_NODE_COMPILER_OPTIONS: JSON.stringify({ module: "node16", moduleResolution: "node16" }),
};

/** The ways to run synth, held against each other. */
export function main(): void {
  withBenchFolder((folder) => console.log(reportOf(measure(contenders(folder), folder, 5))));
}

function contenders(folder: string): readonly Contender[] {
  const floor = join(folder, "main.js");
  buildSync({
    entryPoints: ["main.ts"],
    outfile: floor,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  const out = (name: string): string => join(folder, name);
  return [
    { name: "twinsite synth", command: ["node", "bin/twinsite.js", "synth", "--out", out("twinsite")], environment: {} },
    { name: "bundle (floor)", command: ["node", floor], environment: { CDKTF_OUTDIR: out("floor") } },
    { name: "ts-node", command: ["npx", "ts-node", "main.ts"], environment: { ...tsNode, CDKTF_OUTDIR: out("ts-node") } },
    { name: "cdktf synth", command: cdktfSynth("node bin/run.js main.ts", out("cdktf")), environment: {} },
    { name: "cdktf synth, ts-node", command: cdktfSynth("npx ts-node main.ts", out("cdktf-ts-node")), environment: tsNode },
  ];
}

function cdktfSynth(app: string, out: string): Contender["command"] {
  return ["npx", "cdktf", "synth", "--app", app, "--output", out];
}

function reportOf(measurements: readonly Measurement[]): string {
  const secondsOf = (name: string): number => median(measurements.find((measurement) => measurement.name === name)?.seconds ?? []);
  const ours = secondsOf("twinsite synth");
  const rows = measurements.map(({ name, seconds, peakMegabytes: peak }) => [
    name,
    median(seconds).toFixed(2),
    range(seconds),
    (median(seconds) / ours).toFixed(2),
    peak.toFixed(0),
  ]);
  const titles = ["median s", "range s", "times ours", "peak MB"];
  return [
    table([left("synth as a whole process"), ...titles.map(right)], rows),
    "",
    `${(secondsOf("ts-node") / ours).toFixed(1)} times faster than ts-node (aim: at least 5)`,
    `${(ours / secondsOf("bundle (floor)")).toFixed(2)} times the floor (aim: at most 2)`,
    `${(secondsOf("cdktf synth, ts-node") / secondsOf("cdktf synth")).toFixed(1)} times faster than ts-node through cdktf synth`,
  ].join("\n");
}

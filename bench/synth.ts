import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { table } from "../reports/table";

/** A way to run synth, timed as a whole process, from its start to its end. */
interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
}

interface Measurement {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly peakMegabytes: number;
}

const ROUNDS = 5;

/** ts-node knows CommonJS only, and tsconfig.json is for a bundler. */
const tsNode = {
  TS_NODE_COMPILER_OPTIONS: JSON.stringify({ module: "node16", moduleResolution: "node16" }),
};

export function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "twinsite-bench-"));
  try {
    const measurements = measure(contenders(folder), folder);
    console.log(reportOf(measurements));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** One warm-up each, which also tells the memory; then all in turn, so that a busy moment hits everyone. */
function measure(all: readonly Contender[], folder: string): readonly Measurement[] {
  const peaks = new Map(all.map((contender) => [contender.name, peakMegabytes(contender, folder)]));
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    process.stderr.write(`round ${round + 1} of ${ROUNDS}\n`);
    return new Map(all.map((contender) => [contender.name, run(contender)]));
  });
  return all.map(({ name }) => ({ name, seconds: rounds.map((round) => round.get(name) ?? 0), peakMegabytes: peaks.get(name) ?? 0 }));
}

function run({ name, command: [program, ...args], environment }: Contender): number {
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, args, {
    env: { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  // 1 is a verdict on the mirror: it is synthesized all the same.
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status ?? "a signal"}: ${error?.message ?? stderr}`);
  return (performance.now() - start) / 1000;
}

/** The most that any one process of a run held, told by each of them as it ends. */
function peakMegabytes(contender: Contender, folder: string): number {
  process.stderr.write(`warm-up: ${contender.name}\n`);
  const notes = mkdtempSync(join(folder, "memory-"));
  const probe = join(notes, "probe.cjs");
  const note = `require("node:path").join(${JSON.stringify(notes)}, process.pid + ".kb")`;
  writeFileSync(probe, `process.on("exit", () => require("node:fs").writeFileSync(${note}, String(process.resourceUsage().maxRSS)));`);
  run({ ...contender, environment: { ...contender.environment, NODE_OPTIONS: `--require ${probe}` } });
  const kilobytes = readdirSync(notes)
    .filter((name) => name.endsWith(".kb"))
    .map((name) => Number(readFileSync(join(notes, name), "utf8")));
  return Math.max(0, ...kilobytes) / 1024;
}

function reportOf(measurements: readonly Measurement[]): string {
  const secondsOf = (name: string): number => median(measurements.find((measurement) => measurement.name === name)?.seconds ?? []);
  const ours = secondsOf("twinsite synth");
  const rows = measurements.map(({ name, seconds, peakMegabytes: peak }) => [
    name,
    median(seconds).toFixed(2),
    `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}`,
    (median(seconds) / ours).toFixed(2),
    peak.toFixed(0),
  ]);
  const titles = ["median s", "range s", "times ours", "peak MB"];
  return [
    table([{ title: "synth as a whole process", align: "left" }, ...titles.map((title) => ({ title, align: "right" as const }))], rows),
    "",
    `${(secondsOf("ts-node") / ours).toFixed(1)} times faster than ts-node (aim: at least 5)`,
    `${(ours / secondsOf("bundle (floor)")).toFixed(2)} times the floor (aim: at most 2)`,
    `${(secondsOf("cdktf synth, ts-node") / secondsOf("cdktf synth")).toFixed(1)} times faster than ts-node through cdktf synth`,
  ].join("\n");
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

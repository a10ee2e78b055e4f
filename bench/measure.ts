import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Something to run, timed as a whole process, from its start to its end. */
export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
}

export interface Measurement {
  readonly name: string;
  readonly seconds: readonly number[];
  /** The processors' time, over all threads: it hardly depends on what else the machine does. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

export function withBenchFolder<Result>(step: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "twinsite-bench-"));
  try {
    return step(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two warm-ups each, of which the second tells the memory; then all in turn, so that a busy moment hits everyone. */
export function measure(all: readonly Contender[], folder: string, times: number): readonly Measurement[] {
  const usages = new Map(all.map((contender) => [contender.name, usageOf(contender, folder)]));
  const rounds = Array.from({ length: times }, (_, round) => {
    process.stderr.write(`round ${round + 1} of ${times}\n`);
    return new Map(all.map((contender) => [contender.name, run(contender)]));
  });
  return all.map(({ name }) => ({
    name,
    seconds: rounds.map((round) => round.get(name) ?? 0),
    processorSeconds: usages.get(name)?.processorSeconds ?? 0,
    peakMegabytes: usages.get(name)?.peakMegabytes ?? 0,
  }));
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function range(numbers: readonly number[]): string {
  return `${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)}`;
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

/** The most that any one process of a run held, and what all of them worked, told by each as it ends. */
function usageOf(contender: Contender, folder: string): Pick<Measurement, "processorSeconds" | "peakMegabytes"> {
  process.stderr.write(`warm-up: ${contender.name}\n`);
  run(contender);
  const notes = mkdtempSync(join(folder, "usage-"));
  const probe = join(notes, "probe.cjs");
  const note = `require("node:path").join(${JSON.stringify(notes)}, process.pid + ".usage")`;
  const usage = "const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();";
  const written = `require("node:fs").writeFileSync(${note}, [maxRSS, userCPUTime + systemCPUTime].join(" "))`;
  writeFileSync(probe, `process.on("exit", () => { ${usage} ${written}; });`);
  run({ ...contender, environment: { ...contender.environment, NODE_OPTIONS: `--require ${probe}` } });
  const told = readdirSync(notes)
    .filter((name) => name.endsWith(".usage"))
    .map((name) => readFileSync(join(notes, name), "utf8").split(" ").map(Number));
  return {
    processorSeconds: told.reduce((sum, [, microseconds = 0]) => sum + microseconds / 1e6, 0),
    peakMegabytes: Math.max(0, ...told.map(([kilobytes = 0]) => kilobytes)) / 1024,
  };
}

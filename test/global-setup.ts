import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Synthesizes the sample once for every test file that reads it: half of the suite would go into that. */
export default function setup(): void {
  const output = join(mkdtempSync(join(tmpdir(), "twinsite-tests-")), "cdktf.out");
  const program = join(__dirname, "../bin/twinsite.js");
  const { status, stderr } = spawnSync(process.execPath, [program, "synth", "--out", output], {
    cwd: join(__dirname, ".."),
    encoding: "utf8",
  });
  // A verdict that is negative (1) is for the tests to tell.
  if (status !== 0 && status !== 1) throw new Error(`the sample cannot be synthesized: ${stderr}`);
  process.env["TWINSITE_SAMPLE_OUTPUT"] = output;
}

import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { sampleOutput } from "./sample-output";

export default function teardown(): void {
  rmSync(dirname(sampleOutput()), { recursive: true, force: true });
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DeploymentReading, readDeployment } from "../../config/read-deployment";
import { builtFindings } from "../../design/limits/limits";

const folder = join(__dirname, "../../config/deployments");

function readingOf(file: string): DeploymentReading {
  return readDeployment(readFileSync(join(folder, file)), file, builtFindings);
}

test.each(readdirSync(folder))("%s has no fault", (file) => {
  const reading = readingOf(file);
  expect(reading.kind === "faulty" ? reading.faults : []).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DeploymentReading, readDeployment } from "../../config/read-deployment";
import { builtFindings } from "../../design/limits";

const folder = join(__dirname, "../../config/deployments");

function readingOf(file: string): DeploymentReading {
  return readDeployment(readFileSync(join(folder, file)), file, builtFindings);
}

test.each(readdirSync(folder))("%s has no fault", (file) => {
  const reading = readingOf(file);
  expect(reading.kind === "faulty" ? reading.faults : []).toEqual([]);
});

test.each(["australia.yaml", "hong-kong.yaml"])("%s is refused when it promises to lose nothing", (file) => {
  const text = readFileSync(join(folder, file), "utf8").replace("dataLossSeconds: 30", "dataLossSeconds: 0");
  const reading = readDeployment(new TextEncoder().encode(text), file, builtFindings);
  expect(reading.kind === "faulty" ? reading.faults.map(({ path }) => path) : []).toEqual(["objectives.dataLossSeconds"]);
});

test.each([
  ["australia.yaml", "ap-southeast-2 takes no part in a ledger that spans Regions"],
  ["hong-kong.yaml", "ap-east-1 takes no part in a ledger that spans Regions"],
])("%s is refused with a ledger that spans no such Regions, and told of the one that does", (file, what) => {
  const text = readFileSync(join(folder, file), "utf8").replace(
    /^ledger:\n(?: {2}.*\n)+/m,
    "ledger:\n  engine: dsql\n  witnessRegion: ap-northeast-2\n",
  );
  const reading = readDeployment(new TextEncoder().encode(text), file, builtFindings);
  const [first] = reading.kind === "faulty" ? reading.faults : [];
  expect(first?.what).toContain(what);
  expect(first?.mend).toContain("choose engine auroraGlobal, with `dataLossSeconds` of 20 or more");
});

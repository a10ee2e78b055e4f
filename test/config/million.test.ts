import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDeployment } from "../../config/read-deployment";
import { cellCount } from "../../config/sections/capacity";
import { builtFindings } from "../../design/limits/limits";
import { linkPlan } from "../../design/links/ordering/link-plan";

const bytes = readFileSync(join(__dirname, "../../config/deployments/million.yaml"));
const reading = readDeployment(bytes, "million.yaml", builtFindings);

test("a million payments a second take 25 cells, and the file has no fault", () => {
  expect(reading.kind === "sound" && cellCount(reading.deployment.capacity)).toBe(25);
});

test("the quotas that AWS must raise for them are all told, with how many it takes, and no others", () => {
  const warnings = reading.kind === "sound" ? reading.warnings : [];
  expect(warnings.filter(({ path }) => path === "capacity.peakPaymentsPerSecond").map(({ what }) => what)).toEqual([
    "The peak takes 25 cells, and so 25 ledger clusters in eu-north-1 and in eu-central-1.",
    'The peak needs 15000 of AWS\'s quota "Fargate On-Demand vCPU resource count", and there are 6.',
    'The peak needs 120000 of AWS\'s quota "Reserved Application Load Balancer capacity units", and there are 0.',
    'The peak needs 25 of AWS\'s quota "Trust stores per account", and there are 20.',
    'The peak needs 8996 of AWS\'s quota "Network interfaces per Region", and there are 5000.',
  ]);
});

test("the private lines carry them, after any one loss, for three years and a month", () => {
  const plan = reading.kind === "sound" ? linkPlan(reading.deployment) : undefined;
  expect(plan?.peak?.gbps).toBe(80);
  expect(plan?.figures).toMatchObject({ worstGbps: 200, ends: { kind: "ends", month: "2029-12" } });
});

import picocolors from "picocolors";
import { plansText } from "../../reports/plans";

const colors = picocolors.createColors(false);
const sound = { stack: "site-a", add: 112, seconds: 7.9, problems: [], file: "out/plans/site-a.json" };

test("stacks without a problem end with yes and the sum", () => {
  const text = plansText({ terraform: "Terraform v1.11.4", stacks: [sound, { ...sound, stack: "site-b" }], older: [] }, colors);
  expect(text.split("\n")).toEqual([
    "STACK   TO ADD  WARNINGS  ERRORS  SECONDS",
    "site-a     112         0       0      7.9",
    "site-b     112         0       0      7.9",
    "",
    "Yes: Terraform v1.11.4 plans all 2 stacks, 224 resources to add, without error or warning.",
  ]);
});

test("every problem is told with its stack and address, and the end is no", () => {
  const problems = [
    { severity: "warning", address: "aws_s3_bucket.x", summary: "Argument is deprecated", detail: "Use another." },
    { severity: "error", address: null, summary: "terraform init failed", detail: "" },
  ] as const;
  const text = plansText({ terraform: "Terraform v1.11.4", stacks: [{ ...sound, add: null, problems, file: null }], older: [] }, colors);
  expect(text.split("\n")).toEqual([
    "STACK   TO ADD  WARNINGS  ERRORS  SECONDS",
    "site-a       -         1       1      7.9",
    "",
    "warning site-a aws_s3_bucket.x: Argument is deprecated",
    "    Use another.",
    "",
    "error site-a: terraform init failed",
    "",
    "No: 2 problems (Terraform v1.11.4).",
  ]);
});

test("plans of an earlier run are named, so that nobody takes them for this one's", () => {
  const text = plansText({ terraform: "Terraform v1.11.4", stacks: [sound], older: ["shared", "site-b"] }, colors);
  expect(text).toContain("\n\nNot planned now, their plans are of an earlier run: shared, site-b\n\nYes: ");
});

test("a problem stays within 100 columns, its detail and long address indented", () => {
  const problems = [
    { severity: "error", address: `aws_vpc.${"x".repeat(60)}`, summary: "word ".repeat(20).trim(), detail: "  if ".repeat(50) },
  ] as const;
  const text = plansText({ terraform: "Terraform v1.11.4", stacks: [{ ...sound, problems }], older: [] }, colors);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

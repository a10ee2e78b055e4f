import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roleOf } from "../../synthesized/estate/stacks";
import { sampleOutput, synthesizedSweden } from "../sample-output";
import { skipWithoutTerraform, terraformPlans } from "./terraform-plans";

// The plans are made before the tests are known: there is one test for every stack.
const folder = mkdtempSync(join(tmpdir(), "twinsite-test-"));
const planned = process.env["TWINSITE_TESTS"] === "whole" ? [...synthesizedSweden().keys()] : oneOfEachRole();
const answer = terraformPlans(sampleOutput(), join(folder, "plans"), planned);

/** What a stack is for says what is in it: the others of its role differ by site, Region and number, and .ci/run plans them all. */
function oneOfEachRole(): readonly string[] {
  const byRole = new Map([...synthesizedSweden().values()].toReversed().map((template) => [roleOf(template), template.stack]));
  return [...byRole.values()];
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

switch (answer.kind) {
  case "unavailable":
    skipWithoutTerraform(answer.why);
    break;
  case "planned":
    test.each(answer.stacks)("the real Terraform validates and plans $stack without an error or a warning", ({ add, problems }) => {
      expect(problems).toEqual([]);
      expect(add).toBeGreaterThan(0);
    });

    test("no plan names a folder of this machine", () => {
      const texts = answer.stacks.map(({ file }) => readFileSync(file ?? "", "utf8"));
      expect(texts.filter((text) => text.includes(tmpdir()) || text.includes(process.cwd()))).toEqual([]);
    });

    test("every stack that was asked for was planned", () => {
      expect(answer.stacks.map(({ stack }) => stack).toSorted()).toEqual([...planned].toSorted());
      expect(answer.exitCode).toBe(0);
    });
}

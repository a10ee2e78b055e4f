import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { randomDeployments } from "../random-deployments";
import { templatesIn } from "../sample-output";
import { deploymentOutput } from "../synthesized-deployment";
import { type PlannedStack, skipWithoutTerraform, type TerraformAnswer, terraformPlans } from "./terraform-plans";

/** Every stack costs seconds: a few of each, others in every run. */
const DEPLOYMENTS = 2;
const STACKS_OF_EACH = 4;

// The plans are made before the tests are known. A failure names its seed: RANDOM_SEED asks for the same again.
const seed = Number(process.env["RANDOM_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), "twinsite-test-"));

const kindOf = (stack: string): string => stack.replace(/-.*/, "");

/** Stacks of different kinds: of three cells' ledgers one is enough. */
function sampled(stacks: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc
    .shuffledSubarray([...stacks], { minLength: stacks.length })
    .map((shuffled) => shuffled.filter((stack, place) => shuffled.findIndex((other) => kindOf(other) === kindOf(stack)) === place))
    .map((kinds) => kinds.slice(0, STACKS_OF_EACH));
}

const planned = fc
  .sample(
    randomDeployments.chain((deployment) => {
      const output = deploymentOutput(deployment);
      return sampled([...templatesIn(output).keys()]).map((stacks) => ({ output, stacks }));
    }),
    { numRuns: DEPLOYMENTS, seed },
  )
  .map(({ output, stacks }, nth): readonly [readonly string[], TerraformAnswer] => [
    stacks,
    terraformPlans(output, join(folder, `plans-${nth}`), stacks),
  ]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(planned)(`of a random deployment of seed ${seed}, %j`, (asked, answer) => {
  switch (answer.kind) {
    case "unavailable":
      skipWithoutTerraform(answer.why);
      break;
    case "planned":
      test.each(answer.stacks)(
        "$stack is planned by the real Terraform without an error or a warning",
        ({ add, problems }: PlannedStack) => {
          expect(problems).toEqual([]);
          expect(add).toBeGreaterThan(0);
        },
      );

      test("every stack that was asked for was planned, and the output is judged well", () => {
        expect(answer.stacks.map(({ stack }) => stack).toSorted()).toEqual(asked.toSorted());
        expect(answer.exitCode).toBe(0);
      });
  }
});

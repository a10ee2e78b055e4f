import { z } from "zod";
import { twinsite } from "../cli/twinsite";

const problem = z.object({
  severity: z.enum(["error", "warning"]),
  address: z.string().nullable(),
  summary: z.string(),
  detail: z.string(),
});
const stack = z.object({ stack: z.string(), add: z.number().nullable(), problems: z.array(problem), file: z.string().nullable() });
const report = z.object({ terraform: z.string(), stacks: z.array(stack) });

const refusal = z.object({ error: z.object({ message: z.string().min(1) }) });

export type PlannedStack = z.infer<typeof stack>;

/** What the real Terraform says to an output, or why nobody can ask it here. */
export type TerraformAnswer =
  | { readonly kind: "planned"; readonly exitCode: number | null; readonly stacks: readonly PlannedStack[] }
  | { readonly kind: "unavailable"; readonly why: string };

const TOOL_MISSING = 3;

/**
 * Runs `twinsite plan`, the program that a platform team runs.
 *
 * @param stacks names of those to plan. @default - all
 */
export function terraformPlans(output: string, plans: string, stacks: readonly string[] = []): TerraformAnswer {
  const selection = stacks.length === 0 ? [] : ["--stack", ...stacks];
  const { exitCode, stdout } = twinsite(["plan", "--json", "--in", output, "--out", plans, ...selection]);
  if (exitCode === TOOL_MISSING) return { kind: "unavailable", why: refusal.parse(JSON.parse(stdout)).error.message };
  return { kind: "planned", exitCode, stacks: report.parse(JSON.parse(stdout)).stacks };
}

/** Says why the tests are skipped; where REQUIRE_TERRAFORM=1 asks for them, their absence is a failure. */
export function skipWithoutTerraform(why: string): void {
  if (process.env["REQUIRE_TERRAFORM"] === "1") {
    test("Terraform is there, as REQUIRE_TERRAFORM=1 says", () => {
      throw new Error(why);
    });
    return;
  }
  process.stderr.write(`\nskipped, the real Terraform is not asked: ${why}\n\n`);
  test.skip("the real Terraform plans every stack", () => undefined);
}

import { z } from "zod";
import { sampleOutput } from "../../sample-output";
import { twinsite } from "../twinsite";

const shown = (...words: readonly string[]) => twinsite(["show", "access", "--in", sampleOutput(), ...words]);

const printed = z.object({
  triedOnAws: z.literal(false),
  roles: z.array(z.object({ role: z.string(), policies: z.array(z.object({ document: z.object({ Statement: z.array(z.unknown()) }) })) })),
});

test("show access ends with 0, says that nothing was tried, and tells how to attach, within 100 columns", () => {
  const { exitCode, stdout } = shown();
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Not tried on AWS");
  expect(stdout).toContain("aws iam attach-role-policy --role-name twinsite-deployer");
  expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
});

test("show access prints one role's documents as JSON, ready for a file each", () => {
  const { stdout } = shown("--role", "auditor", "--json");
  const { roles } = printed.parse(JSON.parse(stdout));
  expect(roles.map(({ role, policies }) => [role, policies.length])).toEqual([["auditor", 1]]);
  expect(roles[0]?.policies[0]?.document.Statement.length).toBeGreaterThan(0);
});

test("show access knows no other role", () => {
  expect(shown("--role", "root").exitCode).not.toBe(0);
});

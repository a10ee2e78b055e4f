import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scannerAnswers } from "../../../facts/scanner-answers";
import { everyDeployment } from "../../every-deployment";
import { synthesizedSweden } from "../../sample-output";
import { synthesizedDeployment } from "../../synthesized-deployment";
import { edited, setting } from "../edited-template";
import { publishedChecks } from "./published-checks";

const templates = everyDeployment.flatMap(([, deployment]) => [...synthesizedDeployment(deployment).values()]);
const firing = (check: string): readonly string[] => [
  ...new Set(templates.flatMap((template) => publishedChecks[check]?.(template) ?? [])),
];

test("every published check that fires on a deployment has an answer for the place where it does", () => {
  const unanswered = Object.keys(publishedChecks).flatMap((check) => {
    const on = scannerAnswers.find((answer) => answer.check === check)?.on ?? [];
    return firing(check).filter((address) => !on.some((start) => address.startsWith(start)));
  });
  expect(unanswered).toEqual([]);
});

test("no answer is left over: each fires at every place that it speaks of", () => {
  const leftOver = scannerAnswers.flatMap(({ check, on }) => {
    const addresses = firing(check);
    return on.filter((start) => !addresses.some((address) => address.startsWith(start))).map((start) => `${check} ${start}`);
  });
  expect(leftOver).toEqual([]);
});

test("what somebody loosens by hand fires at a place that no answer speaks of", () => {
  const shared = [...synthesizedSweden().values()].find(({ stack }) => stack === "guardrails-account");
  if (shared === undefined) throw new Error("guardrails-account was not synthesized");
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }] });
  const loosened = edited(shared, { "aws_iam_policy.wide": setting({ name: "wide", policy }) });
  expect(publishedChecks["CKV_AWS_355"]?.(loosened)).toContain("aws_iam_policy.wide");
  expect(publishedChecks["CKV_AWS_355"]?.(shared)).not.toContain("aws_iam_policy.wide");
});

test("the page says of each check what the answers say", () => {
  const page = readFileSync(join(__dirname, "../../../docs/scanner-answers.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `CKV"));
  expect(rows).toEqual(
    scannerAnswers.map(
      ({ check, wants, on, reason }) =>
        `| \`${check}\` | ${wants.replace("*", "`*`")} | ${on.map((start) => `\`${start}\``).join(", ")} | ${reason} |`,
    ),
  );
});

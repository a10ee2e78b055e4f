import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { grouped } from "../../synthesized/estate/grouped";
import { blocksOfType } from "../../synthesized/estate/stack-block";
import { policyOf, type Statement } from "../flows/policies/policy";
import { type Conditions, type PolicyStatement, sorted } from "./policy-statement";

/** The roles that people have, by their ARNs, as the policies of the output's keys name them. */
export interface PeopleRoles {
  readonly deployer: string | undefined;
  readonly keyAdministrator: string | undefined;
  readonly auditor: string | undefined;
}

const CALLER = "aws:PrincipalArn";

/** Key policies lend and do not give: each role needs what they lend it in a policy of its own, too. */
export function lentTo(estate: Estate, role: string): readonly PolicyStatement[] {
  const lent = keyStatements(estate)
    .filter((statement) => statement.Effect === "Allow" && callersOf(statement).includes(role))
    .map(({ Action, Condition }) => ({ actions: sorted(Action), conditions: withoutCaller(Condition ?? {}) }));
  const groups = grouped(lent.map((one) => [JSON.stringify([one.actions, keysOf(one.conditions)]), one] as const));
  return [...groups.values()].flatMap(([first, ...others], index): readonly PolicyStatement[] => {
    if (first === undefined) return [];
    const conditions = others.reduce((all, other) => joined(all, other.conditions), first.conditions);
    return [
      {
        Sid: `KeysLent${index + 1}`,
        Effect: "Allow",
        Action: first.actions,
        Resource: ["arn:aws:kms:*:{account}:key/*"],
        ...(Object.keys(conditions).length === 0 ? {} : { Condition: conditions }),
      },
    ];
  });
}

/** Whoever lends keys to services deploys; who else changes key policies administers; who else reads, and is made here by nobody, audits. */
export function peopleRoles(estate: Estate): PeopleRoles {
  const statements = keyStatements(estate);
  const callersAllowed = (action: string): readonly string[] =>
    sorted(statements.filter(({ Action }) => Action.includes(action)).flatMap(callersOf));
  const isForServices = ({ Action, Condition }: Statement): boolean =>
    Action.includes("kms:CreateGrant") && (Condition?.["Bool"]?.["kms:GrantIsForAWSResource"]?.includes("true") ?? false);
  const lenders = statements.filter(isForServices).flatMap(callersOf);
  const deployers = callersAllowed("kms:PutKeyPolicy").filter((role) => lenders.includes(role));
  const administrators = callersAllowed("kms:PutKeyPolicy").filter((role) => !deployers.includes(role));
  const made = blocksOfType(estate, "aws_iam_role").map(({ block }) => textAt(block.attributes, "name"));
  const readers = callersAllowed("kms:Decrypt").filter(
    (role) => ![...deployers, ...administrators].includes(role) && !/[*?]/.test(role) && !made.some((name) => role.endsWith(`/${name}`)),
  );
  return { deployer: only(deployers), keyAdministrator: only(administrators), auditor: only(readers) };
}

function only(roles: readonly string[]): string | undefined {
  return roles.length === 1 ? roles[0] : undefined;
}

function keyStatements(estate: Estate): readonly Statement[] {
  return ["aws_kms_key", "aws_kms_replica_key"]
    .flatMap((type) => blocksOfType(estate, type))
    .flatMap((key) => {
      const policy = policyOf(estate, key);
      return policy.kind === "read" ? policy.statements : [];
    });
}

function callersOf({ Condition = {} }: Statement): readonly string[] {
  return [Condition["ArnEquals"], Condition["ArnLike"]].flatMap((keys) => keys?.[CALLER] ?? []);
}

/** The role's own policy need not say whose it is. */
function withoutCaller(conditions: Conditions): Conditions {
  const others = Object.entries(conditions).map(([operator, { [CALLER]: _caller, ...keys }]) => [operator, keys] as const);
  return Object.fromEntries(others.filter(([, keys]) => Object.keys(keys).length > 0));
}

function keysOf(conditions: Conditions): readonly string[] {
  return sorted(Object.entries(conditions).flatMap(([operator, keys]) => Object.keys(keys).map((key) => `${operator} ${key}`)));
}

/** Both have the same operators and keys. */
function joined(one: Conditions, other: Conditions): Conditions {
  const join = ([operator, keys]: readonly [string, Conditions[string]]): readonly [string, Conditions[string]] => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, sorted([...values, ...(other[operator]?.[key] ?? [])])])),
  ];
  return Object.fromEntries(Object.entries(one).map(join));
}

import { textAt } from "../../synthesized/attributes";
import { blocksNamed } from "../../synthesized/estate/follow";
import { isSame, type StackBlock } from "../../synthesized/estate/stack-block";
import { type Decision, decide, matches, type PolicyRequest, type Statement } from "../flows/policies/policy";
import type { Payment } from "./payment";
import { boundaryOf, type Permission, permissionsOf } from "./permissions";

/** What a task, or ECS in its name, asks of AWS. */
export interface Call {
  readonly action: string;
  /** ARN of what it is about, and the block where that is made here. */
  readonly arn: string;
  readonly block?: StackBlock | undefined;
  /** What AWS knows of this call besides who calls from where. */
  readonly context?: ReadonlyMap<string, string | undefined>;
}

/** Whether a role's own policies and its boundary allow a call, and none of them denies it. */
export function mayCall(role: StackBlock, call: Call, payment: Payment): Decision {
  const permissions = permissionsOf(payment.estate, role);
  const boundary = boundaryOf(payment.estate, role);
  if (permissions === undefined || boundary === "unreadable") return "unknown";
  const request = requestOf(role, call, payment);
  const decisions = [permissions, ...(boundary === undefined ? [] : [boundary])].map((part) =>
    decide(
      part.flatMap((permission) => asStatement(permission, call, payment)),
      request,
    ),
  );
  if (decisions.includes("notAllowed")) return "notAllowed";
  return decisions.includes("unknown") ? "unknown" : "allowed";
}

/** A call as a policy on the resource sees it. */
export function requestOf(role: StackBlock, { action, context = new Map() }: Call, payment: Payment): PolicyRequest {
  const { account = "", region } = payment;
  const arn = roleArn(role, payment);
  return {
    principal: { kind: "role", account, arn },
    action,
    context: new Map<string, string | undefined>([
      ["aws:PrincipalArn", arn],
      ["aws:PrincipalAccount", account],
      ["aws:RequestedRegion", region],
      ["aws:SecureTransport", "true"],
      ...context,
    ]),
  };
}

export function roleArn({ block }: StackBlock, { account = "" }: Payment): string {
  return `arn:aws:iam::${account}:role${textAt(block.attributes, "path") ?? "/"}${textAt(block.attributes, "name") ?? ""}`;
}

/** A statement as far as it is about the call's resource. */
function asStatement({ Effect, Action, Resource, Condition, policy }: Permission, call: Call, { estate }: Payment): readonly Statement[] {
  const fits = Resource.map((pattern) => {
    if (!pattern.includes("${")) return matches(pattern, call.arn) ? "yes" : mayBeIt(pattern, call.arn);
    return blocksNamed(estate, policy.template, pattern).some((one) => isSame(one, call.block)) ? "yes" : "no";
  });
  if (!fits.includes("yes") && !fits.includes("unknown")) return [];
  return [
    { Effect, Principal: "*", Action: [...Action], Condition: copyOf(fits.includes("yes") ? Condition : { ...Condition, ...CANNOT_TELL }) },
  ];
}

/** A condition that nobody reads. */
const CANNOT_TELL = { StringEquals: { "id that AWS gives": ["?"] } };

/** AWS gives keys their ids: a literal one may be that of any key of the place. */
function mayBeIt(pattern: string, arn: string): "unknown" | "no" {
  const [place = "", id = ""] = pattern.split(":key/");
  const [actualPlace = "", actualId = ""] = arn.split(":key/");
  return id !== "" && actualId !== "" && matches(place, actualPlace) ? "unknown" : "no";
}

function copyOf(condition: Permission["Condition"]): Record<string, Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [...values]])),
    ]),
  );
}

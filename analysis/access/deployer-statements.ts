import { actionScopes } from "../../facts/permissions/action-scopes";
import type { TypePermissions } from "../../facts/permissions/permission-row";
import { globalServiceRegions } from "../../facts/regions";
import { textAt } from "../../synthesized/attributes";
import type { Estate } from "../../synthesized/estate/estate";
import { regionsOf } from "../../synthesized/estate/provider";
import { blocksOfType } from "../../synthesized/estate/stack-block";
import { arnsFrom } from "./literal-start";
import { type Conditions, type PolicyStatement, sorted } from "./policy-statement";
import { trustedServices } from "./trusted-services";

/** What whoever applies the stacks may do, by the rows of their types. */
export function deployerStatements(estate: Estate, rows: readonly TypePermissions[], account: string): readonly PolicyStatement[] {
  const actions = sorted(
    rows.flatMap(({ create, read, update, delete: destroy, tag }) => [...create, ...read, ...update, ...destroy, ...tag]),
  );
  const inRegions = { StringEquals: { "aws:RequestedRegion": regionsIn(estate) } };
  const given = actions.filter((action) => !SPECIAL.includes(action));
  return [
    statement(
      "Everywhere",
      given.filter((action) => narrowScope(action) === undefined),
      [["*"], inRegions],
    ),
    ...actionScopes.map(({ service, arns }) =>
      statement(
        `On${service.replace(/^./, (letter) => letter.toUpperCase())}`,
        given.filter((action) => narrowScope(action)?.service === service),
        // IAM's names are the account's own: it has no Region to ask for.
        [arns.flatMap((arn) => arnsFrom(estate, arn, account)), service === "iam" ? undefined : inRegions],
      ),
    ),
    ...roleStatements(estate, rows, account),
    ...stateStatements(estate),
  ].filter(({ Action, Resource }) => Action.length > 0 && Resource.length > 0);
}

/** What a condition must go with: it is in a statement of its own, or in what keys lend. */
const SPECIAL: readonly string[] = ["iam:CreateServiceLinkedRole", "iam:PassRole", "kms:CreateGrant", "kms:ReplicateKey"];

function narrowScope(action: string): (typeof actionScopes)[number] | undefined {
  const [service, name = ""] = action.split(":");
  const scope = actionScopes.find((one) => one.service === service);
  return scope === undefined || scope.anywhere.includes(name) ? undefined : scope;
}

type Reach = readonly [resources: readonly string[], conditions?: Conditions | undefined];

function statement(Sid: string, Action: readonly string[], [Resource, Condition]: Reach): PolicyStatement {
  return { Sid, Effect: "Allow", Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}

/** Global services answer in Regions of their own. */
function regionsIn(estate: Estate): readonly string[] {
  return sorted([...estate.stacks.flatMap(regionsOf), ...globalServiceRegions.map(({ region }) => region)]);
}

function roleStatements(estate: Estate, rows: readonly TypePermissions[], account: string): readonly PolicyStatement[] {
  const named = blocksOfType(estate, "aws_iam_service_linked_role").flatMap(
    ({ block }) => textAt(block.attributes, "aws_service_name") ?? [],
  );
  const services = sorted([...named, ...rows.flatMap(({ serviceRoles }) => serviceRoles)]);
  const handedOn = named.map((service) => `arn:aws:iam::${account}:role/aws-service-role/${service}/*`);
  const passed = rows.some(({ passesRole }) => passesRole) ? ["iam:PassRole"] : [];
  const own = `arn:aws:iam::${account}:role/aws-service-role/*`;
  const made = arnsFrom(estate, "arn:aws:iam::{account}:role/{aws_iam_role.name}", account);
  const trusted = sorted([...trustedServices(estate), ...named]);
  return [
    statement("HandRolesOn", passed, [[...made, ...handedOn], { StringEquals: { "iam:PassedToService": trusted } }]),
    statement("MakeServiceRoles", services.length === 0 ? [] : ["iam:CreateServiceLinkedRole"], [
      [own],
      { StringEquals: { "iam:AWSServiceName": services } },
    ]),
    statement("SeeServiceRoles", services.length === 0 ? [] : ["iam:GetRole"], [[own]]),
  ];
}

/** The states themselves, and the lock that lies beside each while somebody applies. */
function stateStatements(estate: Estate): readonly PolicyStatement[] {
  const buckets = sorted(
    estate.stacks.flatMap(({ backend }) => {
      const bucket = backend?.kind === "s3" ? textAt(backend.settings, "bucket") : undefined;
      return bucket === undefined ? [] : [`arn:aws:s3:::${bucket}`];
    }),
  );
  return [
    statement("FindStates", ["s3:ListBucket"], [buckets]),
    statement("KeepStates", ["s3:GetObject", "s3:PutObject"], [buckets.map((bucket) => `${bucket}/*`)]),
    statement("Unlock", ["s3:DeleteObject"], [buckets.map((bucket) => `${bucket}/*.tflock`)]),
  ];
}

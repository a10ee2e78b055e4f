import { isObject, type Json, type JsonObject } from "../synthesized/json";
import type { Template } from "../synthesized/template";

/** Files to add to a copy of a stack's folder so that it can be planned without AWS, network or state. */
export interface RehearsalFiles {
  /** Terraform merges it over the template, so the template's own bytes stay as they are. */
  readonly "zz_override.tf.json": string;
  /** Stubs of the states that it reads, by path. */
  readonly [stubState: string]: string;
}

const offlineProvider = {
  access_key: "offline",
  secret_key: "offline",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  // Only AWS could tell whose keys they are.
  allowed_account_ids: null,
} as const;

export function rehearsalFiles(template: Template, upstream: readonly Template[]): RehearsalFiles {
  const states = remoteStatesOf(template);
  return {
    "zz_override.tf.json": JSON.stringify({
      terraform: { backend: { local: { path: "rehearsal.tfstate" } } },
      provider: { aws: awsProviders(template) },
      ...(states.length === 0
        ? {}
        : { data: { terraform_remote_state: Object.fromEntries(states.map((name) => [name, localState(name)])) } }),
    }),
    ...Object.fromEntries(states.map((name) => [stubPath(name), stubState(name, { template, upstream })])),
  };
}

function awsProviders({ providers }: Template): readonly Json[] {
  return providers
    .filter(({ name }) => name === "aws" || name.startsWith("aws."))
    .map(({ attributes }) => ({ ...offlineProvider, ...(attributes["alias"] === undefined ? {} : { alias: attributes["alias"] }) }));
}

function remoteStatesOf({ dataSources }: Template): readonly string[] {
  return dataSources.filter(({ type }) => type === "terraform_remote_state").map(({ name }) => name);
}

/** Relative, so that the plan names no folder of this machine. */
function stubPath(remoteState: string): string {
  return `upstream/${remoteState}.tfstate`;
}

function localState(remoteState: string): JsonObject {
  return { backend: "local", config: { path: stubPath(remoteState) } };
}

/** A state that has the outputs that a template reads from it, and nothing else. */
function stubState(
  remoteState: string,
  { template, upstream }: { readonly template: Template; readonly upstream: readonly Template[] },
): string {
  const read = outputsRead(template, remoteState);
  const values = read.map((output): [string, JsonObject] => [
    output,
    { value: stubValue(output, upstream), type: "string", sensitive: true },
  ]);
  return JSON.stringify({
    version: 4,
    terraform_version: "1.10.0",
    serial: 1,
    lineage: "rehearsal",
    outputs: Object.fromEntries(values),
    resources: [],
  });
}

function outputsRead({ document }: Template, remoteState: string): readonly string[] {
  const mention = new RegExp(`data\\.terraform_remote_state\\.${remoteState}\\.outputs\\.([\\w-]+)`, "g");
  return [...new Set([...JSON.stringify(document).matchAll(mention)].map(([, output = ""]) => output))];
}

/** What an output holds once it is deployed: known text as it is, otherwise an id of the right form. */
function stubValue(output: string, upstream: readonly Template[]): string {
  const declared = upstream.map(({ outputs }) => outputs[output]).find((value) => typeof value === "string");
  if (typeof declared === "string" && !declared.includes("${")) return declared;
  return idLike(typeof declared === "string" ? declared : output);
}

const SOME_ID = "0123456789abcdef0";
const SOME_CLUSTER = "abcdefghijklmnopqrstuvwxyz";
const SOME_UUID = "01234567-89ab-cdef-0123-456789abcdef";

/** Forms of AWS ids, first match first, by what a reference or a cross-stack output's name says. */
const idForms: readonly (readonly [RegExp, string])[] = [
  [/dsql_cluster.*arn\}?$/, `arn:aws:dsql:eu-north-1:123456789012:cluster/${SOME_CLUSTER}`],
  [/dsql_cluster.*service_name\}?$/, "com.amazonaws.eu-north-1.dsql-abcd"],
  [/dsql_cluster/, SOME_CLUSTER],
  [/kms_.*arn\}?$/, `arn:aws:kms:eu-north-1:123456789012:key/${SOME_UUID}`],
  [/arn\}?$/, "arn:aws:iam::123456789012:role/rehearsal"],
  [/transit_gateway_route_table|route_table_id\}?$/, `tgw-rtb-${SOME_ID}`],
  [/transit_gateway_\w*attachment|attachment_id\}?$/, `tgw-attach-${SOME_ID}`],
  [/transit_gateway/, `tgw-${SOME_ID}`],
  [/vpc/, `vpc-${SOME_ID}`],
  [/subnet/, `subnet-${SOME_ID}`],
  [/security_group/, `sg-${SOME_ID}`],
  [/dx_connection/, "dxcon-01234567"],
  [/kms_key|dx_gateway/, SOME_UUID],
];

function idLike(hint: string): string {
  return idForms.find(([form]) => form.test(hint))?.[1] ?? "rehearsal";
}

/** The same plan without the moment it was made at: same input, same bytes. */
export function withoutTimestamp(plan: Json): Json {
  if (!isObject(plan)) return plan;
  const { timestamp: _moment, ...lasting } = plan;
  return lasting;
}

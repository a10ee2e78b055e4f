import { remoteStatesOf } from "../../synthesized/estate/remote-states";
import { isObject, type Json, type JsonObject } from "../../synthesized/json";
import { soleReference } from "../../synthesized/reference";
import type { Template } from "../../synthesized/template";
import { attributeNamedIn, awsAnswer, type FormValues, typeNamedIn } from "./aws-answers";

/** Files to add to a copy of a stack's folder so that it can be planned without AWS, network or state. */
export interface OfflinePlanFiles {
  /** An override, which Terraform merges over the template, so that the template's own bytes stay as they are. */
  readonly "zz_override.tf.json": string;
  /** Stubs of the states that the template reads, by path. */
  readonly [stubState: string]: string;
}

const offlineProvider = {
  access_key: "offline",
  secret_key: "offline",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  // Whose keys these are only AWS could tell.
  allowed_account_ids: null,
} as const;

export function offlinePlanFiles(template: Template, upstream: readonly Template[]): OfflinePlanFiles {
  const states = remoteStatesOf(template).map(({ name }) => name);
  return {
    "zz_override.tf.json": JSON.stringify({
      terraform: { backend: { local: { path: "offline.tfstate" } } },
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

/** The path of a state's stub is relative, so that the plan names no folder of this machine. */
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
    lineage: "offline",
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
  const reference = soleReference(declared);
  const type = (reference === undefined ? typeNamedIn(output) : typeOf(reference.address)) ?? "";
  const attribute = reference?.attribute ?? attributeNamedIn(output, type) ?? "id";
  return awsAnswer(type, attribute, someValues) ?? "unknown";
}

function typeOf(address: string): string | undefined {
  return address.replace(/^data\./, "").split(".")[0];
}

const someValues: FormValues = {
  region: "eu-north-1",
  account: "123456789012",
  name: "unknown",
  digits: "0123456789abcdef".repeat(4),
};

/** A plan without the moment it was made at, and without a list whose order is by chance: same input, same bytes. */
export function lastingPlan(plan: Json): Json {
  if (!isObject(plan)) return plan;
  const { timestamp: _moment, relevant_attributes: _unordered, ...lasting } = plan;
  return lasting;
}

import { z } from "zod";
import { type JsonObject, jsonObject } from "../json";
import type { ReadingFault } from "../reading-fault";
import { attributesOf, type Writing } from "./plan-expressions";

export interface PlannedProviders {
  /** As in `required_providers`. */
  readonly required: JsonObject;
  /** As in `provider`, by name. */
  readonly configurations: JsonObject;
  readonly faults: readonly Omit<ReadingFault, "stack">[];
}

/** Built in, and so neither required nor configured. */
const BUILT_IN = "terraform.io/builtin/terraform";

export const providerConfigSchema = z.looseObject({
  name: z.string(),
  full_name: z.string().optional(),
  version_constraint: z.string().optional(),
  alias: z.string().optional(),
  module_address: z.string().optional(),
  expressions: jsonObject.optional(),
});

type ProviderConfig = z.infer<typeof providerConfigSchema>;

/** The providers' configurations that a plan was made with; those of modules are told with these. */
export function providersOf(configured: Readonly<Record<string, ProviderConfig>>, writing: Writing): PlannedProviders {
  const own = Object.values(configured).filter(({ full_name, module_address }) => full_name !== BUILT_IN && module_address === undefined);
  const required = own.map(({ name, full_name, version_constraint }): [string, JsonObject] => [
    name,
    { source: full_name ?? null, version: version_constraint ?? null },
  ]);
  // A configuration without arguments may be one that nobody wrote.
  const written = own
    .filter(({ alias, expressions }) => alias !== undefined || expressions !== undefined)
    .map((config) => ({ config, body: attributesOf(config.expressions ?? {}, { writing, after: undefined }) }));
  const bodies = written.map(({ config: { name, alias }, body }): [string, JsonObject] => [
    name,
    { ...(isOffline(body) ? withoutOffline(body) : body), ...(alias === undefined ? {} : { alias }) },
  ]);
  const names = [...new Set(bodies.map(([name]) => name))];
  return {
    required: Object.fromEntries(required),
    configurations: Object.fromEntries(names.map((name) => [name, bodies.flatMap(([of, body]) => (of === name ? [body] : []))])),
    faults: written.filter(({ body }) => isOffline(body)).map(({ config }) => offlineFault(config)),
  };
}

/** What a plan without AWS has in the place of the template's own, which it does not tell. */
const OFFLINE_KEY = "offline";
const OFFLINE = new Set([
  "access_key",
  "secret_key",
  "skip_credentials_validation",
  "skip_metadata_api_check",
  "skip_requesting_account_id",
  "allowed_account_ids",
]);

function isOffline(body: JsonObject): boolean {
  return body["access_key"] === OFFLINE_KEY && body["secret_key"] === OFFLINE_KEY;
}

function withoutOffline(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !OFFLINE.has(key)));
}

function offlineFault({ name, alias }: ProviderConfig): Omit<ReadingFault, "stack"> {
  return {
    verdict: "undetermined",
    address: `provider.${alias === undefined ? name : `${name}.${alias}`}`,
    attribute: "allowed_account_ids",
    expected: "the account that it may be applied to",
    found: "planned offline, which leaves the account out",
  };
}

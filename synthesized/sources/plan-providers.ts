import type { ReadingFault } from "../estate/estate";
import { isObject, type Json, type JsonObject } from "../json";
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

/** The providers' configurations that a plan was made with. */
export function providersOf(configured: Readonly<Record<string, JsonObject>>, writing: Writing): PlannedProviders {
  const own = Object.values(configured).filter(({ full_name, module_address }) => full_name !== BUILT_IN && module_address === undefined);
  const required: Record<string, Json> = {};
  const configurations: Record<string, Json[]> = {};
  const faults: Omit<ReadingFault, "stack">[] = [];
  for (const { name, full_name: source = null, version_constraint: version = null, alias, expressions } of own) {
    const key = String(name);
    required[key] = { source, version };
    // A configuration without arguments may be one that nobody wrote.
    if (expressions === undefined && alias === undefined) continue;
    const body = attributesOf(isObject(expressions) ? expressions : {}, { writing, after: undefined });
    const isOffline = body["access_key"] === OFFLINE_KEY && body["secret_key"] === OFFLINE_KEY;
    configurations[key] = [
      ...(configurations[key] ?? []),
      { ...(isOffline ? withoutOffline(body) : body), ...(alias === undefined ? {} : { alias }) },
    ];
    if (isOffline) faults.push(offlineFault(alias === undefined ? key : `${key}.${String(alias)}`));
  }
  return { required, configurations, faults };
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

function withoutOffline(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !OFFLINE.has(key)));
}

function offlineFault(provider: string): Omit<ReadingFault, "stack"> {
  return {
    verdict: "undetermined",
    address: `provider.${provider}`,
    attribute: "allowed_account_ids",
    expected: "the account that it may be applied to",
    found: "planned offline, which leaves the account out",
  };
}

import { isObject, type Json, type JsonObject } from "../json";
import { isTemplate } from "../language/template-text";
import { type FormFault, quoted, unread, wrong } from "./form-fault";

/** Arguments of backends that say where a state lies and how it is kept (Terraform 1.11, "Backend Type: s3" and "local"; read 2026-11-30). */
const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["s3", new Set(["bucket", "key", "region", "encrypt", "kms_key_id", "use_lockfile", "dynamodb_table"])],
  ["local", new Set(["path"])],
]);

/** What other arguments would do; one that is not named here nobody has read. */
const WRONG: ReadonlyMap<string, string> = new Map([
  ["access_key", "no keys in clear"],
  ["secret_key", "no keys in clear"],
  ["token", "no keys in clear"],
  ["sse_customer_key", "no keys in clear"],
  ["endpoint", "AWS's own service: a state holds secrets"],
  ["endpoints", "AWS's own service: a state holds secrets"],
  ["dynamodb_endpoint", "AWS's own service: a state holds secrets"],
  ["insecure", "a certificate that is checked"],
  ["workspace_key_prefix", "one state at the place that its readers are told"],
  ["workspace_dir", "one state at the place that its readers are told"],
  ["skip_credentials_validation", "keys that are checked"],
  ["skip_requesting_account_id", "an account that is checked"],
  ["skip_s3_checksum", "a state whose bytes are checked"],
]);

/** What is wrong with the place of a state, of the stack's own or of one that it reads. */
export function backendFaults(address: string, kind: string, settings: JsonObject): readonly FormFault[] {
  const known = KNOWN.get(kind);
  if (known === undefined)
    return [unread({ address, attribute: "backend", expected: `one of: ${[...KNOWN.keys()].join(", ")}`, found: quoted(kind) })];
  const set = Object.entries(settings).filter(([key, value]) => key !== "//" && value !== null);
  return set.flatMap(([key, value]) => {
    const attribute = `backend.${kind}.${key}`;
    if (known.has(key)) return placeFaults(address, attribute, value);
    const meant = WRONG.get(key);
    const told = { address, attribute, expected: meant ?? `only ${[...known].join(", ")}`, found: shown(key, value) };
    return [meant === undefined ? unread(told) : wrong(told)];
  });
}

function placeFaults(address: string, attribute: string, value: Json): readonly FormFault[] {
  const isWritten = typeof value === "boolean" || (typeof value === "string" && !isTemplate(value));
  return isWritten ? [] : [unread({ address, attribute, expected: "a value that is written out", found: quoted(value) })];
}

/** Secrets are not repeated. */
function shown(key: string, value: Json): string {
  return /key$|^token$/.test(key) && !isObject(value) ? "a key" : quoted(value);
}

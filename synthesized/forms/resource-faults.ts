import { isList, isObject, type Json, type JsonObject } from "../json";
import type { Locals } from "../language/locals";
import { isPlain } from "../language/plain";
import type { Block } from "../template";
import { expressionFaults } from "./expression-faults";
import { type FormFault, quoted, unread, wrong } from "./form-fault";

/** What Terraform does with a resource or data block beside what its attributes say. */
export function blockFaults({ address, attributes }: Block, locals: Locals): readonly FormFault[] {
  const { lifecycle, provisioner, connection } = attributes;
  const faults = [...programFaults(address, { provisioner, connection }), ...lifecycleFaults(address, lifecycle)];
  return isPlain(attributes) ? faults : [...faults, ...argumentFaults(address, attributes, locals)];
}

/** Conditions of a lifecycle can only stop a run, and the number of blocks is told by itself. */
function argumentFaults(address: string, attributes: JsonObject, locals: Locals): readonly FormFault[] {
  const {
    count: _count,
    for_each: _each,
    lifecycle: _life,
    depends_on: _order,
    provisioner: _program,
    connection: _host,
    ...own
  } = attributes;
  return expressionFaults(address, own, locals);
}

function programFaults(address: string, parts: { readonly [part: string]: Json | undefined }): readonly FormFault[] {
  if (parts["provisioner"] === undefined && parts["connection"] === undefined) return [];
  return Object.entries(parts).flatMap(([attribute, value]) => {
    if (value === undefined || value === null || (isList(value) && value.length === 0)) return [];
    const expected = "no programs on the deployer's machine, nor connections from it: what they do, nobody can judge";
    return [wrong({ address, attribute, expected, found: quoted(value) })];
  });
}

/** Arguments that say when a block is made, changed or refused, never what it is (Terraform 1.11, "The lifecycle Meta-Argument"). */
const LIFECYCLE = new Set([
  "//",
  "create_before_destroy",
  "ignore_changes",
  "postcondition",
  "precondition",
  "prevent_destroy",
  "replace_triggered_by",
]);

function lifecycleFaults(address: string, value: Json | undefined): readonly FormFault[] {
  const bodies = isList(value) ? value : value === undefined || value === null ? [] : [value];
  return bodies.flatMap((body) => {
    const keys = isObject(body) ? Object.keys(body).filter((key) => !LIFECYCLE.has(key)) : ["(no block)"];
    const expected = `only ${[...LIFECYCLE].slice(1).join(", ")}`;
    return keys.map((key) => unread({ address, attribute: `lifecycle.${key}`, expected, found: quoted(body) }));
  });
}

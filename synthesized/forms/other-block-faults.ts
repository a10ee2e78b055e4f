import { isObject, type Json, type JsonObject } from "../json";
import { bodiesOf, labelledBlocks } from "../labelled";
import { folded } from "../language/folded";
import type { Locals } from "../language/locals";
import { expressionFaults } from "./expression-faults";
import { type FormFault, quoted, unread } from "./form-fault";

/** What the blocks say that declare nothing themselves: whose content is elsewhere, or what becomes of what is there. */
export function otherBlockFaults(document: JsonObject, locals: Locals): readonly FormFault[] {
  return [
    ...named("module", document).map((name) => notHere(`module.${name}`, "a module", "content that is here")),
    ...named("ephemeral", document, 2).map((name) => notHere(`ephemeral.${name}`, "an ephemeral resource", "blocks that are kept")),
    ...bodiesOf(document["removed"]).map((body) => taken("removed", body, "whatever is managed here stays so")),
    ...bodiesOf(document["import"]).map((body) => taken("import", body, "what is here made by Terraform, as it is written")),
    ...bodiesOf(document["moved"]).flatMap(movedFaults),
    ...labelledBlocks("check", document["check"], 1).blocks.flatMap(({ labels: [name = ""], body }) => checkFaults(name, body)),
    ...valueFaults("output", document["output"], locals),
    ...localFaults(document["locals"], locals),
  ];
}

function named(kind: string, document: JsonObject, labels = 1): readonly string[] {
  return labelledBlocks(kind, document[kind], labels).blocks.map(({ labels: names }) => names.join("."));
}

function notHere(address: string, found: string, expected: string): FormFault {
  return unread({ address, attribute: "", expected, found });
}

/** An import takes over what somebody else has made, a removal leaves it at AWS unmanaged. */
function taken(kind: "import" | "removed", body: JsonObject, expected: string): FormFault {
  const place = kind === "import" ? body["to"] : body["from"];
  return unread({ address: kind, attribute: typeof place === "string" ? place : "", expected, found: quoted(body) });
}

/** A move changes an address in the state and nothing at AWS. */
function movedFaults(body: JsonObject): readonly FormFault[] {
  const { from, to, "//": _comment, ...others } = body;
  const isRead = typeof from === "string" && typeof to === "string" && Object.keys(others).length === 0;
  return isRead ? [] : [unread({ address: "moved", attribute: "", expected: "from and to", found: quoted(body) })];
}

/** An assertion only warns; a data source within is read on each run. */
function checkFaults(name: string, body: JsonObject): readonly FormFault[] {
  if (body["data"] === undefined) return [];
  return [unread({ address: `check.${name}`, attribute: "data", expected: "assertions alone", found: quoted(body["data"]) })];
}

function valueFaults(kind: "output", value: Json | undefined, locals: Locals): readonly FormFault[] {
  return labelledBlocks(kind, value, 1).blocks.flatMap(({ labels: [name = ""], body }) =>
    expressionFaults(`${kind}.${name}`, folded(body["value"] ?? null, locals), locals),
  );
}

function localFaults(value: Json | undefined, locals: Locals): readonly FormFault[] {
  return bodiesOf(value).flatMap((body) =>
    Object.entries(isObject(body) ? body : {}).flatMap(([name, item]) => expressionFaults(`local.${name}`, folded(item, locals), locals)),
  );
}

import { lookup, numberAt, referenceAt, textAt } from "../../../synthesized/attributes";
import type { JsonObject } from "../../../synthesized/json";
import type { Block, Template } from "../../../synthesized/template";
import { EVERYTHING, type Fit } from "./filter";
import type { Interval } from "./interval";
import { prefixOf } from "./prefix";
import { everyProtocol, type Protocol } from "./traffic";

/** A value of the template that its reader does not understand. */
export interface Unread {
  readonly address: string;
  readonly attribute: string;
  readonly why: string;
}

/** A prefix in an attribute, references to declared values followed; none where it is not known before AWS makes it. */
export function prefixAt(template: Template, attributes: JsonObject, key: string): Interval | undefined {
  const value = lookup(template, attributes[key]);
  return typeof value === "string" ? prefixOf(value) : undefined;
}

/** Address of the block whose id an attribute holds. */
export function blockIdAt(attributes: JsonObject, key: string): string | undefined {
  const reference = referenceAt(attributes, key);
  return reference?.attribute === "id" || reference?.attribute === "arn" ? reference.address : undefined;
}

/** Blocks of one type whose attribute holds the id of a block. */
export function blocksOn(template: Template, type: string, on: { readonly key: string; readonly address: string }): readonly Block[] {
  return template.resources.filter((block) => block.type === type && blockIdAt(block.attributes, on.key) === on.address);
}

/** What is set: neither absent nor null nor an empty list. */
export function isSet(attributes: JsonObject, key: string): boolean {
  const value = attributes[key];
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Protocols by the names and numbers that EC2 takes; none where it is another expression. */
function protocolsOf(name: string | undefined): readonly Protocol[] | undefined {
  switch (name?.toLowerCase()) {
    case "-1":
    case "all":
      return everyProtocol;
    case "tcp":
    case "6":
      return ["tcp"];
    case "udp":
    case "17":
      return ["udp"];
    case "icmp":
    case "1":
    case "icmpv6":
    case "58":
      return ["other"];
    default:
      return undefined;
  }
}

/** Protocols and ports of an EC2 rule: all ports where its protocols have none, or are all. */
export function portFit(attributes: JsonObject, protocolKey: string): Pick<Fit, "protocols" | "ports"> | undefined {
  const named = protocolsOf(textAt(attributes, protocolKey) ?? numberAt(attributes, protocolKey)?.toString());
  if (named === undefined || named.includes("other"))
    return named === undefined ? undefined : { protocols: named, ports: EVERYTHING.ports };
  const [first, last] = [numberAt(attributes, "from_port"), numberAt(attributes, "to_port")];
  return first === undefined || last === undefined ? undefined : { protocols: named, ports: { first, last } };
}

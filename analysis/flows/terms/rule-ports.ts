import { numberAt, textAt } from "../../../synthesized/attributes";
import type { JsonObject } from "../../../synthesized/json";
import { EVERYTHING, type Fit } from "./filter";
import { everyProtocol, type Protocol } from "./traffic";

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

import { textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { regionsOf } from "../../../synthesized/estate/provider";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { HumanGate, KeyedPort } from "../human-gate";

/** Between the order of ports and what runs over them stand cross connects, light and keys. */
export function linkGates(estate: Estate, template: Template): readonly HumanGate[] {
  const ports = estate.stacks.find((other) => other.stack === template.stack.replace(/^links-/, "ports-"));
  if (ports === undefined || ports.stack === template.stack) return [];
  const connections = resourcesOf(ports, "aws_dx_connection");
  const [region] = regionsOf(ports);
  const location = connections.map(({ attributes }) => textAt(attributes, "location")).find((code) => code !== undefined);
  if (region === undefined || location === undefined) return [];
  const names = connections.map(portName);
  return [
    { id: `ports-${location.toLowerCase()}`, kind: "ports", when: "before", stands: "once", region, location, ports: names },
    ...macsecGate(template, { ports, region, location }),
  ];
}

interface Place {
  readonly ports: Template;
  readonly region: string;
  readonly location: string;
}

function macsecGate(links: Template, { ports, region, location }: Place): readonly HumanGate[] {
  const encrypting = resourcesOf(ports, "aws_dx_connection").filter(({ attributes }) => attributes["request_macsec"] === true);
  if (encrypting.length === 0) return [];
  const awaited = encrypting.filter(({ attributes }) => attributes["encryption_mode"] !== "must_encrypt").map(portName);
  return [
    {
      id: `macsec-${location.toLowerCase()}`,
      kind: "macsecKeys",
      when: "before",
      stands: "once",
      region,
      stacks: { ports: ports.stack, links: links.stack },
      awaited,
      keyed: keyedPorts(links, encrypting),
    },
  ];
}

function keyedPorts(links: Template, connections: readonly Block[]): readonly KeyedPort[] {
  return resourcesOf(links, "aws_dx_macsec_key_association").flatMap(({ address, attributes }) => {
    const reference = textAt(attributes, "connection_id") ?? "";
    // cdktf names another stack's output after the address, without its dots.
    const port = connections.find((connection) => reference.includes(`aws_dx_connection${connection.name}id`));
    return port === undefined ? [] : [{ association: address, port: portName(port) }];
  });
}

function portName({ name, attributes }: Block): string {
  return textAt(attributes, "name") ?? name;
}

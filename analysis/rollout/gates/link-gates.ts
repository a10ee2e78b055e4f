import { flagAt, textAt } from "../../../synthesized/attributes";
import type { Estate } from "../../../synthesized/estate/estate";
import { follow } from "../../../synthesized/estate/follow";
import { regionsOf } from "../../../synthesized/estate/provider";
import { remoteStatesOf, writerOf } from "../../../synthesized/estate/remote-states";
import { blocksIn } from "../../../synthesized/estate/stack-block";
import { roleOf } from "../../../synthesized/estate/stacks";
import { type Block, resourcesOf, type Template } from "../../../synthesized/template";
import type { HumanGate, KeyedPort } from "../human-gate";

/** Between the order of ports and what runs over them stand cross connects, light and keys. */
export function linkGates(estate: Estate, template: Template): readonly HumanGate[] {
  const ports = roleOf(template) === "links" ? portsOf(estate, template) : undefined;
  if (ports === undefined) return [];
  const connections = resourcesOf(ports, "aws_dx_connection");
  const [region] = regionsOf(ports);
  const location = connections.map(({ attributes }) => textAt(attributes, "location")).find((code) => code !== undefined);
  if (region === undefined || location === undefined) return [];
  const names = connections.map(portName);
  return [
    { id: `ports-${location.toLowerCase()}`, kind: "ports", when: "before", stands: "once", region, location, ports: names },
    ...macsecGate(estate, template, { ports, region, location }),
  ];
}

/** The stack that orders the ports, whose state is read here. */
function portsOf(estate: Estate, links: Template): Template | undefined {
  const writers = remoteStatesOf(links).map(({ address }) => writerOf(estate, links, address));
  return writers.flatMap((writer) => (writer.kind === "stack" && roleOf(writer.template) === "ports" ? [writer.template] : []))[0];
}

/** Where ports are ordered. */
interface PortOrder {
  readonly ports: Template;
  readonly region: string;
  readonly location: string;
}

function macsecGate(estate: Estate, links: Template, { ports, region, location }: PortOrder): readonly HumanGate[] {
  const encrypting = resourcesOf(ports, "aws_dx_connection").filter(({ attributes }) => flagAt(attributes, "request_macsec") === true);
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
      keyed: keyedPorts(estate, links, encrypting),
    },
  ];
}

function keyedPorts(estate: Estate, links: Template, connections: readonly Block[]): readonly KeyedPort[] {
  return blocksIn(links, "aws_dx_macsec_key_association").flatMap((association) => {
    const port = follow(estate, association, "connection_id")?.block;
    return port === undefined || !connections.includes(port) ? [] : [{ association: association.block.address, port: portName(port) }];
  });
}

function portName({ name, attributes }: Block): string {
  return textAt(attributes, "name") ?? name;
}

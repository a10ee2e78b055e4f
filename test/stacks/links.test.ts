import type { Deployment } from "../../config/deployment";
import { directConnectQuotas } from "../../facts/direct-connect";
import { estateOf } from "../../synthesized/estate/estate";
import { blockNamed } from "../../synthesized/estate/follow";
import { isObject } from "../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import { danglingReferences } from "../dangling-references";
import { synthesizedSweden } from "../sample-output";
import { sweden } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";

const stacks = synthesizedSweden();
const named = (name: string, from = stacks): Template => {
  const template = from.get(name);
  if (template === undefined) throw new Error(`${name} was not synthesized`);
  return template;
};
const ofType = (type: string, names: readonly string[], from = stacks): readonly Block[] =>
  names.flatMap((name) => resourcesOf(named(name, from), type));
const PORTS = ["ports-eqsk1", "ports-itxs1"];
const LINKS = ["links-eqsk1", "links-itxs1"];
const regionOf = (name: string) => named(name).providers.map(({ attributes }) => attributes["region"]);

test("ports and links are where AWS sells the location's ports, which for ITXS1 is Frankfurt", () => {
  expect([...PORTS, ...LINKS].map((name) => [name, ...regionOf(name)])).toEqual([
    ["ports-eqsk1", "eu-north-1"],
    ["ports-itxs1", "eu-central-1"],
    ["links-eqsk1", "eu-north-1"],
    ["links-itxs1", "eu-central-1"],
  ]);
});

test("their state is in the third Region, since both sites need them", () => {
  for (const name of [...PORTS, ...LINKS])
    expect(named(name).backend?.settings).toMatchObject({ region: "eu-west-1", key: `sweden/${name}.tfstate` });
});

test("four ports of 100 Gbit/s ask for MACsec, must encrypt, and cannot be given back by a plan", () => {
  const ports = ofType("aws_dx_connection", PORTS);
  expect(ports.map(({ attributes }) => attributes["location"])).toEqual(["EQSK1", "EQSK1", "ITXS1", "ITXS1"]);
  for (const { attributes } of ports) {
    expect(attributes).toMatchObject({
      bandwidth: "100Gbps",
      request_macsec: true,
      encryption_mode: "must_encrypt",
      lifecycle: { prevent_destroy: true },
    });
  }
});

test("a port's tags say the way to it in signs that Direct Connect takes", () => {
  const tags = ofType("aws_dx_connection", PORTS).map(({ attributes }) => (isObject(attributes["tags"]) ? attributes["tags"] : {}));
  for (const [key, value] of tags.flatMap((own) => Object.entries(own))) {
    expect(key).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u);
    expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u);
  }
  expect(
    tags.map((own) => [own["twinsite:route"], own["twinsite:carrier"], own["twinsite:ducts"], own["twinsite:end-to-end-encryption"]]),
  ).toEqual([
    ["north-ring", "Malar Fibre", "duct-n-1 duct-n-2", "macsec"],
    ["unknown", "Svea Carrier", "unknown", "tls"],
    ["west-ring", "Norr Optical", "duct-w-1 duct-bridge-1", "macsec"],
    ["south-ring", "Malar Fibre", "duct-s-1 duct-s-2", "macsec"],
  ]);
});

test("two ports of one location on one device fail, and a device that is not told yet does not", () => {
  const [, second] = ofType("aws_dx_connection", ["ports-eqsk1"]);
  const theirs = "aws_dx_connection.stockholm-1-eqsk1.aws_device";
  expect(second?.attributes["lifecycle"]).toMatchObject({
    postcondition: [{ condition: `\${length(compact([self.aws_device, ${theirs}])) < 2 || self.aws_device != ${theirs}}` }],
  });
});

test("every port has a jumbo-frame interface to each site, with the declared VLAN, numbers and addresses", () => {
  const interfaces = ofType("aws_dx_transit_virtual_interface", LINKS).map(({ attributes }) => attributes);
  expect(interfaces).toHaveLength(8);
  for (const attributes of interfaces) expect(attributes).toMatchObject({ address_family: "ipv4", mtu: 8500 });
  const [link] = sweden().links;
  expect(interfaces.filter(({ name }) => String(name).includes(String(link?.name)))).toMatchObject([
    { vlan: 101, bgp_asn: 65_010, customer_address: "169.254.100.1/30", amazon_address: "169.254.100.2/30" },
    { vlan: 102, bgp_asn: 65_010, customer_address: "169.254.100.5/30", amazon_address: "169.254.100.6/30" },
  ]);
});

test("no port has more transit interfaces than AWS takes on one", () => {
  const ports = ofType("aws_dx_transit_virtual_interface", LINKS).map(({ attributes }) => String(attributes["connection_id"]));
  for (const port of ports) {
    expect(ports.filter((other) => other === port).length).toBeLessThanOrEqual(directConnectQuotas.transitInterfacesPerPort);
  }
});

test("an interface leads from its own port to the Direct Connect gateway of the site that it is named after", () => {
  const templates = [...stacks.values()];
  for (const name of LINKS) {
    const template = named(name);
    for (const { attributes } of resourcesOf(template, "aws_dx_transit_virtual_interface")) {
      const targetOf = (attribute: string) => {
        const target = blockNamed(estateOf(templates), template, attributes[attribute]);
        return `${target?.template.stack} ${target?.block.address}`;
      };
      const [, line, site] = /^twinsite-sweden-(.+)-(site-[ab])$/.exec(String(attributes["name"])) ?? [];
      expect(targetOf("connection_id")).toBe(`${name.replace("links", "ports")} aws_dx_connection.${line}`);
      expect(targetOf("dx_gateway_id")).toMatch(new RegExp(`^${site} aws_dx_gateway\\.`));
    }
  }
  expect(danglingReferences(templates)).toEqual([]);
});

test("a key is the declared secret, and a later one comes before the earlier one goes", () => {
  const keys = ofType("aws_dx_macsec_key_association", LINKS);
  expect(keys.map(({ attributes }) => attributes["secret_arn"])).toEqual(sweden().links.map(({ macsecSecretArn }) => macsecSecretArn));
  for (const { attributes } of keys) expect(attributes).toMatchObject({ lifecycle: { create_before_destroy: true } });
  expect(JSON.stringify(keys)).not.toMatch(/"cak"/);
});

test("someone is woken by port, encryption, light and session of every link, in the port's own Region", () => {
  const alarms = ofType("aws_cloudwatch_metric_alarm", LINKS);
  expect(alarms).toHaveLength(4 * 8);
  for (const name of LINKS) {
    for (const { attributes } of resourcesOf(named(name), "aws_cloudwatch_metric_alarm")) {
      expect(attributes["alarm_actions"]).toEqual([`arn:aws:sns:${String(regionOf(name)[0])}:111122223333:twinsite-sweden-on-call`]);
    }
  }
});

test("a port or session that says nothing is an alarm, and light that is not told is none", () => {
  const alarms = ofType("aws_cloudwatch_metric_alarm", ["links-eqsk1"]);
  const missing = (id: string) =>
    new Set(alarms.filter(({ name }) => name.includes(id)).map(({ attributes }) => attributes["treat_missing_data"]));
  expect([missing("port-down"), missing("encryption-down"), missing("session-site"), missing("light-")]).toEqual([
    new Set(["breaching"]),
    new Set(["breaching"]),
    new Set(["breaching"]),
    new Set(["notBreaching"]),
  ]);
});

test("an alarm on a session reads that session's own interface", () => {
  const template = named("links-itxs1");
  const sessions = resourcesOf(template, "aws_cloudwatch_metric_alarm").filter(({ name }) => name.includes("_session-site-"));
  for (const { name, attributes } of sessions) {
    const [, line, site] = /^(.+)_session-(site-[ab])-down/.exec(name) ?? [];
    expect(JSON.stringify(attributes["metric_query"])).toMatch(
      new RegExp(
        `VirtualInterfaceBgpStatus.* WHERE VirtualInterfaceId = '\\$\\{aws_dx_transit_virtual_interface\\.${line}_to-${site}_\\w+\\.id}'`,
      ),
    );
  }
  expect(sessions).toHaveLength(4);
});

test("while a key is awaited, its link has a port and nothing that could carry a packet", () => {
  const deployment = sweden();
  const links: Deployment["links"] = deployment.links.map(({ macsecSecretArn, ...link }, index) =>
    index === 0 ? link : { ...link, ...(macsecSecretArn === undefined ? {} : { macsecSecretArn }) },
  );
  const awaiting = synthesizedDeployment({ ...deployment, links });
  expect(ofType("aws_dx_transit_virtual_interface", ["links-eqsk1"], awaiting)).toHaveLength(2);
  expect(ofType("aws_dx_macsec_key_association", ["links-eqsk1"], awaiting)).toHaveLength(1);
  const [port] = ofType("aws_dx_connection", ["ports-eqsk1"], awaiting);
  expect(port?.attributes).toMatchObject({ request_macsec: true });
  expect(port?.attributes).not.toHaveProperty("encryption_mode");
});

import { judgeFlows } from "../../analysis/flows/permitted-flows";
import { judgeEstate } from "../../analysis/judged-estate";
import { judgeMirror } from "../../analysis/mirror/mirror";
import type { Deployment } from "../../config/deployment";
import { estateOf } from "../../synthesized/estate/estate";
import { resourcesOf, type Template } from "../../synthesized/template";
import { sweden } from "../sweden";
import { synthesizedDeployment } from "../synthesized-deployment";

type Flow = Deployment["flows"][number];

/** Sweden with the flows that are kept, and the parties that these need. */
function keeping(kept: (flow: Flow) => boolean, from = sweden()): Deployment {
  const flows = from.flows.filter(kept);
  const ends = new Set(flows.flatMap((flow) => [flow.from, flow.to]));
  return { ...from, flows, parties: Object.fromEntries(Object.entries(from.parties).filter(([name]) => ends.has(name))) };
}

/** Partners on the internet, each at its own port. */
function withPartners(deployment: Deployment, ports: readonly number[]): Deployment {
  const partners = ports.map((port, place) => ({ name: `partner${place}`, port, prefix: `203.0.${113 + place}.0/24` }));
  const parties = partners.map(({ name, prefix }) => [
    name,
    { reachedOver: "internet" as const, prefixes: [prefix], names: [`${name.toLowerCase()}.example`] },
  ]);
  const flows = partners.map(
    ({ name, port }): Flow => ({ name: `to-${name}`, from: "paymentService", to: name, protocol: "tcp", port, purpose: "Ask a partner" }),
  );
  return { ...deployment, parties: { ...deployment.parties, ...Object.fromEntries(parties) }, flows: [...deployment.flows, ...flows] };
}

function inTwoZones(deployment: Deployment): Deployment {
  const { a, b } = deployment.sites;
  return { ...deployment, sites: { a: { ...a, zones: a.zones.slice(0, 2) }, b: { ...b, zones: b.zones.slice(0, 2) } } };
}

const onPrivateLines = (party: string): boolean => ["participants", "clearing", "pinHsm"].includes(party);
const withoutPrivateLines = keeping(({ from, to }) => !onPrivateLines(from) && !onPrivateLines(to) && from !== "privateFront");
const internetToLedger = ["internet-api", "health-checks", "internet-api-to-service", "service-to-ledger"];
const withoutTwinFlows = keeping(({ from, to }) => from !== "twin" && to !== "twin" && from !== "twinFront");

describe.each<[string, Deployment]>([
  ["no party on private lines", withoutPrivateLines],
  ["no private line at all", { ...withoutPrivateLines, links: [] }],
  ["no party on private lines, and a partner on the internet", withPartners(withoutPrivateLines, [8443])],
  ["partners on the internet at other ports than 443", withPartners(sweden(), [8443, 5432, 80])],
  ["no flow between the sites", withoutTwinFlows],
  ["two zones, and partners on the internet", inTwoZones(withPartners(sweden(), [443, 8444]))],
  ["nothing but the internet before the service and the ledger behind it", keeping(({ name }) => internetToLedger.includes(name))],
])("a deployment with %s", (_, deployment) => {
  const templates = synthesizedDeployment(deployment);
  const site = (name: string): Template => {
    const found = templates.get(name);
    if (found === undefined) throw new Error(`${name} was not synthesized`);
    return found;
  };

  test("lets its flows pass and nothing else, on sites that mirror each other", () => {
    for (const name of ["site-a", "site-b"]) {
      const { verdict, undeclared, idle, wide, unread } = judgeFlows(estateOf([...templates.values()]), site(name));
      expect({ verdict, undeclared, idle, wide, unread }).toEqual({ verdict: "met", undeclared: [], idle: [], wide: [], unread: [] });
    }
    expect(judgeMirror(site("site-a"), site("site-b")).verdict).toBe("met");
  });

  test("is met by every judgement, or lacks a flow that its tasks need", () => {
    const { judgements } = judgeEstate(estateOf([...templates.values()]), "2026-12-01");
    const unmet = judgements.flatMap(({ verdict, findings }) => (verdict === "met" ? [] : findings.map(({ found }) => found)));
    expect(unmet.filter((found) => !/the tasks need|no flow (?:leads|declares|is declared)/.test(found))).toEqual([]);
  });

  test("learns routes from private lines only where a flow uses one", () => {
    const used = deployment.flows.some(({ from, to }) => onPrivateLines(from) || onPrivateLines(to));
    expect(resourcesOf(site("site-a"), "aws_ec2_transit_gateway_route_table_propagation")).toHaveLength(used ? 1 : 0);
  });
});

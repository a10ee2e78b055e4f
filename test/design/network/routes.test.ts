import { Address4 } from "ip-address";
import type { AddressPlan } from "../../../design/layout/address-plan";
import { isInspected, siteFlows } from "../../../design/network/flows";
import { planOf } from "../../../design/network/parties";
import { natZones, type RouteDesign, routesOf } from "../../../design/network/routes";
import { sweden, swedenWithInternetPartner } from "../../sweden";

/** Where a subnet sends what is meant for an address: the longest match, the local route where nothing is longer. */
function targetFrom(plan: AddressPlan, routes: readonly RouteDesign[], subnet: string, address: string): RouteDesign["target"] | undefined {
  const subnets = Object.values(plan).flatMap((segment) => segment.subnets);
  const cidrOf = ({ destination }: RouteDesign): string =>
    destination.kind === "cidr" ? destination.cidr : (subnets.find(({ id }) => id === destination.subnet)?.cidr ?? "");
  const matching = routes.filter((route) => route.subnet === subnet && new Address4(address).isInSubnet(new Address4(cidrOf(route))));
  return matching.toSorted((a, b) => new Address4(cidrOf(b)).subnetMask - new Address4(cidrOf(a)).subnetMask)[0]?.target;
}

const hostIn = (cidr: string): string => Address4.fromBigInt(new Address4(cidr).startAddress().bigInt() + 20n).address;

const deployments = [
  ["Sweden", sweden()],
  ["Sweden with a partner on the internet", swedenWithInternetPartner()],
] as const;
describe.each(deployments)("%s", (_, deployment) => {
  const flows = siteFlows(deployment, "a");
  const plan = planOf(deployment, "a");
  const routes = routesOf(plan, flows);

  test("a request and its reply pass the firewall endpoint of the workload's zone, wherever they come in", () => {
    const gates = { edgeToTrusted: "edge", transitGateway: "transit", natGateway: "edge" } as const;
    for (const flow of flows) {
      if (flow.path === "internetToEdge" || flow.path === "withinTrusted" || flow.path === "networkPeering") continue;
      const [trusted, outside] = flow.to.place === "inside" ? [flow.to, flow.from] : [flow.from, flow.to];
      const workloads = Object.values(plan).find(({ segment }) => segment === trusted.segment)?.subnets ?? [];
      for (const workload of workloads) {
        const firewall = { kind: "firewall", zone: workload.zone };
        for (const entry of plan[gates[flow.path]].subnets) {
          expect(targetFrom(plan, routes, entry.id, hostIn(workload.cidr))).toEqual(firewall);
          const remote = outside.place === "inside" ? entry.cidr : (outside.prefixes[0] ?? "");
          expect(targetFrom(plan, routes, workload.id, hostIn(remote))).toEqual(firewall);
        }
      }
    }
  });

  test("no segment but the edge has a way to the internet as a whole", () => {
    const defaults = routes.filter(({ destination }) => destination.kind === "cidr" && destination.cidr === "0.0.0.0/0");
    expect(new Set(defaults.map(({ subnet }) => subnet.split("-")[0]))).toEqual(new Set(["edge"]));
  });

  test("a segment that no inspected flow ends in sends nothing to the firewall", () => {
    const inspected = new Set(flows.filter(({ path }) => isInspected(path)).flatMap(({ from, to }) => [from.segment, to.segment]));
    const sending = new Set(routes.filter(({ target }) => target.kind === "firewall").map(({ subnet }) => subnet.split("-")[0]));
    expect(inspected.has("data")).toBe(false);
    expect(sending.has("data")).toBe(false);
  });
});

test("there is a NAT gateway in every zone if a flow leaves for the internet, and none otherwise", () => {
  const zonesOf = (deployment: ReturnType<typeof sweden>) => natZones(planOf(deployment, "a"), siteFlows(deployment, "a"));
  expect(zonesOf(sweden())).toEqual([]);
  expect(zonesOf(swedenWithInternetPartner())).toEqual([1, 2, 3]);
});

test("a partner on the internet is left for through the NAT gateway of the firewall's own zone", () => {
  const deployment = swedenWithInternetPartner();
  const plan = planOf(deployment, "b");
  const routes = routesOf(plan, siteFlows(deployment, "b"));
  for (const { id, zone } of plan.inspection.subnets)
    expect(targetFrom(plan, routes, id, "198.51.100.7")).toEqual({ kind: "natGateway", zone });
});

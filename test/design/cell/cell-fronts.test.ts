import fc from "fast-check";
import { Address4 } from "ip-address";
import type { Deployment } from "../../../config/deployment";
import { cellDesigns } from "../../../design/cell/cell";
import { reservedCapacity } from "../../../design/cell/front-capacity";
import { internetListeners, privateLineListener } from "../../../design/cell/front-listeners";
import { webFilter } from "../../../design/cell/web-filter";
import { addressPlan, frontAddresses, privateFrontAddress, twinFrontAddress } from "../../../design/layout/address-plan";
import { tasksPerCell } from "../../../design/layout/capacity";
import { logsKey } from "../../../design/site/site-keys";
import { tlsPolicies } from "../../../facts/tls-policies";
import { southKorea } from "../../south-korea";
import { sweden } from "../../sweden";

const addressSpaces = fc
  .tuple(fc.integer({ min: 16, max: 22 }), fc.nat({ max: 0xffff }))
  .map(([mask, place]) => new Address4(`10.${(place >> 8) & 255}.${place & 255}.0/${mask}`).startAddress().address + `/${mask}`);
const zones = fc.integer({ min: 2, max: 4 }).map((count) => ["z1", "z2", "z3", "z4"].slice(0, count));
const withFlows = (change: (flow: Deployment["flows"][number]) => Deployment["flows"][number]): Deployment => {
  const deployment = sweden();
  return { ...deployment, flows: deployment.flows.map(change) };
};

test("every cell has an address for private lines and one for the twin in each zone, inside the range reserved there and clear of AWS's own", () => {
  fc.assert(
    fc.property(addressSpaces, zones, (space, zoneIds) => {
      const plan = addressPlan(space, zoneIds);
      for (const { subnet, reserved, cells } of frontAddresses(plan)) {
        const cidr = plan.cde.subnets.find(({ id }) => id === subnet)?.cidr ?? "";
        expect(cells).toBeGreaterThanOrEqual(7);
        expect(new Address4(reserved).isInSubnet(new Address4(cidr))).toBe(true);
        expect(new Address4(reserved).startAddress().bigInt() - new Address4(cidr).startAddress().bigInt()).toBeGreaterThanOrEqual(16n);
        const addresses = [privateFrontAddress, twinFrontAddress].flatMap((addressOf) =>
          Array.from(
            { length: cells },
            (_, index) => addressOf(plan, { number: index + 1 }).find((one) => one.subnet === subnet)?.address ?? "",
          ),
        );
        expect(new Set(addresses).size).toBe(2 * cells);
        for (const address of addresses) expect(new Address4(address).isInSubnet(new Address4(reserved))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test("a zone that is added moves no cell's address in the zones before it", () => {
  fc.assert(
    fc.property(addressSpaces, fc.integer({ min: 1, max: 7 }), (space, number) => {
      const two = privateFrontAddress(addressPlan(space, ["z1", "z2"]), { number });
      expect(privateFrontAddress(addressPlan(space, ["z1", "z2", "z3"]), { number }).slice(0, 2)).toEqual(two);
    }),
  );
});

test("a cell that finds no address in the reserved range is refused, not put elsewhere", () => {
  expect(() => privateFrontAddress(addressPlan("10.16.0.0/22", ["z1", "z2"]), { number: 8 })).toThrow(
    "subnet cde-1 has fixed addresses for 7 cells, and none for cell 8",
  );
});

test("listeners follow the declared flows, port by port", () => {
  const ports = (deployment: Deployment) => internetListeners(deployment).map(({ listener, port }) => [listener, port]);
  expect(ports(sweden())).toEqual([
    ["api", 443],
    ["mutualTls", 8443],
    ["health", 9443],
  ]);
  expect(ports(withFlows((flow) => (flow.listener === "api" ? { ...flow, port: 444 } : flow)))[0]).toEqual(["api", 444]);
});

test("every policy speaks TLS 1.2, for checkers and load balancers that speak no later one, and nothing before", () => {
  const allowed = Object.values(tlsPolicies);
  for (const { tlsPolicy } of internetListeners(sweden())) {
    expect(allowed.find(({ name }) => name === tlsPolicy)?.versions).toEqual(["1.2", "1.3"]);
  }
});

test("the health listener answers the deep path and nothing else; the others of the internet hide both", () => {
  const [api, mutualTls, health] = internetListeners(sweden());
  const pathsOf = (rules: readonly { readonly matches: object; readonly answer: string }[] = []) =>
    rules.filter(({ matches }) => "paths" in matches).map(({ matches, answer }) => [answer, "paths" in matches ? matches.paths : []]);
  expect(health?.otherwise).toBe("notFound");
  expect(pathsOf(health?.rules)).toEqual([["forward", ["/health/deep"]]]);
  for (const listener of [api, mutualTls]) {
    expect(listener?.otherwise).toBe("forward");
    expect(pathsOf(listener?.rules)).toEqual([["notFound", ["/health/ready", "/health/ready/*", "/health/deep", "/health/deep/*"]]]);
  }
});

test("nobody passes off a certificate where none is asked for", () => {
  const deployment = sweden();
  const listeners = [...internetListeners(deployment), privateLineListener(deployment)];
  for (const listener of listeners) {
    if (listener?.listener === "mutualTls") continue;
    const forged = listener?.rules.filter(({ matches, answer }) => matches.kind === "header" && answer === "notFound") ?? [];
    expect(forged).toHaveLength(6);
  }
});

test("the capacity that is reserved carries every payment of the peak on a connection of its own in the zones that a lost one leaves", () => {
  // 40,000 connections a second, 25 a unit: 1600 units must be left of two zones or of three.
  expect(reservedCapacity(southKorea(), "a")).toBe(3200);
  expect(reservedCapacity(sweden(), "a")).toBe(2400);
  const odd = { ...sweden().capacity, peakPaymentsPerSecond: 30_030 };
  const reserved = reservedCapacity({ ...sweden(), capacity: odd }, "b");
  expect([reserved % 3, (reserved / 3) * 2 * 25 >= 30_030]).toEqual([0, true]);
  const small = { ...sweden().capacity, peakPaymentsPerSecond: 10 };
  expect(reservedCapacity({ ...sweden(), capacity: small }, "a")).toBe(100);
});

test("a caller may send a hundredth of the peak, and a participant, by the port of its host, half of it", () => {
  const limits = (deployment: Deployment) =>
    webFilter(deployment, "a", { cell: { number: 1, id: "01" }, tags: {} }).rules.flatMap((rule) =>
      rule.kind === "rateOfOneAddress" ? [[rule.id, rule.limit, rule.hosts]] : [],
    );
  expect(limits(sweden())).toEqual([
    ["one-participant", 1_200_000, { kind: "all" }],
    ["one-caller", 24_000, { kind: "notEnding", with: ":8443" }],
  ]);
  const swapped = withFlows((flow) =>
    flow.listener === "mutualTls" ? { ...flow, port: 443 } : flow.listener === "api" ? { ...flow, port: 8443 } : flow,
  );
  expect(limits(swapped)[1]).toEqual(["one-caller", 24_000, { kind: "ending", with: ":8443" }]);
});

test("Route 53 can read the alarm on the private path: a plain minute, one in a row, a plain statistic", () => {
  for (const { privateAlarms } of cellDesigns(sweden())) {
    expect(privateAlarms.health).toMatchObject({ evaluationPeriods: 1, missingData: "breaching", threshold: 1 });
    expect(privateAlarms.health.metric).toEqual({
      of: "networkTargets",
      name: "HealthyHostCount",
      statistic: "Maximum",
      periodSeconds: 60,
    });
  }
});

test("an alarm on errors is as strict as the objective, and never above the peak's share", () => {
  const [cell] = cellDesigns(sweden());
  expect(cell?.internetAlarms.find(({ id }) => id === "internet-front-errors")?.threshold).toBe(24);
});

test("an alarm on too few tasks counts a zone's where a load balancer keeps to the zone, all where it does not, and is silent when all are well", () => {
  const tooFew = (deployment: Deployment) => {
    const [cell] = cellDesigns(deployment);
    return [cell?.internetAlarms, cell?.privateAlarms.front].map(
      (alarms) => alarms?.find(({ id }) => id.endsWith("-too-few-tasks"))?.threshold ?? Number.NaN,
    );
  };
  expect(tooFew(sweden())).toEqual([27, 80]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (peakPaymentsPerSecond) => {
      const deployment = sweden();
      const small = { ...deployment, capacity: { ...deployment.capacity, peakPaymentsPerSecond } };
      const tasks = tasksPerCell(small, 3);
      const [ofAZone = Number.NaN, ofAll = Number.NaN] = tooFew(small);
      expect(ofAZone).toBeGreaterThanOrEqual(1);
      expect(ofAZone).toBeLessThanOrEqual(tasks / 3);
      expect(ofAll).toBeLessThan(tasks);
    }),
    { numRuns: 30 },
  );
});

test("no alarm of a deployment is called like another", () => {
  const names = cellDesigns(sweden()).flatMap(({ internetAlarms, privateAlarms }) =>
    [...internetAlarms, ...privateAlarms.front, ...privateAlarms.fixed, privateAlarms.health].map(({ name }) => name),
  );
  expect(new Set(names).size).toBe(names.length);
});

test("the longest deployment name leaves names that Elastic Load Balancing takes", () => {
  for (const { internetFront, privateFront } of cellDesigns({ ...sweden(), name: "abcdefghijklmno9" })) {
    for (const name of [internetFront.name, privateFront?.name, privateFront?.fixed.name, internetFront.trust?.name]) {
      expect(name).toMatch(/^([a-zA-Z0-9]+-)*[a-zA-Z0-9]+$/);
      expect(name?.length).toBeLessThanOrEqual(32);
    }
  }
});

test("the key of a site's logs encrypts what its cells' filters refuse, and no other site's", () => {
  const { policy } = logsKey(sweden(), "a");
  expect(policy).toContain("log-group:aws-waf-logs-twinsite-sweden-site-a-cell-??");
  expect(policy).not.toContain("site-b");
});

test("a deployment without private lines has a front for the internet only", () => {
  const deployment = sweden();
  const flows = deployment.flows.filter(
    ({ from, to, listener }) => listener !== "privateLine" && from !== "privateFront" && to !== "privateFront",
  );
  for (const cell of cellDesigns({ ...deployment, flows })) expect(cell.privateFront).toBeUndefined();
});

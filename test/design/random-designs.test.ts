import fc from "fast-check";
import { Address4 } from "ip-address";
import type { SiteName } from "../../config/deployment";
import { addressPlan, segments } from "../../design/layout/address-plan";
import { randomDeployments } from "../random-deployments";

const siteNames: readonly SiteName[] = ["a", "b"];

test("no two subnets of both sites overlap, and none with an address outside, in any deployment", () => {
  fc.assert(
    fc.property(randomDeployments, ({ sites, parties }) => {
      const subnets = siteNames.flatMap((name) => {
        const plan = addressPlan(sites[name].addressSpace, sites[name].zones);
        return segments.flatMap((segment) => plan[segment].subnets.map(({ cidr }) => cidr));
      });
      const ranges = [...subnets, ...Object.values(parties).flatMap(({ prefixes }) => prefixes)]
        .map((cidr) => new Address4(cidr))
        .map((range) => ({ from: range.startAddress().bigInt(), to: range.endAddress().bigInt() }))
        .toSorted((one, other) => (one.from < other.from ? -1 : 1));
      expect(ranges.filter(({ from }, place) => place > 0 && from <= (ranges[place - 1]?.to ?? 0n))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

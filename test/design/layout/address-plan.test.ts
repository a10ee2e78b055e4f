import fc from "fast-check";
import { Address4 } from "ip-address";
import { addressPlan, fixedAddresses, segments } from "../../../design/layout/address-plan";

/** Any private address space that a deployment may declare, from /16 to /22. */
const addressSpaces = fc
  .tuple(fc.integer({ min: 16, max: 22 }), fc.nat({ max: 0xffff }))
  .map(([mask, place]) => new Address4(`10.${(place >> 8) & 255}.${place & 255}.0/${mask}`).startAddress().address + `/${mask}`);
const zones = fc.integer({ min: 2, max: 4 }).map((count) => ["z1", "z2", "z3", "z4"].slice(0, count));

const rangeOf = (cidr: string): readonly [bigint, bigint] => {
  const address = new Address4(cidr);
  return [address.startAddress().bigInt(), address.endAddress().bigInt()];
};
const inside = (inner: string, outer: string): boolean => new Address4(inner).isInSubnet(new Address4(outer));

test("no two subnets of a plan overlap, whatever the address space and the number of zones", () => {
  fc.assert(
    fc.property(addressSpaces, zones, (space, zoneIds) => {
      const ranges = segments
        .flatMap((segment) => addressPlan(space, zoneIds)[segment].subnets.map(({ cidr }) => rangeOf(cidr)))
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
      for (const [index, [start]] of ranges.entries()) {
        const before = ranges[index - 1];
        expect(before === undefined || before[1] < start).toBe(true);
      }
    }),
  );
});

test("every subnet lies in its segment's block, every block in the address space, and none is smaller than AWS takes", () => {
  fc.assert(
    fc.property(addressSpaces, zones, (space, zoneIds) => {
      for (const { block, subnets } of Object.values(addressPlan(space, zoneIds))) {
        expect(inside(block, space)).toBe(true);
        for (const { cidr } of subnets) {
          expect(inside(cidr, block)).toBe(true);
          expect(new Address4(cidr).subnetMask).toBeLessThanOrEqual(28);
        }
      }
    }),
  );
});

test("a zone that is added moves no subnet of the zones before it", () => {
  fc.assert(
    fc.property(addressSpaces, (space) => {
      const two = addressPlan(space, ["z1", "z2"]);
      const three = addressPlan(space, ["z1", "z2", "z3"]);
      for (const segment of segments) expect(three[segment].subnets.slice(0, 2)).toEqual(two[segment].subnets);
    }),
  );
});

test("the resolver's fixed address lies in the range that is reserved for it, clear of AWS's own addresses", () => {
  fc.assert(
    fc.property(addressSpaces, zones, (space, zoneIds) => {
      const plan = addressPlan(space, zoneIds);
      for (const { subnet, resolver, reserved } of fixedAddresses(plan)) {
        const cidr = plan.endpoints.subnets.find(({ id }) => id === subnet)?.cidr ?? "";
        expect(inside(reserved, cidr)).toBe(true);
        expect(inside(`${resolver}/32`, reserved)).toBe(true);
        expect(rangeOf(`${resolver}/32`)[0] - rangeOf(cidr)[0]).toBeGreaterThanOrEqual(4n);
      }
    }),
  );
});

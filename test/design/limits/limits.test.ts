import type { Deployment } from "../../../config/deployment";
import { builtFindings, limitFindings } from "../../../design/limits/limits";
import { sweden } from "../../sweden";

test("the sample deployment stays within AWS's default quotas", () => {
  expect(limitFindings(sweden())).toEqual([]);
});

test("flows that need more rules than AWS takes are told by segment and by security group, with the mend", () => {
  const deployment = sweden();
  const prefixes = Array.from({ length: 70 }, (_, index) => `10.200.${index}.0/24`);
  const crowded = { ...deployment, parties: { ...deployment.parties, participants: { reachedOver: "directConnect" as const, prefixes } } };
  const told = limitFindings(crowded).map(({ path, what, allowed }) => [path.join("."), what, allowed]);
  expect(told).toContainEqual([
    "flows",
    "The declared flows need 71 ingress rules in the security group of privateFront.",
    "At most 60, AWS's default quota.",
  ]);
  expect(told).toContainEqual([
    "flows",
    "The declared flows need 141 ingress rules in the network ACL of segment endpoints.",
    "At most 20, AWS's default quota.",
  ]);
});

test("endpoints of all kinds share a quota: 41 cells fit with the firewall's, and 42 do not", () => {
  const cells = (count: number): Deployment => {
    const { capacity } = sweden();
    return {
      ...sweden(),
      capacity: { ...capacity, peakPaymentsPerSecond: count * 1000, cell: { ...capacity.cell, paymentsPerSecond: 1000 } },
    };
  };
  const told = (count: number) =>
    [...builtFindings.warnings(cells(count)), ...builtFindings.faults(cells(count))].filter(({ what }) => what.includes("endpoints"));
  expect(told(41).filter(({ what }) => what.startsWith("The peak"))).toEqual([]);
  expect(told(42).map(({ what }) => what)).toContain(
    'The peak needs 51 of AWS\'s quota "Interface VPC endpoints per VPC", and there are 50.',
  );
});

import { limitFindings } from "../../../design/limits/limits";
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

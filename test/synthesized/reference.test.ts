import { referencesIn, referencesInText, soleReference } from "../../synthesized/reference";

const FIREWALL_ENDPOINT =
  "${[for s in tolist(aws_networkfirewall_firewall.network_firewall_1A.firewall_status[0].sync_states) : s.attachment[0].endpoint_id if s.attachment[0].subnet_id == aws_subnet.network_inspection-1_2B.id][0]}";

describe("references", () => {
  test("a reference is an address and what follows it, hyphens included", () => {
    expect(referencesInText("${aws_subnet.network_cde-1_165179A8.id}")).toEqual([
      { address: "aws_subnet.network_cde-1_165179A8", attribute: "id" },
    ]);
  });

  test("data sources, indexes and splats are read", () => {
    expect(referencesInText("${data.aws_zones.all.names[0]} and ${aws_eip.nat.*.id}")).toEqual([
      { address: "data.aws_zones.all", attribute: "names[0]" },
      { address: "aws_eip.nat", attribute: "*.id" },
    ]);
  });

  test("an expression's own variables, its texts and functions are no references", () => {
    expect(referencesInText(FIREWALL_ENDPOINT)).toEqual([
      { address: "aws_networkfirewall_firewall.network_firewall_1A", attribute: "firewall_status[0].sync_states" },
      { address: "aws_subnet.network_inspection-1_2B", attribute: "id" },
    ]);
    expect(referencesInText('${join("aws_vpc.no.id", [var.a_b.c, each.value])}')).toEqual([]);
  });

  test("escaped interpolation is text", () => {
    expect(referencesInText("$${aws_vpc.net.id} ${aws_vpc.other.id}")).toEqual([{ address: "aws_vpc.other", attribute: "id" }]);
  });

  test("braces nest, and those in texts do not count", () => {
    expect(referencesInText('${merge({a = "}"}, {b = aws_vpc.net.id})} ${aws_vpc.other.id}')).toHaveLength(2);
  });

  test("depends_on names bare addresses", () => {
    expect(referencesIn({ depends_on: ["aws_vpc.net"], note: "aws_vpc.not", "//": { path: "${aws_vpc.no.id}" } })).toEqual([
      { address: "aws_vpc.net", attribute: "" },
    ]);
  });

  test("a value is one reference only where it is nothing else", () => {
    expect(soleReference("${aws_vpc.net.id}")).toEqual({ address: "aws_vpc.net", attribute: "id" });
    expect(soleReference("x${aws_vpc.net.id}")).toBeUndefined();
    expect(soleReference("${upper(aws_vpc.net.id)}")).toBeUndefined();
    expect(soleReference("${aws_vpc.net.id}${aws_vpc.net.id}")).toBeUndefined();
    expect(soleReference(7)).toBeUndefined();
  });
});

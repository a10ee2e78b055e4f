import { type Acl, aclOf } from "../../../../analysis/flows/network/acl";
import { sift } from "../../../../analysis/flows/terms/filter";
import { EVERYWHERE } from "../../../../analysis/flows/terms/prefix";
import { estateOf } from "../../../../synthesized/estate/estate";
import type { JsonObject } from "../../../../synthesized/json";
import { type Blocks, writtenTemplate } from "../../../synthesized/written-template";

const subnet = "aws_subnet.one";
const entry = { rule_no: 100, action: "allow", protocol: "tcp", cidr_block: "10.0.0.0/8", from_port: 443, to_port: 443 };
const separate = {
  network_acl_id: "${aws_network_acl.own.id}",
  rule_number: 50,
  rule_action: "deny",
  protocol: "-1",
  cidr_block: "10.1.0.0/16",
};

function acl(resource: Blocks): Acl {
  const site = writtenTemplate({ resource: { aws_subnet: { one: {} }, ...resource } });
  return aclOf(estateOf([site]), site, subnet);
}
const own = (attributes: JsonObject): Blocks => ({ aws_network_acl: { own: { subnet_ids: ["${aws_subnet.one.id}"], ...attributes } } });

/** What becomes of HTTPS from an address of 10.1.0.0/16 and from one of 10.2.0.0/16. */
function fates({ ingress }: Acl): readonly string[] {
  return [0x0a_01_00_01, 0x0a_02_00_01].map((address) => {
    const sifted = sift(
      [{ protocol: "tcp", source: { first: address, last: address }, destination: EVERYWHERE, ports: { first: 443, last: 443 } }],
      ingress,
    );
    return sifted.passed.length > 0 ? "passes" : sifted.unread.length > 0 ? "unread" : "stops";
  });
}

describe("a network ACL", () => {
  test("lets pass what its own list lets pass", () => {
    expect(fates(acl(own({ ingress: [entry] })))).toEqual(["passes", "passes"]);
    expect(fates(acl(own({ ingress: [{ ...entry, protocol: "udp" }] })))).toEqual(["stops", "stops"]);
    expect(fates(acl(own({ ingress: [{ ...entry, protocol: 6 }] })))).toEqual(["passes", "passes"]);
  });

  test("has rules of its own and rules written apart in one order, by their numbers", () => {
    const apart = { aws_network_acl_rule: { deny: { ...separate, egress: false } } };
    expect(fates(acl({ ...own({ ingress: [entry] }), ...apart }))).toEqual(["stops", "passes"]);
    expect(fates(acl({ ...own({ ingress: [{ ...entry, rule_no: 10 }] }), ...apart }))).toEqual(["passes", "passes"]);
  });

  test("does not mix its directions", () => {
    const apart = { aws_network_acl_rule: { deny: { ...separate, egress: true } } };
    expect(fates(acl({ ...own({ ingress: [entry] }), ...apart }))).toEqual(["passes", "passes"]);
  });

  test("is the VPC's default one where a subnet has no other, and lets all pass where nobody changed that", () => {
    expect(acl({ aws_default_network_acl: { default: { ingress: [], egress: [] } } }).address).toBe("aws_default_network_acl.default");
    expect(fates(acl({}))).toEqual(["passes", "passes"]);
  });

  test("is found by an association", () => {
    const association = { one: { subnet_id: "${aws_subnet.one.id}", network_acl_id: "${aws_network_acl.own.id}" } };
    expect(acl({ ...own({ subnet_ids: [] }), aws_network_acl_association: association }).address).toBe("aws_network_acl.own");
  });

  test("does not know what a rule with an unknown value lets pass", () => {
    expect(fates(acl(own({ ingress: [{ ...entry, cidr_block: "${data.aws_x_y.z.cidr}" }] })))).toEqual(["unread", "unread"]);
    expect(fates(acl(own({ ingress: [{ ...entry, action: "perhaps" }] })))).toEqual(["unread", "unread"]);
  });

  test("takes no account of rules for IPv6", () => {
    expect(acl(own({ ingress: [{ ...entry, cidr_block: null, ipv6_cidr_block: "::/0" }] })).ingress).toEqual([]);
  });
});

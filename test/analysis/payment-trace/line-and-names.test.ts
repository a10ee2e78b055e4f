import { tracePayments } from "../../../analysis/payment-trace/trace";
import { estateOf } from "../../../synthesized/estate/estate";
import type { JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { type Edit, edited, editingList, removed, replacingText, resourceNamed, setting } from "../edited-template";

const templates = synthesizedSweden();

interface Change {
  readonly stack: string;
  readonly type: string;
  readonly start: string;
  readonly edit: Edit;
}

function withChange(all: readonly Template[], { stack, type, start, edit }: Change): readonly Template[] {
  return all.map((template) =>
    template.stack === stack ? edited(template, { [resourceNamed(template, type, start).address]: edit }) : template,
  );
}

function missingPieces(all: readonly Template[]): readonly string[] {
  const { traces } = tracePayments(estateOf(all));
  return traces.flatMap(({ steps }) =>
    steps.flatMap(({ pieces }) => pieces.flatMap(({ state, text }) => (state === "found" ? [] : [text]))),
  );
}

const session = (edit: Edit): Change => ({
  stack: "links-itxs1",
  type: "aws_dx_transit_virtual_interface",
  start: "stockholm-1-itxs1_to-site-a",
  edit,
});
const key = (edit: Edit): Change => ({ stack: "links-itxs1", type: "aws_dx_macsec_key_association", start: "stockholm-1-itxs1", edit });
const port = (change: JsonObject): Change => ({
  stack: "ports-itxs1",
  type: "aws_dx_connection",
  start: "stockholm-1-itxs1",
  edit: setting(change),
});
const resolver = (edit: Edit): Change => ({ stack: "site-a", type: "aws_route53_resolver_endpoint", start: "resolver_inbound", edit });
const alarm = (edit: Edit): Change => ({ stack: "cell-01-a", type: "aws_cloudwatch_metric_alarm", start: "private-health", edit });
const named = (type: string, start: string, edit: Edit): Change => ({ stack: "names", type, start, edit });

test("nothing is missing where nothing is changed", () => {
  expect(missingPieces([...templates.values()])).toEqual([]);
});

describe("what is wrong with one part is said of it", () => {
  test.each<[string, Change, RegExp]>([
    ["a line without a session here", session(removed), /has 0 sessions to site-a/],
    ["a session to the other site's gateway", session(replacingText("input-site-a.", "input-site-b.")), /has 0 sessions to site-a/],
    [
      "two sessions on one port",
      session(replacingText("connectionstockholm-1-itxs1id", "connectionstockholm-2-itxs1id")),
      /has 2 sessions to site-a/,
    ],
    ["ends in two networks", session(setting({ customer_address: "169.254.100.98/30" })), /no two addresses of one network/],
    ["one address at both ends", session(setting({ customer_address: "169.254.100.18/30" })), /no two addresses of one network/],
    ["another session's VLAN", session(setting({ vlan: 122 })), /shares VLAN 122/],
    ["the gateway's number as the router's", session(setting({ bgp_asn: 64_513 })), /the router's number 64513/],
    ["a secret elsewhere", key(replacingText("eu-central-1:111122223333", "eu-north-1:111122223333")), /no secret of Direct Connect/],
    ["a secret of something else", key(replacingText("directconnect!", "other/")), /no secret of Direct Connect/],
    ["a port that need not encrypt", port({ encryption_mode: "should_encrypt" }), /need not encrypt/],
    ["a port that does not say whether it must", port({ encryption_mode: null }), /need not encrypt/],
    ["a port that cannot encrypt", port({ request_macsec: false }), /not ordered to be able/],
    ["a port where its Region has none", port({ location: "EQSK1" }), /AWS sells EQSK1 in eu-north-1/],
    ["a port at a place that nobody knows", port({ location: "NOWHERE" }), /is not known here/],
    ["a speed that is not sold", port({ bandwidth: "5Gbps" }), /does not sell/],
    [
      "one number for two gateways",
      { stack: "site-a", type: "aws_dx_gateway", start: "transit", edit: setting({ amazon_side_asn: "64512" }) },
      /have one number/,
    ],
    ["a zone without a resolver's address", resolver(editingList("ip_address", (all) => all.slice(1))), /has no address in/],
    ["an address outside its subnet", resolver(replacingText('"10.16.128.20"', '"10.16.136.21"')), /participants cannot know/],
    ["an address that AWS chooses", resolver(replacingText('"ip":"10.16.128.20",', "")), /participants cannot know/],
    ["the least of healthy targets", alarm(setting({ statistic: "Minimum" })), /takes the Minimum/],
    [
      "one zone's targets",
      alarm(replacingText('"LoadBalancer":', '"AvailabilityZone":"eu-north-1a","LoadBalancer":')),
      /not about this load balancer/,
    ],
    ["a zone with a key and no signatures", named("aws_route53_hosted_zone_dnssec", "signing", removed), /has a key, and is not signed/],
    ["a key that may not be lent on", named("aws_kms_key", "signing", replacingText("kms:CreateGrant", "kms:ListGrants")), /may not sign/],
    [
      "no delegation of private names",
      named("aws_route53_record", "private-names_delegation", removed),
      /delegates line.pay.bank.example to no zone/,
    ],
    [
      "a delegation to others",
      named("aws_route53_record", "private-names_delegation", setting({ records: ["ns.evil.example"] })),
      /to no zone of that name/,
    ],
    [
      "private names said to be signed",
      named("aws_route53_record", "private-names_delegation", setting({ type: "DS" })),
      /says that line.pay.bank.example is signed/,
    ],
    [
      "certificates of others only",
      named("aws_route53_record", "zone_issuers", setting({ records: ['0 issue "other.example"'] })),
      /no authority of AWS/,
    ],
  ])("%s", (_, change, expected) => {
    expect(missingPieces(withChange([...templates.values()], change)).some((text) => expected.test(text))).toBe(true);
  });
});

test("ports that wait for their first keys are no lines yet, and nothing is missing", () => {
  const awaiting = ["eqsk1", "itxs1"].flatMap((at) =>
    ["stockholm-1", "stockholm-2"].map(
      (from): Change => ({
        stack: `ports-${at}`,
        type: "aws_dx_connection",
        start: `${from}-${at}`,
        edit: setting({ encryption_mode: null }),
      }),
    ),
  );
  const withoutLinks = [...templates.values()].filter(({ stack }) => !stack.startsWith("links-"));
  expect(missingPieces(awaiting.reduce(withChange, withoutLinks))).toEqual([]);
});

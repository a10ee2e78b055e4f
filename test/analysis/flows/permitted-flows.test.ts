import { type FlowsVerdict, judgeFlows } from "../../../analysis/flows/permitted-flows";
import { estateOf } from "../../../synthesized/estate/estate";
import type { Json } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { sweden, swedenWithInternetPartner } from "../../sweden";
import { synthesizedDeployment } from "../../synthesized-deployment";
import { attributesIn, type Edits, edited, editingList, removed, replacingText, resourceNamed, setting } from "../edited-template";
import { withCells } from "../with-cells";

const templates = synthesizedSweden();
const siteA = template(templates, "site-a");
const others = [template(templates, "interconnect"), template(templates, "site-b")];
const address = (type: string, start: string): string => resourceNamed(siteA, type, start).address;

function template(stacks: ReadonlyMap<string, Template>, name: string): Template {
  const found = stacks.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

const judge = (edits: Edits): FlowsVerdict => judgeIn(edited(siteA, edits), others);

function judgeIn(site: Template, beside: readonly Template[]): FlowsVerdict {
  return judgeFlows(estateOf(withCells([site, ...beside])), site);
}

/** What a verdict says is wrong: flows with the legs that fail, passages, idle rules. */
function wrong({ traces, undeclared, idle }: FlowsVerdict): readonly string[] {
  const legs = traces.flatMap(({ flow, request, reply, policies }) =>
    Object.entries({ request, reply, policies }).flatMap(([leg, verdict]) => (verdict === "met" ? [] : [`${flow.name} ${leg} ${verdict}`])),
  );
  return [...legs, ...new Set(undeclared.map(({ what }) => what.split(", ")[0] ?? what)), ...idle.map((id) => `idle ${id}`)];
}

const directConnectAttachment = (): string =>
  siteA.dataSources.find(({ type }) => type === "aws_ec2_transit_gateway_dx_gateway_attachment")?.name ?? "";
const firewallRules = address("aws_networkfirewall_rule_group", "firewall_permitted-flows");
const withoutRulesFor = (flow: string): Edits => ({
  [firewallRules]: (attributes) => {
    const parts = JSON.stringify(attributes).split(/(?=\{"action":"PASS")/);
    const kept = parts.map((part) => (part.includes(`\\"${flow}\\"`) ? part.replace("PASS", "DROP") : part));
    return attributesIn(kept.join(""));
  },
});

describe("the flows of the Swedish deployment", () => {
  test.each(["site-a", "site-b"])("all pass both ways in %s, and nothing else does", (name) => {
    const verdict = judgeFlows(estateOf([...templates.values()]), template(templates, name));
    expect([verdict.verdict, wrong(verdict), verdict.unread]).toEqual(["met", [], []]);
    expect(verdict.traces).toHaveLength(sweden().flows.length);
  });

  test("pass between every pair of zones that their ends can be in", () => {
    const ways = new Map(judge({}).traces.map(({ flow, ways: all }) => [flow.name, all.length]));
    expect(ways.get("internet-api-to-service")).toBe(9);
    expect(ways.get("private-line-api")).toBe(6);
    expect(ways.get("service-to-aws")).toBe(12);
  });

  test("pass through NAT gateways where one of them leaves for the internet", () => {
    const withPartner = synthesizedDeployment(swedenWithInternetPartner());
    const verdict = judgeFlows(estateOf([...withPartner.values()]), template(withPartner, "site-a"));
    expect([verdict.verdict, wrong(verdict)]).toEqual(["met", []]);
  });
});

describe("a piece that is missing stops the flows that need it, and no others", () => {
  const [dataAcl, inspectionAcl] = [address("aws_network_acl", "acls_data"), address("aws_network_acl", "acls_inspection")];
  const toLedger = address("aws_vpc_security_group_egress_rule", "parties_paymentService-to-service-to-ledger");
  const cdeToTwin = address("aws_route", "routes_cde-1-to-twin");
  const linesToEndpoints = address("aws_ec2_transit_gateway_route", "transit_private-lines-to-endpoints");

  test("a security group's rule", () => {
    expect(wrong(judge({ [toLedger]: removed }))).toEqual(["service-to-ledger request notMet"]);
  });

  test("a route, to the one side and for the replies to the other", () => {
    expect(wrong(judge({ [cdeToTwin]: removed }))).toEqual([
      "reconciliation-to-twin request notMet",
      "reconciliation-from-twin reply notMet",
    ]);
  });

  test("a network ACL's rule for replies", () => {
    expect(wrong(judge({ [dataAcl]: setting({ egress: [] }) }))).toEqual(["service-to-ledger reply notMet"]);
  });

  test("a network ACL's rule in the firewall's subnets", () => {
    const without2500 = editingList("egress", (rules) => rules.filter((rule) => !JSON.stringify(rule).includes('"to_port":2500')));
    expect(wrong(judge({ [inspectionAcl]: without2500 }))).toEqual(["service-to-pin-hsm request notMet"]);
  });

  test("a firewall's rule", () => {
    expect(wrong(judge(withoutRulesFor("service-to-pin-hsm")))).toEqual(["service-to-pin-hsm request notMet"]);
  });

  test("a route of the transit gateway", () => {
    expect(wrong(judge({ [linesToEndpoints]: removed }))).toEqual([
      "participant-names-udp request notMet",
      "participant-names-tcp request notMet",
    ]);
  });

  test("a prefix that Direct Connect announces, for requests in and for replies", () => {
    const association = address("aws_dx_gateway_association", "transit_direct-connect-association");
    expect(wrong(judge({ [association]: setting({ allowed_prefixes: ["10.16.0.0/18"] }) }))).toEqual([
      "participant-names-udp request notMet",
      "participant-names-tcp request notMet",
    ]);
    expect(wrong(judge({ [association]: setting({ allowed_prefixes: ["10.16.128.0/17"] }) }))).toEqual([
      "private-line-api request notMet",
      "service-to-clearing reply notMet",
      "service-to-pin-hsm reply notMet",
    ]);
  });

  test("a default route of the edge, without which the internet reaches nothing there", () => {
    const route = address("aws_route", "routes_edge-1-to-internet");
    const flows = ["internet-api", "participant-api", "health-checks"];
    expect(wrong(judge({ [route]: removed }))).toEqual(flows.flatMap((flow) => [`${flow} request notMet`, `${flow} reply notMet`]));
  });

  test("a zone's door to the transit gateway", () => {
    const attachment = address("aws_ec2_transit_gateway_vpc_attachment", "transit_");
    expect(wrong(judge({ [attachment]: editingList("subnet_ids", (ids) => ids.slice(1)) }))).toEqual([
      "private-line-api reply notMet",
      "participant-names-udp reply notMet",
      "participant-names-tcp reply notMet",
      "service-to-clearing request notMet",
      "service-to-pin-hsm request notMet",
      "reconciliation-to-twin request notMet",
      "reconciliation-from-twin reply notMet",
    ]);
  });

  test("what routers outside announce", () => {
    const learnt = address("aws_ec2_transit_gateway_route_table_propagation", "transit_");
    const { traces } = judge({ [learnt]: removed });
    expect(traces.filter(({ verdict }) => verdict !== "met").map(({ flow }) => flow.name)).toEqual([
      "private-line-api",
      "participant-names-udp",
      "participant-names-tcp",
      "service-to-clearing",
      "service-to-pin-hsm",
    ]);
  });

  test("a gateway endpoint's route", () => {
    const s3 = address("aws_vpc_endpoint", "endpoints_s3");
    expect(wrong(judge({ [s3]: editingList("route_table_ids", (tables) => tables.slice(1)) }))).toEqual(["service-to-aws request notMet"]);
  });
});

describe("the firewall", () => {
  test("must have the same endpoint both ways", () => {
    const route = address("aws_route", "routes_cde-1-to-edge-2");
    const subnets = ["inspection-1", "inspection-2"].map((name) => resourceNamed(siteA, "aws_subnet", `network_${name}`).address);
    const verdict = judge({ [route]: replacingText(subnets[0] ?? "", subnets[1] ?? "") });
    expect(wrong(verdict)).toEqual(["internet-api-to-service reply notMet"]);
    const [hop] = verdict.traces.flatMap(({ ways }) => ways.flatMap(({ reply }) => reply.filter((one) => one.verdict === "notMet")));
    expect(hop).toMatchObject({ kind: "sameFirewall", why: `is ${subnets[0]} there and ${subnets[1]} back` });
  });

  test("is undetermined where its endpoint is picked by its place in AWS's list", () => {
    const route = address("aws_route", "routes_cde-1-to-twin");
    const firewall = address("aws_networkfirewall_firewall", "firewall_");
    const byPlace = setting({ vpc_endpoint_id: `\${tolist(${firewall}.firewall_status[0].sync_states)[0].attachment[0].endpoint_id}` });
    const verdict = judge({ [route]: byPlace });
    expect(verdict.verdict).toBe("undetermined");
    expect(wrong(verdict)).toEqual(["reconciliation-to-twin request undetermined", "reconciliation-from-twin reply undetermined"]);
    expect(verdict.unread.map((one) => [one.address, one.attribute])).toEqual([[route, "vpc_endpoint_id"]]);
  });

  test("makes a rule that names a security group useless", () => {
    const rule = address("aws_vpc_security_group_ingress_rule", "parties_paymentService-from-internet-api-to-service");
    const group = address("aws_security_group", "parties_internetFront");
    const byGroup = (attributes: object) => ({ ...attributes, cidr_ipv4: null, referenced_security_group_id: `\${${group}.id}` });
    const verdict = judge({ [rule]: byGroup });
    expect(wrong(verdict)).toEqual(["internet-api-to-service request notMet"]);
    const [hop] = verdict.traces.flatMap(({ ways }) => ways.flatMap(({ request }) => request.filter((one) => one.verdict === "notMet")));
    expect([hop?.address, hop?.attribute]).toEqual([rule, "referenced_security_group_id"]);
  });

  test("lets too much pass where its default is not to drop all", () => {
    const policy = address("aws_networkfirewall_firewall_policy", "firewall_policy");
    const verdict = judge({ [policy]: replacingText("aws:drop_strict", "aws:drop_established") });
    expect(verdict.verdict).toBe("notMet");
    expect(wrong(verdict)).toEqual([`idle ${policy}.stateful_default_actions`]);
  });

  test("cannot be read where a rule looks inside the packets", () => {
    const verdict = judge({ [firewallRules]: replacingText('"keyword":"msg"', '"keyword":"content"') });
    expect(verdict.verdict).toBe("undetermined");
  });
});

describe("nothing else passes", () => {
  const [acls, cde] = [(segment: string) => address("aws_network_acl", `acls_${segment}`), "10.16.0.0/18"];
  const participants = "10.200.0.0/16";
  const entry = (cidr_block: string): Json => ({ rule_no: 990, action: "allow", protocol: "tcp", cidr_block, from_port: 22, to_port: 22 });
  const adding = (item: Json) => (items: readonly Json[]) => [...items, item];
  const group = `\${${address("aws_security_group", "parties_paymentService")}.id}`;
  const shellRule = { security_group_id: group, cidr_ipv4: participants, ip_protocol: "tcp", from_port: 22, to_port: 22 };
  const throughGroup: Edits = { "aws_vpc_security_group_ingress_rule.shell": setting(shellRule) };
  const throughAcls: Edits = {
    [acls("cde")]: editingList("ingress", adding(entry(participants))),
    [acls("inspection")]: (attributes) => {
      const inward = editingList("ingress", adding(entry(participants)))(attributes);
      return inward && editingList("egress", adding(entry(cde)))(inward);
    },
    [acls("transit")]: editingList("egress", adding(entry(cde))),
  };
  const header = {
    protocol: "TCP",
    source: participants,
    source_port: "ANY",
    destination: cde,
    destination_port: "22",
    direction: "FORWARD",
  };
  const throughFirewall: Edits = {
    [firewallRules]: replacingText('"stateful_rule":[', `"stateful_rule":[${JSON.stringify({ action: "PASS", header, rule_option: [] })},`),
  };

  test("a rule of a security group, the network ACLs and the firewall together open an undeclared passage", () => {
    const verdict = judge({ ...throughGroup, ...throughAcls, ...throughFirewall });
    expect(verdict.verdict).toBe("notMet");
    expect(wrong(verdict)[0]).toBe("directConnect to paymentService: tcp 22");
    expect(verdict.traces.every((trace) => trace.verdict === "met")).toBe(true);
  });

  test.each<[string, Edits]>([
    ["the security group's", { ...throughAcls, ...throughFirewall }],
    ["the network ACLs'", { ...throughGroup, ...throughFirewall }],
    ["the firewall's", { ...throughGroup, ...throughAcls }],
  ])("without %s rules the passage is closed, and the others are idle", (_, edits) => {
    const verdict = judge(edits);
    expect([verdict.undeclared, verdict.verdict]).toEqual([[], "notMet"]);
    expect(verdict.idle.length).toBeGreaterThan(0);
  });

  test("a port that is widened at both ends lets more pass between neighbours, where no network ACL looks", () => {
    const wide = setting({ from_port: 8000, to_port: 9000 });
    const verdict = judge({
      [address("aws_vpc_security_group_egress_rule", "parties_privateFront-to-private-line-to-service")]: wide,
      [address("aws_vpc_security_group_ingress_rule", "parties_paymentService-from-private-line-to-service")]: wide,
    });
    expect(wrong(verdict)).toEqual(["privateFront to paymentService: tcp 8000-8442", "privateFront to paymentService: tcp 8444-9000"]);
  });

  test("a default route from the cde is a route that no flow needs", () => {
    const gateway = `\${${address("aws_internet_gateway", "network_internet-gateway")}.id}`;
    const table = `\${${address("aws_route_table", "network_cde-1-routes")}.id}`;
    const route = setting({ route_table_id: table, destination_cidr_block: "0.0.0.0/0", gateway_id: gateway });
    const toInternet: Edits = { "aws_route.leak": route };
    expect(wrong(judge(toInternet))).toEqual(["idle aws_route.leak"]);
    const anyHttps = { security_group_id: group, cidr_ipv4: "0.0.0.0/0", ip_protocol: "tcp", from_port: 443, to_port: 443 };
    expect(wrong(judge({ ...toInternet, "aws_vpc_security_group_egress_rule.leak": setting(anyHttps) }))).toContain(
      "paymentService to internet: tcp 443",
    );
    const withoutS3 = { [address("aws_vpc_endpoint", "endpoints_s3")]: setting({ route_table_ids: [] }) };
    expect(wrong(judge({ ...toInternet, ...withoutS3 }))).toEqual(["service-to-aws request notMet", "paymentService to internet: tcp 443"]);
  });

  test("the transit gateway may not hand packets from outside on to outside", () => {
    const table = `\${${address("aws_ec2_transit_gateway_route_table", "transit_private-lines-table")}.id}`;
    const lines = `\${data.aws_ec2_transit_gateway_dx_gateway_attachment.${directConnectAttachment()}.id}`;
    const route = { transit_gateway_route_table_id: table, destination_cidr_block: "10.32.0.0/18", transit_gateway_attachment_id: lines };
    expect(wrong(judge({ "aws_ec2_transit_gateway_route.across": setting(route) }))[0]).toBe(
      "directConnect to directConnect: tcp any port",
    );
  });

  test("an endpoint that no flow is for is idle", () => {
    const endpoint = setting({ service_name: "com.amazonaws.eu-north-1.ec2", vpc_endpoint_type: "Interface" });
    expect(wrong(judge({ "aws_vpc_endpoint.more": endpoint }))).toEqual(["idle aws_vpc_endpoint.more"]);
  });

  test("a route inside the VPC to more or less than a whole subnet is one that AWS refuses", () => {
    const route = address("aws_route", "routes_edge-1-to-cde-1");
    expect(wrong(judge({ [route]: setting({ destination_cidr_block: "10.16.0.0/18" }) }))).toEqual([
      "internet-api-to-service request notMet",
    ]);
  });

  test("cannot be said where a rule belongs to nothing that is in the template, or may be there several times", () => {
    const strange = { security_group_id: "sg-1", cidr_ipv4: "0.0.0.0/0", ip_protocol: "-1" };
    const stray = judge({ "aws_vpc_security_group_ingress_rule.stray": setting(strange) });
    expect([stray.verdict, stray.unread.map((one) => [one.address, one.attribute])]).toEqual([
      "undetermined",
      [["aws_vpc_security_group_ingress_rule.stray", "security_group_id"]],
    ]);
    const ledger = address("aws_security_group", "parties_ledger");
    // Terraform makes none of it then: what names it names nothing.
    expect(judge({ [ledger]: setting({ count: 0 }) }).unread.map((one) => [one.address, one.attribute])).toEqual([
      [address("aws_vpc_security_group_ingress_rule", "parties_ledger-from-service-to-ledger"), "security_group_id"],
      [address("aws_vpc_security_group_egress_rule", "parties_paymentService-to-service-to-ledger"), "referenced_security_group_id"],
    ]);
    expect(judge({ [ledger]: setting({ count: 2 }) }).unread.map((one) => [one.address, one.attribute])).toContainEqual([ledger, "count"]);
  });

  test("cannot be said where a route or rule cannot be read", () => {
    const table = address("aws_route_table", "network_data-1-routes");
    const inline = judge({ [table]: setting({ route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] }) });
    expect([inline.verdict, inline.unread.map((one) => one.address)]).toEqual(["undetermined", [table]]);
    const peering = judge({ "aws_vpc_peering_connection.other": setting({ vpc_id: "x" }) });
    expect([peering.verdict, peering.unread.map((one) => one.address)]).toEqual(["undetermined", ["aws_vpc_peering_connection.other"]]);
  });
});

describe("endpoint and key policies", () => {
  const account = `\\"aws:PrincipalAccount\\":\\"111122223333\\"`;
  const kms = address("aws_vpc_endpoint", "endpoints_kms");
  const s3 = address("aws_vpc_endpoint", "endpoints_s3");
  const imagesKey = address("aws_kms_key", "images-key");
  const forAll = { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };
  const logsKey = address("aws_kms_key", "logs-key");

  test.each<[string, Edits, RegExp]>([
    [
      "an action that a flow needs is missing",
      { [kms]: replacingText(`\\"kms:Decrypt\\",`, "") },
      /does not surely let this account kms:Decrypt/,
    ],
    [
      "an action that no flow needs is let through",
      { [kms]: replacingText("kms:Decrypt", "kms:*") },
      /lets through kms:\*, which no flow is for/,
    ],
    ["other accounts are let in", { [kms]: replacingText(account, `\\"aws:PrincipalOrgID\\":\\"o-1\\"`) }, /may let another account/],
    [
      "everyone may read any bucket",
      { [s3]: replacingText("prod-eu-north-1-starport-layer-bucket", "anything") },
      /may let another account/,
    ],
    ["there is no policy", { [kms]: ({ policy: _policy, ...rest }) => rest }, /everyone do everything/],
    [
      "the endpoint is missing in a zone",
      { [kms]: editingList("subnet_ids", (ids) => ids.slice(1)) },
      /lacks aws_subnet\.network_endpoints-1/,
    ],
    ["callers would go to the public name", { [kms]: setting({ private_dns_enabled: false }) }, /must be true/],
    [
      "the registry may not use its key",
      { [imagesKey]: replacingText("kms:CreateGrant", "kms:ListGrants") },
      /does not let the service of aws_ecr_repository/,
    ],
    [
      "the logs may not use their key",
      { [logsKey]: replacingText(`\\"Service\\":\\"logs.`, `\\"Service\\":\\"s3.`) },
      /does not let the service of aws_cloudwatch_log_group/,
    ],
    [
      "another account may use a key",
      { [imagesKey]: setting({ policy: JSON.stringify({ Statement: [forAll] }) }) },
      /may let another account use the key/,
    ],
  ])("fail the flow to AWS services where %s", (_, edits, why) => {
    const verdict = judge(edits);
    expect(verdict.traces.filter((trace) => trace.policies !== "met").map(({ flow }) => flow.name)).toEqual(["service-to-aws"]);
    const faults = verdict.traces.flatMap(({ policyHops }) => policyHops.filter((hop) => hop.verdict !== "met").map((hop) => hop.why));
    expect(faults).toContainEqual(expect.stringMatching(why));
  });

  test("count where they are written apart from the endpoint", () => {
    const everything = { vpc_endpoint_id: `\${${kms}.id}`, policy: JSON.stringify({ Statement: [{ ...forAll, Action: "*" }] }) };
    const verdict = judge({ "aws_vpc_endpoint_policy.open": setting(everything) });
    expect(wrong(verdict)).toEqual(["service-to-aws policies notMet"]);
  });

  test("are undetermined where they cannot be read", () => {
    expect(wrong(judge({ [kms]: setting({ policy: "${data.aws_iam_policy_document.x.json}" }) }))).toEqual([
      "service-to-aws policies undetermined",
    ]);
  });
});

describe("what the template alone cannot say is undetermined", () => {
  test("the way to the twin, without the stack that holds the peering", () => {
    const verdict = judgeFlows(estateOf([siteA]), siteA);
    expect(verdict.verdict).toBe("undetermined");
    expect(wrong(verdict)).toEqual([
      "reconciliation-to-twin request undetermined",
      "reconciliation-to-twin reply undetermined",
      "reconciliation-from-twin request undetermined",
      "reconciliation-from-twin reply undetermined",
    ]);
  });

  test("anything, without evidence", () => {
    const { twinsite_evidence: _, ...outputs } = siteA.outputs;
    const bare = { ...siteA, outputs, evidence: { kind: "missing" as const } };
    const { verdict, unread } = judgeIn(bare, others);
    expect([verdict, unread[0]?.why]).toEqual(["undetermined", "is missing, so no flow is declared"]);
  });
});

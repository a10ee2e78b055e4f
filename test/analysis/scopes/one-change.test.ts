import { judgeEstate } from "../../../analysis/judged-estate";
import { estateOf } from "../../../synthesized/estate/estate";
import { isObject, type JsonObject } from "../../../synthesized/json";
import type { Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { type Edit, edited, removed, replacingText, resourceNamed, setting } from "../edited-template";

const templates = synthesizedSweden();
const AS_OF = "2026-12-01";

interface Change {
  /** Stacks that are changed alike, so that no mirror sees it. */
  readonly stacks: readonly string[];
  readonly type: string;
  readonly start: string;
  readonly edit: Edit;
}

const bothCells = ["cell-01-a", "cell-01-b"];
const bothSites = ["site-a", "site-b"];
const traffic = ["traffic"];

function change(stacks: readonly string[], [type, start]: readonly [string, string], edit: Edit): Change {
  return { stacks, type, start, edit };
}

function verdictsAfter({ stacks, type, start, edit }: Change): Readonly<Record<string, string>> {
  const spoilt = [...templates.values()].map((template) =>
    stacks.includes(template.stack) ? edited(template, { [resourceNamed(template, type, start).address]: edit }) : template,
  );
  return verdictsOf(spoilt);
}

function verdictsOf(spoilt: readonly Template[]): Readonly<Record<string, string>> {
  return Object.fromEntries(judgeEstate(estateOf(spoilt), AS_OF).judgements.map(({ name, verdict }) => [name, verdict]));
}

const within =
  (key: string, inner: JsonObject): Edit =>
  (attributes) => {
    const value = attributes[key];
    return { ...attributes, [key]: { ...(isObject(value) ? value : {}), ...inner } };
  };

const alarm = ["aws_cloudwatch_metric_alarm", "private-health"] as const;
const check = ["aws_route53_health_check", "cell-01-site-a_internet"] as const;
const front = ["aws_lb", "internet-front_balancer"] as const;

test("nothing is left unread where nothing is changed", () => {
  expect(new Set(Object.values(verdictsOf([...templates.values()])))).toEqual(new Set(["met"]));
});

describe("a change that both sites have alike is not met", () => {
  test.each<[string, "flows" | "payments", Change]>([
    [
      "an alarm that breaches while targets are healthy",
      "payments",
      change(bothCells, alarm, setting({ comparison_operator: "GreaterThanOrEqualToThreshold" })),
    ],
    ["an alarm that takes silence for health", "payments", change(bothCells, alarm, setting({ treat_missing_data: "notBreaching" }))],
    ["an alarm that never breaches", "payments", change(bothCells, alarm, setting({ threshold: 0 }))],
    ["an alarm on another metric", "payments", change(bothCells, alarm, setting({ metric_name: "UnHealthyHostCount" }))],
    ["a health check that is inverted", "payments", change(traffic, check, setting({ invert_healthcheck: true }))],
    ["a health check that is disabled", "payments", change(traffic, check, setting({ disabled: true }))],
    ["a health check that looks for a text", "payments", change(traffic, check, setting({ search_string: "NEVER" }))],
    [
      "a health check from Regions that are not let in",
      "payments",
      change(traffic, check, setting({ regions: ["us-west-1", "us-west-2", "sa-east-1"] })),
    ],
    [
      "a resolver that takes no questions",
      "payments",
      change(bothSites, ["aws_route53_resolver_endpoint", "resolver"], setting({ direction: "OUTBOUND" })),
    ],
    [
      "a private zone in nobody's network",
      "payments",
      change(bothSites, ["aws_route53_zone", "private-names"], setting({ vpc: [{ vpc_id: "vpc-0123456789abcdef0" }] })),
    ],
    ["no log of connections", "payments", change(bothCells, front, within("connection_logs", { enabled: false }))],
    [
      "an old policy of TLS for checkers",
      "payments",
      change(bothCells, ["aws_lb_listener", "internet-front_health"], setting({ ssl_policy: "ELBSecurityPolicy-2016-08" })),
    ],
    [
      "a web filter that nobody reads",
      "payments",
      change(bothCells, ["aws_wafv2_web_acl", "internet-front_filter"], replacingText('"rate_based_statement"', '"geo_match_statement"')),
    ],
    [
      "a signing key that Route 53 may not use",
      "payments",
      change(["names"], ["aws_kms_key", "signing"], replacingText("dnssec-route53.amazonaws.com", "other.amazonaws.com")),
    ],
    ["a line that encrypts and has no key", "payments", change(["links-eqsk1"], ["aws_dx_macsec_key_association", "stockholm-1"], removed)],
    [
      "names that anybody may be asked for",
      "flows",
      change(bothSites, ["aws_route53_resolver_firewall_rule_group_association", "names"], removed),
    ],
    [
      "a default table with a way to the internet",
      "flows",
      change(bothSites, ["aws_default_route_table", "network"], setting({ route: [{ cidr_block: "0.0.0.0/0" }] })),
    ],
    [
      "a transit gateway that associates by itself",
      "flows",
      change(bothSites, ["aws_ec2_transit_gateway", "transit_gateway"], setting({ default_route_table_association: "enable" })),
    ],
    ["a network without host names", "flows", change(bothSites, ["aws_vpc", "network"], setting({ enable_dns_hostnames: false }))],
    ["an argument that nobody has read", "payments", change(bothCells, front, setting({ customer_owned_ipv4_pool: "ipv4pool-coip-1" }))],
  ])("%s", (_, judgement, changed) => {
    expect(["notMet", "undetermined"]).toContain(verdictsAfter(changed)[judgement]);
  });
});

describe("a block that is added beside what is there is read, or said to be unread", () => {
  const added = (stacks: readonly string[], address: string, block: JsonObject): Readonly<Record<string, string>> =>
    verdictsOf(
      [...templates.values()].map((template) =>
        stacks.includes(template.stack) ? edited(template, { [address]: () => block }) : template,
      ),
    );

  test("another answer for a name that payments are led by", () => {
    const zone =
      templates.get("traffic")?.resources.find(({ attributes }) => attributes["name"] === "api.pay.bank.example")?.attributes["zone_id"] ??
      "";
    const record = { name: "api.pay.bank.example", type: "A", ttl: 60, records: ["203.0.113.9"], zone_id: zone };
    expect(added(traffic, "aws_route53_record.stranger", record)["payments"]).toBe("notMet");
  });

  test("a rule that sends every request elsewhere", () => {
    const listener = resourceNamed(cell(), "aws_lb_listener", "internet-front_api").address;
    const rule = {
      listener_arn: `\${${listener}.arn}`,
      priority: 1,
      action: [{ type: "redirect", redirect: { host: "evil.example", status_code: "HTTP_302" } }],
      condition: [{ path_pattern: { values: ["*"] } }],
    };
    expect(added(bothCells, "aws_lb_listener_rule.elsewhere", rule)["payments"]).toBe("notMet");
  });

  test("a block of a type that no table knows", () => {
    expect(added(bothSites, "aws_globalaccelerator_accelerator.x", { name: "x" })).toMatchObject({
      flows: "undetermined",
      payments: "undetermined",
    });
  });
});

function cell(): Template {
  const found = templates.get("cell-01-a");
  if (found === undefined) throw new Error("the cell was not synthesized");
  return found;
}

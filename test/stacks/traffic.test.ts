import type { Deployment } from "../../config/deployment";
import { estateOf } from "../../synthesized/estate/estate";
import { blockNamed } from "../../synthesized/estate/follow";
import { isObject, type Json } from "../../synthesized/json";
import { referencesIn } from "../../synthesized/reference";
import { type Block, resourcesOf } from "../../synthesized/template";
import { danglingReferences } from "../dangling-references";
import { synthesizedSweden } from "../sample-output";
import { sweden } from "../sweden";
import { answersTo, checkOf, recordsOf } from "./answers";
import { trafficStack } from "./traffic-stack";

/** Three cells, so that a wrong one shows. */
const deployment: Deployment = {
  ...sweden(),
  capacity: { ...sweden().capacity, peakPaymentsPerSecond: 120_000 },
  participants: [
    { name: "nordbank", cell: 1 },
    { name: "sparbanken-syd", cell: 3 },
  ],
};
const traffic = trafficStack(deployment);
const records = resourcesOf(traffic, "aws_route53_record");
const checks = resourcesOf(traffic, "aws_route53_health_check");
const zones = [
  { zone: "public", domain: "pay.bank.example", kind: "internet", client: "internet" },
  { zone: "private-a", domain: "line.pay.bank.example", kind: "private", client: "private-line" },
  { zone: "private-b", domain: "line.pay.bank.example", kind: "private", client: "private-line" },
] as const;
const CELLS = ["01", "02", "03"];
const SWITCH_A = "twinsite-sweden-site-a-takes-payments";
const SWITCH_B = "twinsite-sweden-site-b-takes-payments";
const checkName = (cell: string, site: string, client: string) => `twinsite-sweden-cell-${cell}-site-${site}-${client}`;
const attribute = ({ attributes }: Block, name: string) => attributes[name];

test.each(zones)("with all well, $zone answers a cell's name with both its sites and the service's with all cells", (its) => {
  const { zone, domain, kind } = its;
  for (const cell of CELLS) {
    expect(answersTo(traffic, { zone, name: `cell-${cell}.${domain}` }, [])).toEqual([`${kind} ${cell} a`, `${kind} ${cell} b`]);
  }
  expect(answersTo(traffic, { zone, name: `api.${domain}` }, [])).toEqual(
    CELLS.flatMap((cell) => [`${kind} ${cell} a`, `${kind} ${cell} b`]),
  );
});

test.each(zones)("in $zone a participant's own name leads to both sites of its cell, and to no other cell", ({ zone, domain, kind }) => {
  expect(answersTo(traffic, { zone, name: `nordbank.${domain}` }, [])).toEqual([`${kind} 01 a`, `${kind} 01 b`]);
  expect(answersTo(traffic, { zone, name: `sparbanken-syd.${domain}` }, [])).toEqual([`${kind} 03 a`, `${kind} 03 b`]);
});

test.each(zones)("a cell that $zone finds unwell at one site is answered with its other site, and other cells with both", (its) => {
  const { zone, domain, kind, client } = its;
  for (const unwell of [checkName("02", "a", client), `${kind} 02 a`]) {
    expect(answersTo(traffic, { zone, name: `cell-02.${domain}` }, [unwell])).toEqual([`${kind} 02 b`]);
    expect(answersTo(traffic, { zone, name: `cell-01.${domain}` }, [unwell])).toHaveLength(2);
    expect(answersTo(traffic, { zone, name: `api.${domain}` }, [unwell])).toHaveLength(5);
  }
});

test.each(zones)("a site that is switched off is in no answer of $zone, whatever its cells say", ({ zone, domain, kind }) => {
  for (const name of ["api", "cell-01", "nordbank", "sparbanken-syd"]) {
    const answers = answersTo(traffic, { zone, name: `${name}.${domain}` }, [SWITCH_A]);
    expect(answers.every((answer) => answer.startsWith(kind) && answer.endsWith(" b"))).toBe(true);
  }
});

test.each(zones)("a cell that is unwell at both sites leaves the service's name in $zone with the other cells", (its) => {
  const { zone, domain, kind, client } = its;
  const unwell = [checkName("02", "a", client), checkName("02", "b", client)];
  expect(answersTo(traffic, { zone, name: `api.${domain}` }, unwell)).not.toEqual(expect.arrayContaining([`${kind} 02 a`]));
  expect(answersTo(traffic, { zone, name: `cell-02.${domain}` }, unwell)).toEqual([`${kind} 02 a`, `${kind} 02 b`]);
});

test.each(zones)("with both sites off, $zone answers with both: there is never no answer", ({ zone, domain }) => {
  expect(answersTo(traffic, { zone, name: `cell-01.${domain}` }, [SWITCH_A, SWITCH_B])).toHaveLength(2);
  expect(answersTo(traffic, { zone, name: `api.${domain}` }, [SWITCH_A, SWITCH_B])).toHaveLength(6);
});

test.each(zones)("in $zone each answer hangs on the health of its own cell and site, under the switch of that site", (its) => {
  const { zone, domain, client } = its;
  for (const cell of CELLS) {
    for (const site of ["a", "b"]) {
      const [answer] = recordsOf(traffic, zone, `answer.cell-${cell}-site-${site}.${domain}`);
      expect(answer === undefined ? answer : checkOf(traffic, answer)).toBe(checkName(cell, site, client));
      const share = recordsOf(traffic, zone, `cell-${cell}.${domain}`).find((own) => attribute(own, "set_identifier") === `site-${site}`);
      expect(share === undefined ? share : checkOf(traffic, share)).toBe(site === "a" ? SWITCH_A : SWITCH_B);
    }
  }
});

test("weights are equal among the sites of a cell, and among the cells", () => {
  const weights = new Map<string, Set<string>>();
  for (const record of records) {
    const group = `${String(attribute(record, "zone_id"))} ${String(attribute(record, "name"))}`;
    weights.set(group, (weights.get(group) ?? new Set()).add(JSON.stringify(attribute(record, "weighted_routing_policy"))));
  }
  for (const own of weights.values()) expect(own.size).toBe(1);
  expect(JSON.stringify([...weights.values()].map((own) => [...own]))).not.toContain('"weight":0');
});

test("both sites' private zones have the same answers", () => {
  const withoutZone = (zone: string) =>
    records
      .filter((record) => attribute(record, "zone_id") === zone)
      .map(({ attributes: { "//": _metadata, ...attributes } }) =>
        JSON.stringify(attributes).replaceAll(new RegExp(`private-(site-)?[ab]_|${zone}`, "g"), ""),
      )
      .map((text) => text.replaceAll(/_[0-9A-F]{8}/g, ""))
      .toSorted();
  expect(withoutZone("private-a")).toEqual(withoutZone("private-b"));
  expect(withoutZone("private-a")).toHaveLength(3 * 6 + 3 + 2);
});

test("what a checker asks for is answered whatever its health, and hangs on no health check", () => {
  for (const check of checks.filter((own) => attribute(own, "type") === "HTTPS")) {
    const [own, ...others] = recordsOf(traffic, "public", String(attribute(check, "fqdn")));
    expect(others).toEqual([]);
    expect(own?.attributes).toMatchObject({ alias: { evaluate_target_health: false } });
    expect(own?.attributes).not.toHaveProperty("health_check_id");
  }
});

test("payments are asked after deep, by name, over TLS, every ten seconds from three continents", () => {
  const deep = checks.filter((check) => attribute(check, "type") === "HTTPS");
  expect(deep.map((check) => attribute(check, "fqdn"))).toEqual(
    CELLS.flatMap((cell) => [`cell-${cell}-site-a.pay.bank.example`, `cell-${cell}-site-b.pay.bank.example`]),
  );
  for (const { attributes } of deep) {
    expect(attributes).toMatchObject({
      port: 9443,
      resource_path: "/health/deep",
      enable_sni: true,
      request_interval: 10,
      failure_threshold: 3,
      regions: ["eu-west-1", "us-east-1", "ap-southeast-1"],
    });
    expect(attributes).not.toHaveProperty("search_string");
  }
});

test("private answers read the alarm of their own cell in their own site's Region, and silence is unwell", () => {
  const alarms = checks.filter((check) => attribute(check, "type") === "CLOUDWATCH_METRIC");
  expect(alarms.map(({ attributes: own }) => [own["cloudwatch_alarm_name"], own["cloudwatch_alarm_region"]])).toEqual(
    CELLS.flatMap((cell) => [
      [`alarm ${cell} a`, "eu-north-1"],
      [`alarm ${cell} b`, "eu-central-1"],
    ]),
  );
  for (const { attributes } of alarms) expect(attributes).toMatchObject({ insufficient_data_health_status: "Unhealthy" });
});

test("an alarm that decides otherwise, or on another load balancer, makes Route 53 read it again", () => {
  for (const { attributes } of checks.filter((check) => attribute(check, "type") === "CLOUDWATCH_METRIC")) {
    expect(attributes["triggers"]).toEqual({
      settings: "Maximum HealthyHostCount LessThanThreshold 1, 1 in a row",
      front: String(attributes["cloudwatch_alarm_name"]).replace("alarm", "private"),
    });
  }
});

test("without private lines nothing is answered or asked about them", () => {
  const internetOnly = trafficStack({ ...deployment, flows: deployment.flows.filter(({ listener }) => listener !== "privateLine") });
  const zonesUsed = resourcesOf(internetOnly, "aws_route53_record").map((record) => attribute(record, "zone_id"));
  expect(new Set(zonesUsed)).toEqual(new Set(["public"]));
  expect(JSON.stringify(resourcesOf(internetOnly, "aws_route53_health_check"))).not.toContain("CLOUDWATCH_METRIC");
});

test("no health check is made of others, so none can be made of such", () => {
  expect(checks.map((check) => attribute(check, "type"))).not.toContain("CALCULATED");
});

test("the last site that is on cannot be switched off, and switches are made where ARC is configured", () => {
  const [rule] = resourcesOf(traffic, "aws_route53recoverycontrolconfig_safety_rule");
  expect(rule?.attributes).toMatchObject({ rule_config: { type: "ATLEAST", threshold: 1, inverted: false }, wait_period_ms: 5000 });
  const asserted = referencesIn(rule?.attributes["asserted_controls"] ?? null).map(({ address }) => address);
  const controls = resourcesOf(traffic, "aws_route53recoverycontrolconfig_routing_control");
  expect(asserted).toEqual(controls.map(({ address }) => address));
  expect(controls).toHaveLength(2);
  for (const block of traffic.resources.filter(({ type }) => type.startsWith("aws_route53recoverycontrolconfig_"))) {
    expect(block.provider).toBe("aws.us-west-2");
  }
});

test("each switch's check reads the switch of the site that it is named after", () => {
  for (const check of checks.filter((own) => attribute(own, "type") === "RECOVERY_CONTROL")) {
    const [control] = referencesIn(attribute(check, "routing_control_arn") ?? null);
    const named = traffic.resources.find(({ address }) => address === control?.address)?.attributes["name"];
    expect(check.attributes["tags"]).toEqual({ Name: named });
  }
});

test("on-call hears of every health check, in the one Region that has their metrics, and silence counts", () => {
  const alarms = resourcesOf(traffic, "aws_cloudwatch_metric_alarm");
  const watched = alarms.map((alarm) => referencesIn(attribute(alarm, "dimensions") ?? null).map(({ address }) => address));
  expect(watched.flat().toSorted()).toEqual(checks.map(({ address }) => address).toSorted());
  for (const { provider, attributes } of alarms) {
    expect(provider).toBe("aws.us-east-1");
    expect(attributes).toMatchObject({
      metric_name: "HealthCheckStatus",
      statistic: "Minimum",
      threshold: 1,
      comparison_operator: "LessThanThreshold",
      treat_missing_data: "breaching",
      alarm_actions: ["arn:aws:sns:us-east-1:111122223333:twinsite-sweden-on-call"],
    });
  }
});

test("an alias is made after what it leads to in its zone", () => {
  for (const record of records) {
    const alias = record.attributes["alias"];
    if (!isObject(alias) || alias["zone_id"] !== record.attributes["zone_id"]) continue;
    const after = referencesIn(record.attributes).filter(({ address }) => address.startsWith("aws_route53_record."));
    expect(after.length).toBeGreaterThan(0);
  }
});

test("a health check's tags, defaults included, are no more than Route 53 takes in one call", () => {
  const defaults = JSON.stringify(traffic.providers.map(({ attributes }) => attributes["default_tags"]));
  const [, ...keys] = defaults.split('"twinsite:');
  for (const check of checks) expect(Object.keys(isObject(check.attributes["tags"]) ? check.attributes["tags"] : {})).toEqual(["Name"]);
  expect(keys.length / traffic.providers.length + 1).toBeLessThanOrEqual(10);
});

test("operators are told the endpoints, the switches and the rule before they need them", () => {
  expect(Object.keys(traffic.outputs)).toEqual(expect.arrayContaining(["switch_endpoints", "switch_arns", "switch_safety_rule_arn"]));
  const [endpoints] = referencesIn(traffic.outputs["switch_endpoints"] ?? null);
  expect(endpoints?.attribute).toBe("cluster_endpoints");
});

describe("in the whole deployment", () => {
  const stacks = synthesizedSweden();
  const templates = [...stacks.values()];
  const whole = stacks.get("traffic");
  if (whole === undefined) throw new Error("traffic was not synthesized");
  const originOf = (value: Json | undefined): string => {
    const origin = blockNamed(estateOf(templates), whole, value);
    return `${origin?.template.stack} ${origin?.block.type}`;
  };

  test.each(["a", "b"])("what leads to site %s leads to the load balancers of that site's own cell", (site) => {
    const leads = resourcesOf(whole, "aws_route53_record").filter(({ name }) =>
      new RegExp(`cell-01-site-${site}(-if-well)?_[0-9A-F]{8}$`).test(name),
    );
    expect(leads).toHaveLength(3 * 2);
    for (const { attributes } of leads) {
      const alias = isObject(attributes["alias"]) ? attributes["alias"] : {};
      expect([originOf(alias["name"]), originOf(alias["zone_id"])]).toEqual([`cell-01-${site} aws_lb`, `cell-01-${site} aws_lb`]);
    }
  });

  test.each(["a", "b"])("the private check of site %s reads an alarm of that site's own cell", (site) => {
    const check = resourcesOf(whole, "aws_route53_health_check").find(({ name }) => name.startsWith(`cell-01-site-${site}_private-line`));
    expect(originOf(check?.attributes["cloudwatch_alarm_name"])).toBe(`cell-01-${site} aws_cloudwatch_metric_alarm`);
  });

  test("public answers are in the public zone, and each site's private ones in its own zone", () => {
    const zoneOf = (start: string) =>
      new Set(
        resourcesOf(whole, "aws_route53_record")
          .filter(({ name }) => name.startsWith(start))
          .map(({ attributes }) => originOf(attributes["zone_id"])),
      );
    expect([zoneOf("public_"), zoneOf("private-site-a_"), zoneOf("private-site-b_")]).toEqual([
      new Set(["names aws_route53_zone"]),
      new Set(["site-a aws_route53_zone"]),
      new Set(["site-b aws_route53_zone"]),
    ]);
  });

  test("nothing that it refers to is missing", () => {
    expect(danglingReferences(templates)).toEqual([]);
  });
});

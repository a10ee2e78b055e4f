import { estateOf } from "../../synthesized/estate/estate";
import { blocksNamed } from "../../synthesized/estate/follow";
import { isObject, type Json, parseJson } from "../../synthesized/json";
import { type Block, resourcesOf, type Template } from "../../synthesized/template";
import { synthesizedSweden } from "../sample-output";

const stacks = synthesizedSweden();
const CELLS = ["cell-01-a", "cell-01-b"];
const named = (name: string): Template => {
  const template = stacks.get(name);
  if (template === undefined) throw new Error(`${name} was not synthesized`);
  return template;
};
const ofType = (type: string, names = CELLS): readonly Block[] => names.flatMap((name) => resourcesOf(named(name), type));
const attributesOf = (type: string, part: string, name = "cell-01-a") =>
  resourcesOf(named(name), type).find((block) => block.name.startsWith(part))?.attributes ?? {};
const statementsOf = (policy: Json | undefined): Json | undefined => {
  const document = parseJson(String(policy));
  return isObject(document) ? document["Statement"] : undefined;
};
/** Where a reference of a cell leads, beyond the state of other stacks. */
const originsOf = (name: string, value: Json | undefined): readonly string[] =>
  blocksNamed(estateOf([...stacks.values()]), named(name), value).map(({ template, block }) =>
    template.stack === name ? block.address : `${template.stack} ${block.address}`,
  );

test("load balancers are protected, strict, and let clients go after three minutes", () => {
  const balancers = ofType("aws_lb");
  expect(balancers).toHaveLength(8);
  for (const { attributes } of balancers) expect(attributes).toMatchObject({ enable_deletion_protection: true });
  for (const { attributes } of balancers.filter((block) => block.attributes["load_balancer_type"] === "application")) {
    expect(attributes).toMatchObject({
      desync_mitigation_mode: "strictest",
      drop_invalid_header_fields: true,
      client_keep_alive: 180,
      enable_waf_fail_open: false,
      minimum_load_balancer_capacity: { capacity_units: 2400 },
      access_logs: { enabled: true },
      connection_logs: { enabled: true },
    });
  }
});

test("each site's load balancers write to the site's own bucket, which lets in them and nobody else", () => {
  for (const [cell, site, region] of [
    ["cell-01-a", "site-a", "eu-north-1"],
    ["cell-01-b", "site-b", "eu-central-1"],
  ] as const) {
    const bucket = `twinsite-sweden-fronts-111122223333-${region}`;
    expect(attributesOf("aws_lb", "internet-front", cell)["access_logs"]).toMatchObject({
      bucket,
      prefix: "cell-01/internet-front/access",
    });
    const policy = resourcesOf(named(site), "aws_s3_bucket_policy").find((block) => block.name.startsWith("front-logs"));
    expect(statementsOf(policy?.attributes["policy"])).toContainEqual({
      Sid: "LoadBalancerLogs",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `arn:aws:s3:::${bucket}/*/AWSLogs/111122223333/*`,
      Condition: { ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:111122223333:loadbalancer/*` } },
    });
  }
});

test("the internet's load balancer is in the edge, the private ones are in the card data environment, each behind its party's group", () => {
  const placeOf = (part: string, attribute: string) => originsOf("cell-01-a", attributesOf("aws_lb", part)[attribute]).join(" ");
  expect(placeOf("internet-front", "subnets")).toMatch(/^(site-a aws_subnet\.network_edge-\d\w* ?){3}$/);
  expect(placeOf("private-front_inner", "subnets")).toMatch(/^(site-a aws_subnet\.network_cde-\d\w* ?){3}$/);
  expect(placeOf("private-front_fixed", "subnet_mapping")).toMatch(/^(site-a aws_subnet\.network_cde-\d\w* ?){3}$/);
  expect(placeOf("internet-front", "security_groups")).toMatch(/^site-a aws_security_group\.parties_internetFront/);
  expect(placeOf("private-front_inner", "security_groups")).toMatch(/^site-a aws_security_group\.parties_privateFront/);
  expect(placeOf("private-front_fixed", "security_groups")).toMatch(/^site-a aws_security_group\.parties_privateFront/);
});

test("private lines find a fixed address per zone, kept free for it by the site", () => {
  const reserved = resourcesOf(named("site-a"), "aws_ec2_subnet_cidr_reservation").filter(({ name }) => name.startsWith("fixed-addresses"));
  expect(reserved.map(({ attributes }) => attributes["cidr_block"])).toEqual(["10.16.1.0/24", "10.16.17.0/24", "10.16.33.0/24"]);
  expect(attributesOf("aws_lb", "private-front_fixed")["subnet_mapping"]).toMatchObject([
    { private_ipv4_address: "10.16.1.1" },
    { private_ipv4_address: "10.16.17.1" },
    { private_ipv4_address: "10.16.33.1" },
  ]);
});

test("the other site finds a fixed address per zone, over TLS, and this site's tasks find the other's", () => {
  expect(attributesOf("aws_lb", "twin-front")["subnet_mapping"]).toMatchObject([
    { private_ipv4_address: "10.16.1.129" },
    { private_ipv4_address: "10.16.17.129" },
    { private_ipv4_address: "10.16.33.129" },
  ]);
  expect(originsOf("cell-01-a", attributesOf("aws_lb", "twin-front")["security_groups"]).join(" ")).toMatch(
    /^site-a aws_security_group\.parties_twinFront/,
  );
  expect(attributesOf("aws_lb_target_group", "twin-front")).toMatchObject({
    protocol: "TLS",
    port: 8444,
    preserve_client_ip: "false",
    health_check: { protocol: "TCP", port: "traffic-port", unhealthy_threshold: 6 },
  });
  expect(attributesOf("aws_route53_record", "twin-front")).toMatchObject({
    name: "cell-01-twin.line.pay.bank.example",
    type: "A",
    records: ["10.32.1.129", "10.32.17.129", "10.32.33.129"],
  });
  expect(originsOf("cell-01-a", attributesOf("aws_route53_record", "twin-front")["zone_id"]).join(" ")).toMatch(
    /^site-a aws_route53_zone\.private-names/,
  );
});

test("a shift away from a zone is offered where nothing stands before a load balancer, and refused behind another", () => {
  const shifts = resourcesOf(named("cell-01-a"), "aws_lb").map(({ name, attributes }) => [
    name.replace(/_[0-9A-F]{8}$/, ""),
    attributes["enable_zonal_shift"],
  ]);
  expect(shifts).toEqual([
    ["internet-front_balancer", true],
    ["private-front_fixed", true],
    ["private-front_inner_balancer", false],
    ["twin-front_balancer", true],
  ]);
});

test("every listener but the fixed addresses' speaks TLS with the certificate of its own Region", () => {
  for (const [name, site] of [
    ["cell-01-a", "a"],
    ["cell-01-b", "b"],
  ] as const) {
    const listeners = resourcesOf(named(name), "aws_lb_listener");
    const secure = listeners.filter(({ attributes }) => attributes["protocol"] === "HTTPS");
    expect(secure).toHaveLength(4);
    for (const { attributes } of secure) expect(String(attributes["certificate_arn"])).toContain(`certificate-site-${site}`);
    const others = listeners.filter(({ attributes }) => attributes["protocol"] !== "HTTPS");
    expect(others.map(({ attributes }) => [attributes["protocol"], attributes["port"]])).toEqual([
      ["TCP", 443],
      ["TLS", 8444],
    ]);
    expect(String(others[1]?.attributes["certificate_arn"])).toContain(`certificate-site-${site}`);
  }
});

test("participants over the internet are verified against the uploaded authorities, and outdated certificates are refused", () => {
  const listener = attributesOf("aws_lb_listener", "internet-front_mutualTls");
  expect(listener["mutual_authentication"]).toMatchObject({ mode: "verify", ignore_client_certificate_expiry: false });
  expect(originsOf("cell-01-a", listener["mutual_authentication"])).toEqual([expect.stringMatching(/^aws_lb_trust_store\./)]);
  expect(attributesOf("aws_lb_trust_store", "internet-front")).toMatchObject({
    ca_certificates_bundle_s3_bucket: "twinsite-sweden-trust-111122223333-eu-north-1",
    ca_certificates_bundle_s3_key: "psd2-authorities-2026-11.pem",
  });
});

test("tasks are asked for their health over TLS on their own port, and behind the firewall a zone's requests stay in it", () => {
  const internet = attributesOf("aws_lb_target_group", "internet-front");
  const inner = attributesOf("aws_lb_target_group", "private-front_inner");
  for (const group of [internet, inner]) {
    expect(group).toMatchObject({
      protocol: "HTTPS",
      port: 8443,
      target_type: "ip",
      health_check: { protocol: "HTTPS", path: "/health/ready", port: "traffic-port" },
    });
  }
  expect([internet["load_balancing_cross_zone_enabled"], inner["load_balancing_cross_zone_enabled"]]).toEqual(["false", "true"]);
});

test("the fixed addresses hand on to the load balancer that ends TLS, once it listens, and ask it for the deep path", () => {
  const through = attributesOf("aws_lb_target_group", "private-front_through");
  expect(through).toMatchObject({
    target_type: "alb",
    protocol: "TCP",
    port: 443,
    health_check: { protocol: "HTTPS", path: "/health/deep" },
  });
  const attachment = attributesOf("aws_lb_target_group_attachment", "private-front_through-inner");
  expect(originsOf("cell-01-a", attachment["target_id"])).toEqual([expect.stringMatching(/^aws_lb\.private-front_inner/)]);
  expect(attachment["depends_on"]).toEqual([expect.stringMatching(/^aws_lb_listener\.private-front_privateLine/)]);
});

test("a filter stands before the internet's load balancer, and its log shows no credential and no query", () => {
  const [association] = resourcesOf(named("cell-01-a"), "aws_wafv2_web_acl_association");
  expect(originsOf("cell-01-a", association?.attributes["resource_arn"])).toEqual([expect.stringMatching(/^aws_lb\.internet-front/)]);
  const log = attributesOf("aws_wafv2_web_acl_logging_configuration", "internet-front");
  expect(log["redacted_fields"]).toEqual([
    { single_header: { name: "authorization" } },
    { single_header: { name: "cookie" } },
    { query_string: {} },
  ]);
  expect(JSON.stringify(attributesOf("aws_wafv2_web_acl", "internet-front"))).not.toContain('"sampled_requests_enabled":true');
  expect(originsOf("cell-01-a", attributesOf("aws_cloudwatch_log_group", "internet-front_filter")["kms_key_id"])).toEqual([
    expect.stringMatching(/^site-a aws_kms_key\.logs-key/),
  ]);
});

test("the private answers' alarm reads the healthy hosts behind the fixed addresses", () => {
  const alarm = attributesOf("aws_cloudwatch_metric_alarm", "private-health");
  expect(alarm).toMatchObject({ namespace: "AWS/NetworkELB", metric_name: "HealthyHostCount", period: 60, evaluation_periods: 1 });
  expect(alarm).not.toHaveProperty("datapoints_to_alarm");
  expect(originsOf("cell-01-a", alarm["dimensions"])).toEqual([
    expect.stringMatching(/^aws_lb\.private-front_fixed/),
    expect.stringMatching(/^aws_lb_target_group\.private-front_through/),
  ]);
});

test("the payment service is behind its load balancers, and waits until all listen", () => {
  const [service] = resourcesOf(named("cell-01-a"), "aws_ecs_service");
  expect(originsOf("cell-01-a", service?.attributes["load_balancer"])).toEqual([
    expect.stringMatching(/^aws_lb_target_group\.internet-front/),
    expect.stringMatching(/^aws_lb_target_group\.private-front_inner/),
    expect.stringMatching(/^aws_lb_target_group\.twin-front_targets/),
  ]);
  expect(JSON.stringify(service?.attributes["depends_on"])).toContain("aws_lb_listener.private-front_privateLine");
  expect(JSON.stringify(service?.attributes["depends_on"])).toContain("aws_lb_listener.twin-front_listener");
});

test("every alarm of a cell wakes on-call in the cell's own Region", () => {
  for (const [name, region] of [
    ["cell-01-a", "eu-north-1"],
    ["cell-01-b", "eu-central-1"],
  ] as const) {
    for (const { attributes } of resourcesOf(named(name), "aws_cloudwatch_metric_alarm")) {
      expect(attributes["alarm_actions"]).toEqual([`arn:aws:sns:${region}:111122223333:twinsite-sweden-on-call`]);
    }
  }
});

import type { PathKind } from "../../../analysis/payment-trace/payment";
import { type PaymentTraces, tracePayments } from "../../../analysis/payment-trace/trace";
import { estateOf } from "../../../synthesized/estate/estate";
import { isList, isObject, type JsonObject } from "../../../synthesized/json";
import { parseTemplate, type Template } from "../../../synthesized/template";
import { synthesizedSweden } from "../../sample-output";
import { type Edit, edited, editingList, removed, replacingText, resourceNamed, setting } from "../edited-template";

const templates = synthesizedSweden();

function stack(name: string): Template {
  const found = templates.get(name);
  if (found === undefined) throw new Error(`${name} was not synthesized`);
  return found;
}

/** The traces of the deployment with one resource of one stack edited. */
function traceWith(name: string, type: string, start: string, edit: Edit): PaymentTraces {
  const spoilt = edited(stack(name), { [resourceNamed(stack(name), type, start).address]: edit });
  return tracePayments(estateOf([...templates.values()].map((template) => (template.stack === name ? spoilt : template))));
}

/** Each step that is not found, on which path and where. */
function broken({ traces }: PaymentTraces): readonly string[] {
  return traces.flatMap(({ path, site, steps }) =>
    steps.filter(({ state }) => state !== "found").map(({ kind, state }) => `${path} ${site} ${kind} ${state}`),
  );
}

const at = (paths: readonly string[], sites: readonly string[], step: string): readonly string[] =>
  sites.flatMap((site) => paths.map((path) => `${path} ${site} ${step}`));
const [internet, all] = [
  ["api", "mutualTls"],
  ["api", "mutualTls", "privateLine"],
];
const reconciliation = ["reconciliation"];
const everyPath = [...all, ...reconciliation];

/** Legs on a path that a firewall sees. */
function legsOf(path: PathKind): readonly string[] {
  switch (path) {
    case "api":
    case "mutualTls":
      return ["internet-api-to-service"];
    case "privateLine":
      return ["private-line-api"];
    case "reconciliation":
      return ["reconciliation-to-twin", "reconciliation-from-twin"];
  }
}

describe("a payment of the Swedish deployment", () => {
  const { verdict, traces, unread } = tracePayments(estateOf([...templates.values()]));

  test("and the reconciliation beside it, have every piece on each path at both sites, there and back", () => {
    expect(broken({ verdict, traces, unread })).toEqual([]);
    expect([verdict, unread]).toEqual(["met", []]);
    expect(traces.map(({ path, site }) => `${path} ${site}`)).toEqual(
      ["site-a", "site-b"].flatMap((site) => everyPath.map((path) => `${path} ${site}`)),
    );
  });

  test("meets the firewall both ways, and every leg both ways", () => {
    for (const { path, steps } of traces) {
      const legs = steps
        .filter(({ kind }) => kind === "firewall")
        .flatMap(({ pieces }) => pieces.map(({ text }) => text.split(":")[0] ?? ""));
      const inspected = legsOf(path);
      expect(legs).toEqual(inspected.flatMap((leg) => [`${leg} there`, `${leg} back`]));
    }
  });
});

describe("a piece of the reconciliation that is taken away breaks its own step, asked by the other site", () => {
  test.each<[string, Parameters<typeof traceWith>, readonly string[]]>([
    [
      "the listener",
      ["cell-01-a", "aws_lb_listener", "twin-front_listener", removed],
      ["site-a listener missing", "site-a certificate missing"],
    ],
    [
      "the port that it listens on",
      ["cell-01-a", "aws_lb_listener", "twin-front_listener", setting({ port: 8445 })],
      ["site-a listener missing", "site-a certificate missing"],
    ],
    [
      "TLS",
      ["cell-01-b", "aws_lb_listener", "twin-front_listener", setting({ ssl_policy: "ELBSecurityPolicy-2016-08" })],
      ["site-b listener missing"],
    ],
    [
      "an address in a zone",
      ["cell-01-a", "aws_lb", "twin-front", editingList("subnet_mapping", (zones) => zones.slice(1))],
      ["site-a name missing", "site-a address missing"],
    ],
    ["addresses that stay", ["cell-01-b", "aws_lb", "twin-front", replacingText("private_ipv4_address", "any")], ["site-b name missing"]],
    [
      "the way out of the asking site",
      ["site-b", "aws_route", "routes_cde-1-to-twin", removed],
      ["site-a route missing", "site-b route missing"],
    ],
    [
      "the route between the sites",
      ["interconnect", "aws_ec2_transit_gateway_route", "a-to-twin-cde", removed],
      ["site-a route missing", "site-b route missing"],
    ],
    [
      "the rule that lets it in",
      ["site-a", "aws_vpc_security_group_ingress_rule", "parties_twinFront-from", removed],
      ["site-a securityGroup missing"],
    ],
    [
      "the rule that lets it ask",
      ["site-a", "aws_vpc_security_group_egress_rule", "parties_paymentService-to-reconciliation", removed],
      ["site-b securityGroup missing"],
    ],
    ["the name", ["cell-01-a", "aws_route53_record", "twin-front_twin-name", removed], ["site-b name missing"]],
    [
      "the name's true address",
      ["cell-01-a", "aws_route53_record", "twin-front_twin-name", replacingText("10.32.1.129", "10.32.1.130")],
      ["site-b name missing"],
    ],
    [
      "what tells the tasks",
      [
        "cell-01-a",
        "aws_ecs_task_definition",
        "payment-service",
        replacingText('RECONCILIATION_TWIN\\",\\"value\\":\\"cell-01-twin', 'RECONCILIATION_TWIN\\",\\"value\\":\\"cell-02-twin'),
      ],
      ["site-b name missing"],
    ],
    ["the target group", ["cell-01-a", "aws_lb_target_group", "twin-front", removed], ["site-a target missing"]],
    [
      "the service behind it",
      ["cell-01-a", "aws_ecs_service", "payment-service", editingList("load_balancer", (behind) => behind.slice(0, 2))],
      ["site-a target missing"],
    ],
    [
      "the container's port",
      ["cell-01-b", "aws_ecs_task_definition", "payment-service", replacingText('\\"containerPort\\":8444', '\\"containerPort\\":8445')],
      ["site-b task missing"],
    ],
  ])("%s", (_, edit, steps) => {
    expect(
      broken(traceWith(...edit))
        .filter((one) => one.startsWith("reconciliation"))
        .toSorted(),
    ).toEqual(steps.map((step) => `reconciliation ${step}`).toSorted());
  });
});

describe("a piece that is taken away breaks its own step and no other", () => {
  const withoutLogs = setting({ access_logs: null });
  test.each<[string, Parameters<typeof traceWith>, readonly string[]]>([
    [
      "a client's name",
      ["traffic", "aws_route53_record", "public_service-cell-01", removed],
      at(internet, ["site-a", "site-b"], "name missing"),
    ],
    [
      "the record that leads to a site",
      ["traffic", "aws_route53_record", "public_cell-01-site-a-share", removed],
      at(internet, ["site-a"], "name missing"),
    ],
    [
      "a participant's name on private lines",
      ["traffic", "aws_route53_record", "private-site-b_participant-nordbank", removed],
      at(["privateLine"], ["site-a", "site-b"], "name missing"),
    ],
    [
      "the health check",
      ["traffic", "aws_route53_health_check", "cell-01-site-a_internet", removed],
      at(internet, ["site-a"], "answer missing"),
    ],
    [
      "the health check of private lines",
      ["traffic", "aws_route53_health_check", "cell-01-site-b_private-line", removed],
      at(["privateLine"], ["site-b"], "answer missing"),
    ],
    [
      "the switch of a site",
      ["traffic", "aws_route53recoverycontrolconfig_routing_control", "switches_site-a", removed],
      at(all, ["site-a"], "answer missing"),
    ],
    [
      "the address in a zone",
      ["cell-01-a", "aws_lb", "private-front_fixed", editingList("subnet_mapping", (zones) => zones.slice(1))],
      at(["privateLine"], ["site-a"], "address missing"),
    ],
    [
      "a route, by which checkers are answered too",
      ["site-a", "aws_route", "routes_edge-1-to-internet", removed],
      [...at(internet, ["site-a"], "route missing"), ...at(internet, ["site-a"], "answer missing")],
    ],
    [
      "a network ACL's rules",
      ["site-a", "aws_network_acl", "acls_data", setting({ egress: [] })],
      at(all, ["site-a"], "networkAcl missing"),
    ],
    [
      "the security group's rule to the ledger",
      ["site-b", "aws_vpc_security_group_egress_rule", "parties_paymentService-to-service-to-ledger", removed],
      at(all, ["site-b"], "securityGroup missing"),
    ],
    [
      "the web filter",
      ["cell-01-a", "aws_wafv2_web_acl_association", "internet-front", removed],
      at(internet, ["site-a"], "webFilter missing"),
    ],
    ["the listener", ["cell-01-a", "aws_lb_listener", "internet-front_api", removed], at(["api"], ["site-a"], "listener missing")],
    [
      "the listener of private lines",
      ["cell-01-b", "aws_lb_listener", "private-front_privateLine", removed],
      at(["privateLine"], ["site-b"], "listener missing"),
    ],
    [
      "the fixed addresses' listener",
      ["cell-01-b", "aws_lb_listener", "private-front_fixed", removed],
      at(["privateLine"], ["site-b"], "listener missing"),
    ],
    [
      "strong TLS",
      ["cell-01-a", "aws_lb_listener", "internet-front_api", setting({ ssl_policy: "ELBSecurityPolicy-2016-08" })],
      at(["api"], ["site-a"], "listener missing"),
    ],
    [
      "the certificate",
      ["names", "aws_acm_certificate", "certificates_certificate-a", removed],
      at(everyPath, ["site-a"], "certificate missing"),
    ],
    [
      "the trust store",
      ["cell-01-b", "aws_lb_trust_store", "internet-front", removed],
      at(["mutualTls"], ["site-b"], "certificate missing"),
    ],
    [
      "the demand for a certificate",
      ["cell-01-b", "aws_lb_listener", "internet-front_mutualTls", setting({ mutual_authentication: null })],
      at(["mutualTls"], ["site-b"], "certificate missing"),
    ],
    ["the target group", ["cell-01-a", "aws_lb_target_group", "internet-front", removed], at(internet, ["site-a"], "target missing")],
    [
      "what ties the two load balancers",
      ["cell-01-a", "aws_lb_target_group_attachment", "private-front", removed],
      at(["privateLine"], ["site-a"], "target missing"),
    ],
    [
      "the tasks",
      ["cell-01-a", "aws_ecs_service", "payment-service", setting({ desired_count: 0 })],
      at(everyPath, ["site-a"], "task missing"),
    ],
    [
      "the role's statement on the ledger",
      ["cell-01-a", "aws_iam_role_policy", "payment-service_roles_ledger", removed],
      at(all, ["site-a"], "role missing"),
    ],
    [
      "the key's statement on the role",
      [
        "shared",
        "aws_kms_key",
        "ledger-fields",
        replacingText(
          String.raw`\"Sid\":\"EncryptFields\",\"Effect\":\"Allow\"`,
          String.raw`\"Sid\":\"EncryptFields\",\"Effect\":\"Deny\"`,
        ),
      ],
      at(all, ["site-a"], "key missing"),
    ],
    ["the key's alias", ["shared", "aws_kms_alias", "ledger-fields_copy", removed], at(all, ["site-b"], "key missing")],
    ["the ledger's endpoint", ["ledger-01-a", "aws_vpc_endpoint", "door", removed], at(all, ["site-a"], "endpoint missing")],
    [
      "the endpoint's statement on the role",
      ["ledger-01-b", "aws_vpc_endpoint", "door", replacingText("payment-service", "other-service")],
      at(all, ["site-b"], "endpoint missing"),
    ],
    ["the peering of the ledger", ["ledger-01", "aws_dsql_cluster_peering", "peering-a", removed], at(all, ["site-a"], "ledger missing")],
    ["the log of requests", ["cell-01-a", "aws_lb", "internet-front", withoutLogs], at(internet, ["site-a"], "log missing")],
    [
      "the log of refusals",
      ["cell-01-a", "aws_wafv2_web_acl_logging_configuration", "internet-front", removed],
      at(internet, ["site-a"], "log missing"),
    ],
    [
      "the log of tasks",
      ["cell-01-b", "aws_cloudwatch_log_group", "payment-service_service-log", removed],
      at(all, ["site-b"], "log missing"),
    ],
    [
      "the web filter's reach",
      ["cell-01-a", "aws_wafv2_web_acl", "internet-front", setting({ scope: "CLOUDFRONT" })],
      at(internet, ["site-a"], "webFilter missing"),
    ],
    [
      "the port that targets are asked on",
      ["cell-01-a", "aws_lb_target_group", "internet-front", settingIn("health_check", { port: "1" })],
      at(internet, ["site-a"], "target missing"),
    ],
    [
      "the port that checkers ask on",
      ["traffic", "aws_route53_health_check", "cell-01-site-a_internet", setting({ port: 9999 })],
      at(internet, ["site-a"], "answer missing"),
    ],
    [
      "checkers' own listener, in whose place they ask the one that wants a certificate",
      ["traffic", "aws_route53_health_check", "cell-01-site-a_internet", setting({ port: 8443 })],
      at(internet, ["site-a"], "answer missing"),
    ],
    [
      "the path that checkers ask for",
      ["traffic", "aws_route53_health_check", "cell-01-site-a_internet", setting({ resource_path: "/health/ready" })],
      at(internet, ["site-a"], "answer missing"),
    ],
    [
      "the rule that hands the deep question on",
      ["cell-01-b", "aws_lb_listener_rule", "internet-front_health_deep", removed],
      at(internet, ["site-b"], "answer missing"),
    ],
    [
      "the rule that lets checkers in",
      ["site-a", "aws_vpc_security_group_ingress_rule", "parties_internetFront-from-health-checks-15-177", removed],
      at(internet, ["site-a"], "answer missing"),
    ],
    [
      "what the alarm of private answers is about",
      ["cell-01-a", "aws_cloudwatch_metric_alarm", "private-health", setting({ dimensions: {} })],
      at(["privateLine"], ["site-a"], "answer missing"),
    ],
    [
      "the starting role's policy",
      ["cell-01-a", "aws_iam_role_policy", "payment-service_roles_execution", removed],
      at(all, ["site-a"], "role missing"),
    ],
    [
      "the ledger's statement in its key's policy",
      ["ledger-01-a", "aws_kms_key", "ledger", replacingText("dsql.amazonaws.com", "sqs.amazonaws.com")],
      at(all, ["site-a"], "key missing"),
    ],
    ["who may write the log of requests", ["site-a", "aws_s3_bucket_policy", "front-logs", removed], at(all, ["site-a"], "log missing")],
    [
      "who may write the log of refusals",
      ["site-b", "aws_cloudwatch_log_resource_policy", "logs_delivery", removed],
      at(internet, ["site-b"], "log missing"),
    ],
    ["the log of network flows", ["site-a", "aws_flow_log", "logs_flow-log", removed], at(all, ["site-a"], "log missing")],
  ])("%s", (_, change, expected) => {
    const traced = traceWith(...change);
    expect(new Set(broken(traced))).toEqual(new Set(expected));
    expect(traced.verdict).toBe("notMet");
  });
});

describe("a flow that nobody declares any more is a piece that is missing", () => {
  test.each<[string, string]>([
    ["service-to-ledger", "ledger"],
    ["service-to-aws", "endpoint"],
    ["health-checks", "answer"],
  ])("%s", (name, step) => {
    const bare = withoutFlow(stack("site-a"), name);
    const traced = tracePayments(estateOf([...templates.values()].map((template) => (template.stack === "site-a" ? bare : template))));
    expect(broken(traced)).toContain(`api site-a ${step} missing`);
    expect(broken(traced).filter((one) => one.includes("site-b"))).toEqual([]);
    expect(traced.verdict).toBe("notMet");
  });
});

describe("what the files cannot say is unreadable, and the trace undetermined", () => {
  test.each<[string, Parameters<typeof traceWith>, readonly string[]]>([
    [
      "the policy of the endpoint",
      ["ledger-01-a", "aws_vpc_endpoint", "door", setting({ policy: "${var.policy}" })],
      at(all, ["site-a"], "endpoint unreadable"),
    ],
    [
      "what the role may do",
      ["cell-01-a", "aws_iam_role_policy", "payment-service_roles_ledger", setting({ policy: "${var.policy}" })],
      at(all, ["site-a"], "role unreadable"),
    ],
    [
      "which endpoint a service passes that no fact tells of",
      [
        "cell-01-a",
        "aws_iam_role_policy",
        "payment-service_roles_task-permissions",
        replacingText("secretsmanager:DescribeSecret", String.raw`secretsmanager:DescribeSecret\",\"sqs:SendMessage`),
      ],
      at(all, ["site-a"], "endpoint unreadable"),
    ],
    [
      "which endpoint an action passes whose service is a pattern",
      [
        "cell-01-a",
        "aws_iam_role_policy",
        "payment-service_roles_task-permissions",
        replacingText("cloudwatch:PutMetricData", "cloud*:PutMetricData"),
      ],
      at(all, ["site-a"], "endpoint unreadable"),
    ],
    [
      "which certificate is shown",
      ["cell-01-a", "aws_lb_listener", "internet-front_api", setting({ certificate_arn: "${var.certificate}" })],
      at(["api"], ["site-a"], "certificate unreadable"),
    ],
    [
      "whose role the tasks have, which is looked up",
      ["cell-01-b", "aws_ecs_task_definition", "payment-service", setting({ task_role_arn: "${data.aws_iam_role.theirs.arn}" })],
      at(all, ["site-b"], "role unreadable"),
    ],
    [
      "what answers are led by",
      [
        "traffic",
        "aws_route53_health_check",
        "cell-01-site-a_internet",
        setting({ type: "CALCULATED", child_healthchecks: ["${var.check}"] }),
      ],
      at(internet, ["site-a"], "answer unreadable"),
    ],
    [
      "what a listener hands on to",
      [
        "cell-01-a",
        "aws_lb_listener",
        "internet-front_api",
        setting({ default_action: [{ type: "forward", target_group_arn: "${var.group}" }] }),
      ],
      at(["api"], ["site-a"], "target unreadable"),
    ],
  ])("%s", (_, change, expected) => {
    const traced = traceWith(...change);
    expect(traced.verdict).toBe("undetermined");
    expect(broken(traced).filter((step) => !step.includes(" key "))).toEqual(expected);
  });

  test("which names clients are told, without evidence of it", () => {
    const { document } = stack("traffic");
    const bare = parseTemplate(JSON.stringify({ ...document, output: objectAt(document, "none") }), "traffic");
    const traced = tracePayments(estateOf([...templates.values()].map((template) => (template.stack === "traffic" ? bare : template))));
    expect(broken(traced).filter((step) => step.includes(" name "))).toEqual(at(all, ["site-a", "site-b"], "name unreadable"));
  });

  test("everything, without any cell", () => {
    const { verdict, traces } = tracePayments(
      estateOf([...templates.values()].filter(({ stack: name }) => name.startsWith("site-") || name === "interconnect")),
    );
    expect([verdict, traces]).toEqual(["undetermined", []]);
  });
});

/** A site whose evidence declares one flow less; its network is as it was. */
function withoutFlow({ document, stack: name }: Template, flow: string): Template {
  const output = objectAt(document, "output");
  const evidence = objectAt(output, "twinsite_evidence");
  const value = objectAt(evidence, "value");
  const flows = value["permittedFlows"];
  const kept = isList(flows) ? flows.filter((one) => !isObject(one) || one["name"] !== flow) : [];
  const changed = { ...output, twinsite_evidence: { ...evidence, value: { ...value, permittedFlows: kept } } };
  return parseTemplate(JSON.stringify({ ...document, output: changed }), name);
}

/** An edit of one nested block. */
function settingIn(key: string, change: JsonObject): Edit {
  return (attributes) => ({ ...attributes, [key]: { ...objectAt(attributes, key), ...change } });
}

function objectAt(from: JsonObject, key: string): JsonObject {
  const value = from[key];
  return isObject(value) ? value : {};
}

import { type FlowsVerdict, judgeFlows } from "../../../../analysis/flows/permitted-flows";
import { estateOf } from "../../../../synthesized/estate/estate";
import { isObject, type JsonObject } from "../../../../synthesized/json";
import { parseTemplate, type Template } from "../../../../synthesized/template";
import { synthesizedSweden } from "../../../sample-output";
import { type Blocks, writtenEvidence, writtenTemplate } from "../../../synthesized/written-template";

const templates = synthesizedSweden();
const bare = templates.get("site-a");
if (bare === undefined) throw new Error("site-a was not synthesized");

/** Everything in site A that another stack could put something into, under short names. */
const handedOn = Object.fromEntries(
  bare.resources
    .filter(({ type }) => type === "aws_subnet" || type === "aws_security_group" || type === "aws_vpc")
    .map(({ address, name }) => [name.replace(/^(?:network|parties)_(.*)_[0-9A-F]{8}$/, "$1"), { value: `\${${address}.id}` }]),
);
const site = parseTemplate(JSON.stringify({ ...bare.document, output: { ...outputs(bare), ...handedOn } }), "site-a");
const sharing = [...templates.values()].filter(({ stack }) => ["interconnect", "site-b"].includes(stack));

function outputs({ document }: Template): JsonObject {
  const output = document["output"];
  return isObject(output) ? output : {};
}

const of = (name: string): string => `\${data.terraform_remote_state.site.outputs.${name}}`;
const zones = (segment: string): readonly string[] => [1, 2, 3].map((zone) => of(`${segment}-${zone}`));
const ledgerPolicy = {
  Statement: [{ Effect: "Allow", Principal: "*", Action: "dsql:DbConnect", Resource: "${aws_dsql_cluster.ledger.arn}" }],
};

/** A cell with its ledger, as other stacks put them into a site's network. */
const right = {
  aws_dsql_cluster: { ledger: {} },
  aws_vpc_endpoint: {
    door: {
      vpc_id: of("vpc"),
      vpc_endpoint_type: "Interface",
      service_name: "${aws_dsql_cluster.ledger.vpc_endpoint_service_name}",
      subnet_ids: zones("data"),
      security_group_ids: [of("ledger")],
      policy: JSON.stringify(ledgerPolicy),
    },
  },
  aws_lb: {
    front: { internal: false, subnets: zones("edge"), security_groups: [of("internetFront")] },
    fixed: {
      internal: true,
      load_balancer_type: "network",
      subnet_mapping: zones("cde").map((subnet_id) => ({ subnet_id })),
      security_groups: [of("privateFront")],
    },
  },
  aws_lb_listener: {
    api: {
      load_balancer_arn: "${aws_lb.front.arn}",
      port: 443,
      default_action: [{ target_group_arn: "${aws_lb_target_group.tasks.arn}" }],
    },
    line: {
      load_balancer_arn: "${aws_lb.fixed.arn}",
      port: 443,
      default_action: [{ target_group_arn: "${aws_lb_target_group.through.arn}" }],
    },
  },
  aws_lb_target_group: { tasks: { port: 8443, vpc_id: of("vpc") }, through: { port: 443, vpc_id: of("vpc") } },
  aws_ecs_service: {
    service: {
      network_configuration: { subnets: zones("cde"), security_groups: [of("paymentService")] },
      load_balancer: [{ target_group_arn: "${aws_lb_target_group.tasks.arn}", container_port: 8443 }],
    },
  },
} as const satisfies Blocks;

function judge(resource: Blocks): FlowsVerdict {
  const cell = writtenTemplate({
    stack: "cell-01-a",
    resource,
    data: { terraform_remote_state: { site: { backend: site.backend?.kind ?? "", config: site.backend?.settings ?? {} } } },
    evidence: writtenEvidence("cell-01-a", { site: "site-a" }),
  });
  return judgeFlows(estateOf([site, ...sharing, cell]), site);
}

const door = right.aws_vpc_endpoint.door;
const withDoor = (change: JsonObject): Blocks => ({ ...right, aws_vpc_endpoint: { door: { ...door, ...change } } });
const withFront = (change: JsonObject): Blocks => ({ ...right, aws_lb: { ...right.aws_lb, front: { ...right.aws_lb.front, ...change } } });
const withListener = (change: JsonObject): Blocks => ({
  ...right,
  aws_lb_listener: { ...right.aws_lb_listener, api: { ...right.aws_lb_listener.api, ...change } },
});
const withTasks = (change: JsonObject): Blocks => ({
  ...right,
  aws_ecs_service: { service: { ...right.aws_ecs_service.service, ...change } },
});

describe("what other stacks put into a site's network", () => {
  test("passes where each stands in its party's segment, behind its group, with declared doors", () => {
    const { misplaced, unread } = judge(right);
    expect({ misplaced, unread }).toEqual({ misplaced: [], unread: [] });
  });

  test("and names the flows at whose end nothing of it listens", () => {
    const unheard = judge(right).traces.filter(({ ending }) => ending.verdict !== "met");
    expect(unheard.map(({ flow, verdict, ending }) => `${flow.name} ${verdict}: ${ending.why}`)).toEqual([
      "participant-api undetermined: nothing of internetFront listens on tcp 8443, as far as the stacks tell that are there",
      "health-checks undetermined: nothing of internetFront listens on tcp 9443, as far as the stacks tell that are there",
      "reconciliation-to-twin undetermined: nothing listens on tcp 8444 of the twin at addresses that stay, as far as the stacks tell that are there",
      "reconciliation-from-twin undetermined: nothing of twinFront listens on tcp 8444, as far as the stacks tell that are there",
      "reconciliation-to-service undetermined: nothing of paymentService listens on tcp 8444, as far as the stacks tell that are there",
    ]);
  });

  test.each<[string, Blocks, RegExp]>([
    [
      "a load balancer in another segment",
      withFront({ subnets: zones("cde") }),
      /aws_lb\.front.*stands in segment cde, and internetFront belongs in edge/,
    ],
    [
      "a load balancer of another party's group",
      withFront({ security_groups: [of("paymentService")] }),
      /aws_lb\.front.*stands in segment edge, and paymentService belongs in cde/,
    ],
    ["a load balancer without a group", withFront({ security_groups: [] }), /aws_lb\.front.*has no security group of a party/],
    [
      "a load balancer of two parties",
      withFront({ security_groups: [of("internetFront"), of("ledger")] }),
      /aws_lb\.front.*stands for several parties/,
    ],
    [
      "a private load balancer that faces the internet",
      { ...right, aws_lb: { ...right.aws_lb, fixed: { ...right.aws_lb.fixed, internal: false } } },
      /aws_lb\.fixed internal faces the internet/,
    ],
    [
      "a listener on an undeclared port",
      withListener({ port: 80 }),
      /aws_lb_listener\.api port is 80, a port of no declared flow to internetFront/,
    ],
    [
      "targets on an undeclared port",
      { ...right, aws_lb_target_group: { ...right.aws_lb_target_group, tasks: { port: 22 } } },
      /aws_lb_target_group\.tasks port is 22, a port of no declared flow from internetFront/,
    ],
    [
      "tasks on an undeclared port",
      withTasks({ load_balancer: [{ container_port: 9000 }] }),
      /aws_ecs_service\.service container_port is 9000, a port of no declared flow to paymentService/,
    ],
    [
      "tasks in another segment",
      withTasks({ network_configuration: { subnets: zones("edge"), security_groups: [of("paymentService")] } }),
      /aws_ecs_service\.service.*stands in segment edge, and paymentService belongs in cde/,
    ],
    [
      "an endpoint in another segment",
      withDoor({ subnet_ids: zones("cde") }),
      /aws_vpc_endpoint\.door.*stands in segment cde, and ledger belongs in data/,
    ],
    [
      "an endpoint that is missing in a zone",
      withDoor({ subnet_ids: zones("data").slice(1) }),
      /aws_vpc_endpoint\.door subnet_ids lacks aws_subnet\.network_data-1/,
    ],
    [
      "an endpoint of a service that no flow is for",
      withDoor({ service_name: "com.amazonaws.eu-north-1.ec2" }),
      /aws_vpc_endpoint\.door service_name leads to com\.amazonaws\.eu-north-1\.ec2, which no flow to ledger is for/,
    ],
    ["an endpoint for everyone", withDoor({ policy: null }), /aws_vpc_endpoint\.door policy has none/],
    [
      "anything behind a group that is not the site's",
      { ...withFront({ security_groups: ["${aws_lb.fixed.id}"] }) },
      /aws_lb\.front.*is no group of the site's parties/,
    ],
  ])("is not right with %s", (_, resource, expected) => {
    const { verdict, misplaced } = judge(resource);
    expect(verdict).toBe("notMet");
    expect(misplaced.map(({ address, attribute, why }) => `${address} ${attribute} ${why}`)).toContainEqual(
      expect.stringMatching(expected),
    );
  });

  test.each<[string, Blocks]>([
    ["a subnet that cannot be followed", withFront({ subnets: [...zones("edge"), "${var.more}"] })],
    ["an endpoint whose service cannot be read", withDoor({ service_name: "${var.service}" })],
    ["an endpoint whose policy cannot be read", withDoor({ policy: "${var.policy}" })],
    ["a listener that hands on to what is not here", withListener({ default_action: [{ target_group_arn: "${var.targets}" }] })],
    ["a server in one of the site's subnets", { ...right, aws_instance: { server: { subnet_id: of("cde-1") } } }],
    ["a group of its own in the site's network", { ...right, aws_security_group: { more: { vpc_id: of("vpc") } } }],
  ])("is undetermined with %s", (_, resource) => {
    const { verdict, unread } = judge(resource);
    expect([verdict, unread.length]).toEqual(["undetermined", 1]);
  });
});

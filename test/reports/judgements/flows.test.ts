import type { JudgedFlow } from "../../../analysis/flows/permitted-flows";
import { flowsReport } from "../../../reports/judgements/flows";

const trace: JudgedFlow = {
  flow: {
    name: "service-to-ledger",
    from: { party: "paymentService", place: "inside", prefixes: ["10.16.0.0/18"], segment: "cde" },
    to: { party: "ledger", place: "inside", prefixes: ["10.16.96.0/19"], segment: "data" },
    protocol: "tcp",
    port: 5432,
    clientPorts: { from: 32_768, to: 60_999 },
    purpose: "The payment service reads and writes the ledger",
  },
  verdict: "met",
  request: "met",
  reply: "met",
  policies: "met",
  ways: [],
  policyHops: [],
  ending: { verdict: "met", address: "", attribute: "", why: "ledger listens on 5432" },
};
const fault = { kind: "networkAcl", verdict: "notMet", address: "aws_network_acl.data", attribute: "egress", rules: [] } as const;
const broken: JudgedFlow = {
  ...trace,
  verdict: "notMet",
  reply: "notMet",
  ways: ["one", "two"].map((from) => ({ from, to: "x", request: [], reply: [{ ...fault, why: "stops tcp 32768-60999" }] })),
};
const all = { verdict: "met", stack: "site-a", traces: [trace], undeclared: [], idle: [], wide: [], misplaced: [], unread: [] } as const;

describe("the flows' report", () => {
  test("is a line and a table where all is well", () => {
    expect(flowsReport(all)).toEqual([
      "flows of site-a: all 1 pass both ways, and nothing else does",
      "FLOW               FROM            TO      PORT      REQUEST  REPLY  POLICIES  LISTENS  VERDICT",
      "service-to-ledger  paymentService  ledger  tcp 5432  met      met    -         met      met",
    ]);
  });

  test("names what stops a flow once, however many ways meet it", () => {
    expect(flowsReport({ ...all, verdict: "notMet", traces: [broken] }).slice(2)).toEqual([
      "service-to-ledger  paymentService  ledger  tcp 5432  met      not met  -         met      not met",
      "  service-to-ledger: aws_network_acl.data.egress stops tcp 32768-60999",
    ]);
  });

  test("calls no flow passing that leads to no listener", () => {
    const ending = {
      verdict: "notMet",
      address: "aws_lb_listener",
      attribute: "port",
      why: "nothing of ledger listens on tcp 5432",
    } as const;
    expect(flowsReport({ ...all, verdict: "notMet", traces: [{ ...trace, ending, verdict: "notMet" }] })).toEqual([
      "flows of site-a: 0 of 1 pass both ways; undeclared: 0, idle: 0, wide: 0, misplaced: 0",
      expect.any(String),
      "service-to-ledger  paymentService  ledger  tcp 5432  met      met    -         not met  not met",
      "  service-to-ledger: aws_lb_listener.port nothing of ledger listens on tcp 5432",
    ]);
  });

  test("names what else passes, what is idle or too wide and what cannot be read", () => {
    const what = "privateFront to ledger: tcp 22, 10.16.0.0/20 to 10.16.96.0/21";
    const lines = flowsReport({
      ...all,
      verdict: "notMet",
      undeclared: [{ rule: "aws_vpc_security_group_egress_rule.x", what }],
      idle: ["aws_route.leak"],
      wide: [{ rule: "aws_network_acl.cde.ingress[0]", excess: ["tcp 1-442 from 0.0.0.0/0", "udp any port from 0.0.0.0/0", "x", "y"] }],
      misplaced: [
        { address: "cell-01-a: aws_lb.front", attribute: "subnets", why: "stands in segment cde, and internetFront belongs in edge" },
      ],
      unread: [{ address: "aws_route.x", attribute: "vpc_endpoint_id", why: "is a route that cannot be read" }],
    });
    expect(lines[0]).toBe("flows of site-a: 1 of 1 pass both ways; undeclared: 1, idle: 1, wide: 1, misplaced: 1");
    expect(lines.slice(3)).toEqual([
      `  undeclared: ${what} (aws_vpc_security_group_egress_rule.x)`,
      "  no flow needs aws_route.leak",
      "  wider than declared: aws_network_acl.cde.ingress[0] lets pass tcp 1-442 from 0.0.0.0/0; udp any port from 0.0.0.0/0; 2 more as well",
      "  cell-01-a: aws_lb.front.subnets stands in segment cde, and internetFront belongs in edge",
      "  aws_route.x.vpc_endpoint_id is a route that cannot be read",
    ]);
  });

  test("says that nothing is determined where nothing could be read", () => {
    expect(flowsReport({ ...all, verdict: "undetermined", traces: [] })).toEqual([
      "flows of site-a: undetermined, 0 of 0 surely pass both ways",
    ]);
  });
});

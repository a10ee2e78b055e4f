import { edited, type FaultyCase, told } from "../faulty-sweden";

const services = "    services: [ecr, kms, logs, monitoring, s3, secretsmanager]\n";

const cases: readonly FaultyCase[] = [
  {
    title: "one question for two purposes",
    edits: [["deep: /health/deep", "deep: /health/ready"]],
    faults: [
      [
        "service.health.deep",
        "/health/ready",
        "Load balancers and Route 53 would ask the same.",
        "Give the deep answer a path of its own.",
      ],
    ],
  },
  {
    title: "services that tasks do not start without",
    edits: [[services, "    services: [kms, secretsmanager, s3]\n"]],
    faults: [
      [
        "flows[10].services",
        "services:",
        "No flow lets the payment service call ecr, logs, monitoring: its tasks would not start.",
        "Add what is missing.",
      ],
    ],
  },
  {
    title: "a private zone that is called like the service",
    edits: [["privateZone: line.pay.bank.example", "privateZone: api.pay.bank.example"]],
    faults: [
      [
        "names.privateZone",
        "api.pay.bank.example",
        "api.pay.bank.example is a name of the service itself.",
        "Write `line.pay.bank.example`, with your own label.",
      ],
    ],
  },
  {
    title: "a ledger that nobody reaches",
    edits: [["    from: paymentService\n    to: ledger\n", "    from: paymentService\n    to: clearing\n"]],
    faults: [
      ["flows", "flows:", "No flow goes from paymentService to ledger: nothing could be written down.", "Add it, with tcp and port 5432."],
    ],
  },
];

test.each(cases)("$title is told where it stands", ({ edits, faults }) => {
  expect(told(edited(...edits))).toEqual(faults);
});

test("a file whose flows have faults of their own is not told that others are missing", () => {
  const faults = told(edited([services, "    services: [kms, s4]\n"])).map(([path]) => path);
  expect(faults).toEqual(["flows[10].services[1]"]);
});

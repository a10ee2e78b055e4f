import { edited, type FaultyCase, told } from "../faulty-sweden";

const cases: readonly FaultyCase[] = [
  {
    title: "a party that nobody declared",
    edits: [["from: participants\n    to: privateFront", "from: particpants\n    to: privateFront"]],
    faults: [
      ["flows[4].from", "particpants", '"particpants" is not a known party.', "Write `participants`, or add the party to `parties`."],
    ],
  },
  {
    title: "a party named like one of ours",
    edits: [
      ["  clearing:\n", "  twin:\n"],
      ["to: clearing", "to: twin"],
    ],
    faults: [
      ["parties.twin", "twin:", "twin is a party that every deployment has already.", "Give your party a name of its own."],
      [
        "flows[11]",
        "name:",
        "tcp port 8443 passes to the twin, and the twin's own may not come in.",
        "Add a flow from twin to twinFront with tcp, port 8443 and `listener: reconciliation`.",
      ],
    ],
  },
  {
    title: "a party that no flow uses",
    edits: [
      [
        "# Everything that may pass",
        "  archive:\n    reachedOver: directConnect\n    prefixes: [10.230.0.0/24]\n# Everything that may pass",
      ],
    ],
    faults: [["parties.archive", "archive:", "No flow goes to or from archive.", "Add a flow for archive or remove it."]],
  },
  {
    title: "two flows of one name",
    edits: [["name: private-line-api", "name: internet-api"]],
    faults: [["flows[4].name", "internet-api", "internet-api is also the name of flows[0].", "Rename one of the two."]],
  },
  {
    title: "two flows over one way",
    edits: [
      [
        "port: 2500",
        "port: 2500\n    purpose: PIN translation for the second time\n  - name: another\n    from: paymentService\n    to: pinHsm\n    protocol: tcp\n    port: 2500",
      ],
    ],
    faults: [
      [
        "flows[13]",
        "name:",
        "This flow passes what flows[12] passes already.",
        "Remove one of the two, or put what it adds into the other.",
      ],
    ],
  },
  {
    title: "a way that is not built",
    edits: [["from: internetFront\n    to: paymentService", "from: internetFront\n    to: ledger"]],
    faults: [
      [
        "flows[0]",
        "name:",
        "What comes in here ends there: no flow goes from internetFront to paymentService.",
        "Add that flow, with tcp and its port.",
      ],
      ["flows[3].to", "ledger", "A way from internetFront to ledger is not built.", "Lead the flow over one of these ways, or remove it."],
    ],
  },
  {
    title: "a way to the internet at large",
    edits: [["to: clearing", "to: internet"]],
    faults: [
      ["parties.clearing", "clearing:", "No flow goes to or from clearing.", "Add a flow for clearing or remove it."],
      [
        "flows[11].to",
        "internet",
        "A way from paymentService to internet is not built.",
        "Lead the flow over one of these ways, or remove it.",
      ],
    ],
  },
  {
    title: "a resolver on another port",
    edits: [["    to: resolver\n    protocol: tcp\n    port: 53", "    to: resolver\n    protocol: tcp\n    port: 853"]],
    faults: [["flows[8].port", "853", "Port 853 does not pass from a party over directConnect to resolver.", "Write 53."]],
  },
  {
    title: "AWS services without TLS's port",
    edits: [["    to: awsServices\n    protocol: tcp\n    port: 443", "    to: awsServices\n    protocol: udp\n    port: 80"]],
    faults: [
      ["flows[10].protocol", "udp", "udp does not pass from paymentService to awsServices.", "Write tcp."],
      ["flows[10].port", "80", "Port 80 does not pass from paymentService to awsServices.", "Write 443."],
    ],
  },
  {
    title: "a partner on the internet over UDP",
    edits: [
      ["    reachedOver: directConnect\n    prefixes: [10.210.0.0/24]", "    reachedOver: internet\n    prefixes: [198.51.100.0/24]"],
      ["    to: clearing\n    protocol: tcp", "    to: clearing\n    protocol: udp"],
    ],
    faults: [["flows[11].protocol", "udp", "udp does not pass from paymentService to a party over the internet.", "Write tcp."]],
  },
  {
    title: "services where they mean nothing",
    edits: [["    to: clearing\n", "    to: clearing\n    services: [kms]\n"]],
    faults: [
      ["flows[11].services", "services:", "A flow to clearing has `services`.", "Remove `services`, or lead the flow to awsServices."],
    ],
  },
  {
    title: "AWS services that are not named",
    edits: [["    services: [ecr, kms, logs, monitoring, s3, secretsmanager]\n", ""]],
    faults: [
      [
        "flows[10].services",
        "name:",
        "A flow to awsServices does not say which.",
        "Add `services: [kms, logs]`, with those that it calls.",
      ],
    ],
  },
  {
    title: "a service twice",
    edits: [["monitoring, s3, ", "monitoring, s3, kms, "]],
    faults: [["flows[10].services[5]", "kms", "kms stands in this list already.", "Remove it here."]],
  },
  {
    title: "a service that has no endpoint here",
    edits: [["monitoring, s3, ", "monitoring, s4, "]],
    faults: [["flows[10].services[4]", "s4", '"s4" is not one of the values that can stand here.', "Write `s3`, if that was meant."]],
  },
  {
    title: "a flow to the twin that none answers",
    edits: [
      [
        "    from: twin\n    to: twinFront\n    protocol: tcp\n    port: 8444",
        "    from: twin\n    to: twinFront\n    protocol: tcp\n    port: 8445",
      ],
    ],
    faults: [
      [
        "flows[13]",
        "name:",
        "tcp port 8444 passes to the twin, and the twin's own may not come in.",
        "Add a flow from twin to twinFront with tcp, port 8444 and `listener: reconciliation`.",
      ],
      [
        "flows[14]",
        "name:",
        "tcp port 8445 passes from the twin, and none may go there.",
        "Add a flow from paymentService to twin with tcp and port 8445.",
      ],
    ],
  },
  {
    title: "names over UDP only",
    edits: [
      [
        "  - name: participant-names-tcp\n    from: participants\n    to: resolver\n    protocol: tcp\n    port: 53\n    purpose: The same look-ups when an answer is too long for UDP\n",
        "",
      ],
    ],
    faults: [
      [
        "flows[7]",
        "name:",
        "participants looks names up over UDP only: long answers would fail.",
        "Add a flow from participants to resolver with tcp and port 53.",
      ],
    ],
  },
  {
    title: "no HSM",
    edits: [
      ["  pinHsm:\n    reachedOver: directConnect\n    prefixes: [10.220.0.0/26]\n", ""],
      ["    to: pinHsm\n", "    to: clearing\n"],
    ],
    faults: [["pinHsm", "onPremises", "No party is named pinHsm.", "Add it to `parties`, with the HSMs' addresses."]],
  },
  {
    title: "no flow to the HSM",
    edits: [["    to: pinHsm\n", "    to: clearing\n"]],
    faults: [
      ["parties.pinHsm", "pinHsm:", "No flow goes to or from pinHsm.", "Add a flow for pinHsm or remove it."],
      ["pinHsm", "onPremises", "No flow goes from paymentService to pinHsm.", "Add that flow, with the HSMs' port."],
    ],
  },
  {
    title: "an HSM over the internet",
    edits: [
      ["    reachedOver: directConnect\n    prefixes: [10.220.0.0/26]", "    reachedOver: internet\n    prefixes: [198.51.100.0/26]"],
    ],
    faults: [["parties.pinHsm.reachedOver", "internet", "PINs would cross the internet.", "Write `directConnect`."]],
  },
  {
    title: "an HSM that is not meant to be",
    edits: [["\npinHsm: onPremises", "\npinHsm: none"]],
    faults: [
      [
        "parties.pinHsm",
        "pinHsm:",
        "A party is named pinHsm, and `pinHsm` is none.",
        "Write `pinHsm: onPremises`, or remove the party and its flows.",
      ],
    ],
  },
  {
    title: "Payment Cryptography in Stockholm",
    edits: [
      ["\npinHsm: onPremises", "\npinHsm: paymentCryptography"],
      ["  pinHsm:\n    reachedOver", "  hsm:\n    reachedOver"],
      ["    to: pinHsm\n", "    to: hsm\n"],
    ],
    faults: [
      ["pinHsm", "paymentCryptography", "No flow calls payment-cryptography.", "Add it to the `services` of the flow to awsServices."],
      ["pinHsm", "paymentCryptography", "eu-north-1 does not offer AWS Payment Cryptography.", "Choose onPremises, or other Regions."],
    ],
  },
  {
    title: "Payment Cryptography without saying so",
    edits: [["monitoring, s3,", "monitoring, payment-cryptography, s3,"]],
    faults: [
      [
        "flows[10].services[4]",
        "payment-cryptography",
        "A flow calls payment-cryptography, and `pinHsm` is onPremises.",
        "Write `pinHsm: paymentCryptography`, or remove the service here.",
      ],
    ],
  },
];

describe("a fault between parties and flows", () => {
  test.each(cases)("$title is told with its place and how to mend it, and nothing else is", ({ edits, faults }) => {
    expect(told(edited(...edits))).toEqual(faults);
  });
});
